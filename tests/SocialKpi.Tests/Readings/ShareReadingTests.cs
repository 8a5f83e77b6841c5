using NodaTime;

namespace SocialKpi.Tests.Readings;

/// <summary>Demographics: shares of audiences of different size. Worked out by hand.</summary>
public sealed class ShareReadingTests
{
    private static readonly Kpi ByCountry = Kpis.ShareOfAudience("country");

    private static Facts Demographics(ShareScale scale, params (string Account, string Country, decimal? Share, decimal? Audience)[] rows) => Facts.FromColumns(columns => columns
        .Dimension("account", [.. rows.Select(row => row.Account)])
        .Dimension("country", [.. rows.Select(row => row.Country)])
        .Share(Measures.AudienceShare, [.. rows.Select(row => row.Share)], scale)
        .Measure(Measures.Audience, [.. rows.Select(row => row.Audience)]));

    [Fact]
    public void ShareOfAudience_TwoAccounts_WeighsByTheirAudience()
    {
        KpiTable table = Demographics(
            ShareScale.Percent, ("big", "NL", 80, 9_000), ("big", "BE", 20, 9_000), ("small", "NL", 10, 1_000), ("small", "BE", 90, 1_000))
            .Read(KpiQuery.Of(ByCountry).By("country"));

        Assert.Equal(0.73m, table[ByCountry, Segment.Of("country", "NL")].Value);
        Assert.Equal(0.27m, table[ByCountry, Segment.Of("country", "BE")].Value);
        Assert.Equal(1m, table[ByCountry].Value);
    }

    [Fact]
    public void ShareOfAudience_AudienceNotKnown_LeavesTheAccountOutAndNamesIt()
    {
        Reading share = Demographics(ShareScale.Fraction, ("big", "NL", 0.8m, 9_000), ("small", "NL", 0.1m, null))
            .Read(KpiQuery.Of(ByCountry).By("country"))[ByCountry, Segment.Of("country", "NL")];

        Assert.Equal(0.8m, share.Value);
        Assert.Contains(share.Caveats, caveat => caveat.Text == "audience (across all country) without 1 of 2 (account), not known: small");
    }

    [Fact]
    public void ShareOfAudience_ListsThatDiffer_DivideByTheWholeAudience()
    {
        KpiTable table = Demographics(
            ShareScale.Percent, ("a", "DE", 60, 1_000), ("a", "NL", 40, 1_000), ("b", "FR", 70, 3_000), ("b", "NL", 30, 3_000))
            .Read(KpiQuery.Of(ByCountry).By("country"));

        Assert.Equal(0.15m, table[ByCountry, Segment.Of("country", "DE")].Value);
        Assert.Equal(1m, table.Rows.Sum(row => row[ByCountry].Value));
        Assert.Equal(1m, table[ByCountry].Value);
    }

    [Fact]
    public void ShareOfAudience_WithoutAudience_IsRefused()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("account", ["a"]).Dimension("country", ["NL"]).Share(Measures.AudienceShare, [0.5m], ShareScale.Fraction));

        Assert.Contains("no audience", Assert.Throws<DefinitionException>(() => facts.Read(KpiQuery.Of(ByCountry))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Share_ReadAlone_IsRefused()
    {
        Assert.Throws<DefinitionException>(() => Kpi.Define("x", Measures.AudienceShare, Unit.Ratio));
        Assert.Throws<DefinitionException>(() => Measure.Mean("x", Unit.Ratio, Measures.AudienceShare));
    }

    [Fact]
    public void Share_OnTheOtherScale_IsRefused()
    {
        string fractions = Assert.Throws<FactsException>(() => Demographics(ShareScale.Percent, ("a", "NL", 0.59m, 10), ("a", "BE", 0.41m, 10))).Message;
        Assert.Contains("ShareScale.Fraction", fractions, StringComparison.Ordinal);
        string percents = Assert.Throws<FactsException>(() => Demographics(ShareScale.Fraction, ("a", "NL", 59m, 10), ("a", "BE", 0.41m, 10))).Message;
        Assert.Contains("ShareScale.Percent", percents, StringComparison.Ordinal);
        Assert.Throws<FactsException>(() => Demographics(ShareScale.Percent, ("a", "NL", 101m, 10)));
        Assert.Throws<FactsException>(() => Demographics(ShareScale.Fraction, ("a", "NL", -0.1m, 10)));
    }

    [Fact]
    public void Share_RecordedWithoutAScale_IsRefused() => Assert.Throws<DefinitionException>(
        () => Facts.FromColumns(columns => columns.Measure(Measures.AudienceShare, [0.5m])));

    [Fact]
    public void Unique_NegativeNumberOfPeople_IsRefusedWithItsRow()
    {
        FactsException refused = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns.Measure(Measures.AccountReach, [5m, -1m])));

        Assert.Equal(1, Assert.Single(refused.Issues).Row);
    }
}
