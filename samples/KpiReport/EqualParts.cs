using NodaTime;
using SocialKpi;

namespace KpiReport;

/// <summary>
/// The latest period of a table as far as it was read, and as many days of the periods before it: like is compared with like, as the drivers and
/// <c>--compare</c> do.
/// </summary>
internal sealed class EqualParts
{
    private readonly KpiTable _table;
    private readonly Timeframe _latest;
    private readonly Func<Timeframe, KpiTable> _read;
    private readonly Dictionary<Timeframe, KpiTable> _parts = [];

    /// <param name="table">A table by period that has rows.</param>
    /// <param name="read">Reads the table's KPIs by its dimensions over one stretch of time.</param>
    public EqualParts(KpiTable table, Func<Timeframe, KpiTable> read) => (_table, _latest, _read) = (table, table.Rows[^1].Period!.Value, read);

    /// <summary>Whether a period of a table was not read whole, so that the readings of its periods are not alike.</summary>
    public static bool AreNeeded(KpiSeries series) => series.Readings.Any(reading => reading.Caveats.Any(caveat => caveat.Kind == CaveatKind.PartialPeriod));

    /// <summary>The standings against the period before, the same period last year, and the median of so many periods; none when there is no period before.</summary>
    public IEnumerable<Standing> Standings(KpiSeries series, int count)
    {
        Timeframe[] before = [.. Enumerable.Range(1, count).Select(Before).TakeWhile(part => part is not null).OfType<Timeframe>()];
        if (before.Length == 0) yield break;
        Reading now = Read(PartOfLatest);
        yield return Against(before[0], "the period before");
        if (OwnHistory.Of(series, _latest, Calendar).SamePeriodLastYear().Against?.Period is { } then && PartOf(then) is { } part) yield return Against(part, "the same period last year");
        Reading[] history = [.. before.Reverse().Select(Read).SkipWhile(reading => reading.Absence == Absence.NoRows)];
        if (history.Length > 0) yield return Benchmark.FromReadings(history, $"own history{(PartOfLatest == _latest ? "" : ", as many days of each")}").Compare(now, Alone);

        Reading Read(Timeframe part) => TableOf(part)[series.Kpi, series.Segment];

        Standing Against(Timeframe part, string source) => Benchmark.FromReading(Read(part), source).Compare(now, Alone);
    }

    private static ComparisonRules Alone => ComparisonRules.Default.AtLeast(1);

    private ReportingCalendar Calendar => _table.Query.Calendar;

    private Timeframe PartOfLatest
    {
        get
        {
            Timeframe known = _table.Query.AsOfDay is { } day ? Timeframe.Until(day.PlusDays(1)) : Timeframe.Always;
            return _latest.Intersect(_table.Query.Timeframe)?.Intersect(known) ?? _latest;
        }
    }

    private Timeframe? Before(int count) => PartOf(Calendar.Shift(_latest, -count, _table.Query.Grain!.Value));

    /// <summary>As many days of a period as of the latest; all of a shorter one. Null before the first period of the table, and where the query reads only the end of a period.</summary>
    private Timeframe? PartOf(Timeframe period)
    {
        if (period.Start < _table.Rows[0].Period!.Value.Start || period.Start < _table.Query.Timeframe.Start) return null;
        if (PartOfLatest == _latest) return period;
        LocalDateTime end = period.Start!.Value + Period.Between(_latest.Start!.Value, PartOfLatest.End!.Value, PeriodUnits.Days | PeriodUnits.AllTimeUnits);
        return Timeframe.Between(period.Start.Value, LocalDateTime.Min(end, period.End!.Value));
    }

    private KpiTable TableOf(Timeframe part)
    {
        if (!_parts.TryGetValue(part, out KpiTable? table)) _parts.Add(part, table = _read(part));
        return table;
    }
}
