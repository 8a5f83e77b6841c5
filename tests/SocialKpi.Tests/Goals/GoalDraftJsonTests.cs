using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Goals;

public sealed class GoalDraftJsonTests
{
    private static readonly GoalDraft Everything = new()
    {
        Text = "By 31 December, XX \"more\" followers",
        Kpi = Kpis.ClickThroughRate,
        Metric = "clicks",
        Shape = GoalShape.Increase,
        Amount = 4.5m.Percent(),
        Form = GoalTargetForm.Zones,
        Commit = 4.Percent(),
        Stretch = 5.25m.Percent(),
        Lower = "low",
        Upper = 7.Percent(),
        Baseline = "100 or 1,000",
        BaselinePeriod = Timeframe.Quarter(2026, 2),
        IsBaselineMeasured = true,
        BaselineSource = "Meta export",
        Per = Grain.Month,
        Start = new LocalDate(2026, 7, 1),
        Due = new LocalDate(2026, 12, 31),
        DueIn = Timeframe.Year(2026),
        DueDay = new AnnualDate(12, 31),
        Length = Period.FromMonths(6),
        Segments = [Segment.Of("platform", "instagram"), Segment.Of("platform", null)],
        Combination = ScopeCombination.Each,
        IsPerPost = false,
        DenominatorDate = "at the end",
        Through = "social media",
        Attribution = "last click",
        OtherResults = ["launch the shop", "żółty"],
        Steps = [new("Film", 2, new(2026, 8, 1))],
        Terms = new() { Id = "ctr", Name = "CTR", Owner = "Noor", StatusRule = StatusRule.UpRaise, Calendar = ReportingCalendar.Iso.WithWeekStart(IsoDayOfWeek.Sunday) },
    };

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void FromJson_OfEverything_WritesTheSameBytesAndKeepsEveryAnswer(string culture)
    {
        using Cultures scope = Cultures.Use(culture);
        GoalDraft back = GoalDraft.FromJson(Everything.ToJson(), Catalog.Standard);
        Assert.Equal(Everything.ToJson(), back.ToJson());
        Assert.Equal(Everything.Segments!, back.Segments!);
        Assert.Equal(Everything.OtherResults, back.OtherResults);
        Assert.Equal(Everything.Steps, back.Steps);
        Assert.Equal(
            Everything with { Segments = null, OtherResults = [], Steps = [], Terms = Everything.Terms with { CheckIns = [] } },
            back with { Segments = null, OtherResults = [], Steps = [], Terms = back.Terms with { CheckIns = [] } });
    }

    public static TheoryData<GoalDraft> Drafts =>
    [
        new GoalDraft(),
        new GoalDraft { Metric = "followers", Amount = 10_000.AsCount(), Segments = [] },
        new GoalDraft { Kpi = Kpis.CostPerClick, Amount = 0.4m.Of(Currency.EUR), Baseline = "X" },
        new GoalDraft { Kpi = Kpis.LikeCount, Amount = 20.Percent(), Length = Period.FromDays(10), Segments = [Segment.Whole], IsPerPost = true },
        new GoalDraft { Kpi = Kpis.FollowerCount, Amount = 3.AsNumber(), Lower = 5.Points() },
        GoalDraft.Of(Goal.KeepAtOrAbove(Kpis.LikeCount, 5_000.AsCount(), Grain.Month, Timeframe.Year(2026))),
        GoalDraft.Of(Goal.Milestones("Launch", [new("Film"), new("Page", 3, DoneOn: new(2026, 3, 1))], Timeframe.Year(2026))),
    ];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void FromJson_OfADraft_AnswersAsItDid(GoalDraft draft)
    {
        GoalDraft back = GoalDraft.FromJson(draft.ToJson(), Catalog.Standard);
        Assert.Equal(draft.ToJson(), back.ToJson());
        Assert.Equal((draft.Amount, draft.Lower, draft.Baseline), (back.Amount, back.Lower, back.Baseline));
        Assert.Equal(draft.CheckSmart().ToString(), back.CheckSmart().ToString());
    }

    [Fact]
    public void FromJson_WrittenByHand_IsWhatIsSaidAndNothingElse()
    {
        // "Tegen 31/12 willen we 10K instagramvolgers": nl-kmo-opbrengst-smart.
        GoalDraft draft = GoalDraft.FromJson(
            """{ "text": "Tegen 31/12 willen we 10K instagramvolgers", "kpi": "followers", "shape": "increase", "amount": 10000, "due_day": "12-31", "segments": [{ "platform": "instagram" }] }""", Catalog.Standard);
        Assert.Equal(["level-or-delta", "baseline-missing", "no-history-to-judge-achievability", "objective-missing", "deadline-year-missing"], draft.CheckSmart().Lints.Select(lint => lint.Code));

        // A number without the unit that its KPI needs is no number of it; text that is none stays open.
        Assert.Equal("4.5", GoalDraft.FromJson("""{ "kpi": "click_through_rate", "amount": "4.5" }""", Catalog.Standard).Amount!.Text);
    }

    // A form sends all that it has as text.
    [Theory]
    [InlineData("1000", 1000)]
    [InlineData("1000.5", 1000.5)]
    [InlineData("0.125", 0.125)]
    [InlineData("-3", -3)]
    public void FromJson_ANumberInQuotes_IsTheNumberWhereThereIsOneUnit(string text, decimal number)
    {
        GoalDraft draft = GoalDraft.FromJson($$"""{ "kpi": "likes", "shape": "increase", "form": "level", "amount": "{{text}}", "baseline": "{{text}}", "commit": "{{text}}" }""", Catalog.Standard);
        Quantity quantity = new(number, Unit.Count);
        Assert.Equal((quantity, quantity, quantity), (draft.Amount!.Quantity, draft.Baseline!.Quantity, draft.Commit));
        Assert.Equal(draft.ToJson(), GoalDraft.FromJson(draft.ToJson(), Catalog.Standard).ToJson());
    }

    [Theory]
    [InlineData("click_through_rate", "1000", "'1000' has no unit, and it is in ratio; write it with its sign, such as 4.5 %")]
    [InlineData("cost_per_click", "0.4", "'0.4' has no unit, and it is in money; write it with its sign, such as 12.40 EUR")]
    [InlineData("likes", "10.000", "'10.000' may be 10 or 10000; write which is meant")]
    [InlineData("likes", "10,000", "'10,000' is not one number; write which is meant")]
    [InlineData("likes", "+100", "'+100' is not one number; write which is meant")]
    public void FromJson_ANumberInQuotesThatMayBeTwoThings_StaysOpenAndTheCheckSaysWhy(string kpi, string text, string why)
    {
        GoalDraft draft = GoalDraft.FromJson($$"""{ "kpi": "{{kpi}}", "amount": "{{text}}" }""", Catalog.Standard);
        Assert.Equal((null, text), (draft.Amount!.Quantity, draft.Amount.Text));
        Assert.Equal(why, Assert.Single(draft.CheckSmart().Lints, lint => lint.Code == "quantity-ambiguous").Message);
        Assert.Contains(why, Assert.Throws<DefinitionException>(draft.ToGoal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_ATextThatReadsAsAQuantity_IsWrittenAsOne()
    {
        GoalDraft draft = new() { Kpi = Kpis.LikeCount, Amount = "1000", Lower = "5.50 %" };
        Assert.Equal("'1000' is a text and no quantity yet; give it as one, such as 1000.AsCount()", Assert.Single(draft.CheckSmart().Lints, lint => lint.Code == "quantity-ambiguous").Message);
        Assert.Equal(draft.ToJson(), GoalDraft.FromJson(draft.ToJson(), Catalog.Standard).ToJson());
    }

    [Fact]
    public void FromJson_Mistakes_AreAllListedWithTheirPlaces()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => GoalDraft.FromJson(
            """
            {
              "kpi": "folowers", "shape": "rise", "amount": true, "baseline": " ", "per": "fortnight",
              "due_day": "31/12", "length": "six months", "segments": [3], "scope": {}, "duee": "2026-12-31", "per_post": "no"
            }
            """, Catalog.Standard));
        Assert.Equal(
            [
                "line 2, amount", "line 2, baseline", "line 2, kpi", "line 2, per", "line 2, shape",
                "line 3, due_day", "line 3, duee", "line 3, length", "line 3, per_post", "line 3, scope", "line 3, segments[0]",
            ], refusal.Issues.Select(issue => issue.Subject).Order(StringComparer.Ordinal));
        Assert.Contains("did you mean \"due\"?", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("whole days", Assert.Throws<DefinitionException>(() => GoalDraft.FromJson("""{ "length": "PT6H" }""", Catalog.Standard)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Amount_InQuotes_IsInTheUnitOfItsForm_AndNotOfTheKpi()
    {
        foreach ((string form, string sign) in new[] { ("\"form\": \"relative\"", "4.5 %"), ("\"form\": \"percentage_points\"", "1.3 pp"), ("\"per\": \"month\"", "4.5 %") })
        {
            string shape = form.StartsWith("\"per", StringComparison.Ordinal) ? "recurring_growth" : "increase";
            GoalDraft draft = GoalDraft.FromJson($$"""{"kpi": "likes", "shape": "{{shape}}", "amount": "20", {{form}}, "baseline": "500", "start": "2026-01-01", "due": "2026-06-30"}""", Catalog.Standard);
            Assert.Null(draft.Amount!.Quantity);
            Assert.Equal(500.AsCount(), draft.Baseline!.Quantity);
            Assert.Contains(draft.CheckSmart().Lints, lint => lint.Code == "quantity-ambiguous" && lint.Message.Contains($"such as {sign}", StringComparison.Ordinal));
            Assert.Equal(draft.ToJson(), GoalDraft.FromJson(draft.ToJson(), Catalog.Standard).ToJson());
        }
    }
}
