namespace SocialKpi.Tests.Metrics;

public sealed class MeasureTests
{
    private static readonly Measure Likes = Measure.Sum("likes", Unit.Count);
    private static readonly Measure Reach = Measure.Sum("reach", Unit.Count);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Likes")]
    [InlineData("1st")]
    [InlineData("_likes")]
    [InlineData("likes per post")]
    [InlineData("likes.post")]
    [InlineData("mé")]
    [InlineData("likes\n")]
    public void Sum_WithABadId_IsRefusedWithTheRule(string? id)
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Measure.Sum(id!, Unit.Count));
        Assert.Contains("is not an id: an id is made of a–z, 0–9 and _", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_WithAnIdOfAHundredCharacters_IsFineAndOneMoreIsRefused()
    {
        Assert.Equal(100, Measure.Sum(new string('a', 100), Unit.Count).Id.Length);
        Assert.Throws<DefinitionException>(() => Measure.Sum(new string('a', 101), Unit.Count));
    }

    [Fact]
    public void Sum_OfARowFormula_KeepsIt()
    {
        Measure interactions = Measure.Sum("interactions", Unit.Count, Likes + Reach);
        Assert.Equal(Likes + Reach, interactions.RowValue);
        Assert.Equal(Aggregation.Sum, interactions.Aggregation);
    }

    [Fact]
    public void Sum_WithABadIdAndAFormulaOfAnotherUnit_ListsBothIssues()
    {
        Measure spend = Measure.Sum("spend", Unit.Money);
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Measure.Sum("Total Spend", Unit.Count, of: spend + Likes));
        Assert.Equal(2, refusal.Issues.Count);
        Assert.Contains("'Total Spend' is not an id", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("neither add up nor subtract", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mean_OfAFormulaWithAContextOrAMean_IsRefused()
    {
        Measure meanLikes = Measure.Mean("mean_likes", Unit.Number, of: Likes);
        Assert.Throws<DefinitionException>(() => Measure.Mean("a", Unit.Ratio, of: Likes / Likes.At(Context.Across("brand"))));
        Assert.Throws<DefinitionException>(() => Measure.Mean("b", Unit.Ratio, of: Likes / meanLikes));
        Assert.Throws<DefinitionException>(() => Measure.Mean("c", Unit.Number, of: 5));
    }

    [Fact]
    public void Mean_OfARatioPerRow_IsARatioAndNotMoney()
    {
        Assert.Equal(Unit.Ratio, Measure.Mean("rate", Unit.Ratio, of: Likes / Reach).Unit);
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Measure.Mean("rate", Unit.Money, of: Likes / Reach));
        Assert.Contains("the formula gives ratio, which is not money", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Count_OfARowValue_HasTheUnitCount()
    {
        Measure answers = Measure.Count("answers", of: "response");
        Assert.Equal(Unit.Count, answers.Unit);
        Assert.Equal(Aggregation.Count, answers.Aggregation);
        Assert.Throws<DefinitionException>(() => Measure.Count("answers", of: "Response!"));
        Assert.Throws<DefinitionException>(() => Measure.Count("answers", of: null!));
    }

    [Fact]
    public void Percentile_OfAnotherPercentageOrType_IsAnotherDefinition()
    {
        Kpi Define(Measure measure) => Kpi.Define("p", measure, Unit.Duration);
        Kpi[] different =
        [
            Define(Measure.Median("p", Unit.Duration, of: "minutes")),
            Define(Measure.Percentile("p", Unit.Duration, of: "minutes", 50)),
            Define(Measure.Percentile("p", Unit.Duration, of: "minutes", 90)),
            Define(Measure.Percentile("p", Unit.Duration, of: "minutes", 90, QuantileType.Hazen)),
            Define(Measure.Mean("p", Unit.Duration, of: "minutes")),
        ];
        Assert.Equal(different.Length, different.Select(kpi => kpi.Hash).Distinct().Count());
        Assert.Equal(different.Length, different.Select(kpi => kpi.Formula).Distinct().Count());
        Assert.Equal(different[2].Hash, Define(Measure.Percentile("p", Unit.Duration, of: "minutes", 90.0m)).Hash);
        Assert.Equal(different[2].Formula, Measure.Percentile("p", Unit.Duration, of: "minutes", 90.0m));
        Assert.Equal("p:duration=percentile 90 type 5(minutes)", Assert.Single(different[3].Formula.Measures).Definition);
    }

    [Fact]
    public void Percentile_OutsideZeroToAHundred_IsRefused() =>
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => Measure.Percentile("p", Unit.Duration, of: "minutes", 101)).ParamName);

    [Fact]
    public void Median_AsARowValue_IsRefused()
    {
        Measure median = Measure.Median("median_likes", Unit.Count, of: Likes);
        Assert.Contains("only measures that a row has a figure of", Assert.Throws<DefinitionException>(() => Measure.Median("m", Unit.Count, of: median)).Message, StringComparison.Ordinal);
        Assert.Contains("the formula gives ratio, which is not money", Assert.Throws<DefinitionException>(() => Measure.Median("m", Unit.Money, of: Likes / Reach)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Distinct_OfADimension_IsACountThatIsNotRecorded()
    {
        Measure customers = Measure.Distinct("customers", of: "customer_id");
        Assert.Equal((Unit.Count, Aggregation.Distinct, "customer_id", false), (customers.Unit, customers.Aggregation, customers.Dimension, customers.IsRecorded));
        Assert.Empty(customers.RecordedMeasures);
        Assert.Equal(["customer_id"], (customers / Likes + customers).CountedDimensions);
        Assert.Equal("customers:count=distinct(\"customer \\\"id\\\"\")", Measure.Distinct("customers", of: "customer \"id\"").Definition);
        Assert.NotEqual(customers, Measure.Distinct("customers", of: "user_id"));
    }

    [Fact]
    public void Distinct_AsARowValueOrWithoutADimension_IsRefused()
    {
        Assert.Contains("only measures that a row has a figure of", Assert.Throws<DefinitionException>(() => Measure.Sum("s", Unit.Count, of: Measure.Distinct("customers", "id"))).Message, StringComparison.Ordinal);
        Assert.Contains("of which dimension is not said", Assert.Throws<DefinitionException>(() => Measure.Distinct("customers", " ")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Distinct_UnderTheIdOfARecordedMeasure_IsAConflict() =>
        Assert.Contains("stands for different measures", Assert.Throws<DefinitionException>(() => Kpi.Define("k", Likes / Measure.Distinct("likes", "id"), Unit.Ratio)).Message, StringComparison.Ordinal);

    [Fact]
    public void Where_MakesAMeasureOfItsOwn()
    {
        Measure answers = Measure.Count("answers", of: "response");
        Measure promoters = answers.Where(Condition.Between("response", 9, 10), id: "promoters");
        Assert.Equal("promoters", promoters.Id);
        Assert.Equal([Condition.Between("response", 9, 10)], promoters.Conditions);
        Assert.NotEqual(answers, promoters);
        Assert.Empty(answers.Conditions);
    }

    [Fact]
    public void Where_Twice_NeedsBothConditions()
    {
        Measure both = Likes.Where(Condition.Is("type", "photo"), "photo_likes").Where(Condition.Is("paid", "yes"), "paid_photo_likes");
        Assert.Equal([Condition.Is("type", "photo"), Condition.Is("paid", "yes")], both.Conditions);
    }

    [Theory]
    [InlineData("likes")]
    [InlineData("Photo likes")]
    public void Where_WithoutAGoodIdOfItsOwn_IsRefused(string id) =>
        Assert.Throws<DefinitionException>(() => Likes.Where(Condition.Is("type", "photo"), id));

    [Fact]
    public void Equals_OfTheSameDefinitionMadeTwice_IsTrue()
    {
        Measure one = Measure.Mean("rate", Unit.Ratio, of: Likes / Reach).Where(Condition.AtLeast("reach", 100), "rate_100");
        Measure two = Measure.Mean("rate", Unit.Ratio, of: Likes / Reach).Where(Condition.AtLeast("reach", 100.0m), "rate_100");
        Measure other = Measure.Mean("rate", Unit.Ratio, of: Likes / Reach).Where(Condition.AtLeast("reach", 101), "rate_100");
        Assert.Equal(one, two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.NotEqual(Measure.Sum("x", Unit.Number, of: Likes), Measure.Mean("x", Unit.Number, of: Likes));
    }

    [Fact]
    public void Is_InAnotherUnit_IsRefused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Likes.Is(3.Percent()));
        Assert.Equal("value", refusal.ParamName);
        Assert.StartsWith("likes is measured in count, but the value given is in ratio.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_RowFormulaThatDividesByAConstantZero_IsRefused()
    {
        Assert.Throws<DefinitionException>(() => Measure.Sum("a", Unit.Number, Measures.Clicks / 0));
        Assert.Throws<DefinitionException>(() => Measure.Mean("a", Unit.Number, Measures.Clicks / (Formula.Constant(2) - 2)));
    }

    [Fact]
    public void Count_BothIdsWrong_ReportsBoth() =>
        Assert.Equal(2, Assert.Throws<DefinitionException>(() => Measure.Count("BAD", of: "ALSO BAD")).Issues.Count);
}
