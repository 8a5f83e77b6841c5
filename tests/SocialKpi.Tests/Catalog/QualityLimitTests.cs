namespace SocialKpi.Tests.Catalogue;

public sealed class QualityLimitTests
{
    [Fact]
    public void Standard_NamesRecordedMeasuresOfOneUnitEach() => Assert.All(QualityLimit.Standard, limit =>
    {
        Assert.NotEmpty(limit.Parts);
        Assert.All(limit.Parts, part => Assert.True(part.IsRecorded && part.Unit == limit.Whole.Unit, $"{limit}"));
    });

    [Fact]
    public void ToString_IsAFormula() => Assert.Contains("promoters + detractors ≤ answers", QualityLimit.Standard.Select(limit => limit.ToString()));

    [Fact]
    public void Of_OtherUnitsAndCalculatedMeasures_RefusesAllAtOnce()
    {
        Measure counted = Measure.Distinct("people", of: "person");
        DefinitionException refused = Assert.Throws<DefinitionException>(() => QualityLimit.Of(Measures.Clicks, Measures.Spend, counted));
        Assert.Equal(2, refused.Issues.Count);
        Assert.Throws<DefinitionException>(() => QualityLimit.Of(Measures.Clicks));
    }
}
