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

    // Of account a: 600 and 400 people in January; of another list in February none is in NL any more. Account b keeps its list.
    private static readonly Facts Lists = Facts.FromColumns(columns => columns
        .Time([Day(1), Day(1), Day(2), Day(2), Day(1), Day(1)])
        .Dimension("account", ["a", "a", "a", "a", "b", "b"])
        .Dimension("country", ["NL", "BE", "BE", "DE", "NL", "BE"])
        .Share(Measures.AudienceShare, [60, 40, 70, 30, 20, 80], ShareScale.Percent)
        .Measure(Measures.Audience, [1_000, 1_000, 1_000, 1_000, 4_000, 4_000]));

    private static LocalDate Day(int month) => new(2026, month, 20);

    [Fact]
    public void ShareOfAudience_OfALaterList_ReplacesTheEarlierOneWhole()
    {
        KpiTable table = Lists.Read(KpiQuery.Of(ByCountry).By("country").Where(Condition.Is("account", "a")));

        Assert.Equal(0.7m, table[ByCountry, Segment.Of("country", "BE")].Value);
        Assert.Equal(0.3m, table[ByCountry, Segment.Of("country", "DE")].Value);
        Assert.Equal(Absence.NotReported, table[ByCountry, Segment.Of("country", "NL")].Absence);
        Assert.Equal(1m, table[ByCountry].Value);
        Assert.Contains(
            "audience_by_country without 1 of 3 (account and country), not in the latest list: \"a\", \"NL\" (last listed 2026-01-20)",
            table[ByCountry].Caveats.Select(caveat => caveat.Text));
    }

    [Fact]
    public void ShareOfAudience_DroppedByOneAccount_IsWhatTheOthersHave()
    {
        KpiQuery query = KpiQuery.Of(ByCountry).By(Grain.Month).By("country");
        KpiTable table = Lists.Read(query);
        Segment netherlands = Segment.Of("country", "NL");

        Assert.Equal(1_400m / 5_000m, table[ByCountry, Timeframe.Month(2026, 1), netherlands].Value);
        Assert.Equal(800m / 5_000m, table[ByCountry, Timeframe.Month(2026, 2), netherlands].Value);
        Assert.Equal(3_900m / 5_000m, table[ByCountry, Timeframe.Month(2026, 2), Segment.Of("country", "BE")].Value);
        Assert.Equal(1m, table[ByCountry, Timeframe.Month(2026, 2)].Value);
        Assert.Equal(800m / 5_000m, Lists.Read(query.Where(Condition.Is("country", "NL")))[ByCountry, Timeframe.Month(2026, 2)].Value);
    }

    [Fact]
    public void ShareOfAudience_AfterRowsOfAnotherKindOfList_KeepsItsOwn()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([Day(1), Day(2), Day(2)])
            .Dimension("account", ["a", "a", "a"]).Dimension("country", ["NL", null, null]).Dimension("gender", [null, "f", "m"])
            .Share(Measures.AudienceShare, [1m, 0.5m, 0.5m], ShareScale.Fraction)
            .Measure(Measures.Audience, [1_000, 1_000, 1_000]));

        Assert.Equal(1m, facts.Read(KpiQuery.Of(ByCountry).By("country"))[ByCountry, Segment.Of("country", "NL")].Value);
    }

    [Fact]
    public void ShareOfAudience_NamesWithQuotesAndCommas_AreKeptApart()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([Day(1), Day(2)])
            .Dimension("account", ["a\", \"x", "a"]).Dimension("country", ["NL", "x, \\NL"])
            .Share(Measures.AudienceShare, [1m, 1m], ShareScale.Fraction)
            .Measure(Measures.Audience, [1_000, 3_000]));

        Assert.Equal(0.25m, facts.Read(KpiQuery.Of(ByCountry).By("country"))[ByCountry, Segment.Of("country", "NL")].Value);
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
