namespace SocialKpi;

/// <summary>Lays the evaluation of an objective out for people: a row for each key result, and for each contributing objective with its own below.</summary>
internal static class ObjectiveDisplay
{
    private const string Below = "› ";

    public static string Markdown(ObjectiveEvaluation evaluation)
    {
        Grid grid = new(
            new GridColumn("key result"), new GridColumn("weight", true), new GridColumn("score", true), new GridColumn("grade"),
            new GridColumn("now", true), new GridColumn("expected", true), new GridColumn("status"), new GridColumn("people say"));
        foreach (Row row in Rows(evaluation, ""))
            grid.Add(row.Name, row.Weight.ToPlainText(), row.ScoreText, row.Grade, row.Now, Share(row.Expected), Words(row.Verdict, row.Status), row.Said);
        return string.Join('\n',
        [
            $"**{MarkdownTable.EscapeName(evaluation.Objective.Name)}**, {MarkdownTable.Escape(Detail(evaluation))}: {MarkdownTable.Escape(evaluation.ToString())}", "",
            .. grid.Rows.Count > 0 ? [grid.ToMarkdown(), ""] : Array.Empty<string>(),
            .. Notes(evaluation).Select(note => $"- {MarkdownTable.Escape(note)}"),
        ]).TrimEnd('\n');
    }

    public static string Html(ObjectiveEvaluation evaluation)
    {
        HtmlTable table = new(
        [
            new HtmlColumn(Markup.Text("key result")), new HtmlColumn(Markup.Text("weight"), true), new HtmlColumn(Markup.Text("score"), true),
            new HtmlColumn(Markup.Text("grade")), new HtmlColumn(Markup.Text("now"), true), new HtmlColumn(Markup.Text("status")), new HtmlColumn(Markup.Text("people say")),
        ]);
        Row[] rows = [.. Rows(evaluation, "")];
        foreach (Row row in rows)
        {
            table.Add(
            [
                new HtmlCell(Markup.Name(row.Name)),
                new HtmlCell(Markup.Text(row.Weight.ToPlainText())),
                new HtmlCell(Markup.Text(row.ScoreText), Bar(row)),
                new HtmlCell(Markup.Name(row.Grade)),
                new HtmlCell(Markup.Text(row.Now)),
                new HtmlCell(GoalDisplay.Status(row.Verdict, row.Status)),
                new HtmlCell(Markup.Name(row.Said)),
            ]);
        }

        return HtmlSheet.Write(
            HtmlSheet.Title(evaluation.Objective.Name, Detail(evaluation)),
            HtmlSheet.Line(evaluation.ToString()),
            rows.Length > 0 ? table.ToMarkup() : default,
            Markup.Join(Notes(evaluation).Select(HtmlSheet.Note)));
    }

    private static IEnumerable<Row> Rows(ObjectiveEvaluation evaluation, string indent)
    {
        foreach (KeyResultEvaluation one in evaluation.KeyResults)
        {
            GoalEvaluation goal = one.Goal;
            string now = goal.Current is { HasValue: true } current && !goal.Goal.IsKept ? current.Quantity.ToString() : Share(goal.RawProgress);
            yield return new Row(
                $"{indent}{one.KeyResult}", one.KeyResult.Weight, one.Score, ObjectiveText.Score(one.Score, evaluation.Objective.Terms.Grades), one.Grade?.Name ?? "", now, goal.ExpectedProgress, goal.Verdict, goal.Status, one.CheckIn?.ToString() ?? "");
        }

        foreach (ObjectiveEvaluation one in evaluation.Contributing)
        {
            yield return new Row(
                $"{indent}{one.Objective}", one.Objective.Terms.Weight, one.Score, ObjectiveText.Score(one.Score, one.Objective.Terms.Grades), one.Grade?.Name ?? "", "–", one.ExpectedScore, one.Verdict, one.Status, one.CheckIn?.ToString() ?? "");
            foreach (Row row in Rows(one, indent + Below)) yield return row;
        }
    }

    private static IEnumerable<string> Notes(ObjectiveEvaluation evaluation)
    {
        if (evaluation.CheckIn is { } said) yield return said.ToString();
        foreach (ObjectiveLint lint in evaluation.Lints) yield return lint.ToString();
    }

    private static Markup Bar(Row row) => InlineChart.Bullet(
        (double)(row.Score ?? 0), (double?)row.Expected, GoalDisplay.ToneOf(row.Verdict, row.Status),
        $"score {row.ScoreText}{(row.Expected is { } expected ? $", expected {GoalText.Percent(expected)}" : "")}");

    private static string Detail(ObjectiveEvaluation evaluation)
    {
        string[] parts = [DisplayText.Name(evaluation.Objective.Terms.Owner), evaluation.Objective.Terms.Ambition.ToString(), $"as of {TimeframeText.Write(evaluation.AsOf)}"];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Words(GoalVerdict verdict, GoalStatus status) => GoalDisplay.Words(verdict == GoalVerdict.Pending ? MachineText.Code(status) : MachineText.Code(verdict));

    private static string Share(decimal? part) => part is { } known ? GoalText.Percent(known) : "–";

    private sealed record Row(
        string Name, decimal Weight, decimal? Score, string ScoreText, string Grade, string Now, decimal? Expected, GoalVerdict Verdict, GoalStatus Status, string Said);
}
