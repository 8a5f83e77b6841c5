using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Goals;

/// <summary>Expected progress, guards and forecasts.</summary>
public sealed class GoalPaceTests
{
    private static readonly Timeframe Year = Timeframe.Year(2026);

    private static GoalEvaluation Evaluate(Timeframe during, LocalDate asOf, int followers, GoalTerms? terms = null) =>
        Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), during, terms)
            .Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Days(during.Start!.Value.Date, asOf), followers.AsCount())), asOf);

    [Fact]
    public void DayCount_FifteenthOfApril_IsHalfOrNotQuite()
    {
        LocalDate fifteenth = new(2026, 4, 15);
        Assert.Equal(0.5m, Evaluate(Timeframe.Month(2026, 4), fifteenth, 1).ExpectedProgress);
        Assert.Equal(14m / 29, Evaluate(Timeframe.Month(2026, 4), fifteenth, 1, new() { DayCount = DayCount.DayDifference }).ExpectedProgress);
    }

    [Fact]
    public void Curves_ExpectWhatTheySay()
    {
        LocalDate half = new(2026, 7, 1);
        Goal Of(ExpectedCurve curve) => Goal.Increase(Kpis.FollowerCount, 100.AsCount(), 400.AsCount(), Year, new() { Curve = curve, DayCount = DayCount.DayDifference });
        decimal? At(ExpectedCurve curve, LocalDate day) => Of(curve).Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 1), 100.AsCount())), day).ExpectedProgress;
        decimal elapsed = 181m / 364;
        Assert.Equal(elapsed, At(ExpectedCurve.Linear, half));
        Assert.Equal(0.6m * elapsed / 0.75m, At(ExpectedCurve.Piecewise((0.75m, 0.6m)), half)!.Value, 20);
        Assert.Equal(elapsed * 4 / 10 * 1, At(ExpectedCurve.Cumulative(1, 1, 1, 7), half)!.Value, 20);
        Assert.Null(At(ExpectedCurve.None, half));

        // Fourfold in a year is twofold in half of it: a third of the way.
        Assert.Equal((decimal)((Math.Pow(4, 181.0 / 364) - 1) / 3), At(ExpectedCurve.Compound, half)!.Value, 12);
        Assert.All([ExpectedCurve.Linear, ExpectedCurve.Compound, ExpectedCurve.None, ExpectedCurve.Cumulative(1, 2)], curve => Assert.Equal(1m, At(curve, new(2027, 2, 1))));
    }

    [Fact]
    public void Curves_ThatContradictThemselves_AreRefusedWithAllIssues()
    {
        Assert.Equal(3, Assert.Throws<DefinitionException>(() => ExpectedCurve.Piecewise((0.5m, 0.5m), (0.4m, 0.6m), (0.6m, 0.4m), (1, 1))).Issues.Count);
        Assert.Equal(2, Assert.Throws<DefinitionException>(() => ExpectedCurve.Cumulative(-1)).Issues.Count);
        Assert.Contains("a weight is above 1000000000", Assert.Throws<DefinitionException>(() => ExpectedCurve.Cumulative(decimal.MaxValue, decimal.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Contains("all weights are 0", Assert.Throws<DefinitionException>(() => ExpectedCurve.Cumulative(0, 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_BeforeEarlyAndStale()
    {
        GoalTerms terms = new() { DataPolicy = new() { StaleAfterDays = 30 } };
        KpiSeries january = KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 1), 20.AsCount()));
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Year, terms);
        Assert.Equal(
            [GoalStatus.NotStarted, GoalStatus.TooEarly, GoalStatus.OnTrack, GoalStatus.OnTrack, GoalStatus.Stale],
            [
                goal.Evaluate(january, new(2025, 12, 31)).Status, goal.Evaluate(january, new(2026, 2, 5)).Status, goal.Evaluate(january, new(2026, 2, 6)).Status,
                goal.Evaluate(january, new(2026, 3, 2)).Status, goal.Evaluate(january, new(2026, 3, 3)).Status,
            ]);
    }

    [Theory]
    [InlineData("2026-01-31 2026-02-28 2026-03-31 2026-04-30", "2026-06-29")] // 28, 31 and 30 days lie between
    [InlineData("2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-01", "2026-06-30")] // a figure of the next day makes nobody expect one every day
    [InlineData("2026-01-07 2026-01-14 2026-01-21 2026-04-01", "2026-04-15")] // nor one long gap another
    [InlineData("2026-01-31", "2026-02-02")] // one alone is as long as it is: a day
    public void Stale_AfterTwiceTheUsualTimeBetweenObservations(string days, string lastFresh)
    {
        LocalDate[] observed = [.. days.Split(' ').Select(Day)];
        KpiSeries series = KpiSeries.Given(Kpis.FollowerCount, observed.Select(day => (Timeframe.Day(day), (Quantity?)90.AsCount())));
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Year, new() { DataPolicy = new() { EarlyShare = 0 } });
        Assert.NotEqual(GoalStatus.Stale, goal.Evaluate(series, Day(lastFresh)).Status);
        Assert.Equal(GoalStatus.Stale, goal.Evaluate(series, Day(lastFresh).PlusDays(1)).Status);

        static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }

    [Fact]
    public void Stale_OfManyObservations_LooksAtAllOfThem()
    {
        KpiSeries daily = KpiSeries.Given(Kpis.FollowerCount, Enumerable.Range(0, 200).Select(day => (Timeframe.Day(new LocalDate(2026, 1, 1).PlusDays(day)), (Quantity?)90.AsCount())));
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Year);
        LocalDate last = new LocalDate(2026, 1, 1).PlusDays(199);
        Assert.Equal((GoalStatus.OnTrack, GoalStatus.Stale), (goal.Evaluate(daily, last.PlusDays(2)).Status, goal.Evaluate(daily, last.PlusDays(3)).Status));
    }

    [Fact]
    public void Forecast_OnAStraightLine()
    {
        // 30 of 100 after 73 of 365 days, where 20 are expected: half as fast again. The line reaches 100 on day 244.
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Year);
        KpiSeries followers = KpiSeries.Given(
            Kpis.FollowerCount, (Timeframe.Month(2026, 1), 10.AsCount()), (Timeframe.Month(2026, 2), 20.AsCount()), (Timeframe.Days(new(2026, 3, 1), new(2026, 3, 14)), 30.AsCount()));
        GoalForecast forecast = goal.Evaluate(followers, new(2026, 3, 14)).Forecast!;
        Assert.Equal(150m, forecast.AtDeadline.Value);
        Assert.Equal(new LocalDate(2026, 1, 1).PlusDays(244 - 1), forecast.ArrivesOn);
        Assert.Equal((70m * 14 / 292, 14), (forecast.NeededPerPeriod!.Value.Value, forecast.PeriodDays));
    }

    [Fact]
    public void Forecast_WithoutWhatItTakes_SaysWhy()
    {
        GoalEvaluation two = Evaluate(Year, new(2026, 6, 30), 40);
        Assert.Null(two.Forecast);
        Assert.Contains("no forecast: it takes 3 observations, and there is 1", two.Reasons);
        Assert.Contains("no forecast: it is too early", Evaluate(Year, new(2026, 1, 10), 40).Reasons);
        Assert.DoesNotContain(Evaluate(Year, new(2026, 12, 31), 40).Reasons, reason => reason.Contains("forecast", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Figures_TooLargeToSetAgainstEachOther_HaveNoPaceAndNoForecast(bool isPositive)
    {
        Quantity most = new(isPositive ? decimal.MaxValue : decimal.MinValue, Unit.Count);
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 1.AsCount(), Year);
        GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, Enumerable.Range(1, 3).Select(month => (Timeframe.Month(2026, month), (Quantity?)most))), new(2026, 3, 31));
        Assert.Equal((isPositive ? GoalStatus.OnTrack : GoalStatus.AtRisk, null, null), (now.Status, now.Pace, now.Forecast));
        Assert.Contains("no forecast: the figure would be too large to hold", now.Reasons);
        Assert.Equal(now.ToJson(), GoalEvaluation.FromJson(now.ToJson(), Catalog.Standard).ToJson());
    }

    [Fact]
    public void Growth_JustOnItsCurve_IsOnTrack()
    {
        // 1,000 by 10 % a month, at the end of each month; no rule forgives a gap.
        Goal goal = Goal.Grow(Kpis.FollowerCount, 1_000.AsCount(), 10.Percent(), Grain.Month, Year, new() { StatusRule = StatusRule.VivaGoals, DataPolicy = new() { EarlyShare = 0 } });
        foreach (StatusRule rule in new[] { StatusRule.VivaGoals, StatusRule.Oracle })
            for ((int month, decimal followers) = (1, 1_100m); month <= 12; (month, followers) = (month + 1, followers * 1.1m))
            {
                LocalDate day = Timeframe.Month(2026, month).End!.Value.Date.PlusDays(-1);
                Assert.Equal((month, GoalStatus.OnTrack), (month, goal.With(goal.Terms with { StatusRule = rule }).Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Day(day), followers.AsCount())), day).Status));
            }
    }

    [Fact]
    public void Progress_TooLargeToHold_IsAsLargeAsThereIs_OnItsSide()
    {
        GoalEvaluation Of(Goal goal, decimal value) => goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 6), new Quantity(value, Unit.Count))), new(2026, 6, 30));
        Goal up = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 0.5m.AsCount(), Year), down = Goal.Decrease(Kpis.FollowerCount, 0.5m.AsCount(), 0.AsCount(), Year);
        Assert.Equal((decimal.MaxValue, GoalStatus.OnTrack), (Of(up, decimal.MaxValue).RawProgress, Of(up, decimal.MaxValue).Status));
        Assert.Equal((decimal.MinValue, GoalStatus.AtRisk), (Of(up, decimal.MinValue).RawProgress, Of(up, decimal.MinValue).Status));
        Assert.Equal((decimal.MinValue, GoalStatus.AtRisk), (Of(down, decimal.MaxValue).RawProgress, Of(down, decimal.MaxValue).Status));
        Assert.Equal((decimal.MaxValue, GoalStatus.OnTrack), (Of(down, decimal.MinValue).RawProgress, Of(down, decimal.MinValue).Status));
        Goal range = Goal.InRange(Kpis.FollowerCount, 1.AsCount(), 1.5m.AsCount(), Year);
        Assert.Equal((decimal.MinValue, GoalStatus.AtRisk), (Of(range, decimal.MaxValue).RawProgress, Of(range, decimal.MaxValue).Status));

        Goal whole = Goal.Increase(Kpis.FollowerCount, new Quantity(decimal.MinValue, Unit.Count), new Quantity(decimal.MaxValue, Unit.Count), Year);
        Assert.Equal((0m, 0.5m, 1m), (Of(whole, decimal.MinValue).RawProgress, Of(whole, 0).RawProgress, Of(whole, decimal.MaxValue).RawProgress));
        Assert.Equal(Of(up, decimal.MaxValue).ToJson(), GoalEvaluation.FromJson(Of(up, decimal.MaxValue).ToJson(), Catalog.Standard).ToJson());
        Assert.NotEmpty(Of(down, decimal.MaxValue).ToMarkdown() + Of(down, decimal.MaxValue).ToHtml());
    }

    [Fact]
    public void Deadlines_AtTheEndOfTheCalendar_AreWaitedForLikeAnyOther()
    {
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 10.AsCount(), Timeframe.Year(9998), new() { DataPolicy = new() { MaturationDays = 3_660 }, VerdictRule = VerdictRule.AtDeadline.AcceptingLate(3_660) });
        GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(9998, 12), 1.AsCount())), new(9999, 12, 31));
        Assert.Equal(GoalVerdict.Pending, now.Verdict);
        Assert.Contains("verdict Pending: figures of 9998-12-31 are final after 3660 days", now.Reasons);
    }

    [Fact]
    public void Coverage_OfHours_CountsTheirDayOnce()
    {
        Facts clicks = Facts.FromColumns(columns => columns
            .Time([new LocalDateTime(2026, 3, 1, 9, 0), new LocalDateTime(2026, 3, 1, 10, 0), new LocalDateTime(2026, 3, 2, 9, 0)]).Measure(Measures.Clicks, [10, 20, 5]));
        Goal goal = Goal.Increase(Kpis.ClickCount, 0.AsCount(), 100.AsCount(), Timeframe.Days(new(2026, 3, 1), new(2026, 3, 10)));
        Assert.Equal(2m / 3, goal.Evaluate(clicks.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Hour)), new(2026, 3, 3)).Coverage);
    }

    [Fact]
    public void Achievement_LooksAtTheFigureAndNotAtTheWayFromTheBaseline()
    {
        // 8,000 of 10,000 is 80 %, and from 7,500 it is 20 % of the way.
        Goal goal = Goal.Increase(Kpis.FollowerCount, 7_500.AsCount(), 10_000.AsCount(), Year, new() { StatusRule = StatusRule.ServiceNow });
        GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 12), 8_000.AsCount())), new(2026, 12, 31));
        Assert.Equal((0.2m, GoalStatus.Behind), (now.RawProgress, now.Status));
    }

    [Fact]
    public void ProgressLine_ShowsStartNowExpectedAndTarget()
    {
        Assert.Equal("0 ████████░░░░│░░░░░░░░░░░ 100, now 35 (35 %), expected 50 (50 %)", Evaluate(Timeframe.Month(2026, 4), new(2026, 4, 15), 35).ToProgressLine());
        Assert.Equal("0 █████│████ 100, now 118 (118 %), expected 50 (50 %)", Evaluate(Timeframe.Month(2026, 4), new(2026, 4, 15), 118).ToProgressLine(10));
        Assert.Equal("0 ░░░░░ 100, now –", Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), Year).Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Year, null)), new(2025, 1, 1)).ToProgressLine(5));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Texts_AreTheSameUnderEveryCulture(string culture)
    {
        string Written()
        {
            GoalEvaluation now = Evaluate(Year, new(2026, 6, 30), 41);
            return string.Join('\n', [now.ToString(), now.ToMarkdown(), now.ToProgressLine(), now.ToJson(), now.Goal.Name, .. now.Reasons]);
        }

        string invariant = Written();
        using (Cultures.Use(culture)) Assert.Equal(invariant, Written());
    }

    [Fact]
    public void Arrival_OnAStraightLine_IsTheDayOnWhichItIsReached()
    {
        // 100 in 15 days are 300 in 45 days, whatever the last digit of 1 ÷ 1.5 is.
        KpiSeries half = KpiSeries.Given(Kpis.FollowerCount, Enumerable.Range(13, 3).Select(day => (Timeframe.Day(new LocalDate(2026, 6, day)), (Quantity?)(25 + (5 * day)).AsCount())));
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 300.AsCount(), Timeframe.Month(2026, 6));
        Assert.Equal(new LocalDate(2026, 7, 15), goal.Evaluate(half, new(2026, 6, 15)).Forecast!.ArrivesOn);
    }

    [Fact]
    public void Arrival_OnAStraightLine_IsThatOfWholeNumbers()
    {
        DataPolicy one = new() { ForecastFrom = 1, EarlyShare = 0 };
        foreach ((int days, int past, int to) in from days in new[] { 28, 30, 31, 92, 365 } from past in new[] { 3, 7, 10, 20, 27 } from to in new[] { 7, 30, 90, 300 } select (days, past, to))
        {
            LocalDate first = new(2026, 1, 1), today = first.PlusDays(past - 1);
            Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), to.AsCount(), Timeframe.Days(first, first.PlusDays(days - 1)), new() { DataPolicy = one });
            for (int now = 1; now < to; now++)
            {
                int whole = ((past * to) + now - 1) / now;
                GoalEvaluation evaluation = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Day(today), now.AsCount())), today);
                Assert.True(first.PlusDays(whole - 1) == evaluation.Forecast!.ArrivesOn, $"{now} of {to} in {past} of {days} days: {evaluation.Forecast.ArrivesOn}");
            }
        }
    }

    [Fact]
    public void Growth_ExactlyOnItsCurve_ArrivesAtTheDeadline_AndIsNeitherBehindNorAhead()
    {
        Goal goal = Goal.Grow(Kpis.FollowerCount, 1_000.AsCount(), 10.Percent(), Grain.Month, Year, new() { DataPolicy = new() { ForecastFrom = 1, EarlyShare = 0 } });
        decimal followers = 1_000;
        for (int month = 1; month < 12; month++)
        {
            followers *= 1.1m;
            LocalDate last = new LocalDate(2026, month, 1).PlusMonths(1).PlusDays(-1);
            GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Day(last), new Quantity(followers, Unit.Count))), last);
            Assert.Equal((0m, followers, goal.Deadline), (now.Gap, now.ExpectedFigure!.Value.Value, now.Forecast!.ArrivesOn));
            Assert.Contains("status OnTrack: just what is expected, by rule GapPoints(5, 25)", now.Reasons);
        }
    }
}
