namespace SocialKpi;

/// <summary>
/// The segments of a table from best to worst, by the direction of a KPI. Segments that hold less than the query's minimum
/// (<see cref="KpiQuery.AtLeast"/>) are left out and listed: without a minimum a segment of few rows may lead by chance.
/// </summary>
/// <remarks>A KPI that is neither better high nor better low has no best, which <see cref="Refusal"/> says. Immutable and thread-safe.</remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class BestAndWorst : IDisplayed
{
    private readonly ReadingOrder _order;
    private readonly IReadOnlyList<string> _dimensions;
    private readonly bool _hasMinimum;

    private BestAndWorst(KpiTable table, Kpi kpi, IReadOnlyList<string> dimensions, IEnumerable<Reading> readings)
    {
        (Kpi, _dimensions, _hasMinimum) = (kpi, dimensions, table.Query.Minimums.Count > 0);
        bool hasDirection = kpi.Direction is Direction.HigherIsBetter or Direction.LowerIsBetter;
        ReadingOrder order = ReadingOrder.Of(readings, largestFirst: kpi.Direction == Direction.HigherIsBetter);
        (RefusalReason Reason, string Why)? problem = !hasDirection ? (RefusalReason.NoDirection, "neither higher nor lower is better in itself; ask for a KPI that has a direction")
            : order.Problem() is { } currencies ? (RefusalReason.OtherCurrency, currencies) : null;
        _order = problem is null ? order : ReadingOrder.Nothing;
        if (problem is var (reason, why)) Refusal = new Refusal(reason, $"{DisplayText.Name(kpi.ShortName)} has no best and no worst: {why}");
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>Why nothing is best or worst; null when something may be.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The reading of every segment that has a value, the best first; equal ones by the values of the segment. Empty when it was refused.</summary>
    public IReadOnlyList<Reading> Ranked => _order.Ranked;

    /// <summary>The best segment, or all that share the first place, or within the bounds of their readings may; empty when no two segments differ for sure.</summary>
    public IReadOnlyList<Reading> Best => _order.First;

    /// <summary>The worst segment, or all that share the last place, or within the bounds of their readings may; empty when no two segments differ for sure.</summary>
    public IReadOnlyList<Reading> Worst => _order.Last;

    /// <summary>The segments without a value, and with less than the minimum: their readings say why.</summary>
    public IReadOnlyList<Reading> LeftOut => _order.LeftOut;

    /// <summary>The ranked readings and then those left out as plain values, for libraries of charts and tables.</summary>
    public IReadOnlyList<ReadingRow> Rows => [.. Ranked.Concat(LeftOut).Select(ReadingRow.Of)];

    /// <summary>The segments of a table from best to worst. The rest of a top is many segments and has no place.</summary>
    /// <param name="table">A table by at least one dimension.</param>
    /// <param name="kpi">One of its KPIs.</param>
    /// <param name="period">One of its periods; all of them together when left out.</param>
    /// <exception cref="ArgumentException">The table does not have the KPI or the period, or is by no dimension.</exception>
    public static BestAndWorst Of(KpiTable table, Kpi kpi, Timeframe? period = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(kpi);
        DriverSide side = new(table, kpi, period);
        side.CheckSegments(nameof(table));
        _ = side.Total;
        return new BestAndWorst(table, kpi, table.Query.Dimensions, side.Segments.Where(segment => !segment.IsRest).Select(side.Of));
    }

    /// <summary>The same by one dimension of the table, over all the others.</summary>
    internal static BestAndWorst By(KpiTable table, Kpi kpi, string dimension) => new(table, kpi, [dimension], ReadingOrder.By(table, kpi, dimension));

    /// <summary>Best and worst in a sentence, then all segments from best to worst as aligned text, with their caveats; the same under every culture.</summary>
    public override string ToString() => Sheet(EffectText.Labels).ToText();

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown() => Sheet(EffectText.Labels).ToMarkdown();

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml() => Sheet(EffectText.Labels).ToHtml();

    internal EffectSheet Sheet(Func<IReadOnlyList<string>, Segment, IEnumerable<string>> labels)
    {
        if (Refusal is not null) return EffectSheet.Of(Refusal);
        string sentence = Best.Count == 0
            ? $"No two segments differ{(Ranked.Any(reading => reading.Bounds is not null) ? " for sure" : "")} in {DisplayText.Name(Kpi.ShortName)}"
            : $"Best by {DisplayText.Name(Kpi.ShortName)}: {Named(Best)}; worst: {Named(Worst)}";
        string[] notes = _hasMinimum || Ranked.Count == 0 ? [] : ["no minimum volume was asked for: a segment of few rows may lead by chance"];
        return _order.Sheet(sentence, _dimensions, segment => labels(_dimensions, segment), Kpi.ShortName, notes);

        string Named(IReadOnlyList<Reading> readings)
        {
            bool isOneFigure = readings.All(reading => $"{reading}" == $"{readings[0]}");
            return $"{string.Join(" and ", readings.Select(reading => $"{string.Join(", ", labels(_dimensions, reading.Segment).Select(DisplayText.Name))}{(isOneFigure ? "" : $" ({reading})")}"))}{(isOneFigure ? $" ({readings[0]})" : "")}";
        }
    }
}
