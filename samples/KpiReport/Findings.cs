using SocialKpi;

namespace KpiReport;

/// <summary>What there is to say of KPIs beside their figures: where the latest period stands, and what drove the change.</summary>
/// <param name="JudgesLatest">Whether it is asked where the latest period stands.</param>
/// <param name="Standings">Where each stands, those of one KPI one after the other.</param>
/// <param name="Driven">The query of the drivers; null when they are not asked.</param>
/// <param name="Drivers">What drove each.</param>
/// <param name="WhyNone">Why there is no period before to compare with; null when there is.</param>
internal sealed record Findings(bool JudgesLatest, IReadOnlyList<Standing> Standings, KpiQuery? Driven, IReadOnlyList<Drivers> Drivers, string? WhyNone = null)
{
    public bool IsEmpty => !JudgesLatest && Driven is null;

    public string Title => (JudgesLatest, Driven) switch
    {
        (true, { } query) => $"{Judgement.Title}, and {char.ToLowerInvariant(ChangeDrivers.Title(query)[0])}{ChangeDrivers.Title(query)[1..]}{None}",
        (false, { } query) => $"{ChangeDrivers.Title(query)}{None}",
        _ => $"{Judgement.Title}{None}",
    };

    private string None => WhyNone is null ? "" : $": {WhyNone}";

    /// <summary>Where both are asked, one KPI after the other under its name; else all of them together.</summary>
    /// <param name="format">Markdown, html or text.</param>
    /// <param name="terminal">Where text is shown; null where there is room for whole lines.</param>
    public IEnumerable<(string? Heading, string Text)> Blocks(string format, Terminal? terminal = null)
    {
        if (Standings.Count == 0 || Drivers.Count == 0)
        {
            if (Standings.Count > 0) yield return (null, Write(StandingTable.Of(Standings)));
            foreach (Drivers each in Drivers) yield return (null, Write(each));
            yield break;
        }

        foreach (Drivers each in Drivers)
        {
            yield return (DisplayText.Name(each.Kpi.Label), Write(StandingTable.Of(Standings.Where(standing => standing.Reading.Kpi == each.Kpi))));
            yield return (null, Write(each));
        }

        string Write(object finding) => (format, finding) switch
        {
            ("markdown", StandingTable table) => table.ToMarkdown(),
            ("markdown", Drivers drivers) => drivers.ToMarkdown(),
            ("html", StandingTable table) => table.ToHtml(),
            ("html", Drivers drivers) => drivers.ToHtml(),
            (_, StandingTable table) when terminal?.Fitting is { } columns => table.ToText(columns),
            (_, Drivers drivers) when terminal?.Fitting is { } columns => drivers.ToText(columns),
            (_, StandingTable table) when table.ToString().Split('\n').TakeWhile(line => line.Length > 0).Max(line => line.Length) > terminal?.Width => string.Join("\n\n", table.Standings),
            _ => finding.ToString()!,
        };
    }

    /// <summary>The title and the blocks, as Markdown or as text.</summary>
    public string Write(string format, Terminal? terminal)
    {
        (string title, string heading) = format == "markdown" ? ("## ", "### ") : ("", "");
        return string.Join("\n\n", Blocks(format, terminal).Select(block => block.Heading is null ? block.Text : $"{heading}{block.Heading}\n\n{block.Text}").Prepend($"{title}{Title}"));
    }
}
