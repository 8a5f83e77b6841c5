namespace SocialKpi;

/// <summary>
/// Two sources of one figure, compared cell by cell and total by total: the advertising export and the data warehouse, or last
/// month's import and today's. It says where they differ and by how much; it prefers neither.
/// </summary>
/// <remarks>
/// Exchanging the sources exchanges first and second and nothing else about the outcomes. Totals are compared as each source
/// reads them, so they may agree while cells differ. Immutable and thread-safe.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class Reconciliation : IDisplayed
{
    private Reconciliation(IReadOnlyList<string> dimensions, Grain? grain, Func<Timeframe, string> labelOf, IReadOnlyList<ReconciledReading> cells, IReadOnlyList<ReconciledReading> totals) =>
        (Dimensions, Grain, LabelOf, Cells, Totals) = (dimensions, grain, labelOf, cells, totals);

    /// <summary>Every cell that either source has, by period, segment and KPI; the whole alone when there are neither periods nor segments.</summary>
    public IReadOnlyList<ReconciledReading> Cells { get; }

    /// <summary>The cells as plain values, for libraries of charts and tables.</summary>
    public IReadOnlyList<ReconciliationRow> Rows => [.. Cells.Select(ReconciliationRow.Of)];

    /// <summary>The totals of periods, of segments, and of the whole; empty where they would repeat the cells.</summary>
    public IReadOnlyList<ReconciledReading> Totals { get; }

    /// <summary>The cells and totals on which the sources do not agree.</summary>
    public IReadOnlyList<ReconciledReading> Differences => [.. Cells.Concat(Totals).Where(cell => !cell.Agrees)];

    /// <summary>Whether the sources agree on every cell and total.</summary>
    public bool IsReconciled => Cells.Concat(Totals).All(cell => cell.Agrees);

    internal IReadOnlyList<string> Dimensions { get; }

    internal Grain? Grain { get; }

    internal Func<Timeframe, string> LabelOf { get; }

    /// <summary>Compares two tables of the same KPIs, periods and dimensions.</summary>
    /// <param name="first">What one source reads.</param>
    /// <param name="second">What the other reads. Filters and timeframe may be its own: sources name things differently.</param>
    /// <param name="within">
    /// How far values may lie apart. A share such as <c>1.Percent()</c> is of the greater of both values; percentage points,
    /// counts, money and other quantities are differences. Null tolerates nothing.
    /// </param>
    /// <exception cref="ArgumentException">Grain, calendar or dimensions differ, a table has a rest of top segments, no KPI is in both, or the tolerance does not fit a KPI.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative.</exception>
    public static Reconciliation Of(KpiTable first, KpiTable second, Quantity? within = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        KpiQuery mine = first.Query, theirs = second.Query;
        if (mine.Grain != theirs.Grain || !mine.Dimensions.ToHashSet(StringComparer.Ordinal).SetEquals(theirs.Dimensions))
            throw new ArgumentException($"The tables have other cells: one is {ReconciliationText.Shape(mine)}, the other {ReconciliationText.Shape(theirs)}. Read both by the same periods and dimensions.", nameof(second));
        if (mine.Grain is not null && !mine.Calendar.Equals(theirs.Calendar))
            throw new ArgumentException("The tables have other calendars, so their periods differ. Read both on the same one.", nameof(second));
        if (mine.Ranking is not null || theirs.Ranking is not null)
            throw new ArgumentException("A table of top segments puts others into its rest than the other table does. Read both without Top(…).", nameof(second));
        if (!mine.Kpis.Any(kpi => theirs.Kpis.Any(other => other.Id == kpi.Id)))
            throw new ArgumentException($"The tables have no KPI in common: one has {string.Join(", ", mine.Kpis.Select(kpi => kpi.Id))}, the other {string.Join(", ", theirs.Kpis.Select(kpi => kpi.Id))}.", nameof(second));
        ReconciliationTolerance tolerance = new(within, nameof(within));
        foreach (Kpi kpi in mine.Kpis.Intersect(theirs.Kpis)) tolerance.CheckFits(kpi, nameof(within));

        bool isWhole = mine.Grain is null && mine.Dimensions.Count == 0;
        ReconciledReading[] whole = [.. Pair([first.Total], [second.Total], mine, tolerance)];
        return new Reconciliation(
            mine.Dimensions, mine.Grain, first.PeriodLabel,
            isWhole ? whole : [.. Pair(first.Rows, second.Rows, mine, tolerance)],
            isWhole ? [] : [.. Pair(first.PeriodTotals, second.PeriodTotals, mine, tolerance), .. Pair(first.SegmentTotals, second.SegmentTotals, mine, tolerance), .. whole]);
    }

    /// <summary>Compares two readings of one figure, such as what a platform's own panel says and what its export gives. Their periods and segments are taken to be meant alike.</summary>
    /// <param name="first">What one source reads.</param>
    /// <param name="second">What the other reads.</param>
    /// <param name="within">How far the values may lie apart, as for tables.</param>
    /// <exception cref="ArgumentException">The readings are of different KPIs, or the tolerance does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative.</exception>
    public static Reconciliation Of(Reading first, Reading second, Quantity? within = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Kpi.Id != second.Kpi.Id)
            throw new ArgumentException($"One reading is of {first.Kpi.Id}, the other of {second.Kpi.Id}. Compare readings of one KPI.", nameof(second));
        ReconciliationTolerance tolerance = new(within, nameof(within));
        tolerance.CheckFits(first.Kpi, nameof(within));
        return new Reconciliation([], null, period => period.ToString(), [new ReconciledReading(first, second, tolerance)], []);
    }

    /// <summary>Cells and totals as aligned text, then how many agree; the same under every culture.</summary>
    public override string ToString() => $"{ReconciliationText.Table(this).ToText()}\n\n{ReconciliationText.Summary(this)}";

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown() => $"{ReconciliationText.Table(this).ToMarkdown()}\n\n{ReconciliationText.Summary(this)}";

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages. The first 500 cells and totals are shown.</summary>
    public string ToHtml() => HtmlSheet.Write(ReconciliationText.Table(this).ToHtml(), HtmlSheet.Note(ReconciliationText.Summary(this)));

    private static IEnumerable<ReconciledReading> Pair(IReadOnlyList<KpiRow> first, IReadOnlyList<KpiRow> second, KpiQuery query, ReconciliationTolerance tolerance)
    {
        Dictionary<CellKey, KpiRow> mine = first.ToDictionary(row => KeyOf(row, query)), theirs = second.ToDictionary(row => KeyOf(row, query));
        CellKey[] keys = [.. mine.Keys.Union(theirs.Keys)];
        Array.Sort(keys, CellKey.Compare);
        foreach (CellKey key in keys)
        {
            KpiRow? one = mine.GetValueOrDefault(key), other = theirs.GetValueOrDefault(key);
            IReadOnlyList<Reading> ofOne = one?.Readings ?? [], ofOther = other?.Readings ?? [];
            foreach (string id in ofOne.Concat(ofOther).Select(reading => reading.Kpi.Id).Distinct(StringComparer.Ordinal))
            {
                yield return new ReconciledReading(ofOne.FirstOrDefault(reading => reading.Kpi.Id == id), ofOther.FirstOrDefault(reading => reading.Kpi.Id == id), tolerance)
                {
                    Period = key.Period,
                    Segment = (one ?? other!).Segment,
                };
            }
        }
    }

    private static CellKey KeyOf(KpiRow row, KpiQuery query) =>
        new(row.Period, row.Segment.IsWhole ? [] : query.Dimensions.Select(dimension => row.Segment[dimension]));
}
