namespace SocialKpi;

/// <summary>Several standings in one table: of one reading against history, competitors and published figures, or of many readings.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class StandingTable : IDisplayed
{
    private const string DifferenceHeader = "difference";
    private const string VerdictHeader = "verdict";

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
    public override string ToString() => ToText();

    /// <summary>The same for a display.</summary>
    /// <param name="width">The columns of the display, which no line leaves: where the table does not fit, one standing stands under the other, with its notes. Null for whole lines.</param>
    public string ToText(int? width = null)
    {
        TableNotes notes = new();
        Grid grid = Grid(notes, repeats: false);
        return width is { } columns && !grid.FitsInto(columns, shortened: false)
            ? string.Join("\n\n", Standings.Select(standing => StandingText.Table(standing).ToText(columns)))
            : notes.AppendTo(grid.ToText(), "\n", DisplayText.Visible, width);
    }

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown()
    {
        TableNotes notes = new();
        return notes.AppendTo(Grid(notes, repeats: true).ToMarkdown(), "\n\n", MarkdownTable.Escape);
    }

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages, with the way of each difference and whether it is better or worse.</summary>
    public string ToHtml()
    {
        TableNotes notes = new();
        Grid grid = Grid(notes, repeats: true);
        return HtmlSheet.Write(grid.ToHtml(Shown), HtmlSheet.NumberedNotes(notes.Texts));

        Markup Shown(int row, int column) => grid.Columns[column].Header switch
        {
            DifferenceHeader => StandingHtml.Difference(Standings[row]),
            VerdictHeader => StandingHtml.Verdict(Standings[row], Marks(notes, Standings[row])),
            _ => default,
        };
    }

    private Grid Grid(TableNotes notes, bool repeats)
    {
        Grid grid = new([
            new GridColumn("KPI"), new GridColumn("of"), new GridColumn("value", true), new GridColumn("compared with", HasSentences: true), new GridColumn("its figure", true),
            new GridColumn(DifferenceHeader, true), new GridColumn("index", true), new GridColumn(VerdictHeader)]);
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
            string[] cells =
            [
                .. labels, with, standing.Centre?.ToString() ?? "", standing.Difference?.ToString() ?? "",
                standing.Index is { } index ? StandingText.Index(index) : "", $"{StandingText.Verdict(standing)} {Marks(notes, standing)}".Trim(),
            ];
            _ = isOtherKpi ? grid.AddGroup(cells) : grid.Add(cells);
            before = reading;
        }

        return grid;
    }

    private static string Marks(TableNotes notes, Standing standing) => notes.MarksOf(standing.Refusals.Select(refusal => refusal.Text).Concat(standing.Notes));
}
