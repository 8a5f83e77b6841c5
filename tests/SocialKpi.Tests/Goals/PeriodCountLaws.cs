using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class PeriodCountLaws
{
    private static readonly LocalDate First = new(2023, 1, 1);
    private static readonly Grain[] Grains = [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year];

    private static readonly ReportingCalendar[] Calendars =
        [ReportingCalendar.Iso, ReportingCalendar.Iso.WithWeekStart(IsoDayOfWeek.Sunday), ReportingCalendar.Iso.WithFiscalYearFrom(4), ReportingCalendar.Iso.WithFiscalYearFrom(2)];

    private static readonly Arbitrary<(LocalDate From, LocalDate Until, Grain Per, ReportingCalendar Calendar)> Times = Gen.Choose(0, 900).SelectMany(
        from => Gen.Choose(1, 800).SelectMany(days => Gen.Elements(Grains).SelectMany(per => Gen.Elements(Calendars)
            .Select(calendar => (First.PlusDays(from), First.PlusDays(from + days), per, calendar))))).ToArbitrary();

    // Each day is a part of its period, by the length of that.
    [Fact]
    public void The_count_is_the_sum_of_what_each_day_is_of_its_period() => Prop.ForAll(Times, time =>
    {
        decimal naive = 0;
        for (LocalDate day = time.From; day < time.Until; day = day.PlusDays(1))
            naive += 1m / LengthOf(day, time.Per, time.Calendar);
        Assert.Equal(naive, PeriodCount.Of(time.From, time.Until, time.Per, time.Calendar).Count, 20);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Whole_periods_are_counted_without_a_rest() => Prop.ForAll(Times, time =>
    {
        Timeframe[] periods = [.. time.Calendar.Split(Timeframe.Between(time.From, time.Until), time.Per)];
        PeriodCount count = PeriodCount.Of(periods[0].Start!.Value.Date, periods[^1].End!.Value.Date, time.Per, time.Calendar);
        Assert.Equal((periods.Length, 1L), (count.Count, count.Denominator));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // Otherwise a period that did just what is asked would fall short.
    [Fact]
    public void The_same_days_as_a_month_are_asked_the_same_to_the_last_digit()
    {
        for (LocalDate from = First; from < First.PlusYears(2); from = from.PlusDays(1))
        {
            LocalDate until = from.PlusDays(CalendarSystem.Iso.GetDaysInMonth(from.Year, from.Month));
            bool isOneMonth = (until.Month - from.Month + 12) % 12 < 2 && CalendarSystem.Iso.GetDaysInMonth(until.Year, until.Month) == CalendarSystem.Iso.GetDaysInMonth(from.Year, from.Month);
            if (isOneMonth) Assert.Equal(10_000m, PeriodCount.Of(from, until, Grain.Month, ReportingCalendar.Iso).ShareOf(10_000m));
        }
    }

    private static int LengthOf(LocalDate day, Grain per, ReportingCalendar calendar)
    {
        LocalDate[] around = [.. Enumerable.Range(-366, 733).Select(day.PlusDays)];
        return around.Count(other => calendar.Containing(other, per) == calendar.Containing(day, per));
    }
}
