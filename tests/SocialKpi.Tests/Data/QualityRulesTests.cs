namespace SocialKpi.Tests.Data;

public sealed class QualityRulesTests
{
    [Fact]
    public void Daily_WithoutAFactor_IsTwenty() => Assert.Equal(20m, QualityRules.Default.Daily().JumpsAbove);

    [Fact]
    public void Methods_ReturnCopies_AndKeepWhatWasSaid()
    {
        QualityRules rules = QualityRules.Default.Daily(5).With(QualityLimit.Of(Measures.Spend, Measures.Revenue)).Per("account");
        Assert.Equal((true, 5m, "account", 1), (rules.IsDaily, rules.JumpsAbove, Assert.Single(rules.Entity), rules.Limits.Count));
        Assert.Equal((false, 0, 0), (QualityRules.Default.IsDaily, QualityRules.Default.Entity.Count, QualityRules.Default.Limits.Count));
    }

    [Fact]
    public void Daily_OfLessThanOne_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => QualityRules.Default.Daily(0.99m));

    [Fact]
    public void Per_OfNothingOrTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => QualityRules.Default.Per());
        Assert.Throws<ArgumentException>(() => QualityRules.Default.Per("a", "b", "a"));
        Assert.Throws<ArgumentException>(() => QualityRules.Default.Per(" "));
    }
}
