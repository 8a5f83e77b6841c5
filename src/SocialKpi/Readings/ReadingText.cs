namespace SocialKpi;

/// <summary>Lays one reading, and how it came about, out for people.</summary>
internal static class ReadingText
{
    /// <summary>What was read, the figure, and a line a caveat.</summary>
    public static string Markdown(Reading reading)
    {
        string figure = $"{MarkdownTable.Escape($"{DisplayText.Name(reading.Kpi.Label)}, {reading.Where}")}: **{MarkdownTable.Escape(reading.ToString())}**";
        return string.Join('\n', [figure, .. Notes(reading).Select((note, at) => $"{(at == 0 ? "\n" : "")}- {MarkdownTable.Escape(note)}")]);
    }

    /// <summary>A small card: what was read, the figure, and what must be known beside it.</summary>
    public static string Html(Reading reading) => HtmlSheet.Write(
        Markup.Element("div", $"{Look.Small};{Look.Quiet}", Markup.Phrase(reading.Kpi.Label), Markup.Text(" · "), Markup.Phrase(reading.Where)),
        Markup.Element(
            "div", "",
            Markup.Element("span", $"font-size:1.7em;font-weight:600;line-height:1.3;white-space:nowrap{(reading.HasValue ? "" : $";{Look.Quiet}")}", Markup.Text(reading.ToString())),
            Verdict(reading)),
        Markup.Join(Notes(reading).Select(HtmlSheet.Note)));

    public static string Markdown(Explanation explanation) => string.Join('\n',
    [
        $"**{MarkdownTable.Escape(explanation.Title)}**", "",
        .. Lines(explanation).Select(line => $"- {MarkdownTable.Escape(line)}"),
    ]);

    /// <summary>The formula step by step in figures of one width, the result set off, the rest as notes.</summary>
    public static string Html(Explanation explanation)
    {
        string[] steps = [.. explanation.Steps];
        return HtmlSheet.Write(
            HtmlSheet.Title(explanation.Title),
            Markup.Element("div", "margin:0 0 4px", Markup.Join(steps.Select((step, at) =>
                HtmlSheet.Line($"= {step}", $"{Look.Mono};padding-left:1.5em;text-indent:-1.5em{(at == steps.Length - 1 ? ";font-weight:600" : "")}")))),
            Markup.Join(explanation.Remarks.Select(HtmlSheet.Note)));
    }

    private static IEnumerable<string> Lines(Explanation explanation) => explanation.Steps.Select(step => $"= {step}").Concat(explanation.Remarks);

    private static Markup Verdict(Reading reading) =>
        FigureChange.Within(reading) is { } change ? Markup.Element("span", "margin-left:8px", change.Verdict) : default;

    private static IEnumerable<string> Notes(Reading reading)
    {
        if (reading.Explain().Bounds is { } bounds) yield return bounds;
        foreach (Caveat caveat in reading.Caveats) yield return caveat.Text;
    }
}
