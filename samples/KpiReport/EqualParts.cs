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
    /// <param name="read">Reads the table's KPIs by its periods and dimensions over one stretch of time.</param>
    public EqualParts(KpiTable table, Func<Timeframe, KpiTable> read) => (_table, _latest, _read) = (table, table.Rows[^1].Period!.Value, read);

    /// <summary>Whether a period of a table was not read whole, so that the readings of its periods are not alike, or the one before the latest not at all.</summary>
    public bool AreNeeded(KpiSeries series) => PeriodBefore.IsElsewhere(_table) || series.Readings.Any(reading => reading.Caveats.Any(caveat => caveat.Kind == CaveatKind.PartialPeriod));

    /// <summary>The standings against the period before, the same period last year, and the median of so many periods; none when there is no period before.</summary>
    public IEnumerable<Standing> Standings(KpiSeries series, int count)
    {
        Timeframe[] before = [.. Enumerable.Range(1, count).Select(Before).TakeWhile(IsRead)];
        if (before.Length == 0 && !PeriodBefore.IsElsewhere(_table)) yield break;
        Reading now = Read(_latest);
        yield return Against(Before(1), "the period before");
        if (OwnHistory.Of(series, _latest, Calendar).SamePeriodLastYear().Against?.Period is { } then && IsRead(then)) yield return Against(then, "the same period last year");
        Reading[] history = [.. before.Reverse().Select(Read).SkipWhile(reading => reading.Absence == Absence.NoRows)];
        if (history.Length > 0) yield return Benchmark.FromReadings(history, $"own history{(PartOfLatest == _latest ? "" : ", as many days of each")}").Compare(now, Alone);

        // What looks at another period is read in its own: the period before fifteen days of May is no fifteen days of April.
        Reading Read(Timeframe period) =>
            StepsBack(series.Kpi.Formula) ? TableOf(PartOf(period))[series.Kpi, period, series.Segment] : TableOf(PartOf(period))[series.Kpi, series.Segment];

        Standing Against(Timeframe period, string source) => Benchmark.FromReading(Read(period), source).Compare(now, Alone);
    }

    /// <summary>The standing where of the period before only the end is read: refused, of rates and stocks too, as nothing is before the latest.</summary>
    public Standing NoneBefore(KpiSeries series)
    {
        Standing before = OwnHistory.Of(series, _latest, Calendar).Previous();
        return before.IsRefused ? before : OwnHistory.Of(TableOf(PartOfLatest).Series(series.Kpi, series.Segment), _latest, Calendar).Previous();
    }

    private static ComparisonRules Alone => ComparisonRules.Default.AtLeast(1);

    private ReportingCalendar Calendar => _table.Query.Calendar;

    private Grain Grain => _table.Query.Grain!.Value;

    private Timeframe PartOfLatest
    {
        get
        {
            Timeframe known = _table.Query.AsOfDay is { } day ? Timeframe.Until(day.PlusDays(1)) : Timeframe.Always;
            return _latest.Intersect(_table.Query.Timeframe)?.Intersect(known) ?? _latest;
        }
    }

    private Timeframe Before(int count) => Calendar.Shift(_latest, -count, Grain);

    /// <summary>Whether a period is not before the first of the table, nor one of which the query reads only the end.</summary>
    private bool IsRead(Timeframe period) => !(period.Start < _table.Rows[0].Period!.Value.Start || period.Start < _table.Query.Timeframe.Start);

    /// <summary>As many days of a period as of the latest; all of a shorter one. Of a latest of which only the end is read no more than the one before is asked for.</summary>
    private Timeframe PartOf(Timeframe period)
    {
        Timeframe part = PartOfLatest;
        if (part == _latest) return period;
        if (period == _latest) return part;
        LocalDateTime start = part.Start == _latest.Start ? period.Start!.Value : Calendar.Shift(part, -1, Grain).Start!.Value;
        if (part.End == _latest.End) return Timeframe.Between(start, period.End!.Value);
        return Timeframe.Between(start, LocalDateTime.Min(start + Period.Between(part.Start!.Value, part.End!.Value, PeriodUnits.Days | PeriodUnits.AllTimeUnits), period.End!.Value));
    }

    /// <summary>Whether a part of a period, read for itself, would look at another time than the period does: the one before, or a year earlier. Of months as many days are that many.</summary>
    private bool StepsBack(Formula formula) => formula switch
    {
        ContextFormula context => context.Context is PreviousContext || (context.Context is AgoContext && Grain != Grain.Month) || StepsBack(context.Inner),
        BinaryFormula binary => StepsBack(binary.Left) || StepsBack(binary.Right),
        _ => false,
    };

    private KpiTable TableOf(Timeframe part)
    {
        if (!_parts.TryGetValue(part, out KpiTable? table)) _parts.Add(part, table = _read(part));
        return table;
    }
}
