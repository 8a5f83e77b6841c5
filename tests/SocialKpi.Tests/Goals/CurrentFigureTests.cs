using NodaTime;

namespace SocialKpi.Tests.Goals;

/// <summary>What the current figure is, for each kind of KPI and each source of readings.</summary>
public sealed class CurrentFigureTests
{
    private static readonly Timeframe Q3 = Timeframe.Quarter(2026, 3);
    private static readonly LocalDate MidAugust = new(2026, 8, 15);
    private static readonly GoalTerms Latest = new() { Current = CurrentFigure.LatestPeriod };
    private static readonly Kpi Median = Kpi.Define("median_age", Measure.Median("median_age", Unit.Number, of: "age"), Unit.Number);

    /// <summary>Rows in June, July and August; the quarter begins in July, and the facts end on 10 August.</summary>
    private static readonly Facts Rows = Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 6, 30), new LocalDate(2026, 7, 6), new LocalDate(2026, 7, 31), new LocalDate(2026, 8, 10)])
        .Dimension("account", ["a", "a", "b", "a"])
        .Measure(Measures.Impressions, [9_000, 4_000, 2_000, 4_000])
        .Measure(Measures.Clicks, [900, 160, 20, 180])
        .Measure(Measures.AccountReach, [500, 300, 250, 400])
        .Measure(Measures.Followers, [100, 110, 40, 130])
        .Measure(Measure.Sum("age", Unit.Number), [90, 10, 20, 60]));

    private static KpiTable Table(LocalDate? asOf = null)
    {
        KpiQuery query = KpiQuery.Of(Kpis.ClickThroughRate, Kpis.ClickCount, Kpis.GrossAccountReach, Kpis.FollowerCount, Median).By(Grain.Month);
        return Rows.Read(asOf is { } day ? query.AsOf(day) : query);
    }

    private static Reading Current(Kpi kpi, Quantity from, Quantity to, GoalTerms? terms = null, KpiTable? table = null) =>
        Goal.Increase(kpi, from, to, Q3, terms).Evaluate(table ?? Table(), MidAugust).Current!;

    [Fact]
    public void ToDate_OfASum_IsTheSumSinceTheFirstDay() => Assert.Equal(360m, Current(Kpis.ClickCount, 0.AsCount(), 900.AsCount()).Value);

    [Fact]
    public void ToDate_OfARatio_IsTheRatioOfTheSums() => Assert.Equal(360m / 10_000, Current(Kpis.ClickThroughRate, 0.Percent(), 5.Percent()).Value);

    [Fact]
    public void ToDate_OfAMedian_IsTheMedianOfAllRows() => Assert.Equal(20m, Current(Median, 0.AsNumber(), 5.AsNumber()).Value);

    [Fact]
    public void ToDate_OfAStock_IsTheLastKnownValueOfEveryAccount() => Assert.Equal(130m + 40m, Current(Kpis.FollowerCount, 100.AsCount(), 200.AsCount()).Value);

    [Fact]
    public void ToDate_OfPeople_IsGrossWithBounds()
    {
        Reading people = Current(Kpis.GrossAccountReach, 0.AsCount(), 1_000.AsCount());
        Assert.Equal((950m, new Bounds(400, 950)), (people.Value, people.Bounds!.Value));
    }

    [Fact]
    public void LatestPeriod_IsTheLastOneThatIsWhole_ButOfAStockTheLastValue()
    {
        // August is known until the 10th only.
        Assert.Equal((180m, 0.03m, 15m), (
            Current(Kpis.ClickCount, 0.AsCount(), 900.AsCount(), Latest).Value,
            Current(Kpis.ClickThroughRate, 0.Percent(), 5.Percent(), Latest).Value,
            Current(Median, 0.AsNumber(), 5.AsNumber(), Latest).Value));
        Assert.Equal(170m, Current(Kpis.FollowerCount, 100.AsCount(), 200.AsCount(), Latest).Value);
    }

    [Fact]
    public void LatestPeriod_OfATableReadAsOfItsEnd_IsThatPeriod()
    {
        // Who reads as of a day says that all until that day is known.
        Goal goal = Goal.Increase(Kpis.ClickCount, 100.AsCount(), 900.AsCount(), Q3, Latest);
        Assert.Equal(180m, goal.Evaluate(Table(new(2026, 8, 31)), new(2026, 8, 31)).Current!.Value);
        Assert.Equal("2026-08", goal.Evaluate(Table(new(2026, 8, 31)), new(2026, 8, 31)).Current!.Timeframe.ToString());
        Assert.Equal("2026-07", goal.Evaluate(Table(), new(2026, 8, 31)).Current!.Timeframe.ToString());
    }

    [Fact]
    public void ToDate_OfAPeriodThatReachesBeyondTheDay_LeavesItOutAndSaysSo()
    {
        GoalEvaluation now = Goal.Increase(Kpis.ClickCount, 0.AsCount(), 900.AsCount(), Q3).Evaluate(Table(), new(2026, 8, 5));
        Assert.Equal(180m, now.Current!.Value);
        Assert.Contains("1 reading ignored that ends after 2026-08-05; read the data as of that day, or by shorter periods", now.Reasons);
        Assert.Equal(180m, Goal.Increase(Kpis.ClickCount, 0.AsCount(), 900.AsCount(), Q3).Evaluate(Table(new(2026, 8, 5)), new(2026, 8, 5)).Current!.Value);
    }

    [Fact]
    public void ToDate_OfAContextInTime_IsThatOfTheWholeStretch()
    {
        // Growth of the stretch: account a from 100 when July began to 130; b was not known then, and is left out.
        KpiTable table = Rows.Read(KpiQuery.Of(Kpis.AudienceGrowthRate).By(Grain.Month));
        Reading growth = Goal.Increase(Kpis.AudienceGrowthRate, 0.Percent(), 50.Percent(), Q3).Evaluate(table, MidAugust).Current!;
        Assert.Equal(0.3m, growth.Value);
    }

    [Fact]
    public void Given_Stock_IsTheLastOne()
    {
        KpiSeries followers = KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Month(2026, 6), 90.AsCount()), (Timeframe.Month(2026, 7), 150.AsCount()), (Timeframe.Day(2026, 8, 10), null));
        GoalEvaluation now = Goal.Increase(Kpis.FollowerCount, 100.AsCount(), 200.AsCount(), Q3).Evaluate(followers, MidAugust);
        Assert.Equal((150m, 0.5m), (now.Current!.Value, now.RawProgress));
        Assert.Contains("1 reading without a value", now.Reasons);
    }

    [Fact]
    public void Given_AnythingElse_NeedsANumberOfAllOfTheTime()
    {
        Goal goal = Goal.Increase(Kpis.ClickThroughRate, 2.Percent(), 4.Percent(), Q3);
        (Timeframe, Quantity?)[] months = [(Timeframe.Month(2026, 7), 3.Percent()), (Timeframe.Days(new(2026, 8, 1), MidAugust), 4.Percent())];

        GoalEvaluation apart = goal.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, months), MidAugust);
        Assert.Equal((Absence.NotMergeable, GoalStatus.NoData), (apart.Current!.Absence!.Value, apart.Status));
        Assert.Contains("given figures cannot be merged; give one number for all of the time so far, or look at CurrentFigure.LatestPeriod", apart.Reasons);

        Assert.Equal(0.75m, goal.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, months, total: 3.5m.Percent()), MidAugust).RawProgress);
        Assert.Equal(0.5m, goal.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, (Timeframe.Days(new(2026, 7, 1), MidAugust), 3.Percent())), MidAugust).RawProgress);
        Assert.Equal(1m, goal.With(Latest).Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, months), MidAugust).RawProgress);
    }

    [Fact]
    public void InAnotherCurrency_IsNoProgress()
    {
        Goal goal = Goal.Decrease(Kpis.CostPerClick, 2.Of(Currency.EUR), 1.Of(Currency.EUR), Q3);
        GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.CostPerClick, (Timeframe.Month(2026, 7), 1.5m.Of(Currency.USD))), MidAugust);
        Assert.Equal((null, GoalStatus.NoData), (now.RawProgress, now.Status));
        Assert.Contains(now.Reasons, reason => reason.Contains("different currencies are not compared", StringComparison.Ordinal));
    }

    [Fact]
    public void Growth_OfAFlow_ComparesMonthsWithMonths_WhateverItIsReadBy()
    {
        // 1,000 clicks a month grow by 10 %: June is to have 1,100 and July 1,210. Each day of June has 38, so June 1,140; half of July is known.
        Goal goal = Goal.Grow(Kpis.ClickCount, 1_000.AsCount(), 10.Percent(), Grain.Month, Timeframe.Days(new(2026, 6, 1), new(2026, 7, 31)));
        LocalDate[] days = [.. Enumerable.Range(0, 45).Select(day => new LocalDate(2026, 6, 1).PlusDays(day))];
        Facts clicks = Facts.FromColumns(columns => columns.Time(days).Measure(Measures.Clicks, [.. days.Select(_ => 38L)]));
        GoalEvaluation Of(Grain grain, LocalDate day) => goal.Evaluate(clicks.Read(KpiQuery.Of(Kpis.ClickCount).By(grain).AsOf(day)), day);

        LocalDate july = new(2026, 7, 15);
        foreach (Grain grain in new[] { Grain.Day, Grain.Month })
        {
            Assert.Equal((1_140m, 140m / 210), (Of(grain, july).Current!.Value, Of(grain, july).RawProgress));
            Assert.Equal("2026-06", Of(grain, july).Current!.Timeframe.ToString());
        }

        GoalEvaluation early = Of(Grain.Day, new(2026, 6, 20));
        Assert.Equal((null, GoalStatus.NoData), (early.RawProgress, early.Status));
        Assert.Contains("no whole month is known in its period so far", early.Reasons);

        KpiSeries given = KpiSeries.Given(Kpis.ClickCount, days.Select(day => (Timeframe.Day(day), (Quantity?)38.AsCount())));
        Assert.Equal(Absence.NotMergeable, goal.Evaluate(given, july).Current!.Absence);
        Assert.Contains("given figures cannot be merged; give one number for each month", goal.Evaluate(given, july).Reasons);

        Goal ever = goal.With(new() { VerdictRule = VerdictRule.EverReached, Ambition = Ambition.Aspirational(0.5m) });
        Assert.Equal(new LocalDate(2026, 6, 30), ever.Evaluate(clicks.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Day).AsOf(july)), july).ReachedOn);
    }

    [Fact]
    public void Keep_OfWhichNothingIsKnown_SaysWhy()
    {
        GoalEvaluation Of(Goal goal, params (Timeframe, Quantity?)[] readings) => goal.Evaluate(KpiSeries.Given(goal.Kpi!, readings), new(2026, 8, 31));
        Goal cost = Goal.KeepAtOrBelow(Kpis.CostPerClick, 2.Of(Currency.EUR), Grain.Month, Q3);
        GoalEvaluation dollars = Of(cost, (Timeframe.Month(2026, 7), 1.5m.Of(Currency.USD)));
        Assert.Equal((null, GoalStatus.NoData), (dollars.RawProgress, dollars.Status));
        Assert.Contains(dollars.Reasons, reason => reason.Contains("1.50 USD, but the goal is in money:EUR; different currencies are not compared", StringComparison.Ordinal));

        GoalEvaluation days = Of(Goal.KeepAtOrAbove(Kpis.ClickCount, 5.AsCount(), Grain.Month, Q3), (Timeframe.Day(2026, 7, 1), 3.AsCount()), (Timeframe.Day(2026, 7, 2), 4.AsCount()));
        Assert.Equal((null, GoalStatus.NoData), (days.RawProgress, days.Status));
        Assert.Contains("given figures cannot be merged; give one number for each month", days.Reasons);
        foreach (GoalEvaluation now in new[] { dollars, days }) Assert.Equal(now.ToJson(), GoalEvaluation.FromJson(now.ToJson(), Catalog.Standard).ToJson());
    }

    [Fact]
    public void Keep_InTheFirstMonth_SpeaksOfOne()
    {
        GoalEvaluation now = Goal.KeepAtOrAbove(Kpis.ClickCount, 5.AsCount(), Grain.Month, Q3).Evaluate(KpiSeries.Given(Kpis.ClickCount, (Timeframe.Month(2026, 7), 3.AsCount())), new(2026, 8, 1));
        Assert.Contains("kept in 0 of 1 observed months; 1 has passed, and a missing one is left out", now.Reasons);
    }

    [Fact]
    public void Keep_MergesTheSeriesIntoItsPeriods()
    {
        KpiTable days = Rows.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Day));
        GoalEvaluation now = Goal.KeepAtOrAbove(Kpis.ClickThroughRate, 3.Percent(), Grain.Month, Q3).Evaluate(days, new(2026, 8, 31));

        // July is 180 of 6,000; a mean of its days would be 2.5 %. August is not whole.
        Assert.Equal((1m, 0.03m), (now.RawProgress, now.Current!.Value));
        Assert.Contains("kept in 1 of 1 observed months; 2 have passed, and a missing one is left out", now.Reasons);
    }

    /// <summary>Ten clicks on each of so many days.</summary>
    private static KpiTable TenADay(LocalDate first, int days, Grain grain, LocalDate? asOf = null)
    {
        LocalDate[] each = [.. Enumerable.Range(0, days).Select(first.PlusDays)];
        KpiQuery query = KpiQuery.Of(Kpis.ClickCount).By(grain);
        return Facts.FromColumns(columns => columns.Time(each).Measure(Measures.Clicks, [.. each.Select(_ => 10L)])).Read(asOf is { } day ? query.AsOf(day) : query);
    }

    [Theory]
    [InlineData(Grain.Day, GoalVerdict.Achieved)]
    [InlineData(Grain.Week, GoalVerdict.Unknown)]
    [InlineData(Grain.Quarter, GoalVerdict.Unknown)]
    public void Kept_ByPeriodsAstrideItsMonths_IsUnknownAndNoMiss(Grain grain, GoalVerdict verdict)
    {
        // 13 whole weeks from Monday 1 June to Sunday 30 August, 300 clicks in June and 310 in July.
        Timeframe weeks = Timeframe.Days(new(2026, 6, 1), new(2026, 8, 30));
        KpiTable table = TenADay(new(2026, 6, 1), 91, grain);
        foreach (MissingPeriods missing in Enum.GetValues<MissingPeriods>())
        {
            GoalTerms terms = new() { DataPolicy = new() { MissingPeriods = missing } };
            GoalEvaluation least = Goal.KeepAtOrAbove(Kpis.ClickCount, 300.AsCount(), Grain.Month, weeks, terms).Evaluate(table, new(2026, 8, 31));
            Assert.Equal(verdict, least.Verdict);
            Assert.Equal(verdict == GoalVerdict.Unknown ? GoalVerdict.Unknown : GoalVerdict.NotAchieved, Goal.KeepAtOrBelow(Kpis.ClickCount, 290.AsCount(), Grain.Month, weeks, terms).Evaluate(table, new(2026, 8, 31)).Verdict);
            if (grain == Grain.Week)
                Assert.Contains("2026-W27 lies partly outside, and what belongs to either side is not known; read the data by days, or by periods that begin and end where the goal's do", least.Reasons);
        }
    }

    [Fact]
    public void Growth_ByPeriodsAstrideItsMonths_IsUnknown()
    {
        Goal goal = Goal.Grow(Kpis.ClickCount, 280.AsCount(), 2.Percent(), Grain.Month, Q3, new() { VerdictRule = VerdictRule.EverReached });
        Assert.Equal(300m, goal.Evaluate(TenADay(new(2026, 6, 29), 100, Grain.Day), new(2026, 10, 8)).Current!.Value);
        GoalEvaluation weeks = goal.Evaluate(TenADay(new(2026, 6, 29), 100, Grain.Week), new(2026, 10, 8));
        Assert.Equal((Absence.NotMergeable, null, null, GoalVerdict.Unknown), (weeks.Current!.Absence, weeks.RawProgress, weeks.ReachedOn, weeks.Verdict));
    }

    [Fact]
    public void Sum_ByPeriodsAstrideItsEnds_IsUnknown()
    {
        Goal quarter = Goal.Increase(Kpis.ClickCount, 0.AsCount(), 920.AsCount(), Q3);
        Assert.Equal(GoalVerdict.Achieved, quarter.Evaluate(TenADay(new(2026, 6, 1), 150, Grain.Day), new(2026, 10, 16)).Verdict);
        GoalEvaluation byWeek = quarter.Evaluate(TenADay(new(2026, 6, 1), 150, Grain.Week), new(2026, 10, 16));
        Assert.Equal((Absence.NotMergeable, GoalVerdict.Unknown), (byWeek.Current!.Absence, byWeek.Verdict));

        // It ends in the middle of a month: until then the months before it count, and that the last one is left out is said.
        Goal half = Goal.Increase(Kpis.ClickCount, 0.AsCount(), 490.AsCount(), Timeframe.Days(new(2026, 7, 1), new(2026, 8, 19)));
        KpiTable months = TenADay(new(2026, 7, 1), 62, Grain.Month);
        Assert.Equal(GoalVerdict.Achieved, half.Evaluate(TenADay(new(2026, 7, 1), 62, Grain.Day), new(2026, 9, 16)).Verdict);
        Assert.Equal((null, GoalVerdict.Unknown), (half.Evaluate(months, new(2026, 9, 16)).RawProgress, half.Evaluate(months, new(2026, 9, 16)).Verdict));
        Assert.Equal(310m, half.Evaluate(months, new(2026, 8, 15)).Current!.Value);
        Assert.Contains("1 reading ignored that ends after 2026-08-15; read the data as of that day, or by shorter periods", half.Evaluate(months, new(2026, 8, 15)).Reasons);
        Assert.Equal(460m, half.Evaluate(TenADay(new(2026, 7, 1), 62, Grain.Month, new(2026, 8, 15)), new(2026, 8, 15)).Current!.Value);
    }

    [Fact]
    public void Stock_ByPeriodsAstrideItsEnds_IsTheLastOneKnown()
    {
        LocalDate[] days = [.. Enumerable.Range(0, 120).Select(new LocalDate(2026, 6, 15).PlusDays)];
        Facts facts = Facts.FromColumns(columns => columns
            .Time(days).Dimension("account", [.. days.Select(_ => "a")]).Measure(Measures.Followers, [.. Enumerable.Range(0, 120).Select(day => 1_000L + day)]));
        GoalEvaluation now = Goal.Increase(Kpis.FollowerCount, 1_000.AsCount(), 1_100.AsCount(), Q3).Evaluate(facts.Read(KpiQuery.Of(Kpis.FollowerCount).By(Grain.Week)), new(2026, 10, 12));
        Assert.Equal(1_107m, now.Current!.Value);
    }

    [Fact]
    public void LatestPeriod_IsHeldAgainstWhatIsExpectedByItsOwnEnd()
    {
        // Likes grow by 10 % a month from 1,000, exactly: on plan on every day of the quarter, by every rule that asks for no more than what is expected.
        (Timeframe, Quantity?)[] months = [(Timeframe.Month(2026, 1), 1_100.AsCount()), (Timeframe.Month(2026, 2), 1_210.AsCount()), (Timeframe.Month(2026, 3), 1_331.AsCount())];
        foreach (StatusRule rule in StatusRule.Presets.Where(rule => rule.StatusOf(0.3m, 0.3m) == GoalStatus.OnTrack).Append(StatusRule.Default))
        {
            Goal goal = Goal.Grow(Kpis.LikeCount, 1_000.AsCount(), 10.Percent(), Grain.Month, Timeframe.Quarter(2026, 1), new() { StatusRule = rule, DataPolicy = new() { ForecastFrom = 1 } });
            for (LocalDate day = new(2026, 1, 31); day <= new LocalDate(2026, 3, 31); day = day.PlusDays(1))
            {
                int known = day.PlusDays(1).Month - 1;
                GoalEvaluation now = goal.Evaluate(KpiSeries.Given(Kpis.LikeCount, months[..known]), day);
                Assert.True(now.Status == GoalStatus.OnTrack, $"{day}: {now}");
                Assert.Equal(0, now.Gap);
                Assert.Equal(((Quantity)months[known - 1].Item2!).Value, now.ExpectedFigure!.Value.Value);
                Assert.Equal(day < new LocalDate(2026, 3, 31) ? 1_331m : null, now.Forecast?.AtDeadline.Value);
                Assert.Equal(day < new LocalDate(2026, 3, 31) ? new LocalDate(2026, 3, 31) : null, now.Forecast?.ArrivesOn);
            }
        }

        // The same of a goal on a straight line.
        Goal straight = Goal.Increase(Kpis.LikeCount, 1_000.AsCount(), 1_300.AsCount(), Timeframe.Quarter(2026, 1), Latest);
        GoalEvaluation march = straight.Evaluate(KpiSeries.Given(Kpis.LikeCount, (Timeframe.Month(2026, 1), 1_104.AsCount()), (Timeframe.Month(2026, 2), 1_197.AsCount())), new(2026, 3, 30));
        Assert.Equal((GoalStatus.OnTrack, 59m / 90), (march.Status, march.ExpectedProgress));
        Assert.Contains("expected 65.6 %, 1,196.67: linear, 59 of 90 days (inclusive both)", march.Reasons);
    }

    [Fact]
    public void Growth_ReadByDays_IsForecastFromMonthsOnly()
    {
        Goal goal = Goal.Grow(Kpis.ClickCount, 250.AsCount(), 10.Percent(), Grain.Month, Timeframe.Year(2026));
        GoalEvaluation Of(int days) => goal.Evaluate(TenADay(new(2026, 1, 1), days, Grain.Day, new LocalDate(2026, 1, 1).PlusDays(days - 1)), new LocalDate(2026, 1, 1).PlusDays(days - 1));
        Assert.Contains("no forecast: it takes 3 observations, and there are 2", Of(80).Reasons);
        Assert.Equal(31, Of(95).Forecast!.PeriodDays);
    }

    [Fact]
    public void Kept_InTheWholePeriodsOfItsTime_IsNotUnknownForThoseAtItsEnds()
    {
        // The first week of the quarter begins in June, and the last ends in October: neither is one in which the limit is kept.
        Goal weekly = Goal.KeepAtOrAbove(Kpis.ClickCount, 70.AsCount(), Grain.Week, Q3);
        GoalEvaluation now = weekly.Evaluate(TenADay(new(2026, 6, 1), 150, Grain.Week), new(2026, 9, 1));
        Assert.Equal((1m, 8, 8), (now.RawProgress, now.Evidence.Known, now.Evidence.Met));
        Assert.Equal(GoalVerdict.Achieved, weekly.Evaluate(TenADay(new(2026, 6, 1), 150, Grain.Week), new(2026, 10, 12)).Verdict);
        Goal monthly = Goal.KeepAtOrAbove(Kpis.ClickCount, 300.AsCount(), Grain.Month, Timeframe.Days(new(2026, 6, 15), new(2026, 8, 31)));
        Assert.Equal(GoalVerdict.Achieved, monthly.Evaluate(TenADay(new(2026, 6, 1), 92, Grain.Month), new(2026, 9, 1)).Verdict);
    }

    [Fact]
    public void Given_WithoutAValueAstride_HidesNothing()
    {
        Timeframe week = Timeframe.Days(new(2026, 6, 29), new(2026, 7, 5)), rest = Timeframe.Days(new(2026, 7, 6), MidAugust);
        Goal goal = Goal.Increase(Kpis.ClickThroughRate, 2.Percent(), 4.Percent(), Q3);
        Assert.Equal(0.03m, goal.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, (week, null), (rest, 3.Percent())), MidAugust).Current!.Value);
        Assert.Equal(0.03m, Goal.EstablishBaseline(Kpis.ClickThroughRate, Q3).Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, (week, 2.Percent()), (rest, 3.Percent())), MidAugust).Current!.Value);
    }

    [Fact]
    public void Sum_ThatIsReachedByWhatLiesInItsTime_StaysReached()
    {
        // 91 days in whole weeks are 910, and the last three days, in a week that goes on, can only add to that.
        Timeframe during = Timeframe.Days(new(2026, 6, 29), new(2026, 9, 30));
        KpiTable weeks = TenADay(new(2026, 6, 29), 110, Grain.Week);
        foreach (VerdictRule rule in new[] { VerdictRule.AtDeadline, VerdictRule.EverReached })
        {
            Goal goal = Goal.Increase(Kpis.ClickCount, 0.AsCount(), 800.AsCount(), during, new() { VerdictRule = rule });
            Assert.Equal(GoalVerdict.Achieved, goal.Evaluate(weeks, new(2026, 10, 1)).Verdict);
        }

        Assert.Equal(GoalVerdict.Unknown, Goal.Increase(Kpis.ClickCount, 0.AsCount(), 930.AsCount(), during).Evaluate(weeks, new(2026, 10, 5)).Verdict);
    }

    [Fact]
    public void LatestPeriod_ThatIsNotTheLastOne_GivesNoVerdict()
    {
        Goal goal = Goal.Increase(Kpis.ClickThroughRate, 3.2m.Percent(), 4.5m.Percent(), Q3, Latest);
        (Timeframe, Quantity?)[] months = [(Timeframe.Month(2026, 7), 3.6m.Percent()), (Timeframe.Month(2026, 8), 4.6m.Percent()), (Timeframe.Month(2026, 9), 4.4m.Percent())];
        GoalEvaluation august = goal.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, months[..2]), new(2026, 10, 1));
        Assert.Equal(GoalVerdict.Unknown, august.Verdict);
        Assert.Contains("verdict Unknown: the last period before the deadline is not known, which is not a miss", august.Reasons);
        Assert.Equal(GoalVerdict.NotAchieved, goal.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, months), new(2026, 10, 1)).Verdict);

        Goal growth = Goal.Grow(Kpis.LikeCount, 1_000.AsCount(), 10.Percent(), Grain.Month, Timeframe.Quarter(2026, 1));
        Assert.Equal(GoalVerdict.Unknown, growth.Evaluate(KpiSeries.Given(Kpis.LikeCount, (Timeframe.Month(2026, 1), 1_100.AsCount()), (Timeframe.Month(2026, 2), 1_500.AsCount())), new(2026, 4, 1)).Verdict);

        // The last whole week before a Wednesday is the last one there is.
        Goal weekly = Goal.Increase(Kpis.ClickThroughRate, 3.Percent(), 4.Percent(), Timeframe.Days(new(2026, 9, 1), new(2026, 9, 30)), Latest);
        Assert.Equal(GoalVerdict.Achieved, weekly.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, (Timeframe.Days(new(2026, 9, 21), new(2026, 9, 27)), 4.Percent())), new(2026, 10, 1)).Verdict);
    }

    [Fact]
    public void LatestPeriods_OfSegmentsThatDiffer_AreEachHeldAgainstTheirOwn()
    {
        (Segment x, Segment y) = (Segment.Of("platform", "facebook"), Segment.Of("platform", "instagram"));
        KpiSeries Given(Segment of, params (Timeframe, Quantity?)[] months) => KpiSeries.Given(Kpis.LikeCount, months, null, of);
        KpiSeries january = Given(x, (Timeframe.Month(2026, 1), 1_095.AsCount())), february = Given(y, (Timeframe.Month(2026, 1), 1_110.AsCount()), (Timeframe.Month(2026, 2), 1_190.AsCount()));
        foreach (Segment[] order in new[] { new[] { x, y }, [y, x] })
        {
            GoalEvaluation now = Goal.Increase(Kpis.LikeCount, 1_000.AsCount(), 1_300.AsCount(), Timeframe.Quarter(2026, 1), Latest with { Scope = GoalScope.Each(order) })
                .Evaluate([january, february], new(2026, 3, 5));
            Assert.Equal((GoalStatus.OnTrack, 31m / 90, 95m / 300), (now.Status, now.ExpectedProgress, now.RawProgress));
            Assert.Equal(1_103.33m, decimal.Round(now.ExpectedFigure!.Value.Value, 2));
        }
    }

    [Fact]
    public void Forecast_FromALatestPeriod_LiesAhead()
    {
        GoalEvaluation now = Goal.Increase(Kpis.LikeCount, 1_000.AsCount(), 1_300.AsCount(), Timeframe.Quarter(2026, 1), Latest with { DataPolicy = new() { ForecastFrom = 1 } })
            .Evaluate(KpiSeries.Given(Kpis.LikeCount, (Timeframe.Month(2026, 2), 1_290.AsCount())), new(2026, 3, 20));
        Assert.Equal(new LocalDate(2026, 3, 21), now.Forecast!.ArrivesOn);
        Assert.Contains("it takes a change of 9.03 every 28 days from 2026-03-01 on", now.Reasons);
    }
}
