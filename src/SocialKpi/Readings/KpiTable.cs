using System.Collections.Concurrent;
using System.Globalization;

namespace SocialKpi;

/// <summary>
/// The answer to a query: one row a period and segment, totals at every level, each total the reading of the whole.
/// The table keeps the mergeable states of its cells; every figure is finalised from them.
/// </summary>
/// <remarks>
/// Only cells in which rows lie are rows of the table; any other cell can still be asked for and is absent with
/// <see cref="Absence.NoRows"/>. Immutable and thread-safe.
/// </remarks>
public sealed class KpiTable
{
    private readonly IReadOnlyList<ScanResult> _results;
    private readonly ConcurrentDictionary<string, Level> _levels = new(StringComparer.Ordinal);
    private readonly QueryPlan _plan;
    private readonly Lazy<IReadOnlyList<KpiRow>> _rows;

    private KpiTable(QueryPlan plan, IReadOnlyList<ScanResult> results)
    {
        (_plan, _results) = (plan, results);
        _rows = new Lazy<IReadOnlyList<KpiRow>>(() => LevelOf(HasPeriods, Query.Dimensions).Rows());
    }

    /// <summary>What was asked.</summary>
    public KpiQuery Query => _plan.Query;

    /// <summary>The cells in which rows lie, by period and then by the values of the dimensions (ordinal order, blank last).</summary>
    public IReadOnlyList<KpiRow> Rows => _rows.Value;

    /// <summary>One row a period over all segments; empty without grain or without dimensions, where it would repeat the rows.</summary>
    public IReadOnlyList<KpiRow> PeriodTotals => HasPeriods && HasSegments ? LevelOf(periods: true, []).Rows() : [];

    /// <summary>One row a segment over all periods; empty without grain or without dimensions, where it would repeat the rows.</summary>
    public IReadOnlyList<KpiRow> SegmentTotals => HasPeriods && HasSegments ? LevelOf(periods: false, Query.Dimensions).Rows() : [];

    /// <summary>The reading of the whole.</summary>
    public KpiRow Total => LevelOf(periods: false, []).Row(null, Segment.Whole);

    /// <summary>A KPI over everything.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI.</exception>
    public Reading this[Kpi kpi] => Total[kpi];

    /// <summary>A KPI for a segment over all periods. The segment may name fewer dimensions than the query.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI or is not by a dimension of the segment.</exception>
    public Reading this[Kpi kpi, Segment segment] => RowOf(null, segment)[kpi];

    /// <summary>A KPI for a period over all segments.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI, or this is not one of its periods.</exception>
    public Reading this[Kpi kpi, Timeframe period] => RowOf(period, Segment.Whole)[kpi];

    /// <summary>A KPI for a period and a segment. The segment may name fewer dimensions than the query.</summary>
    /// <exception cref="ArgumentException">The query does not have this KPI, period or a dimension of the segment.</exception>
    public Reading this[Kpi kpi, Timeframe period, Segment segment] => RowOf(period, segment)[kpi];

    private bool HasPeriods => Query.Grain is not null;

    private bool HasSegments => Query.Dimensions.Count > 0;

    /// <summary>Makes a table from what a source gathered.</summary>
    /// <param name="plan">The plan that the source followed.</param>
    /// <param name="results">One result for each of the plan's scans, in order.</param>
    /// <exception cref="ArgumentException">The results are not what the plan asks for: other numbers of scans, rules, states or dimensions, or states of another kind.</exception>
    public static KpiTable From(QueryPlan plan, IReadOnlyList<ScanResult> results)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(results);
        ScanResult[] copy = [.. results];
        if (PlanFit.Problem(plan, copy) is { } problem) throw new ArgumentException(problem, nameof(results));
        return new KpiTable(plan, copy);
    }

    /// <summary>
    /// Both tables together, cell by cell: states are merged, so the result is what one table over all the rows would
    /// be. Money in different currencies becomes absent with <see cref="Absence.MixedCurrencies"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The other table answers another query.</exception>
    public KpiTable Merge(KpiTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other._plan.IsLike(_plan)
            ? new KpiTable(_plan, [.. _results.Zip(other._results, (mine, theirs) => mine.Merge(theirs))])
            : throw new ArgumentException("The tables answer different queries, or come from different tables of facts; only answers to the same query from the same tables merge.", nameof(other));
    }

    /// <summary>One KPI over time for a segment: the whole, or values of some of the query's dimensions.</summary>
    /// <exception cref="InvalidOperationException">The query has no grain.</exception>
    /// <exception cref="ArgumentException">The query does not have this KPI or is not by a dimension of the segment.</exception>
    public KpiSeries Series(Kpi kpi, Segment? segment = null)
    {
        if (!HasPeriods) throw new InvalidOperationException("The query has no grain, so there is no series. Ask for one with By(Grain.Month), for instance.");
        Segment of = segment ?? Segment.Whole;
        CheckDimensions(of);
        IEnumerable<KpiRow> rows = LevelOf(periods: true, of.Dimensions).Rows().Where(row => row.Segment == of);
        return new KpiSeries(kpi, of, [.. rows.Select(row => row[kpi])], this[kpi, of]);
    }

    /// <summary>The table as aligned text, totals and notes included; the same under every culture.</summary>
    public override string ToString() => ToText();

    /// <summary>The table as aligned text, totals and notes included.</summary>
    /// <param name="shape">One column a KPI, or one line a reading.</param>
    /// <param name="culture">How numbers are written; invariant when null.</param>
    public string ToText(TableShape shape = TableShape.Wide, CultureInfo? culture = null) => TableText.Text(this, shape, culture);

    /// <summary>The table as Markdown, totals and notes included.</summary>
    /// <param name="shape">One column a KPI, or one line a reading.</param>
    /// <param name="culture">How numbers are written; invariant when null.</param>
    public string ToMarkdown(TableShape shape = TableShape.Wide, CultureInfo? culture = null) => TableText.Markdown(this, shape, culture);

    /// <summary>
    /// One line a reading, for spreadsheets and scripts: full precision, invariant, absences by name. It has the cells and
    /// no totals, so that nobody adds a total to its parts. A dimension called like one of its own columns is written
    /// <c>dimension NAME</c>, and text that a spreadsheet would run as a formula gets an apostrophe; JSON keeps every text as it is.
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

    private KpiRow RowOf(Timeframe? period, Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        CheckDimensions(segment);
        if (period is { } asked) CheckPeriod(asked);
        return LevelOf(period is not null, segment.Dimensions).Row(period, segment);
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
        return _levels.GetOrAdd(key, _ => new Level(_plan, _results, periods, kept));
    }
}
