using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Benchmarking;

/// <summary>Real files. The expected effects were reckoned with fractions elsewhere.</summary>
public sealed class DriversRealFilesTests
{
    private static readonly Measure Interactions = Measure.Sum("interactions", Unit.Count);
    private static readonly Kpi ByReach = Kpi.Define("interactions_by_reach", Interactions / Measures.PostReach, Unit.Ratio, Direction.HigherIsBetter);

    [SharedFact]
    public void FacebookPosts_PaidAgainstUnpaid_IsTheRateOfPhotos()
    {
        Facts posts = FacebookPosts();
        KpiTable Paid(string paid) => posts.Read(KpiQuery.Of(ByReach).By("type").Where(Condition.Is("paid", paid)));
        Drivers drivers = Drivers.Of(Paid("0"), Paid("1"), ByReach);

        Assert.Equal(-0.001341624184266815m, drivers.Change.Value);
        Assert.Equal((-0.002270516026002818m, 0.000075410224754471m), Effects(drivers, Segment.Of("type", "Photo")));
        Assert.Equal((0.000066544046119047m, 0.000507187647704476m), Effects(drivers, Segment.Of("type", "Link")));
        Assert.Equal(Segment.Of("type", "Photo"), drivers.Segments[0].Segment);
        Assert.Equal(drivers.Change.Value, drivers.Sum());
    }

    [SharedFact]
    public void FacebookPosts_HoursWithTenPosts_RangeFromEightToSix()
    {
        KpiTable hours = FacebookPosts().Read(KpiQuery.Of(ByReach).By("hour").AtLeast(Measures.Posts, 10));
        BestAndWorst times = BestAndWorst.Of(hours, ByReach);
        Assert.Equal((Segment.Of("hour", "8"), 1083m / 38_602m), (Assert.Single(times.Best).Segment, times.Best[0].Value));
        Assert.Equal((Segment.Of("hour", "6"), 2514m / 258_158m), (Assert.Single(times.Worst).Segment, times.Worst[0].Value));
        Assert.Equal((13, 9), (times.Ranked.Count, times.LeftOut.Count));

        // Without a minimum an hour of four posts would lead.
        Assert.Equal(Segment.Of("hour", "1"), BestAndWorst.Of(FacebookPosts().Read(KpiQuery.Of(ByReach).By("hour")), ByReach).Best[0].Segment);
    }

    [SharedFact]
    public void FacebookAds_CostPerActionOfTwoCampaigns_IsHigherAtEveryAge()
    {
        Facts ads = FacebookAds();
        KpiTable Campaign(string id) => ads.Read(KpiQuery.Of(Kpis.CostPerAction).By("age").Where(Condition.Is("campaign", id)));
        Drivers drivers = Drivers.Of(Campaign("936"), Campaign("1178"), Kpis.CostPerAction);

        Assert.Equal((48.021975756729796461m, Unit.MoneyIn(Currency.USD)), (drivers.Change.Value, drivers.Change.Unit));
        Assert.Equal((15.401055894037038773m, 0.526660236714775415m), Effects(drivers, Segment.Of("age", "30-34")));
        Assert.All(drivers.Segments, driver => Assert.True(driver.RateEffect.Value > 0));
        Assert.Equal(drivers.Change.Value, drivers.Sum());
    }

    [SharedFact]
    public void FacebookAds_ConversionsWithoutClicks_LoseNothing()
    {
        // Four interests of campaign 916 have conversions and no click: no rate of their own, and still a part of the whole.
        Measure total = Measure.Sum("total_conversions", Unit.Count);
        Kpi rate = Kpi.Define("total_conversions_per_click", total / Measures.Clicks, Unit.Ratio);
        Facts ads = FacebookAds();
        KpiTable Campaign(string id) => ads.Read(KpiQuery.Of(rate).By("interest").Where(Condition.Is("campaign", id)));
        Drivers drivers = Drivers.Of(Campaign("916"), Campaign("936"), rate);

        Assert.Equal(-0.242609013702540679m, drivers.Change.Value);
        Assert.Equal((-0.075299876265992734m, 0.016444885245146873m), Effects(drivers, Segment.Of("interest", "16")));
        Assert.Equal((0m, 0m), (drivers.NotAttributable.Value, drivers.Change.Value - drivers.Sum()));
        string[] withoutClicks = ["7", "18", "19", "31"];
        Assert.All(withoutClicks, interest => Assert.Equal((null, 0m), (drivers.Segments.Single(driver => driver.Segment == Segment.Of("interest", interest)).From, Effects(drivers, Segment.Of("interest", interest)).Rate)));
    }

    [SharedFact]
    public void AirlineTweets_NetSentimentOfTheWorstDay_IsTheMixAndNotTheAirlines()
    {
        Kpi sentiment = Kpi.Define("net_sentiment_of_tweets", Measure.Sum("sentiment", Unit.Number) / Measures.Mentions, Unit.Ratio, Direction.HigherIsBetter);
        KpiTable table = Facts.FromRows([.. Exports.Rows("airline-tweets/Tweets.csv", ',')], row => row
            .Time(tweet => LocalDateTimePattern.CreateWithInvariantCulture("M/d/yyyy H:mm").Parse(tweet["tweet_created"]).Value)
            .Dimension("airline", tweet => tweet["airline"])
            .Measure(Measure.Sum("sentiment", Unit.Number), tweet => tweet["airline_sentiment"] switch { "positive" => 1, "negative" => -1, _ => 0 })
            .Measure(Measures.Mentions, _ => 1)).Read(KpiQuery.Of(sentiment).By(Grain.Day).By("airline"));

        // From the 21st to the 22nd: -9.63 points, though the airlines' own sentiment rose by 2.54.
        Drivers drivers = Drivers.Of(table, sentiment, Timeframe.Day(new LocalDate(2015, 2, 21)), Timeframe.Day(new LocalDate(2015, 2, 22)));
        Assert.Equal(-0.096268400332665624m, drivers.Change.Value);
        Assert.Equal((0.025372243341378m, -0.121640643674044m), (Math.Round(drivers.RateEffect.Value, 15), Math.Round(drivers.VolumeEffect.Value, 15)));
        Assert.Equal((0.052068933515849151m, -0.084515134432831354m), Effects(drivers, Segment.Of("airline", "American")));
        Assert.Equal(["Delta", "American", "Southwest", "Virgin America", "US Airways", "United"], drivers.Segments.Select(driver => driver.Segment["airline"]));

        Contributions parts = Contributions.Of(table, sentiment);
        Assert.Equal(6, parts.Segments.Count);
        Assert.Equal(("United", -0.146243169398907104m), (parts.Segments[0].Segment["airline"], parts.Segments[0].Amount.Value));
    }

    [SharedFact]
    public void CampaignTest_CostPerPurchase_OnDaysOnWhichBothAreKnown()
    {
        KpiTable Group(string file) => Facts.FromRows([.. Exports.Rows($"campaign-ab-test/{file}", ',')], row => row
            .Time(day => LocalDatePattern.CreateWithInvariantCulture("d.MM.yyyy").Parse(day["Date"]).Value)
            .Measure(Measures.Spend, day => Exports.Number(day["Spend [USD]"]), Currency.USD)
            .Measure(Measures.Conversions, day => Exports.Number(day["# of Purchase"]))).Read(KpiQuery.Of(Kpis.CostPerAction).By(TimeDimension.Weekday));
        Drivers drivers = Drivers.Of(Group("control_group.csv"), Group("test_group.csv"), Kpis.CostPerAction);

        // The control's 5 August has a spend and no result: it is left out, or the control would cost 4.528 a purchase.
        Assert.Equal(4.4072290746m, Math.Round(drivers.From.Value, 10));
        Assert.Equal(0.510082430165040148m, drivers.Change.Value);
        Assert.Equal((0.275960510415386732m, 0.025178220889866043m), Effects(drivers, Segment.Of("weekday", "3")));
        Assert.Contains("before: 1 of 30 rows left out: conversions is unknown on 1", drivers.ToString(), StringComparison.Ordinal);
    }

    private static (decimal Rate, decimal Volume) Effects(Drivers drivers, Segment segment)
    {
        Driver driver = drivers.Segments.Single(one => one.Segment == segment);
        return (driver.RateEffect.Value, driver.VolumeEffect.Value);
    }

    private static Facts FacebookPosts() => Facts.FromRows([.. Exports.Rows("facebook-posts-uci/dataset_Facebook.csv", ';')], row => row
        .Dimension("type", post => post["Type"]).Dimension("hour", post => post["Post Hour"]).Dimension("paid", post => post["Paid"])
        .Measure(Measures.Posts, _ => 1)
        .Measure(Interactions, post => Exports.Number(post["Total Interactions"]))
        .Measure(Measures.PostReach, post => Exports.Number(post["Lifetime Post Total Reach"])));

    private static Facts FacebookAds() => Facts.FromRows([.. Exports.Rows("facebook-ads-kag/KAG_conversion_data.csv", ',')], row => row
        .Dimension("campaign", ad => ad["xyz_campaign_id"]).Dimension("age", ad => ad["age"]).Dimension("interest", ad => ad["interest"])
        .Measure(Measures.Clicks, ad => Exports.Number(ad["Clicks"]))
        .Measure(Measures.Spend, ad => Exports.Number(ad["Spent"]), Currency.USD)
        .Measure(Measure.Sum("total_conversions", Unit.Count), ad => Exports.Number(ad["Total_Conversion"]))
        .Measure(Measures.Conversions, ad => Exports.Number(ad["Approved_Conversion"])));
}
