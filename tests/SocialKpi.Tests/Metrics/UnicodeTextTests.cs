namespace SocialKpi.Tests.Metrics;

public sealed class UnicodeTextTests
{
    private const string Half = "x\ud83d";

    [Fact]
    public void Definitions_WithHalfACharacter_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Context.Across("\ud83d"));
        Assert.Throws<ArgumentException>(() => Condition.Is(Half, "a"));
        Assert.Throws<ArgumentException>(() => Condition.Is("platform", Half));
        Assert.Throws<ArgumentException>(() => new KpiText(Half));
        Assert.Throws<DefinitionException>(() => Measure.Distinct("d", of: Half));
        Assert.Throws<DefinitionException>(() => Measure.Snapshot("s", Unit.Count, per: Half));
        Assert.Contains("half of a character", Assert.Throws<FormatException>(() => Catalog.Standard.Parse("mentions.at(across(\"\ud83d\"))")).Message, StringComparison.Ordinal);
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Kpi.Define(
            "k", Measures.Likes, Unit.Count, label: Half, description: Half, category: Half, source: Half, disputes: [Half], shortName: Half, aliases: [Half]));
        Assert.Equal(7, refusal.Issues.Count);
        Assert.All(refusal.Issues, issue => Assert.Contains("half of a character", issue.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Definitions_WithAWholeOne_AreKept()
    {
        Kpi kpi = Kpi.Define("k", Measures.Mentions / Measures.Mentions.At(Context.Across("\ud83d\ude00")), Unit.Ratio, label: "\ud83d\ude00");
        Assert.Equal(("\ud83d\ude00", kpi.Hash), (Kpi.FromJson(kpi.ToJson()).Label, Kpi.FromJson(kpi.ToJson()).Hash));
    }

    [Fact]
    public void Trailing_FurtherThanAThousandYears_IsRefused()
    {
        Assert.Equal(1_000, ((TrailingContext)Context.Trailing(1_000, Grain.Year)).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Context.Trailing(1_001, Grain.Year));
        Assert.Throws<ArgumentOutOfRangeException>(() => Context.Ago(int.MaxValue, Grain.Hour));
        Assert.Contains("write at most 12000", Assert.Throws<FormatException>(() => Catalog.Standard.Parse("likes.at(ago(12001, month))")).Message, StringComparison.Ordinal);
    }
}
