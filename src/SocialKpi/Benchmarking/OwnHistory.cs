using NodaTime;

namespace SocialKpi;

/// <summary>
/// A reading against one's own earlier ones: <c>OwnHistory.Of(table.Series(kpi), Timeframe.Month(2026, 6)).Previous()</c>. Nothing
/// after the period is looked at. What is not there is refused with the reason, never taken from elsewhere.
/// </summary>
/// <remarks>
/// Periods are those of the calendar, so that of months with and without rows the same are meant. Where the period that is compared is none of the
/// calendar, such as ten days, the readings before it count as they stand. What grows with time, as counts do, is only compared with periods of the same length. Immutable and thread-safe.
/// </remarks>
public sealed class OwnHistory
{
    private static readonly ComparisonRules Rules = ComparisonRules.Default.AtLeast(1);

    private readonly KpiSeries _series;
    private readonly Reading[] _before;
    private readonly ReportingCalendar _calendar;
    private readonly Grain? _grain;

    private OwnHistory(KpiSeries series, Reading reading, ReportingCalendar calendar)
    {
        (_series, Reading, _calendar) = (series, reading, calendar);
        _before = [.. series.Readings.Where(each => each.Timeframe.End <= reading.Timeframe.Start)];
        if (reading.Timeframe is { Start: { } start, IsBounded: true })
            _grain = Enum.GetValues<Grain>().Cast<Grain?>().FirstOrDefault(grain => calendar.Containing(start, grain!.Value) == reading.Timeframe);
    }

    /// <summary>The reading that is compared.</summary>
    public Reading Reading { get; }

    /// <summary>The history of one period of a series.</summary>
    /// <param name="series">The readings, period after period.</param>
    /// <param name="period">The period that is compared; the last of the series when left out.</param>
    /// <param name="calendar">Where weeks and fiscal years begin; when left out, as in the query that the series was read by, and <see cref="ReportingCalendar.Iso"/> for a given one.</param>
    /// <exception cref="ArgumentException">The series has no such period.</exception>
    public static OwnHistory Of(KpiSeries series, Timeframe? period = null, ReportingCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        Reading? reading = period is { } asked ? series.Readings.FirstOrDefault(each => each.Timeframe == asked) : series.Readings is [.., var last] ? last : null;
        return reading is not null
            ? new OwnHistory(series, reading, calendar ?? series.Calendar ?? ReportingCalendar.Iso)
            : throw new ArgumentException(
                series.Readings.Count == 0 ? $"The series of {series.Kpi.Id} has no period." : $"The series of {series.Kpi.Id} has no period {period}; it has {series.Readings[0].Timeframe} to {series.Readings[^1].Timeframe}.",
                series.Readings.Count == 0 ? nameof(series) : nameof(period));
    }

    /// <summary>Against the period right before. Where the series has none there, it is refused.</summary>
    public Standing Previous(ComparisonRules? rules = null)
    {
        Timeframe? wanted = _grain is { } grain && Reading.Timeframe.Start > CommonEra.First.PlusYears(1).AtMidnight() ? _calendar.Shift(Reading.Timeframe, -1, grain) : null;
        Reading? previous = _before.LastOrDefault(each => wanted is null ? each.Timeframe.End == Reading.Timeframe.Start : each.Timeframe == wanted);
        return Against(previous, "the period before", wanted is { } period ? $"the series has no {period}" : $"the series has no period that ends where {Reading.When} begins", rules);
    }

    /// <summary>
    /// Against the same period a year before; of a week the one that holds its middle day, a year earlier. So week 53 has one too, of whatever number:
    /// of 2026-W53 (28 December to 3 January) it is 2026-W01 (29 December to 4 January).
    /// </summary>
    public Standing SamePeriodLastYear(ComparisonRules? rules = null)
    {
        Timeframe? wanted = YearBefore();
        Reading? then = _before.LastOrDefault(each => each.Timeframe == wanted);
        return Against(then, "the same period last year", wanted is { } period ? $"the series has no {period}" : "the period is open", rules);
    }

    /// <summary>
    /// Against the mean of the latest periods before: the mean of finished figures, each period weighing the same. The figure of
    /// those periods together is another one; read it with <see cref="Context.Trailing"/>.
    /// </summary>
    /// <param name="count">How many periods of the calendar, at least 1, back to where the series begins. Those that it lacks and those without a value are left out, which a note says.</param>
    /// <param name="rules">What is demanded; when left out, one period with a value is enough.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
    public Standing TrailingMean(int count, ComparisonRules? rules = null)
    {
        Benchmark peers = Trailing(count);
        BoundedValues? values = peers.Figures.Count > 0 ? new([.. peers.Figures.Select(BoundedValue.Of)]) : null;
        BenchmarkFigure[] mean = values?.Read(all => all.Mean()) is { } known ? [BenchmarkFigure.Measured(Statistic.Mean, known)] : [];
        return peers.WithFigures(mean).On(_calendar).Compare(Reading, rules ?? Rules);
    }

    /// <summary>Against the latest periods before, as peers: their median, quartiles, and the place among them.</summary>
    /// <inheritdoc cref="TrailingMean"/>
    public Standing TrailingMedian(int count, ComparisonRules? rules = null) => Trailing(count).On(_calendar).Compare(Reading, rules ?? Rules);

    /// <summary>
    /// Against the best period before, of several the latest. Refused where neither way is better, or the periods are in several currencies. Of a figure that
    /// grows with time periods that were not read whole do not count.
    /// </summary>
    public Standing Best(ComparisonRules? rules = null) => Extreme(best: true, rules);

    /// <summary>Against the worst period before, of several the latest. Refused, and not counted, as for the best.</summary>
    public Standing Worst(ComparisonRules? rules = null) => Extreme(best: false, rules);

    /// <summary>Against the same weekday of the latest weeks before, as peers. Refused where the period is not one day.</summary>
    /// <param name="count">How many weeks, at least 1, back to where the series begins. Days that it lacks and those without a value are left out, which a note says.</param>
    /// <param name="rules">What is demanded; when left out, one day with a value is enough.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1.</exception>
    public Standing SameWeekday(int count, ComparisonRules? rules = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (Reading.Timeframe.Start is not { } start || Reading.Timeframe != Timeframe.Day(start.Date))
            return Refused($"{Reading.When} is not one day, so it has no weekday");
        return Peers(Before(count, Grain.Week), $"own {start.DayOfWeek}s").On(_calendar).Compare(Reading, rules ?? Rules);
    }

    /// <summary>Against an agreed figure, such as what the audit found at the start.</summary>
    /// <param name="baseline">The figure; <see cref="Reading.Given"/> makes one of a stored number.</param>
    /// <param name="rules">What is demanded.</param>
    public Standing Baseline(Reading baseline, ComparisonRules? rules = null) => Benchmark.FromReading(baseline, "the baseline").On(_calendar).Compare(Reading, rules ?? Rules);

    private Standing Refused(string lack) => new(Reading, new Refusal(RefusalReason.NoReference, lack));

    private Standing Against(Reading? reading, string source, string lack, ComparisonRules? rules) => reading is null
        ? Refused(lack)
        : Benchmark.FromReading(reading, source).On(_calendar).Compare(Reading, rules ?? Rules);

    private Standing Extreme(bool best, ComparisonRules? rules)
    {
        string word = best ? "best" : "worst";
        if (_series.Kpi.Direction is not (Direction.HigherIsBetter or Direction.LowerIsBetter))
            return new Standing(Reading, new Refusal(RefusalReason.NoDirection, $"{_series.Kpi.ShortName} has no {word}: neither way is better in itself"));
        Reading[] known = [.. _before.Where(each => each.HasValue && WhyNotAlike(each) is null)];
        if (known.Select(each => each.Unit).Distinct().Count() > 1) return new Standing(Reading, Refusals.Currencies(known.Select(each => each.Unit)));
        bool greatest = best == (_series.Kpi.Direction == Direction.HigherIsBetter);

        if (known.Length == 0)
        {
            string[] leftOut = [.. LeftOut(_before.Where(each => each.HasValue))];
            return Refused(leftOut.Length > 0 ? string.Join("; ", leftOut) : $"no period before {Reading.When} has a value");
        }

        Reading extreme = known.Aggregate((found, each) => ReferenceValues.Order(each.Value, found.Value) * (greatest ? 1 : -1) >= 0 ? each : found);
        Benchmark benchmark = Benchmark.FromReading(extreme, $"the {word} period before");

        // Within its bounds another period may be the best: then the best lies between the greatest of all bounds.
        Bounds? within = new BoundedValues([.. known.Select(BoundedValue.Of)]).Read(all => all.At(Quantile.At(greatest ? 100 : 0)))?.Within;
        return benchmark.WithFigures([BenchmarkFigure.Measured(Statistic.Single, new BoundedValue(extreme.Value, within), extreme.Where)]).On(_calendar).Compare(Reading, rules ?? Rules);
    }

    private Benchmark Trailing(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Peers(_grain is { } grain ? Before(count, grain) : Latest(count), "own history");
    }

    /// <summary>The periods before at whole distances, the latest last, back to where the series begins; and those of them that it lacks.</summary>
    private (IReadOnlyList<Reading> There, IReadOnlyList<Timeframe> Lacking) Before(int count, Grain grain)
    {
        Dictionary<Timeframe, Reading> before = _before.ToDictionary(reading => reading.Timeframe);
        List<Reading> there = [];
        List<Timeframe> lacking = [];
        Timeframe at = Reading.Timeframe;
        for (int distance = 1; distance <= count && _before.Length > 0 && at.Start > _before[0].Timeframe.Start; distance++)
        {
            at = _calendar.Shift(Reading.Timeframe, -distance, grain);
            if (before.TryGetValue(at, out Reading? reading)) there.Insert(0, reading);
            else if (at.Start >= _before[0].Timeframe.Start) lacking.Insert(0, at);
        }

        return (there, lacking);
    }

    /// <summary>The latest readings before, where periods are none of the calendar; and the time between them of which there is none.</summary>
    private (IReadOnlyList<Reading> There, IReadOnlyList<Timeframe> Lacking) Latest(int count)
    {
        Reading[] there = [.. _before.TakeLast(count)];
        return (there, [.. there.Zip(there.Skip(1).Append(Reading)).Where(pair => pair.First.Timeframe.End < pair.Second.Timeframe.Start)
            .Select(pair => Timeframe.Between(pair.First.Timeframe.End!.Value, pair.Second.Timeframe.Start!.Value))]);
    }

    private Benchmark Peers((IReadOnlyList<Reading> There, IReadOnlyList<Timeframe> Lacking) periods, string source)
    {
        const int most = 5;
        Reading[] whole = [.. periods.There.Where(each => WhyNotAlike(each) is null)];
        List<string> remarks = [.. LeftOut(periods.There)];
        if (periods.Lacking.Count > 0)
            remarks.Add($"the series lacks {string.Join(", ", periods.Lacking.Take(most))}{(periods.Lacking.Count > most ? FormattableString.Invariant($" and {periods.Lacking.Count - most} more") : "")}");
        return Benchmark.FromReadings(
            _series.Kpi, Statistic.Peer, [.. whole.Select(each => (each.When, each))], source,
            whole.Length > 0 ? Timeframe.Between(whole[0].Timeframe.Start!.Value, whole[^1].Timeframe.End!.Value) : Timeframe.Always, remarks: remarks);
    }

    private IEnumerable<string> LeftOut(IEnumerable<Reading> readings) =>
        readings.Select(each => (each.When, Why: WhyNotAlike(each))).Where(each => each.Why is not null).Select(each => $"{each.When} is left out: {each.Why}");

    /// <summary>Why a count of an earlier period is not like those of whole ones of this length; null when it is.</summary>
    private string? WhyNotAlike(Reading earlier) => earlier.IsCut && TimeDependence.OfPart(_series.Kpi.Formula) is { } ofPart ? $"it is not whole, and {_series.Kpi.ShortName} {ofPart}"
        : TimeDependence.Of(_series.Kpi.Formula) is not { } change ? null
        : !Refusals.AreAsLong(earlier.Timeframe, Reading.Timeframe) ? $"it is not as long as {Reading.When}, and {_series.Kpi.ShortName} {change}"
        : !ToDatePlace.IsSame(_series.Kpi.Formula, Reading.Timeframe, earlier.Timeframe, _calendar) ? $"it does not end at the same place as {Reading.When} of what {_series.Kpi.ShortName} reads to date, and it {change}"
        : null;

    private Timeframe? YearBefore()
    {
        Timeframe period = Reading.Timeframe;
        if (period is not { Start: { } start, IsBounded: true } || CommonEra.PlusMonths(start.Date, -12) is null) return null;

        // A week a year before is the week that holds the day then: shifting its ends would make it longer or shorter.
        return _calendar.Containing(start, Grain.Week) == period
            ? _calendar.Containing(_calendar.Shift(start.Date.PlusDays(3), -1, Grain.Year), Grain.Week)
            : _calendar.Shift(period, -1, Grain.Year);
    }
}
