using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Goals;

public sealed class SmartCheckTests
{
    private static readonly GoalDraft Followers = new()
    {
        Text = "10,000 followers",
        Kpi = Kpis.FollowerCount,
        Shape = GoalShape.Increase,
        Amount = 12_100.AsCount(),
        Form = GoalTargetForm.Level,
        Baseline = 10_000.AsCount(),
        Start = new LocalDate(2026, 6, 1),
        Due = new LocalDate(2026, 7, 31),
        Segments = [Segment.Whole],
    };

    private static KpiSeries Months(Kpi kpi, int first, params decimal?[] values) => KpiSeries.Given(
        kpi, values.Select((value, at) => (Timeframe.Month(2026, first + at), value is { } known ? new Quantity(known, kpi.Unit) : (Quantity?)null)));

    // Growths of 10, 0, 20 and 5 %; two months from 10,000 to 12,100 ask 10 % a month, which one month did exactly.
    [Fact]
    public void Of_AStock_SetsTheGrowthThatIsAskedAgainstItsOwn()
    {
        SmartCheck check = Followers.CheckSmart(Months(Kpis.FollowerCount, 1, 7_215m, 7_936.5m, 7_936.5m, 9_523.8m, 9_999.99m));
        Achievability found = check.Achievability!;
        Assert.Equal((true, Grain.Month, 2m, 4), (found.IsGrowth, found.Per!.Value, found.PeriodsLeft, found.Periods));
        Assert.Equal(0.1m, found.Asked!.Value.Value, 5);
        Assert.Equal(75m, found.Percentile);
        Assert.Equal(SmartAnswer.Present, check.Achievable);
    }

    [Fact]
    public void Of_JustWhatWasDoneBefore_DoesNotFallShort()
    {
        Achievability found = Followers.CheckSmart(Months(Kpis.FollowerCount, 3, 8_264.462809917355m, 9_090.909090909091m, 10_000m)).Achievability!;
        Assert.Equal((0.1m, 0m, 2), (found.Asked!.Value.Value, found.Percentile!.Value, found.Periods));
    }

    [Theory]
    [InlineData(2026, 6, 30, 0, "for 1 month; 0 % of 1 own growth from month to month fell short; 100 % of 1 other falls short of the figure")]
    [InlineData(2026, 7, 31, 1, "for 2 months; 0 % of 2 own growths from month to month fell short; 50 % of 2 others fall short of the figure")]
    public void ToString_OfOneAndOfMore_IsGoodEnglish(int year, int month, int day, int more, string expected)
    {
        decimal?[] months = [9_000m, 9_500m, 10_000m];
        Achievability found = (Followers with { Amount = 10_100.AsCount(), Due = new LocalDate(year, month, day) })
            .CheckSmart(Months(Kpis.FollowerCount, 4 - more, months[^(2 + more)..]), peers: new[] { 10_000.AsCount(), 20_000.AsCount() }[..(1 + more)]).Achievability!;
        Assert.EndsWith(expected, found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ADecrease_LooksForFalls()
    {
        GoalDraft faster = Followers with { Kpi = Kpis.ResponseTimePerMessage, Shape = GoalShape.Decrease, Amount = 81.Minutes(), Baseline = 100.Minutes() };
        Achievability found = faster.CheckSmart(Months(Kpis.ResponseTimePerMessage, 1, 7_500, 7_200, 6_000, 6_600, 6_000)).Achievability!;
        Assert.Equal((-0.1m, 75m), (found.Asked!.Value.Value, found.Percentile!.Value));
    }

    [Fact]
    public void Of_WhatAddsUp_SetsThePartOfEachPeriodAgainstItsFigures()
    {
        GoalDraft likes = Followers with { Kpi = Kpis.LikeCount, IsPerPost = false, Amount = 20.Percent(), Form = null, Baseline = 10_000.AsCount(), Due = new LocalDate(2026, 8, 31) };
        Achievability found = likes.CheckSmart(Months(Kpis.LikeCount, 2, 3_000, 4_000, 5_000, 3_999)).Achievability!;
        Assert.Equal((4_000.AsCount(), 3m, 50m, false), (found.Asked!.Value, found.PeriodsLeft, found.Percentile!.Value, found.IsGrowth));
        Assert.Equal("it asks 4,000 each month for 3 months; 50 % of 4 own months fell short", found.ToString());
    }

    private static GoalDraft Likes(LocalDate from, LocalDate to, GoalShape shape = GoalShape.Increase) =>
        Followers with { Kpi = Kpis.LikeCount, IsPerPost = false, Shape = shape, Amount = shape == GoalShape.Increase ? 10_000.AsCount() : null, Baseline = null, Start = from, Due = to };

    // 31 days that cut two months are asked what July is; 10,000 in the 92 days of a quarter are 760.87 a week.
    [Theory]
    [InlineData("2026-07-15", "2026-08-14", 10_000, 1)]
    [InlineData("2026-07-01", "2026-07-31", 10_000, 1)]
    [InlineData("2026-07-01", "2026-09-30", 3_333.333333, 3)]
    [InlineData("2026-07-15", "2026-07-31", 18_235.294118, 0.548387)]
    public void Of_WhatAddsUp_CountsPartOfAPeriodByItsDays(string from, string to, decimal asked, decimal months)
    {
        GoalDraft likes = Likes(Timeframe.Parse(from).Start!.Value.Date, Timeframe.Parse(to).Start!.Value.Date);
        Achievability found = likes.CheckSmart(Months(Kpis.LikeCount, 1, 7_000, 7_000, 7_000, 7_000, 7_000, 7_000)).Achievability!;
        Assert.Equal((asked, months), (Math.Round(found.Asked!.Value.Value, 6), Math.Round(found.PeriodsLeft, 6)));
        Assert.Equal(asked > 7_000 ? 100 : 0, found.Percentile);
    }

    [Fact]
    public void Of_WhatAddsUp_CountsPartOfAWeekByItsDays()
    {
        KpiSeries weeks = KpiSeries.Given(Kpis.LikeCount, Enumerable.Range(1, 20).Select(week => (Timeframe.Week(2026, week), (Quantity?)745.AsCount())));
        Achievability found = Likes(new(2026, 7, 1), new(2026, 9, 30)).CheckSmart(weeks).Achievability!;
        Assert.Equal("it asks 760.87 each week for 13.14 weeks; 100 % of 20 own weeks fell short", found.ToString());
        Assert.Equal(92m / 7, found.PeriodsLeft);
    }

    // From 5,000 at the end of June: 20 % in a month, and the same in 3 days is 20 % ten and a third times over.
    [Theory]
    [InlineData(31, 0.2, "1 ")]
    [InlineData(3, 5.579702, "0.0968 ")]
    [InlineData(1, 283.851577, "0.0323 ")]
    public void Of_AStock_IsAskedMoreTheSoonerItIsDue(int day, decimal growth, string months)
    {
        Achievability found = (Followers with { Amount = 6_000.AsCount(), Due = new(2026, 7, day) }).CheckSmart(Months(Kpis.FollowerCount, 4, 4_000, 4_500, 5_000)).Achievability!;
        Assert.Equal(growth, found.Asked!.Value.Value, 6);
        Assert.Contains($"each month for {months}", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MoreThanCanBeHeld_SaysWhatToGive()
    {
        KpiSeries years = KpiSeries.Given(Kpis.FollowerCount, [(Timeframe.Year(2024), 100.AsCount()), (Timeframe.Year(2025), 1_000.AsCount())]);
        SmartCheck check = (Followers with { Amount = 100_000.AsCount(), Due = new(2026, 1, 2) }).CheckSmart(years);
        Assert.Equal((SmartAnswer.NotCheckable, null), (check.Achievable, check.Achievability));
        Assert.Contains("what it asks each year is beyond the numbers that can be held; give a history of shorter periods", check.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GoalShape.KeepAtOrAbove, 50)]
    [InlineData(GoalShape.KeepAbove, 75)]
    [InlineData(GoalShape.KeepAtOrBelow, 25)]
    [InlineData(GoalShape.KeepBelow, 50)]
    public void Of_ALimit_SetsItAgainstEachPeriod(GoalShape shape, int percentile)
    {
        GoalDraft kept = Followers with { Shape = shape, Amount = 100.AsCount(), Per = Grain.Month };
        SmartCheck check = kept.CheckSmart(Months(Kpis.FollowerCount, 1, 80, 90, 100, 110), peers: [50.AsCount(), 150.AsCount()]);
        Assert.Equal((percentile, 4, 50m, 2), (check.Achievability!.Percentile!.Value, check.Achievability.Periods, check.Achievability.PeerPercentile!.Value, check.Achievability.Peers));
    }

    [Fact]
    public void Of_ARange_CountsWhatLayOutside()
    {
        GoalDraft range = Followers with { Shape = GoalShape.InRange, Lower = 90.AsCount(), Upper = 110.AsCount(), Amount = null, Baseline = null };
        Assert.Equal(50m, range.CheckSmart(Months(Kpis.FollowerCount, 1, 80, 90, 110, 111)).Achievability!.Percentile);
    }

    // Months of 3,540 are 10,620 a quarter.
    [Theory]
    [InlineData(10_000, 12_000, 0)]
    [InlineData(3_000, 3_600, 100)]
    [InlineData(10_620, 10_621, 0)]
    [InlineData(10_621, 12_000, 100)]
    public void Of_ARangeOfWhatAddsUp_SetsThePartOfEachPeriodAgainstItsFigures(int lower, int upper, int percentile)
    {
        GoalDraft range = Likes(new(2026, 7, 1), new(2026, 9, 30), GoalShape.InRange) with { Lower = lower.AsCount(), Upper = upper.AsCount() };
        KpiSeries months = Months(Kpis.LikeCount, 1, 3_540, 3_540, 3_540, 3_540, 3_540, 3_540);
        Assert.Equal((percentile, 6, 3m), (range.CheckSmart(months).Achievability!.Percentile, range.CheckSmart(months).Achievability!.Periods, range.CheckSmart(months).Achievability!.PeriodsLeft));

        // Without its days nobody knows how much that is in a month; of the latest period the range is what is meant.
        Assert.Null((range with { Due = null }).CheckSmart(months).Achievability);
        Assert.Equal(lower > 3_540 || upper < 3_540 ? 100 : 0, (range with { Terms = new() { Current = CurrentFigure.LatestPeriod } }).CheckSmart(months).Achievability!.Percentile);
    }

    [Fact]
    public void Of_ARangeInOtherUnits_IsNotSetAgainstFigures()
    {
        GoalDraft range = Likes(new(2026, 7, 1), new(2026, 9, 30), GoalShape.InRange) with { Lower = 1.Percent(), Upper = 5_000.AsCount() };
        Assert.Null(range.CheckSmart(Months(Kpis.LikeCount, 1, 3_540), peers: [3.AsCount()]).Achievability);
    }

    [Fact]
    public void Of_OthersAlone_IsPartial()
    {
        SmartCheck check = Followers.CheckSmart(peers: [9_000.AsCount(), 12_100.AsCount(), 20_000.AsCount(), 1_000.AsCount()]);
        Assert.Equal((50m, SmartAnswer.Partial), (check.Achievability!.PeerPercentile!.Value, check.Achievable));
        Assert.Equal("50 % of 4 others fall short of the figure", check.Achievability.ToString());
    }

    [Fact]
    public void Of_AHistoryThatCannotTell_SaysWhy()
    {
        Assert.Contains("goes on to 2026-08-31", Why(Months(Kpis.FollowerCount, 5, 1, 2, 3, 4)), StringComparison.Ordinal);
        Assert.Contains("no growth from 0", Why(Months(Kpis.FollowerCount, 4, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("no two periods", Why(Months(Kpis.FollowerCount, 1, 5, null, 7)), StringComparison.Ordinal);
        Assert.Contains("no figure of a whole day", Why(KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Days(new(2026, 1, 3), new(2026, 1, 9)), 5.AsCount()))), StringComparison.Ordinal);

        static string Why(KpiSeries history)
        {
            SmartCheck check = Followers.CheckSmart(history);
            Assert.Equal((SmartAnswer.NotCheckable, null), (check.Achievable, check.Achievability));
            return Assert.Single(check.Lints, lint => lint.Letter == SmartLetter.Achievable).Message;
        }
    }

    [Fact]
    public void Of_ADraftWithoutANumber_LeavesWhatItAsksOpen() => Assert.Contains(
        "required-growth-open", (Followers with { Amount = "XX" }).CheckSmart(Months(Kpis.FollowerCount, 1, 5, 6, 7)).Lints.Select(lint => lint.Code));

    [Theory]
    [InlineData("XX", "quantity-placeholder")]
    [InlineData("X%", "quantity-placeholder")]
    [InlineData("n", "quantity-placeholder")]
    [InlineData("[n]", "quantity-placeholder")]
    [InlineData("??", "quantity-placeholder")]
    [InlineData("TBD", "quantity-placeholder")]
    [InlineData("many", "quantity-ambiguous")]
    [InlineData("100 or 1,000", "quantity-ambiguous")]
    public void Of_WhatIsNoNumber_SaysWhether_SomethingStandsForIt(string amount, string code) =>
        Assert.Equal(code, Assert.Single((Followers with { Amount = amount }).CheckSmart().Lints, lint => lint.Code.StartsWith("quantity", StringComparison.Ordinal)).Code);

    [Fact]
    public void Of_WordsThatAskForTwoResults_SaysSo_AndTheGoalCanBeMadeAllTheSame()
    {
        GoalDraft two = Followers with { Text = "Launch the shop and grow to 12,100 followers", Start = new LocalDate(2026, 1, 1), BaselineSource = "", Terms = new() };
        Assert.Contains("two-results-in-one", two.CheckSmart().Lints.Select(lint => lint.Code));
        Assert.Equal(SmartAnswer.Partial, two.CheckSmart().Specific);
        Assert.Equal(12_100m, two.ToGoal().Level!.Value.Value);
    }

    [Theory]
    [InlineData("likes", "2025", "baseline-period-differs")]
    [InlineData("likes", "2025-Q4", null)]
    [InlineData("likes", "2026-Q1", "baseline-after-start")]
    [InlineData("followers", "2025", null)]
    [InlineData("followers", "2026-01-01", null)]
    [InlineData("followers", "2026-01-02", "baseline-after-start")]
    public void CheckSmart_ABaselineOfAnotherLengthOrTime_IsUnwise(string kpi, string of, string? code)
    {
        Goal goal = Goal.Increase(
            Catalog.Standard.FindKpi(kpi)!, Baseline.Measured(1_000.AsCount(), Timeframe.Parse(of)), GoalTarget.Relative(20.Percent()), Timeframe.Quarter(2026, 1));
        SmartCheck check = goal.CheckSmart();
        Assert.Equal(code is null ? [] : [code], check.Lints.Where(lint => lint.Letter == SmartLetter.Measurable).Select(lint => lint.Code));
        Assert.Equal(SmartAnswer.Present, check.Measurable);
    }

    public static TheoryData<string, Goal, bool> Targets => new()
    {
        { "a rate of clicks among impressions", Goal.Increase(Kpis.ClickThroughRate, 1.Percent(), 120.Percent(), Timeframe.Year(2026)), true },
        { "all of them", Goal.Increase(Kpis.ClickThroughRate, 1.Percent(), 100.Percent(), Timeframe.Year(2026)), false },
        { "a share of a whole", Goal.KeepAbove(Kpis.ShareOfVoice, 101.Percent(), Grain.Month, Timeframe.Year(2026)), true },
        { "a share by its definition", Goal.Increase(Kpis.SocialShareOfVisits, 20.Percent(), GoalTarget.PercentagePoints(90.PercentagePoints()), Timeframe.Year(2026)), true },
        { "points", Goal.Increase(Kpis.NetPromoterScore, 20.Points(), 120.Points(), Timeframe.Year(2026)), true },
        { "points within", Goal.Increase(Kpis.NetPromoterScore, 20.Points(), 100.Points(), Timeframe.Year(2026)), false },
        { "points of another scale", Goal.Increase(Kpi.Define("own_score", Measure.Mean("mean_score", Unit.Points, of: "score"), Unit.Points, Direction.HigherIsBetter), 20.Points(), 700.Points(), Timeframe.Year(2026)), false },
        { "a stretch", Goal.Increase(Kpis.NetPromoterScore, 20.Points(), GoalTarget.Zones(60.Points(), 90.Points(), 110.Points()), Timeframe.Year(2026)), true },
        { "a range", Goal.InRange(Kpis.NetPromoterScore, -120.Points(), 0.Points(), Timeframe.Year(2026)), true },
        { "a return, which has no end", Goal.Increase(Kpis.ReturnOnInvestment, 20.Percent(), 300.Percent(), Timeframe.Year(2026)), false },
        { "growth, which has none either", Goal.Increase(Kpis.AudienceGrowthRate, 20.Percent(), 300.Percent(), Timeframe.Year(2026)), false },
        { "less than none", Goal.KeepBelow(Kpis.LikeCount, -5.AsCount(), Grain.Month, Timeframe.Year(2026)), true },
        { "below none", Goal.KeepBelow(Kpis.LikeCount, 0.AsCount(), Grain.Month, Timeframe.Year(2026)), true },
        { "none", Goal.KeepAtOrBelow(Kpis.LikeCount, 0.AsCount(), Grain.Month, Timeframe.Year(2026)), false },
        { "above all", Goal.KeepAbove(Kpis.ClickThroughRate, 100.Percent(), Grain.Month, Timeframe.Year(2026)), true },
        { "a stock below none", Goal.Decrease(Kpis.FollowerCount, 100.AsCount(), -100.AsCount(), Timeframe.Year(2026)), true },
        { "a time below none", Goal.Decrease(Kpis.ResponseTimePerMessage, 5.Minutes(), -1.Minutes(), Timeframe.Year(2026)), true },
        { "a rate without an upper end", Goal.Increase(Kpis.EngagementRateByFollowers, 3.Percent(), 120.Percent(), Timeframe.Year(2026)), false },
        { "what may be lost", Goal.Increase(Kpis.NetNewFollowers, -50.AsCount(), -5.AsCount(), Timeframe.Year(2026), new() { Current = CurrentFigure.LatestPeriod }), false },
        { "of counts taken from each other in each row", Goal.Decrease(Change, 50.AsCount(), -5.AsCount(), Timeframe.Year(2026), new() { Current = CurrentFigure.LatestPeriod }), false },
        { "money that comes back", Goal.KeepAbove(Kpis.TotalRevenue, -5.Of(Currency.EUR), Grain.Month, Timeframe.Year(2026)), false },
        { "answers of fewer rows", Goal.Increase(Yes, 20.Percent(), 101.Percent(), Timeframe.Year(2026)), true },
    };

    private static readonly Kpi Change = Kpi.Define("change", Measure.Sum("change_of_rows", Unit.Count, of: Measures.Follows - Measures.Unfollows), Unit.Count, Direction.HigherIsBetter);
    private static readonly Measure Answers = Measure.Count("replies", of: "reply");
    private static readonly Kpi Yes = Kpi.Define("yes", Answers.Where(Condition.AtLeast("reply", 1), id: "yes_replies") / Answers, Unit.Ratio, Direction.HigherIsBetter);

    [Theory]
    [MemberData(nameof(Targets))]
    public void CheckSmart_WhatNobodyCanReach_IsNotAchievable(string what, Goal goal, bool isImpossible)
    {
        SmartCheck check = goal.CheckSmart();
        Assert.True(isImpossible == check.Lints.Any(lint => lint.Code == "impossible-target"), what);
        Assert.Equal(isImpossible ? SmartAnswer.Absent : SmartAnswer.NotCheckable, check.Achievable);
    }

    [Fact]
    public void CheckSmart_WhatNobodyCanReach_SaysWhere()
    {
        Assert.Contains("likes begins at 0, so nobody is below -5; look at the number again", Goal.KeepBelow(Kpis.LikeCount, -5.AsCount(), Grain.Month, Timeframe.Year(2026)).CheckSmart().ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "click_through_rate is 0.00 % to 100.00 %, so nobody reaches 120.00 %; look at the number again",
            Goal.Increase(Kpis.ClickThroughRate, 1.Percent(), 120.Percent(), Timeframe.Year(2026)).CheckSmart().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FiguresOfSomethingElse_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Followers.CheckSmart(Months(Kpis.LikeCount, 1, 5)));
        Assert.Throws<ArgumentException>(() => Followers.CheckSmart(peers: [5.Percent()]));
        GoalDraft instagram = Followers with { Segments = [Segment.Of("platform", "instagram")] };
        Assert.Throws<ArgumentException>(() => instagram.CheckSmart(Months(Kpis.FollowerCount, 1, 5)));
    }

    [Theory]
    [InlineData("awareness", SmartAnswer.Present, null)]
    [InlineData("conversions", SmartAnswer.Absent, "vanity-only")]
    public void Of_AnObjective_SaysWhetherTheKpiTellsOfIt(string objective, SmartAnswer relevant, string? code)
    {
        SmartCheck check = Followers.CheckSmart(objective: ObjectiveTypes.Find(objective));
        Assert.Equal((relevant, code), (check.Relevant, check.Lints.SingleOrDefault(lint => lint.Letter == SmartLetter.Relevant)?.Code));
    }

    [Fact]
    public void Of_AKpiThatNobodyNamesForTheObjective_IsPartial()
    {
        SmartCheck check = (Followers with { Kpi = Kpis.UnfollowCount }).CheckSmart(objective: ObjectiveTypes.Leads);
        Assert.Equal((SmartAnswer.Partial, "not-named-for-objective"), (check.Relevant, check.Lints.Single(lint => lint.Letter == SmartLetter.Relevant).Code));
    }

    [Fact]
    public void CheckSmart_AGoal_HasWhatHowMuchAndByWhen()
    {
        Goal goal = Goal.Increase(Kpis.ClickThroughRate, 3.2m.Percent(), GoalTarget.PercentagePoints(1.3m.PercentagePoints()), Timeframe.Quarter(2026, 3));
        SmartCheck check = goal.CheckSmart();
        Assert.Equal(["no-history-to-judge-achievability", "objective-missing"], check.Lints.Select(lint => lint.Code));
        Assert.Equal((SmartAnswer.Present, SmartAnswer.Present, SmartAnswer.Present), (check.Specific, check.Measurable, check.TimeBound));
    }

    [Fact]
    public void ToString_ACheck_HasALineForEachLetterAndWhatIsOpen()
    {
        string[] lines = (Followers with { Form = null }).CheckSmart(objective: ObjectiveTypes.Awareness).ToString().Split('\n');
        Assert.Equal(
            [
                "10,000 followers  answer         what is open",
                "specific          present",
                "measurable        partial        12,100 may be the figure to arrive at or what is to be added; say Level or Gain (level-or-delta)",
                "achievable        not checkable  no earlier figures are given to set it against; give the history of the KPI (no-history-to-judge-achievability)",
                "relevant          present",
                "time-bound        present",
            ],
            lines.Where(line => !line.StartsWith('─')));
    }

    [Fact]
    public void ToHtml_ACheck_HasALineForEachLetter()
    {
        Fragment fragment = Fragment.Of((Followers with { Text = "<b>10,000</b>" }).CheckSmart(objective: ObjectiveTypes.Conversions).ToHtml());
        Assert.Equal(5, fragment.Rows.Length);
        Assert.Equal(["relevant", "○ absent"], fragment.Rows[3][..2]);
        Assert.Contains("<b>10,000</b>", fragment.Texts);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Check_UnderAnyCulture_IsTheSame(string culture)
    {
        Func<string> write = () =>
        {
            SmartCheck check = (Followers with { Amount = 20.5m.Percent() }).CheckSmart(Months(Kpis.FollowerCount, 1, 5_000, 6_000.5m, 7_000), ObjectiveTypes.Leads, [1_000.5m.AsCount()]);
            return check + check.ToMarkdown() + check.ToHtml();
        };
        string before = write();
        using Cultures scope = Cultures.Use(culture);
        Assert.Equal(before, write());
    }
}
