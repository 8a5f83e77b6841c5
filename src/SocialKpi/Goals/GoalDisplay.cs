namespace SocialKpi;

/// <summary>Lays the evaluation of a goal out for people.</summary>
internal static class GoalDisplay
{
    public static string Markdown(GoalEvaluation evaluation) => string.Join('\n',
    [
        $"**{MarkdownTable.EscapeName(evaluation.Goal.ToString())}**, {MarkdownTable.Escape(Detail(evaluation))}: {MarkdownTable.Escape(evaluation.ToString())}", "",
        .. Wording(evaluation.Goal) is { } wording ? [MarkdownTable.Escape(wording), ""] : Array.Empty<string>(),
        $"`{evaluation.ToProgressLine()}`", "",
        .. evaluation.Reasons.Select(reason => $"- {MarkdownTable.Escape(reason)}"),
    ]);

    public static string Html(GoalEvaluation evaluation) => HtmlSheet.Write(
        HtmlSheet.Title(evaluation.Goal.ToString(), Detail(evaluation)),
        Wording(evaluation.Goal) is { } wording ? HtmlSheet.Line(wording) : default,
        Markup.Element(
            "div", "margin:0 0 4px",
            Markup.Join(
            [
                Markup.Element("span", $"{Look.Quiet};margin:0 8px 0 0", Markup.Text(GoalLine.Start(evaluation.Goal))),
                Bar(evaluation),
                Markup.Element("span", $"{Look.Quiet};margin:0 0 0 8px", Markup.Text(GoalLine.End(evaluation.Goal))),
                Markup.Element("span", "font-weight:600;margin:0 8px 0 12px", Markup.Text($"now {GoalLine.Now(evaluation)}")),
                Markup.Element("span", $"{Look.Quiet};margin:0 12px 0 0", Markup.Text(GoalLine.Expected(evaluation) is { } expected ? $"expected {expected}" : "")),
                Status(evaluation.Verdict, evaluation.Status),
            ])),
        Parts(evaluation),
        Markup.Join(evaluation.Reasons.Select(HtmlSheet.Note)));

    /// <summary>Who answers for it, and the day.</summary>
    private static string Detail(GoalEvaluation evaluation) =>
        $"{(evaluation.Goal.Terms.Owner is { Length: > 0 } owner ? $"{DisplayText.Name(owner)}, " : "")}as of {TimeframeText.Write(evaluation.AsOf)}";

    /// <summary>What a goal of a name of its own asks; null where the name says it.</summary>
    private static string? Wording(Goal goal) => goal.Terms.Name.Length > 0 ? GoalText.Sentence(goal) : null;

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
