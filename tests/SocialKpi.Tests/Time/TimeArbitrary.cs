using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests;

/// <summary>Random moments, calendars and timeframes; month ends, year ends and midnights come up often.</summary>
internal static class TimeArbitrary
{
    internal static Gen<Grain> Grains { get; } = Gen.Elements(Enum.GetValues<Grain>());

    internal static Gen<LocalDate> Day { get; } = Gen.OneOf(
        Gen.Choose(0, 400 * 366).Select(n => new LocalDate(1850, 1, 1).PlusDays(n)),
        from year in Gen.Choose(1999, 2033)
        from month in Gen.Choose(1, 12)
        from fromEnd in Gen.Choose(-3, 3)
        select new LocalDate(year, month, 1).PlusDays(fromEnd));

    internal static Gen<LocalDateTime> Moment { get; } =
        from day in Day
        from time in Gen.OneOf(
            Gen.Constant(LocalTime.Midnight),
            Gen.Choose(0, 23).Select(h => new LocalTime(h, 0)),
            Gen.Choose(0, 86_399).Select(s => LocalTime.FromSecondsSinceMidnight(s)),
            Gen.Choose(0, int.MaxValue).Select(n => LocalTime.FromNanosecondsSinceMidnight(n * 40_000L + 1)))
        select day + time;

    internal static Gen<ReportingCalendar> Calendar { get; } =
        from week in Gen.Choose(1, 7)
        from month in Gen.Choose(1, 12)
        select ReportingCalendar.Iso.WithWeekStart((IsoDayOfWeek)week).WithFiscalYearFrom(month);

    internal static Gen<Timeframe> Bounded { get; } = Gen.OneOf(
        from a in Moment
        from b in Moment
        where a != b
        select a < b ? Timeframe.Between(a, b) : Timeframe.Between(b, a),
        from a in Day
        from n in Gen.Choose(0, 40)
        select Timeframe.Days(a, a.PlusDays(n)),
        from calendar in Calendar
        from moment in Moment
        from grain in Grains
        select calendar.Containing(moment, grain));

    internal static Gen<Timeframe> Any { get; } = Gen.Frequency(
        (8, Bounded),
        (1, Day.Select(Timeframe.Since)),
        (1, Day.Select(Timeframe.Until)),
        (1, Bounded.Select(t => Timeframe.Since(t.Start!.Value.Date).Intersect(ReportingCalendar.Iso.Shift(Timeframe.Since(t.Start!.Value.Date), t.Start!.Value.Hour, Grain.Hour))!.Value)),
        (1, Gen.Constant(Timeframe.Always)));

    /// <summary>Two timeframes, often neighbours that touch, in either order.</summary>
    internal static Gen<(Timeframe First, Timeframe Second)> Pair { get; } = Gen.OneOf(
        from a in Any
        from b in Any
        select (a, b),
        from day in Day
        from t in Gen.Elements(Timeframe.Day(day), Timeframe.Until(day.PlusDays(1)))
        from next in Gen.Elements(Timeframe.Day(day.PlusDays(1)), Timeframe.Since(day.PlusDays(1)))
        from swapped in Gen.Elements(false, true)
        select swapped ? (next, t) : (t, next));

    /// <summary>A calendar, a grain and one whole period of it.</summary>
    internal static Gen<(ReportingCalendar Calendar, Grain Grain, Timeframe Cell)> Periods { get; } =
        from calendar in Calendar
        from grain in Grains
        from moment in Moment
        select (calendar, grain, calendar.Containing(moment, grain));

    internal static void Holds<T>(Gen<T> gen, Func<T, bool> law) =>
        Prop.ForAll(gen.ToArbitrary(), law).QuickCheckThrowOnFailure();
}
