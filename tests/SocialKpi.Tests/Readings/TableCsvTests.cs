namespace SocialKpi.Tests.Readings;

public sealed class TableCsvTests
{
    [Fact]
    public void ToCsv_OfTheSmallTable_HasOneExactLineAReadingAndNoTotals() => Assert.Equal(
        """
        period,from,until,platform,kpi,value,unit,absence,rows_used,caveats
        2026-01,2026-01-01T00:00:00,2026-02-01T00:00:00,instagram,click_through_rate,0.03,ratio,,1,1 of 2 rows left out: clicks is unknown on 1
        2026-01,2026-01-01T00:00:00,2026-02-01T00:00:00,instagram,cost_per_click,0.4,money:EUR,,1,1 of 2 rows left out: clicks is unknown on 1
        2026-01,2026-01-01T00:00:00,2026-02-01T00:00:00,linkedin,click_through_rate,0.02,ratio,,1,
        2026-01,2026-01-01T00:00:00,2026-02-01T00:00:00,linkedin,cost_per_click,2.55,money:EUR,,1,
        2026-02,2026-02-01T00:00:00,2026-03-01T00:00:00,instagram,click_through_rate,0.04,ratio,,1,
        2026-02,2026-02-01T00:00:00,2026-03-01T00:00:00,instagram,cost_per_click,0.25,money:EUR,,1,
        2026-02,2026-02-01T00:00:00,2026-03-01T00:00:00,linkedin,click_through_rate,0,ratio,,1,
        2026-02,2026-02-01T00:00:00,2026-03-01T00:00:00,linkedin,cost_per_click,,money,zero_denominator,1,

        """.ReplaceLineEndings("\r\n"),
        SmallTable.Table.ToCsv());

    [Fact]
    public void ToCsv_OfARepeatingDecimal_KeepsAllDigits()
    {
        KpiTable table = Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [1]).Measure(Measures.Impressions, [3]))
            .Read(KpiQuery.Of(Kpis.ClickThroughRate));
        Assert.Equal("kpi,value,unit,absence,rows_used,caveats\r\nclick_through_rate,0.3333333333333333333333333333,ratio,,1,\r\n", table.ToCsv());
    }

    [Fact]
    public void ToCsv_OfPeople_HasTheBoundsOfEveryReading()
    {
        KpiTable table = Facts.FromColumns(columns => columns
            .Dimension("lower", ["a", "a", "b"])
            .Measure(Measures.AccountReach, [300, 500, null])
            .Measure(Measures.Clicks, [1, 2, 3]))
            .Read(KpiQuery.Of(Kpis.GrossAccountReach, Kpis.ClickCount).By("lower"));
        Assert.Equal(
            """
            dimension lower,kpi,value,lower,upper,unit,absence,rows_used,caveats
            a,account_reach,800,500,800,count,,2,"account_reach adds 2 counts, and somebody may be in more than one: between 500 and 800 people"
            a,clicks,3,,,count,,2,
            b,account_reach,,,,count,not_reported,0,1 of 1 row left out: account_reach is unknown on 1
            b,clicks,3,,,count,,1,

            """.ReplaceLineEndings("\r\n"),
            table.ToCsv());
    }
}
