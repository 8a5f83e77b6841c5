namespace SocialKpi;

/// <summary>Several standings in one table: of one reading against history, competitors and published figures, or of many readings.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class StandingTable : IDisplayed
{
    private StandingTable(IReadOnlyList<Standing> standings) => Standings = standings;

    /// <summary>The standings, in the order given.</summary>
    public IReadOnlyList<Standing> Standings { get; }

    /// <summary>The standings as plain values, for libraries of charts and tables.</summary>
    public IReadOnlyList<StandingRow> Rows => [.. Standings.Select(StandingRow.Of)];

    /// <summary>A table of standings, one line each. Those of one reading stand together when they are given one after the other.</summary>
    public static StandingTable Of(params IEnumerable<Standing> standings)
    {
        ArgumentNullException.ThrowIfNull(standings);
        Standing[] given = [.. standings];
        foreach (Standing standing in given) ArgumentNullException.ThrowIfNull(standing, nameof(standings));
        return new StandingTable(given);
    }

    /// <summary>Aligned text, with refusals and other notes under it; the same under every culture.</summary>
    public override string ToString()
    {
        TableNotes notes = new();
        return notes.AppendTo(Grid(notes, repeats: false).ToText(), "\n", DisplayText.Visible);
    }

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown()
    {
        TableNotes notes = new();
        return notes.AppendTo(Grid(notes, repeats: true).ToMarkdown(), "\n\n", MarkdownTable.Escape);
    }

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml()
    {
        TableNotes notes = new();
        return HtmlSheet.Write(Grid(notes, repeats: true).ToHtml(), HtmlSheet.NumberedNotes(notes.Texts));
    }

    private Grid Grid(TableNotes notes, bool repeats)
    {
        Grid grid = new([
            new GridColumn("KPI"), new GridColumn("of"), new GridColumn("value", true), new GridColumn("compared with"), new GridColumn("its figure", true),
            new GridColumn("difference", true), new GridColumn("index", true), new GridColumn("verdict")]);
        Reading? before = null;
        foreach (Standing standing in Standings)
        {
            Reading reading = standing.Reading;
            bool isOtherKpi = reading.Kpi != before?.Kpi;
            string[] labels =
            [
                repeats || isOtherKpi ? reading.Kpi.ShortName : "",
                .. repeats || isOtherKpi || reading.Timeframe != before!.Timeframe || reading.Segment != before.Segment ? [reading.Where, reading.HasValue ? reading.ToString() : "–"] : new[] { "", "" },
            ];
            string with = standing.IsRefused || standing.Kind == StatisticKind.Single ? StandingText.Origin(standing) : $"{StandingText.Origin(standing)}: {StandingText.Centre(standing)}";
            string marks = notes.MarksOf(standing.Refusals.Select(refusal => refusal.Text).Concat(standing.Notes));
            string[] cells =
            [
                .. labels, with, standing.Centre?.ToString() ?? "", standing.Difference?.ToString() ?? "",
                standing.Index is { } index ? StandingText.Index(index) : "", $"{StandingText.Verdict(standing)} {marks}".Trim(),
            ];
            _ = isOtherKpi ? grid.AddGroup(cells) : grid.Add(cells);
            before = reading;
        }

        return grid;
    }
}
