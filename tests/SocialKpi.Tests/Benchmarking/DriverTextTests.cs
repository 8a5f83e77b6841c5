using SocialKpi.Tests.Support;
using static SocialKpi.Tests.Benchmarking.DriverTables;

namespace SocialKpi.Tests.Benchmarking;

public sealed class DriverTextTests
{
    [Fact]
    public void ToString_Rate_ReadsAsASentenceAndATable() => Assert.Equal(
        """
        CTR fell from 1.56 % (2026-01) to 1.38 % (2026-02): -0.187 pp, which is worse

        platform            2026-01  2026-02  share of impressions  by its rate  by its share     effect
        ────────────────────────────────────────────────────────────────────────────────────────────────
        linkedin             3.00 %   4.00 %      29.63 % → 9.90 %    +0.198 pp     -0.401 pp  -0.203 pp
        instagram            1.00 %   1.00 %     66.67 % → 89.11 %     0.000 pp     -0.105 pp  -0.105 pp
        tiktok                  new   9.00 %       0.00 % → 0.99 %     0.000 pp     +0.075 pp  +0.075 pp
        (not attributable)                                                                     +0.047 pp
        (rounding)                                                                             -0.001 pp
        ────────────────────────────────────────────────────────────────────────────────────────────────
        (all)                1.56 %   1.38 %                          +0.198 pp     -0.431 pp  -0.187 pp

        not attributable: platform = facebook (not reported 2026-02)
        2026-02: 1 of 4 rows left out: clicks is unknown on 1
        """,
        Drivers.Of(Clicks((1, "linkedin", 4000, 120), (1, "instagram", 9000, 90), (1, "facebook", 500, 1), (2, "linkedin", 1000, 40), (2, "instagram", 9000, 90), (2, "tiktok", 100, 9), (2, "facebook", 9, null)), Kpis.ClickThroughRate, January, February).ToString());

    [Fact]
    public void ToString_Sum_HasOneEffect() => Assert.Equal(
        """
        Impressions fell from 13,000 (2026-01) to 10,000 (2026-02): -3,000, which is worse

        platform   2026-01  2026-02  effect
        ───────────────────────────────────
        linkedin     4,000    1,000  -3,000
        instagram    9,000    9,000       0
        ───────────────────────────────────
        (all)       13,000   10,000  -3,000
        """,
        Drivers.Of(Ctr, Kpis.ImpressionCount, January, February).ToString());

    [Fact]
    public void ToString_RoundingThatShows_HasALineOfItsOwn() => Assert.Contains(
        """
        c            1.00 %   2.00 %     33.33 % → 33.33 %     +0.33 pp       0.00 pp  +0.33 pp
        (rounding)                                                                     +0.01 pp
        ───────────────────────────────────────────────────────────────────────────────────────
        (all)        1.00 %   2.00 %                           +0.99 pp       0.00 pp  +1.00 pp
        """,
        Drivers.Of(Clicks((1, "a", 100, 1), (1, "b", 100, 1), (1, "c", 100, 1), (2, "a", 100, 2), (2, "b", 100, 2), (2, "c", 100, 2)), Kpis.ClickThroughRate, January, February).ToString(), StringComparison.Ordinal);

    [Fact]
    public void ToMarkdown_NamesThatAreMarkupOrPlaceholders_ShowAsTheyAre() => Assert.Equal(
        """
        Clicks rose from 2 (2026-01) to 3 (2026-02): +1, which is better

        | platform | 2026-01 | 2026-02 | effect |
        | --- | ---: | ---: | ---: |
        | a\|b | 1 | 2 | +1 |
        | "(rest)" | 1 | 1 | 0 |
        | (not attributable) |  |  | 0 |
        | (all) | 2 | 3 | +1 |

        not attributable: platform = &lt;i&gt; (not reported 2026-02)

        2026-02: 1 of 3 rows left out: clicks is unknown on 1
        """,
        Drivers.Of(Clicks((1, "a|b", 100, 1), (2, "a|b", 100, 2), (1, "(rest)", 10, 1), (2, "(rest)", 10, 1), (2, "<i>", 1, null)), Kpis.ClickCount, January, February).ToMarkdown());

    [Fact]
    public void ToString_ASegmentOfAnEmptyValue_IsCalledInNotesAsInTheTable()
    {
        string drivers = Drivers.Of(Clicks((1, "", 10, 1), (2, "", 10, 2), (1, "a", 10, 1), (2, "a", 10, 1)), Kpis.ClickCount, January, February).ToString();
        Assert.Contains("\n\"\"              1        2      +1\n", drivers, StringComparison.Ordinal);
        Assert.EndsWith("not attributable: platform = \"\" (not reported 2026-02)\n2026-02: 1 of 2 rows left out: clicks is unknown on 1", Drivers.Of(
            Clicks((1, "", 10, 1), (2, "", 10, null), (1, "a", 10, 1), (2, "a", 10, 1)), Kpis.ClickCount, January, February).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OneDriver_SaysWhatItDid()
    {
        Assert.Equal(
            "platform = linkedin: -0.22 pp, of it +0.204 pp by its own CTR (3.00 % → 4.00 %) and -0.424 pp by its share of impressions (30.77 % → 10.00 %)",
            Drivers.Of(Ctr, Kpis.ClickThroughRate, January, February).Of("linkedin").ToString());
        Assert.Equal("platform = linkedin: -80 (120 → 40)", Drivers.Of(Ctr, Kpis.ClickCount, January, February).Of("linkedin").ToString());
        Assert.Equal("platform = b: +1, new (– → 1)", Drivers.Of(Clicks((1, "a", 5, 1), (2, "a", 5, 1), (2, "b", 5, 1)), Kpis.ClickCount, January, February).Of("b").ToString());
        Assert.Equal("platform = b: -1, gone (1 → –)", Drivers.Of(Clicks((1, "a", 5, 1), (2, "a", 5, 1), (1, "b", 5, 1)), Kpis.ClickCount, January, February).Of("b").ToString());
    }

    [Fact]
    public void ToString_Contributions_ReadsAsASentenceAndATable()
    {
        Assert.Equal(
            """
            CTR is 1.62 % (2026-01)

            platform       CTR  share of impressions    part   of all
            ─────────────────────────────────────────────────────────
            linkedin    3.00 %               30.77 %  0.92 %  57.14 %
            instagram   1.00 %               69.23 %  0.69 %  42.86 %
            (rounding)                                0.01 %
            ─────────────────────────────────────────────────────────
            (all)                                     1.62 %
            """,
            Contributions.Of(Ctr, Kpis.ClickThroughRate, January).ToString());
        Assert.Contains("| instagram | 180 | 52.94 % |", Contributions.Of(Ctr, Kpis.ClickCount).ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal("platform = instagram: 180 (52.94 % of all)", Contributions.Of(Ctr, Kpis.ClickCount).Segments[0].ToString());
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToString_UnderAnotherCulture_IsTheSame(string culture)
    {
        string Texts() => $"{Drivers.Of(Ctr, Kpis.ClickThroughRate, January, February)}{Contributions.Of(Ctr, Kpis.ClickThroughRate)}{BestAndWorst.Of(Ctr, Kpis.ClickThroughRate)}";
        string invariant = Texts();
        using Cultures used = Cultures.Use(culture);
        Assert.Equal(invariant, Texts());
    }
}
