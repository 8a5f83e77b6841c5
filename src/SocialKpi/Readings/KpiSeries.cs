using System.Collections.Concurrent;

namespace SocialKpi;

/// <summary>The readings of one KPI for one segment, period after period, with the reading of all periods together.</summary>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class KpiSeries : IDisplayed
{
    private readonly ConcurrentDictionary<Timeframe, Reading> _merged = new();
    private ReadingDays[]? _days;

    internal KpiSeries(Kpi kpi, Segment segment, IReadOnlyList<Reading> readings, Reading total) =>
        (Kpi, Segment, Readings, Total) = (kpi, segment, readings, total);

    /// <summary>What was read.</summary>
    public Kpi Kpi { get; }

    /// <summary>For which part of the facts.</summary>
    public Segment Segment { get; }

    /// <summary>One reading a period that has rows or was given, or every period of a dense query, in order of time.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>The readings as plain values, for libraries of charts and tables.</summary>
    public IReadOnlyList<ReadingRow> Rows => [.. Readings.Select(ReadingRow.Of)];

    /// <summary>
    /// The reading of the whole: merged from states, not from the readings. Given readings have no states: without a given total it is
    /// absent with <see cref="Absence.NotMergeable"/>.
    /// </summary>
    public Reading Total { get; }

    /// <summary>When the weeks and years of its periods start; null for given readings, of which nobody said.</summary>
    internal ReportingCalendar? Calendar { get; init; }

    /// <summary>Of what time the source knows anything; <see cref="Timeframe.Always"/> for given readings, which are known as they stand.</summary>
    internal Timeframe Known { get; init; }

    /// <summary>
    /// Of what time the source has all rows there will be: as far as it was read as of a day, which says so, else until its last row.
    /// </summary>
    internal Timeframe Complete { get; init; }

    /// <summary>Whether it was read from facts, so that a stretch of several periods can be merged.</summary>
    internal bool HasStates => Merge is not null;

    /// <summary>Whether nobody has a reading of it.</summary>
    internal bool IsUnread => Readings.Count == 0 && !HasStates;

    /// <summary>Merges the states of a stretch of several periods; null for given readings, which have none.</summary>
    internal Func<Timeframe, IReadOnlyList<Timeframe>, Reading>? Merge { get; init; }

    /// <summary>Which days each reading is of, as far as its source knows them; worked out once, as goals ask for it over and over.</summary>
    internal ReadOnlySpan<ReadingDays> Days => _days ??= [.. Readings.Select(reading => ReadingDays.Of(reading, Known, Complete))];

    /// <summary>
    /// The reading of all periods in a stretch of time, merged from their states. A period of which nothing is known beyond the
    /// stretch counts as in it. Null for given readings, which have no states.
    /// </summary>
    internal Reading? Over(Timeframe during)
    {
        if (Merge is null) return null;
        if (_merged.TryGetValue(during, out Reading? merged)) return merged;
        Timeframe[] periods = [.. Readings.Select(reading => reading.Timeframe).Where(period => IsWithin(period, during))];
        return _merged.GetOrAdd(during, periods is [var only] && only == during ? Readings.First(reading => reading.Timeframe == only) : Merge(during, periods));
    }

    /// <summary>
    /// The reading of one calendar period: merged from the series' own periods in it, or a given one of just that period; of a stock the last
    /// given one in it. Null where nothing is known, or not all of the period.
    /// </summary>
    internal Reading? During(Timeframe period, bool isStock)
    {
        if (HasStates) return Complete.Contains(period) ? Over(period) : null;
        Reading? last = null;
        foreach (Reading reading in Readings)
        {
            if (reading.Timeframe == period) return reading;
            if (isStock && reading.HasValue && period.Contains(reading.Timeframe)) last = reading;
        }

        return last;
    }

    /// <summary>Whether what is known of a period lies in a stretch of time.</summary>
    internal bool IsWithin(Timeframe period, Timeframe during) => during.Contains(Known.Intersect(period) ?? period);

    /// <summary>
    /// A series made from stored numbers, such as a goal's history, without a total: <c>KpiSeries.Given(kpi, (Timeframe.Month(2025, 1), 3.1m.Percent()), …)</c>.
    /// Every reading is marked as given; a number that is not known (null) is absent with <see cref="Absence.NotReported"/>.
    /// </summary>
    /// <param name="kpi">What the numbers are of.</param>
    /// <param name="readings">The periods, at least one, bounded and in order of time without overlap (gaps are allowed), with the number of each.</param>
    /// <exception cref="ArgumentException">A period is open, out of order or overlaps another, a number has another unit than the KPI, or there is no period; all issues are listed.</exception>
    public static KpiSeries Given(Kpi kpi, params IEnumerable<(Timeframe Period, Quantity? Quantity)> readings) => Given(kpi, readings, total: null);

    /// <summary>The same for a segment, or with a stored total: the figure of the time from the first period to the last.</summary>
    /// <param name="kpi">What the numbers are of.</param>
    /// <param name="readings">The periods, at least one, bounded and in order of time without overlap (gaps are allowed), with the number of each.</param>
    /// <param name="total">The stored figure of all periods together; null when there is none.</param>
    /// <param name="segment">For which part; the whole when left out.</param>
    /// <exception cref="ArgumentException">A period is open, out of order or overlaps another, a number has another unit than the KPI, or there is no period; all issues are listed.</exception>
    public static KpiSeries Given(Kpi kpi, IEnumerable<(Timeframe Period, Quantity? Quantity)> readings, Quantity? total, Segment? segment = null)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentNullException.ThrowIfNull(readings);
        (Timeframe Period, Quantity? Quantity)[] given = [.. readings];
        string[] problems = [.. Problems(kpi, given, total)];
        if (problems.Length > 0) throw new ArgumentException($"{string.Join("; ", problems)}.", nameof(readings));

        Segment of = segment ?? Segment.Whole;
        Timeframe whole = Timeframe.Between(given[0].Period.Start!.Value, given[^1].Period.End!.Value);
        return new KpiSeries(kpi, of, [.. given.Select(each => Reading.Given(kpi, each.Quantity, each.Period, of))], total is not null
            ? Reading.Given(kpi, total, whole, of)
            : new Reading(kpi, whole, of, Figure.Absent(Absence.NotMergeable), InputSource.None, 0, [CaveatText.TotalOfGiven]));
    }

    /// <summary>The series of a KPI of which nobody has a reading.</summary>
    internal static KpiSeries Unread(Kpi kpi, Segment segment) =>
        new(kpi, segment, [], new Reading(kpi, Timeframe.Always, segment, Figure.Absent(Absence.NotReported), InputSource.None, 0, []));

    private static IEnumerable<string> Problems(Kpi kpi, (Timeframe Period, Quantity? Quantity)[] given, Quantity? total)
    {
        if (given.Length == 0) yield return "no period is given; give at least one";
        Timeframe? latest = null;
        foreach ((Timeframe period, Quantity? quantity) in given)
        {
            if (Reading.GivenProblem(kpi, quantity) is { } problem) yield return $"{period}: {problem}";
            if (!period.IsBounded) yield return $"the period '{period}' is open; give it a start and an end";
            else if (period.Start < latest?.End) yield return $"{period} begins before {latest} ends; give periods in order of time that do not overlap";
            if (period.IsBounded && !(period.End <= latest?.End)) latest = period;
        }

        if (Reading.GivenProblem(kpi, total) is { } wrong) yield return $"total: {wrong}";
    }

    /// <summary>One line a period, then the total, with notes under them; the same under every culture.</summary>
    public override string ToString() => SeriesText.Text(this);

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown() => SeriesText.Markdown(this);

    /// <summary>
    /// The same as a self-contained HTML fragment, readable on light and dark pages, with the course as a line and the change from
    /// period to period, better or worse where the KPI's direction says so. The first 500 periods are shown.
    /// </summary>
    public string ToHtml() => SeriesText.Html(this);
}
