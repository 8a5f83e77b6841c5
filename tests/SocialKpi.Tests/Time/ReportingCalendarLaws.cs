using FsCheck.Fluent;
using NodaTime;
using static SocialKpi.Tests.TimeArbitrary;

namespace SocialKpi.Tests;

public class ReportingCalendarLaws
{
    [Fact]
    public void The_period_containing_a_moment_contains_it() =>
        Holds(
            from calendar in Calendar
            from grain in Grains
            from moment in Moment
            select (calendar, grain, moment),
            x => x.calendar.Containing(x.moment, x.grain).Contains(x.moment));

    [Fact]
    public void A_day_lies_in_the_period_of_its_midnight() =>
        Holds(
            from calendar in Calendar
            from grain in Grains
            where grain != Grain.Hour
            from day in Day
            select (calendar, grain, day),
            x => x.calendar.Containing(x.day, x.grain) == x.calendar.Containing(x.day.AtMidnight(), x.grain)
                && x.calendar.Containing(x.day, x.grain).Contains(x.day));

    [Fact]
    public void Two_consecutive_periods_touch() =>
        Holds(Periods, x => x.Calendar.Containing(x.Cell.End!.Value, x.Grain) is var next
            && next.Start == x.Cell.End
            && next == x.Calendar.Shift(x.Cell, 1, x.Grain)
            && x.Calendar.Containing(x.Cell.End!.Value.PlusNanoseconds(-1), x.Grain) == x.Cell);

    [Fact]
    public void Split_tiles_without_gap_or_overlap_and_covers() =>
        Holds(
            from calendar in Calendar
            from grain in Grains
            from whole in Bounded
            let start = whole.Start!.Value
            let far = start.PlusDays(grain == Grain.Hour ? 4 : 900)
            select (calendar, grain, timeframe: whole.End > far ? Timeframe.Between(start, far) : whole),
            x =>
            {
                Timeframe[] cells = [.. x.calendar.Split(x.timeframe, x.grain)];
                return cells[0].Contains(x.timeframe.Start!.Value)
                    && cells[^1].Contains(x.timeframe.End!.Value.PlusNanoseconds(-1))
                    && cells.Zip(cells.Skip(1)).All(pair => pair.First.End == pair.Second.Start)
                    && cells.All(cell => cell.Overlaps(x.timeframe) && x.calendar.Containing(cell.Start!.Value, x.grain) == cell);
            });

    [Fact]
    public void Shifting_a_whole_period_there_and_back_returns_it() =>
        Holds(
            from cell in Periods
            from n in Gen.Choose(-500, 500)
            select (cell.Calendar, cell.Grain, cell.Cell, n),
            x => x.Calendar.Shift(x.Calendar.Shift(x.Cell, x.n, x.Grain), -x.n, x.Grain) == x.Cell);

    [Fact]
    public void Shifting_a_whole_period_twice_is_shifting_by_the_sum() =>
        Holds(
            from cell in Periods
            from a in Gen.Choose(-300, 300)
            from b in Gen.Choose(-300, 300)
            select (cell.Calendar, cell.Grain, cell.Cell, a, b),
            x => x.Calendar.Shift(x.Calendar.Shift(x.Cell, x.a, x.Grain), x.b, x.Grain) == x.Calendar.Shift(x.Cell, x.a + x.b, x.Grain));

    [Fact]
    public void A_shifted_whole_period_is_the_whole_period_that_many_steps_away() =>
        Holds(
            from cell in Periods
            from n in Gen.Choose(0, 30)
            select (cell.Calendar, cell.Grain, cell.Cell, n),
            x =>
            {
                Timeframe walked = x.Cell;
                for (int i = 0; i < x.n; i++)
                    walked = x.Calendar.Containing(walked.End!.Value, x.Grain);
                return walked == x.Calendar.Shift(x.Cell, x.n, x.Grain);
            });

    [Fact]
    public void Shifting_keeps_open_sides_open_and_never_empties() =>
        Holds(
            from t in Any
            from calendar in Calendar
            from grain in Grains
            from n in Gen.Choose(-40, 40)
            select (shifted: calendar.Shift(t, n, grain), t, n),
            x => x.shifted.Start is null == x.t.Start is null
                && x.shifted.End is null == x.t.End is null
                && !(x.shifted.Start >= x.shifted.End)
                && (x.n != 0 || x.shifted == x.t));

    [Fact]
    public void One_day_shifts_to_the_one_day_its_date_shifts_to() =>
        Holds(
            from day in Day
            from grain in Grains
            where grain != Grain.Hour
            from n in Gen.Choose(-40, 40)
            select (day, grain, n),
            x => ReportingCalendar.Iso.Shift(Timeframe.Day(x.day), x.n, x.grain) == Timeframe.Day(ReportingCalendar.Iso.Shift(x.day, x.n, x.grain)));

    [Fact]
    public void Labels_of_one_grain_are_equal_exactly_when_the_periods_are() =>
        Holds(
            from calendar in Calendar
            from grain in Grains
            from a in Moment
            from b in Gen.OneOf(Moment, Gen.Choose(-800, 800).Select(h => a.PlusHours(h)))
            select (calendar, grain, a: calendar.Containing(a, grain), b: calendar.Containing(b, grain)),
            x => (x.calendar.Label(x.a, x.grain) == x.calendar.Label(x.b, x.grain)) == (x.a == x.b));

    [Fact]
    public void Fiscal_quarters_tile_the_fiscal_year() =>
        Holds(
            from calendar in Calendar
            from year in Gen.Choose(1900, 2100)
            select (calendar, year),
            x => x.calendar.Split(x.calendar.Year(x.year), Grain.Quarter).SequenceEqual(Enumerable.Range(1, 4).Select(q => x.calendar.Quarter(x.year, q)))
                && x.calendar.Year(x.year).End!.Value.PlusDays(-1).Year == x.year);
}
