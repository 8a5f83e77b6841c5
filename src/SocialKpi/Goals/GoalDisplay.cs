namespace SocialKpi;

/// <summary>Lays the evaluation of a goal out for people.</summary>
internal static class GoalDisplay
{
    public static string Markdown(GoalEvaluation evaluation) => string.Join('\n',
    [
        $"**{MarkdownTable.Escape(GoalText.Sentence(evaluation.Goal))}**, as of {TimeframeText.Write(evaluation.AsOf)}: {MarkdownTable.Escape(evaluation.ToString())}", "",
        .. evaluation.Reasons.Select(reason => $"- {MarkdownTable.Escape(reason)}"),
    ]);

    public static string Html(GoalEvaluation evaluation) => HtmlSheet.Write(
        HtmlSheet.Title(GoalText.Sentence(evaluation.Goal), $"as of {TimeframeText.Write(evaluation.AsOf)}"),
        Markup.Element(
            "div", "margin:0 0 4px",
            Markup.Join(
            [
                Bar(evaluation),
                Markup.Element("span", "font-weight:600;margin:0 8px", Markup.Text(evaluation.RawProgress is { } raw ? GoalText.Percent(raw) : "–")),
                Markup.Element("span", $"{Look.Quiet};margin:0 12px 0 0", Markup.Text(evaluation.ExpectedProgress is { } expected ? $"expected {GoalText.Percent(expected)}" : "")),
                Status(evaluation.Verdict, evaluation.Status),
            ])),
        Parts(evaluation),
        Markup.Join(evaluation.Reasons.Select(HtmlSheet.Note)));

    /// <summary>How far it has come, with a mark where it should be; an empty bar where nobody knows.</summary>
    public static Markup Bar(GoalEvaluation evaluation)
    {
        string expected = evaluation.ExpectedProgress is { } part ? $", expected {GoalText.Percent(part)}" : "";
        return InlineChart.Bullet(
            (double)(evaluation.Progress ?? 0), (double?)evaluation.ExpectedProgress, ToneOf(evaluation.Verdict, evaluation.Status),
            $"progress {(evaluation.RawProgress is { } raw ? GoalText.Percent(raw) : "not known")}{expected}");
    }

    /// <summary>Status and, once there is one, verdict: a shape, words and a colour.</summary>
    public static Markup Status(GoalVerdict verdict, GoalStatus status)
    {
        Tone tone = ToneOf(verdict, status);
        string shape = tone switch { Tone.Good => "●", Tone.Warning => "◐", Tone.Bad => "○", _ => "–" };
        string words = Words(verdict == GoalVerdict.Pending ? MachineText.Code(status) : MachineText.Code(verdict));
        return Markup.Element("span", $"font-weight:600;white-space:nowrap{(tone == Tone.Neutral ? "" : $";color:{Look.ColorOf(tone)}")}", Markup.Text($"{shape} {words}"));
    }

    private static Markup Parts(GoalEvaluation evaluation)
    {
        if (evaluation.Parts.Count == 0) return default;
        HtmlTable table = new(
        [
            new HtmlColumn(Markup.Text("part")), new HtmlColumn(Markup.Text("figure"), true), new HtmlColumn(Markup.Text("progress"), true), new HtmlColumn(Markup.Text("status")),
        ]);
        foreach ((GoalEvaluation part, Segment segment) in evaluation.Parts.Zip(evaluation.Goal.Terms.Scope.Segments))
        {
            table.Add(
            [
                new HtmlCell(Markup.Name(segment.ToString())),
                new HtmlCell(Markup.Text(part.Current?.ToString() ?? "–")),
                new HtmlCell(Markup.Text(part.RawProgress is { } raw ? GoalText.Percent(raw) : "–"), Bar(part)),
                new HtmlCell(Status(part.Verdict, part.Status)),
            ]);
        }

        return table.ToMarkup();
    }

    public static Tone ToneOf(GoalVerdict verdict, GoalStatus status) => (verdict, status) switch
    {
        (GoalVerdict.Achieved, _) => Tone.Good,
        (GoalVerdict.AchievedLate or GoalVerdict.Partial, _) => Tone.Warning,
        (GoalVerdict.NotAchieved, _) => Tone.Bad,
        (GoalVerdict.Pending, GoalStatus.OnTrack) => Tone.Good,
        (GoalVerdict.Pending, GoalStatus.Behind) => Tone.Warning,
        (GoalVerdict.Pending, GoalStatus.AtRisk) => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static string Words(string code) => code.Replace('_', ' ');
}
