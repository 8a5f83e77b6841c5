using System.Globalization;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Readings;

public sealed class TableTextTests
{
    [Fact]
    public void ToText_Wide_HasRowsTotalsAndNotes() => Assert.Equal(
        """
        month    platform          CTR            CPC
        ─────────────────────────────────────────────
        2026-01  instagram  3.00 % [1]   0.40 EUR [1]
        2026-01  linkedin   2.00 %       2.55 EUR
        2026-02  instagram  4.00 %       0.25 EUR
        2026-02  linkedin   0.00 %              – [2]
        ─────────────────────────────────────────────
        2026-01  (all)      2.67 % [3]  0.938 EUR [3]
        2026-02  (all)      3.33 %      0.341 EUR
        ─────────────────────────────────────────────
        (all)    instagram  3.67 % [3]  0.291 EUR [3]
        (all)    linkedin   1.11 %       3.28 EUR
        ─────────────────────────────────────────────
        (all)    (all)      3.08 % [4]   0.54 EUR [4]

        [1] 1 of 2 rows left out: clicks is unknown on 1
        [2] zero denominator
        [3] 1 of 3 rows left out: clicks is unknown on 1
        [4] 1 of 5 rows left out: clicks is unknown on 1
        """,
        SmallTable.Table.ToText(culture: null));

    [Fact]
    public void ToText_Narrow_HasOneLineAReading() => Assert.Equal(
        """
        platform   KPI          value
        ─────────────────────────────
        instagram  CTR     3.67 % [1]
        instagram  CPC  0.291 EUR [1]
        linkedin   CTR     1.11 %
        linkedin   CPC   3.28 EUR
        ─────────────────────────────
        (all)      CTR     3.08 % [2]
        (all)      CPC   0.54 EUR [2]

        [1] 1 of 3 rows left out: clicks is unknown on 1
        [2] 1 of 5 rows left out: clicks is unknown on 1
        """,
        SmallTable.FactsIn(Currency.EUR).Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick).By("platform")).ToText(TableShape.Narrow, culture: null));

    [Fact]
    public void ToMarkdown_Wide_IsAGitHubTableWithNotes() => Assert.Equal(
        """
        | month | platform | CTR | CPC |
        | --- | --- | ---: | ---: |
        | 2026-01 | instagram | 3.00 % \[1\] | 0.40 EUR \[1\] |
        | 2026-01 | linkedin | 2.00 % | 2.55 EUR |
        | 2026-02 | instagram | 4.00 % | 0.25 EUR |
        | 2026-02 | linkedin | 0.00 % | – \[2\] |
        | 2026-01 | (all) | 2.67 % \[3\] | 0.938 EUR \[3\] |
        | 2026-02 | (all) | 3.33 % | 0.341 EUR |
        | (all) | instagram | 3.67 % \[3\] | 0.291 EUR \[3\] |
        | (all) | linkedin | 1.11 % | 3.28 EUR |
        | (all) | (all) | 3.08 % \[4\] | 0.54 EUR \[4\] |

        [1] 1 of 2 rows left out: clicks is unknown on 1

        [2] zero denominator

        [3] 1 of 3 rows left out: clicks is unknown on 1

        [4] 1 of 5 rows left out: clicks is unknown on 1
        """,
        SmallTable.Table.ToMarkdown(culture: null));

    [Fact]
    public void ToMarkdown_Narrow_HasOneLineAReading() => Assert.Equal(
        """
        | platform | KPI | value |
        | --- | --- | ---: |
        | instagram | CTR | 4.00 % |
        | linkedin | CTR | 0.00 % |
        | (all) | CTR | 3.33 % |
        """,
        SmallTable.FactsIn(Currency.EUR).Read(KpiQuery.Of(Kpis.ClickThroughRate).By("platform").During(SmallTable.February)).ToMarkdown(TableShape.Narrow, culture: null));

    [Fact]
    public void ToText_WithoutGrainAndDimensions_IsTheTotalAlone() => Assert.Equal(
        """
               CTR
        ──────────
        3.08 % [1]

        [1] 1 of 5 rows left out: clicks is unknown on 1
        """,
        SmallTable.FactsIn(Currency.EUR).Read(KpiQuery.Of(Kpis.ClickThroughRate)).ToText(culture: null));

    [Fact]
    public void ToText_WithADutchCulture_WritesDutchNumbers()
    {
        string text = SmallTable.Table.ToText(culture: CultureInfo.GetCultureInfo("nl-NL"));
        Assert.Contains("0,938 EUR", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0.938", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Output_UnderAnyCurrentCulture_IsTheSame(string culture)
    {
        string[] before = Outputs(SmallTable.FactsIn(Currency.EUR).Read(SmallTable.Query));
        using Cultures scope = Cultures.Use(culture);
        string[] under = Outputs(SmallTable.FactsIn(Currency.EUR).Read(SmallTable.Query));
        Assert.Equal(before, under);

        static string[] Outputs(KpiTable table) =>
        [
            table.ToString(), table.ToText(culture: null), table.ToMarkdown(culture: null), table.ToCsv(), table.ToJson(),
            table.Series(Kpis.ClickThroughRate).ToString(), table.Total[Kpis.CostPerClick].Explain().ToString(),
        ];
    }

    [Fact]
    public void Output_OfHostileDimensionValues_StaysInItsCell()
    {
        string[] hostile = ["<script>alert(1)</script>", "a|b", "two\nlines", "\u202Egnp.exe", new string('x', 200), "=HYPERLINK(1)", "[1] **bold**"];
        KpiTable table = Facts.FromColumns(columns => columns
            .Dimension("platform", hostile)
            .Measure(Measures.Likes, [.. hostile.Select(_ => (decimal?)1)])).Read(KpiQuery.Of(Kpis.LikeCount).By("platform"));

        Assert.Equal(hostile.Length + 4, table.ToText(culture: null).Split('\n').Length);
        Assert.DoesNotContain('\u202E', table.ToText(culture: null));
        string[] markdown = table.ToMarkdown(culture: null).Split('\n');
        Assert.Equal(hostile.Length + 3, markdown.Length);
        Assert.All(markdown, line => Assert.Equal(3, line.Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|')));
        Assert.DoesNotContain("<script>", table.ToMarkdown(culture: null), StringComparison.Ordinal);
        Assert.DoesNotContain("**bold**", table.ToMarkdown(culture: null), StringComparison.Ordinal);
        Assert.Contains("\"two\nlines\"", table.ToCsv(), StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", table.ToCsv(), StringComparison.Ordinal);

        using var json = System.Text.Json.JsonDocument.Parse(table.ToJson());
        IEnumerable<string?> read = json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("segment").GetProperty("platform").GetString());
        Assert.Equal(hostile.Order(StringComparer.Ordinal), read);
    }

    [Fact]
    public void ToText_OfNoRows_IsAnAbsentTotal() => Assert.Equal(
        """
        month  platform    CTR
        ──────────────────────
        (all)  (all)     – [1]

        [1] no rows
        """,
        Facts.FromColumns(columns => columns
            .Time(Array.Empty<NodaTime.LocalDate>()).Dimension("platform", [])
            .Measure(Measures.Clicks, []).Measure(Measures.Impressions, []))
            .Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform")).ToText(culture: null));
}
