using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class GoalTests
{
    private static readonly Timeframe Q3 = Timeframe.Quarter(2026, 3);
    private static readonly GoalTerms Latest = new() { Current = CurrentFigure.LatestPeriod };

    private static string Refusal(Func<Goal> make) => string.Join('\n', Assert.Throws<DefinitionException>(make).Issues);

    [Fact]
    public void Increase_EveryFormOfTarget_IsWorkedOutFromTheBaseline()
    {
        Assert.Equal(12_000m, Goal.Increase(Kpis.FollowerCount, 10_000.AsCount(), 12_000.AsCount(), Q3).Level!.Value.Value);
        Assert.Equal(11_000m, Goal.Increase(Kpis.FollowerCount, 10_000.AsCount(), GoalTarget.Gain(1_000.AsCount()), Q3).Level!.Value.Value);
        Assert.Equal(12_000m, Goal.Increase(Kpis.FollowerCount, 10_000.AsCount(), GoalTarget.Relative(20.Percent()), Q3).Level!.Value.Value);

        // Per cent is not percentage points: 20 % of 5 % is 1 point.
        Assert.Equal(0.06m, Goal.Increase(Kpis.ClickThroughRate, 5.Percent(), GoalTarget.Relative(20.Percent()), Q3).Level!.Value.Value);
        Assert.Equal(0.25m, Goal.Increase(Kpis.ClickThroughRate, 5.Percent(), GoalTarget.PercentagePoints(20.PercentagePoints()), Q3).Level!.Value.Value);
        Assert.Equal(0.04m, Goal.Decrease(Kpis.ClickThroughRate, 5.Percent(), GoalTarget.PercentagePoints(1.PercentagePoints()), Q3).Level!.Value.Value);
    }

    [Fact]
    public void Increase_OfASum_BeginsAtZero_UnlessPeriodsAreCompared()
    {
        Assert.Equal(0m, Goal.Increase(Kpis.LikeCount, 10_000.AsCount(), 12_000.AsCount(), Q3).Start!.Value.Value);
        Assert.Equal(10_000m, Goal.Increase(Kpis.LikeCount, 10_000.AsCount(), 12_000.AsCount(), Q3, Latest).Start!.Value.Value);
        Assert.Equal(10_000m, Goal.Increase(Kpis.FollowerCount, 10_000.AsCount(), 12_000.AsCount(), Q3).Start!.Value.Value);
    }

    [Fact]
    public void Movement_Contradictions_EachWithItsRemedy()
    {
        Assert.Contains("start and target are both 5, so there is nothing to increase; to stay there use Goal.KeepAtOrAbove", Refusal(() => Goal.Increase(Kpis.FollowerCount, 5.AsCount(), 5.AsCount(), Q3)), StringComparison.Ordinal);
        Assert.Contains("lies below the baseline 5; use Goal.Decrease", Refusal(() => Goal.Increase(Kpis.FollowerCount, 5.AsCount(), 4.AsCount(), Q3)), StringComparison.Ordinal);
        Assert.Contains(
            "lies below the baseline 40,000, which is of 2025, while likes adds up over 2026-Q3; give the figure of a time as long",
            Refusal(() => Goal.Increase(Kpis.LikeCount, Baseline.Measured(40_000.AsCount(), Timeframe.Year(2025)), 12_000.AsCount(), Q3)), StringComparison.Ordinal);
        Assert.Contains("lies above the baseline 5; use Goal.Increase", Refusal(() => Goal.Decrease(Kpis.FollowerCount, 5.AsCount(), 6.AsCount(), Q3)), StringComparison.Ordinal);
        Assert.Contains("a baseline of 0, which is undefined; give a level or a gain", Refusal(() => Goal.Increase(Kpis.FollowerCount, 0.AsCount(), GoalTarget.Relative(20.Percent()), Q3)), StringComparison.Ordinal);
        Assert.Contains("which is more than all of it", Refusal(() => Goal.Decrease(Kpis.FollowerCount, 5.AsCount(), GoalTarget.Relative(120.Percent()), Q3)), StringComparison.Ordinal);
        Assert.Contains("takes 200 off a baseline of 100, which is more than all of it; give at most 100", Refusal(() => Goal.Decrease(Kpis.FollowerCount, 100.AsCount(), GoalTarget.Gain(200.AsCount()), Q3)), StringComparison.Ordinal);
        Assert.Contains("takes 1 off a baseline of 0, which is more than all of it; look at the baseline again", Refusal(() => Goal.Decrease(Kpis.FollowerCount, 0.AsCount(), GoalTarget.Gain(1.AsCount()), Q3)), StringComparison.Ordinal);
        Assert.Contains("takes 4.00 pp off a baseline of 3.00 %, which is more than all of it; give at most 3.00 pp", Refusal(() => Goal.Decrease(Kpis.ClickThroughRate, 3.Percent(), GoalTarget.PercentagePoints(4.PercentagePoints()), Q3)), StringComparison.Ordinal);
        Assert.Equal(0m, Goal.Decrease(Kpis.FollowerCount, 100.AsCount(), GoalTarget.Gain(100.AsCount()), Q3).Level!.Value.Value);
        Assert.Equal(-100m, Goal.Decrease(Kpis.NetNewFollowers, 100.AsCount(), GoalTarget.Gain(200.AsCount()), Q3, Latest).Level!.Value.Value);
        Assert.Contains("changes nothing or the other way", Refusal(() => Goal.Decrease(Kpis.FollowerCount, 5.AsCount(), GoalTarget.Relative(-20.Percent()), Q3)), StringComparison.Ordinal);
        Assert.Contains("use GoalTarget.Relative or GoalTarget.PercentagePoints", Refusal(() => Goal.Increase(Kpis.ClickThroughRate, 5.Percent(), GoalTarget.Gain(20.Percent()), Q3)), StringComparison.Ordinal);
        Assert.Contains("followers is in count, but the number given is in ratio", Refusal(() => Goal.Increase(Kpis.FollowerCount, 5.AsCount(), 20.Percent(), Q3)), StringComparison.Ordinal);
        Assert.Contains("its target is in percentage points, but followers is in count", Refusal(() => Goal.Increase(Kpis.FollowerCount, 5.AsCount(), GoalTarget.PercentagePoints(2.PercentagePoints()), Q3)), StringComparison.Ordinal);
        Assert.Contains("adds up from zero during the period, so it cannot fall to a target", Refusal(() => Goal.Decrease(Kpis.LikeCount, 500.AsCount(), 400.AsCount(), Q3)), StringComparison.Ordinal);
        Assert.Contains("in different currencies (money:EUR, money:USD)", Refusal(() => Goal.Decrease(Kpis.CostPerClick, 5.Of(Currency.EUR), 4.Of(Currency.USD), Q3)), StringComparison.Ordinal);
        Assert.Contains("out of order", Refusal(() => Goal.Increase(Kpis.FollowerCount, 5.AsCount(), GoalTarget.Zones(9.AsCount(), 8.AsCount(), 10.AsCount()), Q3)), StringComparison.Ordinal);
        Assert.Contains("there is no rate from 0 to 5", Refusal(() => Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 5.AsCount(), Q3, new() { Curve = ExpectedCurve.Compound })), StringComparison.Ordinal);
        Assert.Contains("a number too large to hold", Refusal(() => Goal.Increase(Kpis.FollowerCount, new Quantity(decimal.MaxValue, Unit.Count), GoalTarget.Relative(20.Percent()), Q3)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TwiceWrong))]
    public void Contradictions_HideNoOthers(Func<Goal> make, string[] words)
    {
        string[] issues = [.. Assert.Throws<DefinitionException>(make).Issues.Select(issue => issue.Message)];
        Assert.All(words, part => Assert.Contains(issues, issue => issue.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(words.Length, issues.Length);
    }

    public static TheoryData<Func<Goal>, string[]> TwiceWrong => new()
    {
        { () => Goal.Decrease(Kpis.FollowerCount, 0.AsCount(), GoalTarget.Relative(-120.Percent()), Q3), ["changes nothing or the other way", "a baseline of 0, which is undefined"] },
        { () => Goal.Decrease(Kpis.FollowerCount, -5.AsCount(), GoalTarget.Relative(120.Percent()), Q3), ["a baseline of -5, which is undefined", "more than all of it"] },
        { () => Goal.Increase(Kpis.FollowerCount, 0.AsCount(), GoalTarget.Relative(20.AsCount()), Q3), ["the number is in count; write 20.Percent()", "a baseline of 0, which is undefined"] },
        { () => Goal.Increase(Kpis.ClickThroughRate, 5.Percent(), GoalTarget.Gain(-1.Percent()), Q3), ["changes nothing or the other way", "use GoalTarget.Relative or GoalTarget.PercentagePoints"] },
        { () => Goal.Increase(Kpis.FollowerCount, 10.AsCount(), GoalTarget.Zones(8.AsCount(), 9.AsCount(), 7.AsCount()), Q3), ["9 lies below the baseline 10", "out of order"] },
        { () => Goal.Increase(Kpis.FollowerCount, 10.AsCount(), GoalTarget.Zones(9.AsCount(), 20.AsCount(), 15.AsCount()), Q3), ["out of order", "what is committed, 9, is reached at the start of 10 already"] },
        { () => Goal.Increase(Kpis.FollowerCount, 10.AsCount(), GoalTarget.Zones(9.AsCount(), 8.AsCount(), 7.AsCount()), Q3), ["8 lies below the baseline 10"] },
        { () => Goal.Increase(Kpis.LikeCount, 10.AsCount(), -1.AsCount(), Q3), ["-1 lies below the baseline 10", "is reached before it begins"] },
        { () => Goal.Decrease(Kpis.LikeCount, 500.AsCount(), 600.AsCount(), Q3), ["cannot fall to a target", "600 lies above the baseline 500"] },
        { () => Goal.Grow(Kpis.FollowerCount, 0.AsCount(), -1.AsCount(), Grain.Week, Q3), ["its rate is in count", "is no growth", "growth from a baseline of 0", "not a whole number of weeks"] },
    };

    [Fact]
    public void OtherShapes_Contradictions_EachWithItsRemedy()
    {
        Assert.Contains("is empty; exchange the limits", Refusal(() => Goal.InRange(Kpis.FollowerCount, 5.AsCount(), 4.AsCount(), Q3)), StringComparison.Ordinal);
        Assert.Contains("is the one figure 5", Refusal(() => Goal.InRange(Kpis.FollowerCount, 5.AsCount(), 5.AsCount(), Q3)), StringComparison.Ordinal);
        Assert.Contains("no whole year lies in its period 2026-Q3", Refusal(() => Goal.KeepAbove(Kpis.LikeCount, 5.AsCount(), Grain.Year, Q3)), StringComparison.Ordinal);
        Assert.Contains("leave the curve out", Refusal(() => Goal.KeepAbove(Kpis.LikeCount, 5.AsCount(), Grain.Month, Q3, new() { Curve = ExpectedCurve.Linear })), StringComparison.Ordinal);
        Assert.Contains("its verdict counts what is reached once or late, but keep above asks for every period", Refusal(() => Goal.KeepAbove(Kpis.LikeCount, 5.AsCount(), Grain.Month, Q3, new() { VerdictRule = VerdictRule.AtDeadline.AcceptingLate(3) })), StringComparison.Ordinal);
        Assert.Contains("is not a whole number of weeks", Refusal(() => Goal.Grow(Kpis.FollowerCount, 5.AsCount(), 1.Percent(), Grain.Week, Q3)), StringComparison.Ordinal);
        Assert.Contains("is no growth", Refusal(() => Goal.Grow(Kpis.FollowerCount, 5.AsCount(), 0.Percent(), Grain.Month, Q3)), StringComparison.Ordinal);
        Assert.Contains("growth from a baseline of 0 is undefined", Refusal(() => Goal.Grow(Kpis.FollowerCount, 0.AsCount(), 1.Percent(), Grain.Month, Q3)), StringComparison.Ordinal);
        Assert.Contains("growth compares one month with the next", Refusal(() => Goal.Grow(Kpis.LikeCount, 5.AsCount(), 1.Percent(), Grain.Month, Q3, new() { Current = CurrentFigure.ToDate })), StringComparison.Ordinal);
        Assert.Contains("becomes a number too large", Refusal(() => Goal.Grow(Kpis.FollowerCount, 5.AsCount(), 1_000_000.Percent(), Grain.Day, Q3)), StringComparison.Ordinal);
        Assert.Contains("it has no step", Refusal(() => Goal.Milestones("Launch", [], Q3)), StringComparison.Ordinal);
        Assert.Equal(
            """
            goal 'Launch': the step 'Film' is named twice; name each once
            goal 'Launch': the step 'Film' weighs 0; give a weight above 0, of at most 1000000000, or leave the step out
            goal 'Launch': the step 'Film' is due on 2026-10-01, outside the period 2026-Q3; move one of them
            """.ReplaceLineEndings("\n"),
            Refusal(() => Goal.Milestones("Launch", [new("Film", 0), new("Film", Due: new(2026, 10, 1))], Q3)));
    }

    [Fact]
    public void Terms_Contradictions_AreListedWithTheRest() => Assert.Equal(
        """
        goal for followers: its period 2026-07-01 is one day, between whose ends lies no day to count; use DayCount.InclusiveBoth
        goal for followers: the scope names 'platform = x' 2 times; name it once
        goal for followers: the segments of the scope name different dimensions, so that rows could lie in two of them; name the same dimensions in each
        goal for followers: the check-in on 2026-07-02 lies outside its period 2026-07-01; move it inside
        goal for followers: start and target are both 5, so there is nothing to increase; to stay there use Goal.KeepAtOrAbove
        """.ReplaceLineEndings("\n"),
        Refusal(() => Goal.Increase(Kpis.FollowerCount, 5.AsCount(), 5.AsCount(), Timeframe.Day(2026, 7, 1), new()
        {
            DayCount = DayCount.DayDifference,
            CheckIns = [new(2026, 7, 2)],
            Scope = GoalScope.Each(Segment.Of("platform", "x"), Segment.Of("platform", "x"), Segment.Of("brand", "y")),
        })));

    [Fact]
    public void Period_OpenOrWithinADay_IsRefused()
    {
        Assert.Contains("is open", Refusal(() => Goal.EstablishBaseline(Kpis.LikeCount, Timeframe.Always)), StringComparison.Ordinal);
        Assert.Contains("within a day", Refusal(() => Goal.EstablishBaseline(Kpis.LikeCount, Timeframe.Hour(new LocalDateTime(2026, 1, 1, 9, 0)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_WithoutOne_IsTheGoalInWords()
    {
        Assert.Equal("Click-through rate from 3.20 % to 4.50 % during 2026-Q3", Goal.Increase(Kpis.ClickThroughRate, 3.2m.Percent(), 4.5m.Percent(), Q3).ToString());
        Assert.Equal(
            "Likes at or above 5,000 each month for each of platform = a; platform = b during 2026-Q3",
            Goal.KeepAtOrAbove(Kpis.LikeCount, 5_000.AsCount(), Grain.Month, Q3, new() { Scope = GoalScope.Each(Segment.Of("platform", "a"), Segment.Of("platform", "b")) }).Name);
    }

    [Fact]
    public void Keep_EachWeekOrYear_IsThatOfTheGoalsCalendar()
    {
        // 4 to 17 January 2026 are two weeks from Sunday, and one from Monday with parts of two others.
        Timeframe fortnight = Timeframe.Days(new(2026, 1, 4), new(2026, 1, 17));
        KpiSeries likes = KpiSeries.Given(Kpis.LikeCount, (Timeframe.Days(new(2026, 1, 4), new(2026, 1, 10)), 9.AsCount()), (Timeframe.Days(new(2026, 1, 11), new(2026, 1, 17)), 3.AsCount()));
        Goal iso = Goal.KeepAtOrAbove(Kpis.LikeCount, 5.AsCount(), Grain.Week, fortnight);
        Assert.Null(iso.Evaluate(likes, new(2026, 1, 17)).RawProgress);
        Goal fromSunday = iso.With(new() { Calendar = ReportingCalendar.Iso.WithWeekStart(IsoDayOfWeek.Sunday) });
        Assert.Equal(0.5m, fromSunday.Evaluate(likes, new(2026, 1, 17)).RawProgress);

        // The same from facts, day by day.
        KpiTable days = Facts.FromColumns(columns => columns.Time([new LocalDate(2026, 1, 10), new LocalDate(2026, 1, 11), new LocalDate(2026, 1, 17)]).Measure(Measures.Likes, [9, 1, 2]))
            .Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Day));
        Assert.Equal(0.5m, fromSunday.Evaluate(days, new(2026, 1, 17)).RawProgress);

        Timeframe fiscal = Timeframe.Between(new(2025, 7, 1), new LocalDate(2026, 7, 1));
        Assert.Contains("no whole year lies in its period", Refusal(() => Goal.KeepAbove(Kpis.LikeCount, 5.AsCount(), Grain.Year, fiscal)), StringComparison.Ordinal);
        Assert.Equal("Likes above 5 each year during 2025-07-01..2026-06-30", Goal.KeepAbove(Kpis.LikeCount, 5.AsCount(), Grain.Year, fiscal, new() { Calendar = ReportingCalendar.Iso.WithFiscalYearFrom(7) }).Name.Replace("…", "..", StringComparison.Ordinal));
    }

    [Fact]
    public void Done_OfAStepThatIsNone_IsRefused() => Assert.Contains(
        "Its steps are: Film", Assert.Throws<ArgumentException>("step", () => Goal.YesNo("Film", Q3).Done("Fim", new(2026, 7, 1))).Message, StringComparison.Ordinal);
}
