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
}
