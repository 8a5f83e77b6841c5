using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// The answer to a query: one row a period and segment, totals at every level, each total the reading of the whole.
/// The table keeps the mergeable states of its cells; every figure is finalised from them.
/// </summary>
/// <remarks>
/// Only cells in which rows lie are rows of the table, unless the query is <see cref="KpiQuery.Dense"/>; any other cell can
/// still be asked for and is absent with <see cref="Absence.NoRows"/>. Immutable and thread-safe.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class KpiTable : IDisplayed
{
    private readonly IReadOnlyList<ScanResult> _results;
    private readonly ConcurrentDictionary<string, Level> _levels = new(StringComparer.Ordinal);
    private readonly QueryPlan _plan;
    private readonly Lazy<IReadOnlyList<KpiRow>> _rows;
    private readonly IReadOnlyList<Timeframe>? _everyPeriod;
    private readonly RankedSegments? _ranked;

    private KpiTable(QueryPlan plan, IReadOnlyList<ScanResult> results, IReadOnlyList<LackingKpi> lacking)
    {
        (_plan, _results, Lacking) = (plan, results, lacking);
        Timeframe?[] periods = Query.IsDense ? [.. plan.CellScans.SelectMany(scan => results[scan].Source.Columns.Periods)] : [];
        _everyPeriod = DensePeriods.Of(Query, periods.Min(period => period?.Start), periods.Max(period => period?.End));
        if (Query.Ranking is { } ranking) _ranked = Rank(ranking);
        _rows = new Lazy<IReadOnlyList<KpiRow>>(() => RowsBySegment(HasPeriods));
    }

    /// <summary>What was asked; of <see cref="KpiQuery.Every"/> the KPIs that the facts can feed.</summary>
    public KpiQuery Query => _plan.Query;

    /// <summary>The KPIs of <see cref="KpiQuery.Every"/> that the facts cannot feed, in its order, with what they lack; empty for any other query.</summary>
    public IReadOnlyList<LackingKpi> Lacking { get; }

    /// <summary>
    /// The cells in which rows lie, by period and then by the values of the dimensions (ordinal order, blank last). Of a query
    /// with a <see cref="KpiQuery.Top"/> by period and then by rank, the rest last.
    /// </summary>
    public IReadOnlyList<KpiRow> Rows => _rows.Value;

    /// <summary>The readings of the rows as plain values, one a figure, for libraries of charts and tables.</summary>
    public IReadOnlyList<ReadingRow> NarrowRows => [.. Rows.SelectMany(row => row.Readings).Select(ReadingRow.Of)];

    /// <summary>One row a period over all segments; empty without grain or without dimensions, where it would repeat the rows.</summary>
    public IReadOnlyList<KpiRow> PeriodTotals => HasPeriods && HasSegments ? LevelOf(periods: true, []).Rows() : [];

    /// <summary>One row a segment over all periods; empty without grain or without dimensions, where it would repeat the rows.</summary>
    public IReadOnlyList<KpiRow> SegmentTotals => HasPeriods && HasSegments ? RowsBySegment(periods: false) : [];

    /// <summary>The segments that <see cref="Segment.Rest"/> holds, by rank; empty when the query names them all.</summary>
    public IReadOnlyList<Segment> Rest => _ranked?.Rest ?? [];

    /// <summary>The reading of the whole.</summary>
    public KpiRow Total => LevelOf(periods: false, []).Row(null, Segment.Whole);

    /// <summary>A KPI over everything.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI.</exception>
    public Reading this[Kpi kpi] => Total[kpi];

    /// <summary>A KPI for a segment over all periods. The segment may name fewer dimensions than the query, or be <see cref="Segment.Rest"/> of its top.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI or is not by a dimension of the segment.</exception>
    public Reading this[Kpi kpi, Segment segment] => RowOf(null, segment)[kpi];

    /// <summary>A KPI for a period over all segments.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI, or this is not one of its periods.</exception>
    public Reading this[Kpi kpi, Timeframe period] => RowOf(period, Segment.Whole)[kpi];

    /// <summary>A KPI for a period and a segment. The segment may name fewer dimensions than the query, or be <see cref="Segment.Rest"/> of its top.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI, period or a dimension of the segment.</exception>
    public Reading this[Kpi kpi, Timeframe period, Segment segment] => RowOf(period, segment)[kpi];

    internal QueryPlan Plan => _plan;

    /// <summary>What was gathered for each scan of the plan.</summary>
    internal IReadOnlyList<ScanResult> Results => _results;

    private bool HasPeriods => Query.Grain is not null;

    private bool HasSegments => Query.Dimensions.Count > 0;

    /// <summary>Makes a table from what a source gathered.</summary>
    /// <param name="plan">The plan that the source followed.</param>
    /// <param name="results">One result for each of the plan's scans, in order.</param>
    /// <exception cref="ArgumentException">The results are not what the plan asks for: other numbers of scans, rules, states or dimensions, states of another kind, or periods of another grain or calendar.</exception>
    /// <exception cref="DefinitionException">The query's options do not fit what was gathered: too many periods to show each, or segments in different currencies to rank.</exception>
    public static KpiTable From(QueryPlan plan, IReadOnlyList<ScanResult> results) => From(plan, results, lacking: []);

    internal static KpiTable From(QueryPlan plan, IReadOnlyList<ScanResult> results, IReadOnlyList<LackingKpi> lacking)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(results);
        ScanResult[] copy = [.. results];
        if (PlanFit.Problem(plan, copy) is { } problem) throw new ArgumentException(problem, nameof(results));
        return new KpiTable(plan, copy, lacking);
    }

    /// <summary>
    /// Both tables together, cell by cell: states are merged, so the result is what one table over all the rows would
    /// be. Money in different currencies becomes absent with <see cref="Absence.MixedCurrencies"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The other table answers another query.</exception>
    /// <exception cref="DefinitionException">The query's options do not fit both together, as for <see cref="From(QueryPlan, IReadOnlyList{ScanResult})"/>.</exception>
    public KpiTable Merge(KpiTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other._plan.IsLike(_plan)
            ? new KpiTable(_plan, [.. _results.Zip(other._results, (mine, theirs) => mine.Merge(theirs))], LackingKpi.Together(Lacking, other.Lacking))
            : throw new ArgumentException("The tables answer different queries, or come from different tables of facts; only answers to the same query from the same tables merge.", nameof(other));
    }

    /// <summary>One KPI over time for a segment: the whole, values of some of the query's dimensions, or the rest of its top.</summary>
    /// <exception cref="InvalidOperationException">The query has no grain.</exception>
    /// <exception cref="ArgumentException">The query does not have this KPI or is not by a dimension of the segment.</exception>
    public KpiSeries Series(Kpi kpi, Segment? segment = null)
    {
        if (!HasPeriods) throw new InvalidOperationException("The query has no grain, so there is no series. Ask for one with By(Grain.Month), for instance.");
        Segment of = segment ?? Segment.Whole;
        CheckDimensions(of);
        Level level = LevelOf(periods: true, of.Dimensions);
        IEnumerable<KpiRow> rows = of.IsRest
            ? RowsBySegment(periods: true).Where(row => row.Segment.IsRest)
            : level.Cells().Where(cell => cell.Segment == of).Select(cell => level.Row(cell.Period, cell.Segment));
        IReadOnlyList<Segment> segments = of.IsRest ? Rest : [of];
        Level source = of.IsRest ? LevelOf(periods: true, Query.Dimensions) : level;
        return new KpiSeries(kpi, of, [.. rows.Select(row => row[kpi])], this[kpi, of])
        {
            Calendar = Query.Calendar,
            Known = Known,
            Complete = Query.AsOfDay is null ? Known : Query.Horizon,
            Merge = (during, periods) => source.Read(kpi, during, periods, segments, of),
        };
    }

    /// <summary>One KPI over time for several segments taken as one: their states are merged, so somebody counted in both counts once where that can be told.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <param name="segments">The segments, at least one; they name the same dimensions and differ.</param>
    internal KpiSeries Series(Kpi kpi, IReadOnlyList<Segment> segments)
    {
        if (segments.Count == 1 || !HasPeriods) return Series(kpi, segments[0]);
        foreach (Segment segment in segments) CheckDimensions(segment);
        Segment together = Segment.Together(segments);
        Level level = LevelOf(periods: true, segments[0].Dimensions);
        IEnumerable<Timeframe?> periods = level.Cells().Where(cell => segments.Contains(cell.Segment)).Select(cell => cell.Period).Distinct();
        Reading total = LevelOf(periods: false, segments[0].Dimensions).Read(kpi, null, segments, together);
        return new KpiSeries(kpi, together, [.. periods.Select(period => level.Read(kpi, period, segments, together))], total)
        {
            Calendar = Query.Calendar,
            Known = Known,
            Complete = Query.AsOfDay is null ? Known : Query.Horizon,
            Merge = (during, within) => level.Read(kpi, during, within, segments, together),
        };
    }

    /// <summary>The time of which the table knows anything: as far as the query reads, and no further than the last day of the facts.</summary>
    private Timeframe Known
    {
        get
        {
            LocalDate? last = _results.Max(result => result.LastDay);
            return last is { } day ? Query.Horizon.Intersect(Timeframe.Until(day.PlusDays(1))) ?? Query.Horizon : Query.Horizon;
        }
    }

    /// <summary>The table as aligned text, totals and notes included; the same under every culture.</summary>
    public override string ToString() => ToText();

    /// <summary>The table as aligned text, totals and notes included.</summary>
    /// <param name="shape">One column a KPI, or one line a reading.</param>
    /// <param name="culture">How numbers are written; invariant when null.</param>
    /// <param name="width">
    /// The columns of the display, which no line leaves: names are shortened with … and notes broken, figures never. Where one column a KPI does not fit it is
    /// one line a reading, and where that does not fit either, the readings of each row stand under what the row is called. Null for whole lines.
    /// </param>
    public string ToText(TableShape shape = TableShape.Wide, CultureInfo? culture = null, int? width = null) => TableText.Text(this, shape, culture, width);

    /// <summary>The table as Markdown, totals and notes included.</summary>
    /// <param name="shape">One column a KPI, or one line a reading.</param>
    /// <param name="culture">How numbers are written; invariant when null.</param>
    public string ToMarkdown(TableShape shape = TableShape.Wide, CultureInfo? culture = null) => TableText.Markdown(this, shape, culture);

    string IDisplayed.ToMarkdown() => ToMarkdown();

    /// <summary>
    /// The table as a self-contained HTML fragment, readable on light and dark pages: totals and notes included, beside each figure its
    /// change against the period before (better or worse where the KPI's direction says so) or, without periods, a bar, and beside the
    /// totals the course over time. The first 500 rows of each level are shown, and how many more there are.
    /// </summary>
    public string ToHtml() => TableHtml.Write(this);

    /// <summary>
    /// One line a reading, for spreadsheets and scripts: full precision, invariant, absences by name. It has the cells and
    /// no totals, so that nobody adds a total to its parts. A dimension called like one of its own columns is written
    /// <c>dimension NAME</c>, the rest of a top says in <c>rest_segments</c> how many segments it holds, the bounds of people
    /// counted more than once are <c>lower</c> and <c>upper</c> where a KPI counts people, and text that a spreadsheet would run
    /// as a formula gets an apostrophe; JSON keeps every text as it is.
    /// </summary>
    public string ToCsv() => TableCsv.Write(this);

    /// <summary>The whole table for machines, totals included: full precision, invariant, absences and caveats by name.</summary>
    public string ToJson() => TableJson.Write(this);

    /// <summary>The same as <see cref="ToJson"/>, in UTF-8, written as it is made: for tables whose text would not fit into memory.</summary>
    public void WriteJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        TableJson.Write(this, stream);
    }

    internal string PeriodLabel(Timeframe period) => Query.Calendar.Label(period, Query.Grain!.Value);

    /// <summary>An entity of a stock that is in several segments, in each with a value of its own; null when each is in one, so that segments add up to the total.</summary>
    internal string? SharedEntity(Measure stock)
    {
        Dictionary<string, CellKey> segments = new(StringComparer.Ordinal);
        foreach ((Scan scan, ScanResult result) in _plan.Scans.Zip(_results))
        {
            int[] states = [.. Enumerable.Range(0, scan.States.Count).Where(state => scan.States[state].Measure == stock)];
            if (states.Length == 0) continue;
            foreach ((CellKey key, Cell cell) in result.Cells)
            {
                CellKey segment = new(null, key.Values);
                foreach ((string entity, SnapshotValue value) in states.SelectMany(state => ((SnapshotState)cell.StateAt(state)).Entities))
                {
                    if (value.IsKnown && !segments.TryAdd(entity, segment) && segments[entity] != segment) return entity;
                }
            }
        }

        return null;
    }

    private KpiRow RowOf(Timeframe? period, Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        CheckDimensions(segment);
        if (period is { } asked) CheckPeriod(asked);
        return segment.IsRest
            ? LevelOf(period is not null, Query.Dimensions).RestRow(period, Rest)
            : LevelOf(period is not null, segment.Dimensions).Row(period, segment);
    }

    private IReadOnlyList<KpiRow> RowsBySegment(bool periods)
    {
        Level level = LevelOf(periods, Query.Dimensions);
        return _ranked is { } ranked ? level.Rows(ranked) : level.Rows();
    }

    /// <summary>Every segment that occurs has a rank, one that has rows only at the other time of a comparison too.</summary>
    private RankedSegments Rank(SegmentRanking ranking)
    {
        Level whole = LevelOf(periods: false, Query.Dimensions);
        IReadOnlyList<Segment> segments = whole.SegmentsWith(LevelOf(HasPeriods, Query.Dimensions));
        return RankedSegments.Of(ranking, segments, segment => whole.Read(ranking.By, segment));
    }

    private void CheckPeriod(Timeframe period)
    {
        if (Query.Grain is not { } grain)
            throw new ArgumentException("The query has no grain, so it has no periods. Ask for one with By(Grain.Month), for instance.", nameof(period));
        if (!period.IsBounded || Query.Calendar.Containing(period.Start!.Value, grain) != period)
            throw new ArgumentException($"{period} is not one {grain} of the query's calendar. Ask for a period of the query's own grain.", nameof(period));
    }

    private void CheckDimensions(Segment segment)
    {
        if (segment.IsRest && _ranked is null)
            throw new ArgumentException("The query names all its segments, so it has no rest. Ask for one with Top.", nameof(segment));
        if (segment.Parts.Count > 0)
            throw new ArgumentException($"'{segment}' are several segments taken as one, and no cell of a table. Ask for each of them.", nameof(segment));
        foreach (string dimension in segment.Dimensions)
        {
            if (!Query.Dimensions.Contains(dimension, StringComparer.Ordinal))
                throw new ArgumentException($"The query is not by '{dimension}'. It is by: {(HasSegments ? string.Join(", ", Query.Dimensions) : "no dimension")}.", nameof(segment));
        }
    }

    private Level LevelOf(bool periods, IReadOnlyList<string> dimensions)
    {
        string[] kept = [.. Query.Dimensions.Where(dimension => dimensions.Contains(dimension, StringComparer.Ordinal))];

        // By position: names may hold any character, a separator too.
        string key = string.Concat(Query.Dimensions.Select(dimension => kept.Contains(dimension, StringComparer.Ordinal) ? '1' : '0').Prepend(periods ? '1' : '0'));
        return _levels.GetOrAdd(key, _ => new Level(_plan, _results, _everyPeriod, periods, kept));
    }
}
