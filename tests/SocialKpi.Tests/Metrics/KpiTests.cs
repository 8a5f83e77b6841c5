namespace SocialKpi.Tests.Metrics;

public sealed class KpiTests
{
    private static readonly Measure Clicks = Measure.Sum("clicks", Unit.Count);
    private static readonly Measure Impressions = Measure.Sum("impressions", Unit.Count);
    private static readonly Measure Spend = Measure.Sum("spend", Unit.Money);
    private static readonly Measure Revenue = Measure.Sum("revenue", Unit.Money);

    [Fact]
    public void Define_WithEverythingWrong_ListsAllIssuesInOneException()
    {
        Measure otherClicks = Measure.Sum("clicks", Unit.Money);
        DefinitionException refusal = Assert.Throws<DefinitionException>(() =>
            Kpi.Define("Click Rate", Clicks / Impressions / 0 + otherClicks / Spend, Unit.Money));

        Assert.Equal(4, refusal.Issues.Count);
        Assert.All(refusal.Issues, issue => Assert.Equal("KPI Click Rate", issue.Subject));
        Assert.StartsWith("4 issues:\n- ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'Click Rate' is not an id", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'clicks / impressions / 0' divides by the constant zero", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the id 'clicks' stands for different measures", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the formula gives ratio, which is not money", refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Formula, Unit> UnitsThatFollow => new()
    {
        { Clicks, Unit.Count },
        { Clicks / Impressions, Unit.Ratio },
        { Clicks / Impressions, Unit.Number },
        { 100 * (Clicks - Impressions) / Impressions, Unit.Points },
        { Spend / Clicks, Unit.Money },
        { 1000 * Spend / Impressions, Unit.Money },
        { (Revenue - Spend) / Spend, Unit.Ratio },
        { Revenue / Spend, Unit.Number },
        { Clicks / Clicks.At(Context.Across("brand")), Unit.Ratio },
    };

    [Theory]
    [MemberData(nameof(UnitsThatFollow))]
    public void Define_WithAUnitThatFollowsFromTheFormula_IsFine(Formula formula, Unit unit) =>
        Assert.Equal(unit, Kpi.Define("x", formula, unit).Unit);

    public static TheoryData<Formula, Unit, string> UnitsThatDoNotFollow => new()
    {
        { Clicks, Unit.Ratio, "the formula gives count, which is not ratio" },
        { Spend / Clicks, Unit.Count, "the formula gives money, which is not count" },
        { Spend / Clicks, Unit.Number, "the formula gives money, which is not number" },
        { Spend + Clicks, Unit.Money, "money and count neither add up nor subtract" },
        { Spend * Spend, Unit.Money, "money × money has no unit" },
        { Clicks / Spend, Unit.Ratio, "there is no unit for count per money" },
        { Clicks / Impressions, Unit.Duration, "the formula gives ratio, which is not duration" },
    };

    [Theory]
    [MemberData(nameof(UnitsThatDoNotFollow))]
    public void Define_WithAUnitThatDoesNotFollow_IsRefusedWithTheReason(Formula formula, Unit unit, string reason)
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Kpi.Define("x", formula, unit));
        Assert.Contains(reason, Assert.Single(refusal.Issues).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a.B")]
    [InlineData("a b")]
    public void Define_WithABadId_IsRefused(string? id) =>
        Assert.Throws<DefinitionException>(() => Kpi.Define(id!, Clicks, Unit.Count));

    [Fact]
    public void Define_FromConstantsAlone_IsRefused() =>
        Assert.Contains("names no measure", Assert.Throws<DefinitionException>(() => Kpi.Define("answer", 42, Unit.Number)).Message, StringComparison.Ordinal);

    [Fact]
    public void Define_WithoutTexts_HasItsIdAsLabelAndNoNulls()
    {
        Kpi kpi = Kpi.Define("ctr", Clicks / Impressions, Unit.Ratio);
        Assert.Equal("ctr", kpi.Label);
        Assert.Equal("ctr", kpi.ToString());
        Assert.Equal(("", "", "", Direction.Neutral, KpiTier.Activity), (kpi.Description, kpi.Category, kpi.Source, kpi.Direction, kpi.Tier));
        Assert.Empty(kpi.Disputes);
    }

    [Fact]
    public void Define_WithTexts_KeepsThem()
    {
        Kpi kpi = Kpi.Define(
            "ctr", Clicks / Impressions, Unit.Ratio, Direction.HigherIsBetter, "CTR", "Clicks per impression.", "traffic",
            KpiTier.Outcome, "own", ["Others count people.", "Others count link clicks."]);
        Assert.Equal(
            ("CTR", "Clicks per impression.", "traffic", "own", Direction.HigherIsBetter, KpiTier.Outcome),
            (kpi.Label, kpi.Description, kpi.Category, kpi.Source, kpi.Direction, kpi.Tier));
        Assert.Equal(["Others count people.", "Others count link clicks."], kpi.Disputes);
    }

    [Fact]
    public void TextIn_EveryLanguage_GivesWhatWasSaidOrTheEnglishTextMarkedSo()
    {
        Kpi kpi = Kpi.Define(
            "ctr", Clicks / Impressions, Unit.Ratio, label: "Click-through rate", description: "Clicks per impression.", shortName: "CTR", aliases: ["click rate", " ", "click rate"],
            texts: new Dictionary<Language, KpiText> { [Language.Dutch] = new("Doorklikpercentage", description: "Klikken per impressie.") });
        Assert.Equal(new KpiText("Doorklikpercentage", "Doorklikpercentage", "Klikken per impressie."), kpi.TextIn(Language.Dutch));
        Assert.Equal(new KpiText("Click-through rate", "CTR", "Clicks per impression."), kpi.TextIn(Language.English));
        Assert.Equal(new KpiText("Click-through rate", "CTR", "Clicks per impression.", Terms.English), kpi.TextIn(Language.Polish));
        Assert.Equal(["click rate"], kpi.Aliases);
        Assert.Equal("CTR", kpi.ShortName);
        Assert.Equal("ctr", Kpi.Define("ctr", Clicks, Unit.Count).ShortName);
        Assert.Throws<ArgumentOutOfRangeException>(() => kpi.TextIn((Language)7));
    }

    [Fact]
    public void Define_WithTextsOfNoOtherLanguage_IsRefused()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Kpi.Define(
            "ctr", Clicks / Impressions, Unit.Duration, texts: new Dictionary<Language, KpiText> { [Language.English] = new("CTR"), [(Language)9] = new("?") }));
        Assert.Equal(3, refusal.Issues.Count);
    }

    [Fact]
    public void Hash_OfAPublishedDefinition_NeverChanges() =>
        // Stored readings and goals refer to definitions by hash: a change here is a breaking change.
        Assert.Equal(
            "5a6f8bfe17f255bfcf2b14a5b7823f0273c26ed2abb4bf0d14e452849eb438ed",
            Kpi.Define("click_through_rate", Clicks / Impressions, Unit.Ratio, Direction.HigherIsBetter).Hash);

    [Fact]
    public void Hash_OfTheSameDefinitionWithOtherTexts_IsTheSame()
    {
        Kpi plain = Kpi.Define("ctr", Clicks / Impressions, Unit.Ratio);
        Kpi told = Kpi.Define("ctr", Clicks / Impressions, Unit.Ratio, label: "Click-through", description: "d", source: "s");
        Assert.Equal(plain.Hash, told.Hash);
        Assert.Equal(plain, told);
        Assert.Equal(plain.GetHashCode(), told.GetHashCode());
        Assert.Matches("^[0-9a-f]{64}$", plain.Hash);
    }

    [Fact]
    public void Hash_OfAnyOtherDefinition_IsAnother()
    {
        Measure photoClicks = Clicks.Where(Condition.Is("type", "photo"), "chosen_clicks");
        Measure videoClicks = Clicks.Where(Condition.Is("type", "video"), "chosen_clicks");
        string[] hashes =
        [
            Kpi.Define("x", Clicks / Impressions, Unit.Ratio).Hash,
            Kpi.Define("x", Clicks / Impressions, Unit.Number).Hash,
            Kpi.Define("x", Clicks / Impressions, Unit.Ratio, Direction.HigherIsBetter).Hash,
            Kpi.Define("x", Impressions / Clicks, Unit.Ratio).Hash,
            Kpi.Define("x", 100 * Clicks / Impressions, Unit.Ratio).Hash,
            Kpi.Define("x", Clicks / Impressions * 100, Unit.Ratio).Hash,
            Kpi.Define("x", Clicks / Impressions.At(Context.Across("brand")), Unit.Ratio).Hash,
            Kpi.Define("x", photoClicks / Impressions, Unit.Ratio).Hash,
            Kpi.Define("x", videoClicks / Impressions, Unit.Ratio).Hash,
            Kpi.Define("x", Measure.Sum("clicks", Unit.Number) / Impressions, Unit.Number).Hash,
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Equals_OfOneFormulaUnderTwoIds_IsFalse() =>
        Assert.NotEqual(Kpi.Define("a", Clicks, Unit.Count), Kpi.Define("b", Clicks, Unit.Count));

    [Fact]
    public void Define_ConstantZeroDenominatorInAContextOrByCalculation_IsRefused()
    {
        Assert.Throws<DefinitionException>(() => Kpi.Define("a", (Measures.Clicks / 0).At(Context.Across("brand")), Unit.Number));
        Assert.Throws<DefinitionException>(() => Kpi.Define("a", Measures.Clicks / (Formula.Constant(1) - 1), Unit.Number));
        Assert.Throws<DefinitionException>(() => Kpi.Define("a", Measures.Clicks / (0 * Measures.Clicks), Unit.Number));
    }

    [Fact]
    public void Hash_ConditionOnADimensionNamedLikeConditions_Differs()
    {
        Measure two = Measures.Clicks.Where(Condition.Is("a", "x"), "n").Where(Condition.Is("b", "y"), "z");
        Measure one = Measures.Clicks.Where(Condition.Is("a is \"x\" and b", "y"), "z");
        Assert.NotEqual(Kpi.Define("k", two, Unit.Count).Hash, Kpi.Define("k", one, Unit.Count).Hash);
    }

    [Fact]
    public void Define_ValuesThatNoEnumHas_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Kpi.Define("k", Measures.Clicks, Unit.Count, (Direction)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kpi.Define("k", Measures.Clicks, Unit.Count, tier: (KpiTier)77));
    }
}
