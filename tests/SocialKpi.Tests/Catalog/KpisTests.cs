using System.Globalization;
using System.Reflection;

namespace SocialKpi.Tests.Catalogue;

public sealed class KpisTests
{
    /// <summary>
    /// For every KPI an example: id, rows by measure, the value rounded as its source prints it, and the source. Where
    /// nobody prints one, the arithmetic is small enough to do by hand.
    /// </summary>
    public static TheoryData<string, string, string, string> Examples => new()
    {
        { "posts", "posts=1,1,1", "3", "counting" },
        { "impressions", "impressions=1000,250", "1250", "1000 + 250" },
        { "post_reach.gross", "post_reach=800,200", "1000", "800 + 200, a person who saw both counted twice" },
        { "likes", "likes=88795", "88795", "facebook-posts-uci, column like" },
        { "comments", "comments=2,3", "5", "2 + 3" },
        { "shares", "shares=2,3", "5", "2 + 3" },
        { "saves", "saves=2,3", "5", "2 + 3" },
        { "engagements", "engagements=2,3", "5", "2 + 3" },
        { "clicks", "clicks=38165", "38165", "facebook-ads-kag, column Clicks" },
        { "conversions", "conversions=3264", "3264", "facebook-ads-kag, column Total_Conversion" },
        { "mentions", "mentions=2420", "2420", "airline-tweets, Southwest" },
        { "spend", "spend=58705.229958205", "58705.229958205", "facebook-ads-kag, column Spent" },
        { "revenue", "revenue=10,20.50", "30.50", "10 + 20.50" },
        { "likes_per_post", "likes=88795;posts=499", "177.9458917836", "facebook-posts-uci, the 499 posts on which likes are known; Kaushik: likes / posts" },
        { "engagement_rate.by_post_reach", "engagements=30,20;post_reach=1000,1500", "0.02", "Rival IQ: engagements / reach; 50 / 2500" },
        { "engagement_rate.by_post_reach.likes_comments_shares", "likes=30;comments=6;shares=4;post_reach=1000", "0.04", "40 / 1000" },
        { "engagement_rate.by_post_reach.likes_comments_shares_saves", "likes=30;comments=6;shares=4;saves=10;post_reach=1000", "0.05", "50 / 1000" },
        { "engagement_rate.by_post_reach.mean_per_post", "engagements=10,10;post_reach=100,1000", "0.055", "Iconosquare: mean of 10 % and 1 %" },
        { "engagement_rate.by_post_reach.likes_comments_shares.mean_per_post", "likes=6,6;comments=3,3;shares=1,1;post_reach=100,1000", "0.055", "mean of 10 % and 1 %" },
        { "engagement_rate.by_impressions", "engagements=6;impressions=13", "0.46154", "LinkedIn company export: 13 impressions, 6 clicks, engagement rate 0.46154" },
        { "engagement_rate.by_impressions.mean_per_post", "engagements=1,4;impressions=10,20", "0.15", "mean of 10 % and 20 %" },
        { "engagement_rate.by_followers_at_publish", "engagements=50,70;followers_at_publish=1000,1400", "0.05", "Rival IQ: sum of engagement / sum of followers, 120 / 2400" },
        { "click_through_rate", "clicks=38165;impressions=213434828", "0.000178813366", "facebook-ads-kag: 0.0178813366 %" },
        { "conversion_rate", "conversions=12;clicks=300", "0.04", "conversions / clicks, 12 / 300" },
        { "cost_per_click", "spend=58705.229958205;clicks=38165", "1.5381954660", "facebook-ads-kag" },
        { "cost_per_mille", "spend=58705.229958205;impressions=213434828", "0.2750499087", "facebook-ads-kag" },
        { "cost_per_action", "spend=58705.229958205;conversions=3264", "17.9856709431", "facebook-ads-kag: 58705.229958205 / 3264" },
        { "return_on_investment", "revenue=10000;spend=1000", "9", "sendoffice.com prints 90 %; (10,000 - 1,000) / 1,000 is 900 %" },
        { "return_on_ad_spend", "revenue=3500;spend=100", "35", "amandaai.com's figures: 3,500 on 100" },
        { "net_promoter_score", "answers=100;promoters=70;detractors=10", "60", "Reichheld 2003: 70 % promoters - 10 % detractors" },
        { "share_of_voice.by_mentions", "brand:southwest,others;mentions=2420,12220", "0.165300546448", "airline-tweets: Southwest 16.5300546448 %" },
        { "followers", "account:a,b;followers=5013,100", "5113", "5013 + 100, two accounts" },
        { "audience_growth_rate", "account:a,a;time:2025-03-25,2026-02-27;followers=37,5013", "134.486486486486", "platform-exports/tiktok, 37 followers to 5,013: 5013 / 37 - 1" },
        { "account_reach", "account_reach=4868", "4868", "allegro-api #13293: one count is exact" },
        { "net_sentiment", "mentions=2222;positive_mentions=544;negative_mentions=955", "-0.184968496850", "airline-tweets: Delta -18.4968496850 %" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_OfAPublishedExample_GivesItsFigure(string id, string rows, string expected, string source)
    {
        Assert.NotEmpty(source);
        Kpi kpi = Catalog.Standard.FindKpi(id)!;
        bool byBrand = rows.StartsWith("brand:", StringComparison.Ordinal);
        bool afterFirstDay = rows.Contains("time:", StringComparison.Ordinal);
        KpiQuery query = afterFirstDay ? KpiQuery.Of(kpi).During(Timeframe.Days(new(2025, 3, 26), new(2026, 2, 27))) : KpiQuery.Of(kpi);
        KpiTable table = FactsOf(rows).Read(byBrand ? query.By("brand") : query);
        decimal value = byBrand ? table[kpi, Segment.Of("brand", "southwest")].Value : table[kpi].Value;
        int decimals = expected.Contains('.', StringComparison.Ordinal) ? expected.Length - expected.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Math.Round(value, decimals, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void Examples_CoverEveryKpi() =>
        Assert.Equal(Kpis.All.Select(kpi => kpi.Id).Order(StringComparer.Ordinal), Examples.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void All_HasEveryKpiOnceUnderAnIdOfItsOwn()
    {
        IEnumerable<Kpi> declared = typeof(Kpis).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Kpi)).Select(property => (Kpi)property.GetValue(null)!);
        Assert.Equal(declared, Kpis.All);
        Assert.Equal(Kpis.All.Count, Kpis.All.Select(kpi => kpi.Id).Distinct().Count());
        Assert.Equal(Kpis.All.Count, Kpis.All.Select(kpi => kpi.Label).Distinct().Count());
    }

    [Fact]
    public void Every_Kpi_IsDescribedAndRestsOnCatalogueMeasures() => Assert.All(Kpis.All, kpi =>
    {
        Assert.NotEmpty(kpi.Description);
        Assert.NotEmpty(kpi.Category);
        Assert.NotEqual(kpi.Id, kpi.Label);
        Assert.Subset(Measures.All.ToHashSet(), kpi.Formula.RecordedMeasures.ToHashSet());
    });

    [Fact]
    public void Every_Kpi_CanBeReadTotalledAndExplained()
    {
        Facts facts = Facts.FromColumns(columns =>
        {
            columns.Dimension("brand", ["a", "a", "b"]).Dimension("account", ["x", "x", "y"]).Time((NodaTime.LocalDate[])[new(2026, 1, 1), new(2026, 2, 1), new(2026, 2, 2)]);
            foreach (Measure measure in Measures.All.Where(measure => measure.Aggregation != Aggregation.Share))
            {
                decimal?[] figures = [3, 5, 7];
                _ = measure.Unit == Unit.Money ? columns.Measure(measure, figures, Currency.EUR) : columns.Measure(measure, figures);
            }
        });
        // Growth has its own tests: the first month of all has nothing before it, and people counted twice have a caveat.
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.All.Except([Kpis.AudienceGrowthRate, Kpis.GrossAccountReach, Kpis.FollowerCount])).By(Grain.Month).By("brand"));
        Assert.Equal((3, 2, 2), (table.Rows.Count, table.PeriodTotals.Count, table.SegmentTotals.Count));
        Assert.All((IEnumerable<KpiRow>)[.. table.Rows, .. table.PeriodTotals, .. table.SegmentTotals, table.Total], row =>
            Assert.All(row.Readings, reading =>
            {
                Assert.True(reading.HasValue);
                Assert.Empty(reading.Caveats);
                string explanation = reading.Explain().ToString();
                Assert.Contains(reading.Kpi.Formula.ToString(), explanation, StringComparison.Ordinal);
                Assert.Contains(reading.Kpi.Hash[..12], explanation, StringComparison.Ordinal);
            }));
    }

    private static Facts FactsOf(string rows) => Facts.FromColumns(columns =>
    {
        foreach (string column in rows.Split(';'))
        {
            if (column.Split(':') is [var name, var texts])
            {
                if (name == "time") columns.Time([.. texts.Split(',').Select(day => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value)]);
                else columns.Dimension(name, texts.Split(','));
                continue;
            }

            string[] parts = column.Split('=');
            Measure measure = Catalog.Standard.FindMeasure(parts[0])!;
            decimal?[] figures = [.. parts[1].Split(',').Select(text => (decimal?)decimal.Parse(text, CultureInfo.InvariantCulture))];
            _ = measure.Unit == Unit.Money ? columns.Measure(measure, figures, Currency.EUR) : columns.Measure(measure, figures);
        }
    });
}
