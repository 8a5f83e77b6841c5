using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// How an organisation cuts time into periods: the day its weeks start on and the month its fiscal year starts in. Immutable; two
/// calendars are equal when both are the same.
/// </summary>
/// <remarks>
/// A fiscal year is named by the calendar year in which it ends: with a start in July, July 2026 to June 2027 is FY2027. A fiscal year
/// from January is the calendar year, and its periods have plain names. Periods follow the local clock; where a zone puts the clock
/// back, the local hour that occurs twice is one period of two elapsed hours (<see cref="Timeframe.Length"/> shows it).
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "Callers step through periods on the calendar they read with; that shifts need no state of it is an accident.")]
public sealed class ReportingCalendar : IEquatable<ReportingCalendar>
{
    private ReportingCalendar(IsoDayOfWeek weekStart, int fiscalYearStart) => (WeekStart, FiscalYearStart) = (weekStart, fiscalYearStart);

    /// <summary>Weeks from Monday, numbered as ISO 8601 says, and years from January.</summary>
    public static ReportingCalendar Iso { get; } = new(IsoDayOfWeek.Monday, 1);

    /// <summary>The day weeks start on.</summary>
    public IsoDayOfWeek WeekStart { get; }

    /// <summary>The month the fiscal year starts in, 1 to 12.</summary>
    public int FiscalYearStart { get; }

    /// <summary>Whether two calendars cut time alike.</summary>
    /// <param name="left">A calendar, or null.</param>
    /// <param name="right">A calendar, or null.</param>
    public static bool operator ==(ReportingCalendar? left, ReportingCalendar? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two calendars cut time differently.</summary>
    /// <param name="left">A calendar, or null.</param>
    /// <param name="right">A calendar, or null.</param>
    public static bool operator !=(ReportingCalendar? left, ReportingCalendar? right) => !(left == right);

    /// <summary>The same calendar with weeks from another day.</summary>
    /// <param name="day">Monday to Sunday.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not a day of the week.</exception>
    public ReportingCalendar WithWeekStart(IsoDayOfWeek day)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            throw new ArgumentOutOfRangeException(nameof(day), $"{day}", "A week starts on a day from Monday to Sunday.");

        return new(day, FiscalYearStart);
    }

    /// <summary>The same calendar with fiscal years from another month.</summary>
    /// <param name="month">The month, 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="month"/> is not a month.</exception>
    public ReportingCalendar WithFiscalYearFrom(int month)
    {
        if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month), month.ToString(CultureInfo.InvariantCulture), "A fiscal year starts in a month from 1 to 12.");
        return new(WeekStart, month);
    }

    /// <summary>The period that holds a moment of the local clock.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="grain">The size of the period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period does not lie between 0001-01-01 and 9999-12-31.</exception>
    public Timeframe Containing(LocalDateTime moment, Grain grain) => Cell(moment, grain, nameof(moment));

    /// <summary>The period that holds a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="grain">The size of the period; not <see cref="Grain.Hour"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The grain is an hour, or the period does not lie between 0001-01-01 and 9999-12-31.
    /// </exception>
    public Timeframe Containing(LocalDate day, Grain grain) => Cell(day, grain, nameof(day));

    /// <summary>All whole periods that touch a timeframe, in order, none twice. The first and last may reach beyond it.</summary>
    /// <param name="bounded">The timeframe, closed on both sides.</param>
    /// <param name="grain">The size of the periods.</param>
    /// <returns>One period at least, made as they are asked for: a century has 876,000 hours.</returns>
    /// <exception cref="ArgumentException">A side of the timeframe is open.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A period does not lie between 0001-01-01 and 9999-12-31.</exception>
    public IEnumerable<Timeframe> Split(Timeframe bounded, Grain grain)
    {
        if (bounded is not { Start: { } start, End: { } end })
            throw new ArgumentException($"The timeframe '{bounded}' is open and has no end of periods; intersect it with a bounded one first.", nameof(bounded));

        return Cells(Cell(start, grain, nameof(bounded)), Cell(end.PlusNanoseconds(-1), grain, nameof(bounded)), grain);
    }

    /// <summary>
    /// The day a number of calendar periods later, or earlier when negative. A month, quarter or year leads to the same day of the
    /// other month, clipped to its last: 31 March − 1 month is 28 or 29 February, 29 February + 1 year is 28 February.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="periods">How many periods; zero gives the day itself.</param>
    /// <param name="grain">The size of the periods; not <see cref="Grain.Hour"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grain is an hour, or the result does not lie in the years 1 to 9999.</exception>
    public LocalDate Shift(LocalDate day, int periods, Grain grain) =>
        CalendarShift.Move(CommonEra.Day(day, nameof(day)), periods, grain);

    /// <summary>
    /// The moment a number of calendar periods later, or earlier when negative, on the local clock: days and longer keep the time of
    /// day, months and longer are clipped as for days.
    /// </summary>
    /// <param name="moment">The moment.</param>
    /// <param name="periods">How many periods; zero gives the moment itself.</param>
    /// <param name="grain">The size of the periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result does not lie in the years 1 to 9999.</exception>
    public LocalDateTime Shift(LocalDateTime moment, int periods, Grain grain) =>
        CalendarShift.Move(CommonEra.Moment(moment, nameof(moment)), periods, grain);

    /// <summary>
    /// The timeframe a number of calendar periods later, or earlier when negative. Hours, days and weeks move both boundaries, and so do
    /// months, quarters and years when both boundaries are month starts: a whole month becomes a whole month. Otherwise the first
    /// and the last day move, each clipped, and keep their times of day (an end at midnight belongs to the day before it): one day
    /// stays one day. A span that clipping would empty keeps its length instead. Open sides stay open.
    /// </summary>
    /// <param name="timeframe">The timeframe.</param>
    /// <param name="periods">How many periods; zero gives the timeframe itself.</param>
    /// <param name="grain">The size of the periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result does not lie between 0001-01-01 and 9999-12-31.</exception>
    public Timeframe Shift(Timeframe timeframe, int periods, Grain grain) => CalendarShift.Move(timeframe, periods, grain);

    /// <summary>A fiscal year, named by the calendar year in which it ends; from January, the calendar year.</summary>
    /// <param name="fiscalYear">The year: 2027 for July 2026 to June 2027.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year does not lie between 0001-01-01 and 9999-12-31.</exception>
    public Timeframe Year(int fiscalYear) => Timeframe.Months(StartOf(fiscalYear, 1), 12, nameof(fiscalYear));

    /// <summary>A quarter of a fiscal year.</summary>
    /// <param name="fiscalYear">The year, named as for <see cref="Year"/>.</param>
    /// <param name="quarter">The quarter, 1 to 4, counted from the month the fiscal year starts in.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter, or it does not lie between 0001-01-01 and 9999-12-31.</exception>
    public Timeframe Quarter(int fiscalYear, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return Timeframe.Months(StartOf(fiscalYear, quarter), 3, nameof(fiscalYear));
    }

    /// <summary>
    /// The name of a period in this calendar, the same in every culture: <c>2026</c> or <c>FY2027</c>, <c>2026-Q3</c> or <c>FY2027-Q1</c>,
    /// <c>2026-03</c>, <c>2026-W12</c> or, when weeks do not start on Monday, <c>week of 2026-03-01</c>, <c>2026-03-05</c>, <c>2026-03-05T13</c>.
    /// Within one grain no two periods share a name.
    /// </summary>
    /// <param name="period">One whole period of that grain.</param>
    /// <param name="grain">The grain.</param>
    /// <exception cref="ArgumentException"><paramref name="period"/> is not one whole period of that grain in this calendar.</exception>
    public string Label(Timeframe period, Grain grain)
    {
        if (period.Start is not { } start || !IsPeriod(period, grain))
            throw new ArgumentException($"The timeframe '{period}' is not one whole {grain} of the calendar with {this}.", nameof(period));

        int fiscalYear = start.Month >= FiscalYearStart ? start.Year + 1 : start.Year;
        return grain switch
        {
            Grain.Week when WeekStart != IsoDayOfWeek.Monday => "week of " + TimeframeText.Write(start.Date),
            Grain.Year when FiscalYearStart != 1 => string.Create(CultureInfo.InvariantCulture, $"FY{fiscalYear:D4}"),
            Grain.Quarter when FiscalYearStart != 1 => string.Create(CultureInfo.InvariantCulture, $"FY{fiscalYear:D4}-Q{(MonthOfYear(start.Date) / 3) + 1}"),
            _ => period.ToString(),
        };
    }

    /// <inheritdoc/>
    public bool Equals(ReportingCalendar? other) => other is not null && WeekStart == other.WeekStart && FiscalYearStart == other.FiscalYearStart;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportingCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => (13 * (int)WeekStart) + FiscalYearStart;

    /// <summary>Both choices in English: <c>weeks from Monday, years from January</c>.</summary>
    public override string ToString() =>
        $"weeks from {WeekStart}, years from {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(FiscalYearStart)}";

    /// <summary>Whether a timeframe is one whole period of a grain.</summary>
    internal bool IsPeriod(Timeframe timeframe, Grain grain) => timeframe.Start is { } start && Cell(start, grain, nameof(timeframe)) == timeframe;

    internal static ArgumentOutOfRangeException HourOfDay(string argument) =>
        new(argument, "A day lies in no single hour: give a moment (LocalDateTime), or a grain from Day to Year.");

    internal static ArgumentOutOfRangeException UnknownGrain(Grain grain) =>
        new(nameof(grain), $"{grain}", "The grains are Hour, Day, Week, Month, Quarter and Year.");

    private Timeframe Cell(LocalDateTime moment, Grain grain, string argument) => grain == Grain.Hour
        ? Timeframe.Hour(CommonEra.Moment(moment, argument))
        : Cell(moment.Date, grain, argument);

    private Timeframe Cell(LocalDate day, Grain grain, string argument)
    {
        LocalDate iso = CommonEra.Day(day, argument);
        return grain switch
        {
            Grain.Day => Timeframe.Days(iso, 1, argument),
            Grain.Week => Timeframe.Days(
                CommonEra.PlusDays(iso, -((iso.DayOfWeek - WeekStart + 7) % 7)) ?? throw CommonEra.Beyond(argument), 7, argument),
            Grain.Month => Timeframe.Months(MonthsBefore(iso, 0, argument), 1, argument),
            Grain.Quarter => Timeframe.Months(MonthsBefore(iso, MonthOfYear(iso) % 3, argument), 3, argument),
            Grain.Year => Timeframe.Months(MonthsBefore(iso, MonthOfYear(iso), argument), 12, argument),
            Grain.Hour => throw HourOfDay(nameof(grain)),
            _ => throw UnknownGrain(grain),
        };
    }

    private IEnumerable<Timeframe> Cells(Timeframe first, Timeframe last, Grain grain)
    {
        Timeframe cell = first;
        while (cell != last)
        {
            yield return cell;
            cell = Containing(cell.End!.Value, grain);
        }

        yield return last;
    }

    /// <summary>How many whole months of the fiscal year have passed, 0 to 11.</summary>
    private int MonthOfYear(LocalDate day) => (day.Month - FiscalYearStart + 12) % 12;

    private static LocalDate MonthsBefore(LocalDate day, int months, string argument) =>
        CommonEra.PlusMonths(new LocalDate(day.Year, day.Month, 1), -months) ?? throw CommonEra.Beyond(argument);

    private LocalDate StartOf(int fiscalYear, int quarter)
    {
        long firstYear = FiscalYearStart == 1 ? fiscalYear : fiscalYear - 1L;
        long months = (12 * (firstYear - CommonEra.First.Year)) + FiscalYearStart - 1 + (3 * (quarter - 1));
        return CommonEra.PlusMonths(CommonEra.First, months) ?? throw CommonEra.Beyond(nameof(fiscalYear));
    }
}
