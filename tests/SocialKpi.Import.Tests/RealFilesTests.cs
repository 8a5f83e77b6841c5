using SocialKpi.Tests.Support;

namespace SocialKpi.Import.Tests;

/// <summary>
/// Real exports through their mappings to KPI readings. The expected figures were computed apart from this library, with
/// exact integers and fractions over the same files.
/// </summary>
public class RealFilesTests
{
    private static readonly Lazy<CsvImport> Ads = new(() => Import("facebook-ads-kag/KAG_conversion_data.csv", "facebook-ads-kag"));
    private static readonly Lazy<CsvImport> Posts = new(() => Import("facebook-posts-uci/dataset_Facebook.csv", "facebook-posts-uci"));
    private static readonly Lazy<CsvImport> Tweets = new(() => Import("airline-tweets/Tweets.csv", "airline-tweets"));
    private static readonly Lazy<CsvImport> UniqueTweets = new(() => Import("airline-tweets/Tweets.csv", "airline-tweets-deduplicated"));
    private static readonly Lazy<CsvImport> Survey = new(() => Import("nps-survey/nps.csv", "nps-survey"));

    [SharedFact]
    public void Ads_Totals_AreExact()
    {
        KpiRow total = Whole(Ads.Value, Kpis.ImpressionCount, Kpis.ClickCount, Kpis.ConversionCount, Kpis.TotalSpend);

        Assert.Equal((1143, 0), (Ads.Value.Report.RowsAccepted, Ads.Value.Report.RowsRejected));
        Assert.Equal(213_434_828, total[Kpis.ImpressionCount].Value);
        Assert.Equal(38_165, total[Kpis.ClickCount].Value);
        Assert.Equal(3_264, total[Kpis.ConversionCount].Value);
        Assert.Equal(58_705.229958205m, total[Kpis.TotalSpend].Value);
        Assert.Equal(Unit.MoneyIn(Currency.Unspecified), total[Kpis.TotalSpend].Unit);
        Assert.Equal(1_079, Ads.Value.Total("approved_conversions"));
    }

    [SharedFact]
    public void Ads_Rates_AreRatiosOfSums()
    {
        KpiRow total = Whole(Ads.Value, Kpis.ClickThroughRate, Kpis.CostPerClick, Kpis.CostPerMille);

        Assert.Equal(0.0178813366m, Percent(total[Kpis.ClickThroughRate]));
        Assert.Equal(1.5381954660m, Plain(total[Kpis.CostPerClick]));
        Assert.Equal(0.2750499087m, Plain(total[Kpis.CostPerMille]));
    }

    [SharedFact]
    public void Ads_Campaigns_HaveTheirOwnCostPerClick()
    {
        KpiTable table = Ads.Value.Facts.Read(KpiQuery.Of(Kpis.CostPerClick).By("campaign"));

        Assert.Equal(1.3248672625m, Plain(table[Kpis.CostPerClick, Segment.Of("campaign", "916")]));
        Assert.Equal(1.4583518140m, Plain(table[Kpis.CostPerClick, Segment.Of("campaign", "936")]));
        Assert.Equal(1.5432557935m, Plain(table[Kpis.CostPerClick, Segment.Of("campaign", "1178")]));
    }

    [SharedFact]
    public void Ads_WithoutClicks_HaveNoConversionRateAndTheWholeSaysSo()
    {
        KpiTable table = Ads.Value.Facts.Read(KpiQuery.Of(Kpis.ConversionRate, Kpis.ConversionCount).By("ad"));

        KpiRow[] withoutClicks = [.. table.Rows.Where(row => row[Kpis.ConversionRate].Absence == Absence.ZeroDenominator)];
        Assert.Equal(207, withoutClicks.Length);
        Assert.Equal(204, withoutClicks.Count(row => row[Kpis.ConversionCount].Value > 0));
        Reading pooled = table.Total[Kpis.ConversionRate];
        Assert.Equal(8.5523385301m, Percent(pooled));
        Assert.Equal(212, pooled.Caveats.Single(caveat => caveat.Kind == CaveatKind.NumeratorWithoutDenominator).Amount);
    }

    [SharedFact]
    public void Posts_EngagementRates_AreByReach()
    {
        KpiRow total = Whole(Posts.Value, Kpis.EngagementRateByPostReach, Kpis.MeanPostEngagementRateByReach, Kpis.EngagementRateByFollowersAtPublish);

        Assert.Equal((500, 0), (Posts.Value.Report.RowsAccepted, Posts.Value.Report.RowsRejected));
        Assert.Equal(1.5256743694m, Percent(total[Kpis.EngagementRateByPostReach]));
        Assert.Equal(2.4070515475m, Percent(total[Kpis.MeanPostEngagementRateByReach]));
        Assert.Equal(0.1721834643m, Percent(total[Kpis.EngagementRateByFollowersAtPublish]));
        Assert.All(total.Readings, reading => Assert.Empty(reading.Caveats));
    }

    [SharedTheory]
    [InlineData("type", "Photo", "1.6485223727")]
    [InlineData("type", "Status", "1.6595021663")]
    [InlineData("type", "Link", "0.4801694197")]
    [InlineData("type", "Video", "0.5777814976")]
    [InlineData("month", "1", "1.2997818050")]
    [InlineData("month", "12", "2.0616930992")]
    [InlineData("weekday", "1", "1.9552018827")]
    [InlineData("weekday", "7", "1.4192917290")]
    [InlineData("hour", "3", "1.6758633643")]
    [InlineData("hour", "10", "1.5925326485")]
    public void Posts_Segments_HaveTheirOwnEngagementRate(string dimension, string value, string expected) =>
        Assert.Equal(
            decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Percent(Posts.Value.Facts.Read(KpiQuery.Of(Kpis.EngagementRateByPostReach).By(dimension))[Kpis.EngagementRateByPostReach, Segment.Of(dimension, value)]));

    [SharedFact]
    public void Posts_LikesCommentsShares_AreReadWhereAllAreKnown()
    {
        KpiRow total = Whole(Posts.Value, Kpis.EngagementRateByPostReachLikesCommentsShares, Kpis.MeanPostEngagementRateByReachLikesCommentsShares);

        Assert.Equal(1.5260723150m, Percent(total.Readings[0]));
        Assert.Equal(2.4202645592m, Percent(total.Readings[1]));
        Assert.All(total.Readings, reading =>
        {
            Assert.Equal(496, reading.RowsUsed);
            Assert.Equal(4, reading.Caveats.Single(caveat => caveat.Kind == CaveatKind.RowsLeftOut).Amount);
        });
    }

    [SharedFact]
    public void Posts_SumOfColumns_IsUnknownOnTheSamePosts()
    {
        string mapping = File.ReadAllText(MappingPath("facebook-posts-uci"))
            .Replace("\"engagements\": \"Total Interactions\"", "\"engagements\": { \"sum\": [\"like\", \"comment\", \"share\"] }", StringComparison.Ordinal);
        CsvImport import = CsvFacts.Read(SharedData.Path("facebook-posts-uci/dataset_Facebook.csv"), CsvMapping.Parse(mapping));

        Assert.Equal(1.5260723150m, Percent(Whole(import, Kpis.EngagementRateByPostReach).Readings[0]));
    }

    [SharedFact]
    public void Posts_LikesPerPost_DependOnHowUnknownLikesAreRead()
    {
        KpiQuery query = KpiQuery.Of(Kpis.LikesPerPost);
        Reading complete = Posts.Value.Facts.Read(query).Total.Readings[0];
        Reading independent = Posts.Value.Facts.Read(query.SummingIndependently()).Total.Readings[0];

        Assert.Equal(177.9458917836m, Plain(complete));
        Assert.Equal(499, complete.RowsUsed);
        Assert.Equal(177.59m, independent.Value);
        Assert.Contains(independent.Caveats, caveat => caveat.Kind == CaveatKind.SummedIndependently);
    }

    [SharedFact]
    public void Tweets_Counts_AreAsPublished()
    {
        Assert.Equal((14_640, 0), (Tweets.Value.Report.RowsAccepted, Tweets.Value.Report.RowsRejected));
        Assert.Equal(9_178, Tweets.Value.Total("negative_mentions"));
        Assert.Equal(3_099, Tweets.Value.Total("neutral_mentions"));
        Assert.Equal(2_363, Tweets.Value.Total("positive_mentions"));
        Assert.Equal(3_822, Tweets.Value.In("brand", "United", "mentions"));
        Assert.Equal(504, Tweets.Value.In("brand", "Virgin America", "mentions"));
        Assert.Equal(3_079, Tweets.Value.In(Timeframe.Day(2015, 2, 22), Grain.Day, "mentions"));
    }

    [SharedFact]
    public void Tweets_ShareOfVoiceAndSentiment_AreByBrand()
    {
        Assert.Equal(16.5300546448m, OfBrand(Tweets.Value, Kpis.ShareOfVoice, "Southwest"));
        Assert.Equal(26.1065573770m, OfBrand(Tweets.Value, Kpis.ShareOfVoice, "United"));
        Assert.Equal(-18.4968496850m, OfBrand(Tweets.Value, Kpis.NetSentiment, "Delta"));
    }

    [SharedFact]
    public void Tweets_WithTheirIdAsKey_AreCountedOnce()
    {
        Assert.Equal(155, UniqueTweets.Value.Report.DuplicatesDropped);
        Assert.Equal(14_485, UniqueTweets.Value.Facts.RowCount);
        Assert.Equal(14_640, UniqueTweets.Value.Report.RowsAccepted);
        Assert.Equal(16.7069382119m, OfBrand(UniqueTweets.Value, Kpis.ShareOfVoice, "Southwest"));
        Assert.Equal(-59.7926267281m, OfBrand(UniqueTweets.Value, Kpis.NetSentiment, "American"));
    }

    [SharedFact]
    public void Survey_NetPromoterScore_IsFromAllAnswers()
    {
        KpiRow total = Whole(Survey.Value, Kpis.NetPromoterScore);

        Assert.Equal(8.3182640145m, Plain(total.Readings[0]));
        Assert.Equal(1_659, Survey.Value.Total("answers"));
        Assert.Equal(672, Survey.Value.Total("promoters"));
        Assert.Equal(534, Survey.Value.Total("detractors"));
    }

    [SharedFact]
    public void Survey_RowValue_GivesTheSameByConditionsOfTheCore()
    {
        Measure answers = Measure.Count("scores", of: "response");
        Formula promoters = answers.Where(Condition.Between("response", 9, 10), id: "high");
        Formula detractors = answers.Where(Condition.Between("response", 0, 6), id: "low");
        Kpi score = Kpi.Define("score", 100 * (promoters - detractors) / answers, Unit.Points);

        Assert.Equal(8.3182640145m, Plain(Whole(Survey.Value, score).Readings[0]));
    }

    [SharedTheory]
    [InlineData("control", 68_653, 29, "4.4072290746", "4.8565213820")]
    [InlineData("test", 76_892, 30, "4.9173115048", "8.0878856460")]
    public void Campaign_SpendOfADayWithoutOutcome_IsInSpendAndNotInCost(string group, int spend, int known, string cost, string rate)
    {
        CsvImport import = Import($"campaign-ab-test/{group}_group.csv", "campaign-ab-test");
        KpiRow total = Whole(import, Kpis.TotalSpend, Kpis.CostPerAction, Kpis.ClickThroughRate);

        Assert.Equal(30, import.Report.RowsAccepted);
        Assert.Equal(spend, total[Kpis.TotalSpend].Value);
        Assert.Equal(known, total[Kpis.CostPerAction].RowsUsed);
        Assert.Equal(cost, Plain(total[Kpis.CostPerAction]).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(rate, Percent(total[Kpis.ClickThroughRate]).ToString("F10", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Unit.MoneyIn(Currency.USD), total[Kpis.CostPerAction].Unit);
    }

    private static CsvImport Import(string file, string mapping) => CsvFacts.Read(SharedData.Path(file), CsvMapping.Load(MappingPath(mapping)));

    private static string MappingPath(string name) => Repository.File("tests", "SocialKpi.Import.Tests", "Mappings", name + ".json");

    private static KpiRow Whole(CsvImport import, params Kpi[] kpis) => import.Facts.Read(KpiQuery.Of(kpis)).Total;

    private static decimal OfBrand(CsvImport import, Kpi kpi, string brand) =>
        Percent(import.Facts.Read(KpiQuery.Of(kpi).By("brand"))[kpi, Segment.Of("brand", brand)]);

    private static decimal Percent(Reading reading) => decimal.Round(reading.Value * 100, 10);

    private static decimal Plain(Reading reading) => decimal.Round(reading.Value, 10);
}
