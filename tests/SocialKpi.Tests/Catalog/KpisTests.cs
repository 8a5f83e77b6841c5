using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using NodaTime;

namespace SocialKpi.Tests.Catalogue;

public sealed partial class KpisTests
{
    // The day before what is read, so that stocks have an opening, and two months; two accounts of two brands on each day.
    private static readonly LocalDate[] Days = [new(2025, 12, 20), new(2026, 1, 15), new(2026, 2, 12)];

    private static readonly Timeframe Asked = Timeframe.Between(new LocalDate(2026, 1, 1).AtMidnight(), new LocalDate(2026, 3, 1).AtMidnight());

    private static readonly Facts Everything = Facts.FromColumns(columns =>
    {
        int rows = 2 * Days.Length;
        columns.Time([.. Enumerable.Range(0, rows).Select(row => Days[row / 2])]);
        columns.Dimension("account", ["x", "y", "x", "y", "x", "y"]).Dimension("brand", ["a", "b", "a", "b", "a", "b"]);
        foreach (string name in (string[])["type", "author", "follower", "agent"]) columns.Dimension(name, ["p", "q", "p", "p", "q", "r"]);
        foreach (string bucket in (string[])["age", "gender", "country", "interest"]) columns.Dimension(bucket, ["p", "q", "p", "q", "p", "q"]);
        columns.Share(Measures.AudienceShare, [10, 20, 30, 40, 50, 60], ShareScale.Percent);
        int number = 0;
        foreach (Measure measure in Measures.All.Where(measure => measure.Aggregation != Aggregation.Share))
        {
            // Scores that conditions look for are among them; no two measures rise alike.
            // A score lies on every scale.
            decimal?[] figures = [.. Enumerable.Range(0, rows).Select(row => measure == Measures.SatisfactionScore ? 1 + (row % 3) : (decimal?)(3 + (((number * 5) + (row * (1 + (number % 7)))) % 11)))];
            _ = measure.Unit == Unit.Money ? columns.Measure(measure, figures, Currency.EUR) : columns.Measure(measure, figures);
            number++;
        }
    });

    public static TheoryData<string, string, string, string> Examples
    {
        get
        {
            TheoryData<string, string, string, string> data = [];
            foreach ((string id, string rows, string expected, string source) in KpiExamples.All) data.Add(id, rows, expected, source);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_OfAPublishedExample_GivesItsFigure(string id, string rows, string expected, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), KpiExamples.Read(Catalog.Standard.FindKpi(id)!, rows, expected));
    }

    [Fact]
    public void Examples_CoverEveryKpi() =>
        Assert.Equal(Kpis.All.Select(kpi => kpi.Id).Order(StringComparer.Ordinal), KpiExamples.All.Select(example => example.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void All_HasEveryKpiOnceUnderAnIdOfItsOwn()
    {
        IEnumerable<Kpi> declared = typeof(Kpis).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Kpi)).Select(property => (Kpi)property.GetValue(null)!);
        Assert.Equal(declared.Select(kpi => kpi.Id).Order(StringComparer.Ordinal), Kpis.All.Select(kpi => kpi.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Kpis.All.Count, Kpis.All.Select(kpi => kpi.Id).Distinct().Count());
        Assert.Equal(Kpis.All.Count, Kpis.All.Select(kpi => kpi.Label).Distinct().Count());
    }

    [Fact]
    public void All_NamesEveryDefinitionOnce() =>
        Assert.Empty(Kpis.All.GroupBy(kpi => kpi.Formula.ToString()).Where(same => same.Count() > 1).Select(same => string.Join(", ", same)));

    [Fact]
    public void All_IsGroupedByCategory()
    {
        string[] categories = [.. Kpis.All.Select(kpi => kpi.Category)];
        Assert.Equal(categories.Distinct().Count(), 1 + categories.Zip(categories.Skip(1)).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void Every_Kpi_IsDescribedAndRestsOnCatalogueMeasures()
    {
        HashSet<Measure> recorded = [.. Measures.All];
        Assert.All(Kpis.All, kpi =>
        {
            Assert.NotEmpty(kpi.Description);
            Assert.EndsWith(".", kpi.Description, StringComparison.Ordinal);
            Assert.NotEmpty(kpi.Category);
            Assert.NotEqual(kpi.Id, kpi.Label);
            Assert.Subset(recorded, kpi.Formula.RecordedMeasures.ToHashSet());
        });
    }

    // What a variant without an id, or under another one, is told of where it is looked for.
    [Theory]
    [InlineData("net_sentiment", "net_sentiment.of_judged")]
    [InlineData("net_sentiment", "Polarity leaves neutral mentions out")]
    [InlineData("net_sentiment.of_judged", "net_sentiment.")]
    [InlineData("average_percentage_viewed", "average_percentage_viewed.mean_by_views")]
    [InlineData("average_percentage_viewed.mean_by_views", "average_percentage_viewed.")]
    [InlineData("engagement_rate.daily", "engagement_rate.daily.by_follower_days")]
    [InlineData("engagement_rate.daily.by_follower_days", "engagement_rate.daily.")]
    [InlineData("audience_growth_rate", "the compound rate of a month, which takes a root")]
    [InlineData("audience_growth_rate", "the mean of the months' rates")]
    [InlineData("response_time.per_message", "the mean of the fastest 90 % of 30 days, which has no id here")]
    [InlineData("response_time.per_message.mean", "the mean of the fastest 90 % of 30 days, which has no id here")]
    [InlineData("virality_rate.by_post_reach", "unique views")]
    [InlineData("followers", "page likes")]
    [InlineData("comments", "the replies of the account itself")]
    [InlineData("shares", "quotes")]
    [InlineData("saves", "bookmarks, TikTok favourites")]
    [InlineData("conversions", "GA4 calls them key events and Meta results")]
    [InlineData("cost_per_click", "cost_per_click.link, cost_per_click.all_clicks")]
    [InlineData("cost_per_mille", "cost_per_mille.by_account_reach")]
    [InlineData("cost_per_action", "an acquired customer")]
    [InlineData("posts_per_day", "the average account")]
    [InlineData("posts_per_week", "the average account")]
    [InlineData("engagements_per_day", "the average account")]
    [InlineData("average_reach_per_day", "the average account")]
    [InlineData("amplification_rate.shares_per_post_by_followers", "all shares ÷ all posts ÷ all followers")]
    public void Disputes_OfAKpi_TellOfItsOtherReadings(string id, string said)
    {
        string page = House.KpisPage.Write();
        string row = Assert.Single(page.Split('\n'), line => line.Contains($"<br>`{id}`<br>", StringComparison.Ordinal));
        Assert.Contains(Catalog.Standard.FindKpi(id)!.Disputes, dispute => dispute.Contains(said, StringComparison.Ordinal));
        Assert.Contains(said, row, StringComparison.Ordinal);
    }

    [Fact]
    public void Disputes_ThatNameAnIdOrItsEnd_NameAKpi()
    {
        HashSet<string> ids = [.. Kpis.All.Select(kpi => kpi.Id), .. Kpis.WithoutFormula.Select(open => open.Id)];
        IEnumerable<string> named = Kpis.All.SelectMany(kpi => kpi.Disputes).SelectMany(dispute => IdInText().Matches(dispute).Select(match => match.Value));
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(ids, id => id == name || id.EndsWith($".{name}", StringComparison.Ordinal)));
    }

    // Who defines, prints or names it; where nobody is known, the source says that.
    private static readonly string[] Named =
    [
        "NSMA", "Hootsuite", "Swedish list of 22 KPIs", "dlvr.it", "Plantracker", "Meta", "Facebook", "Instagram", "X", "LinkedIn", "YouTube", "TikTok", "GA4", "Google Ads",
        "Google Business Profile", "Universal Analytics", "Yandex Metrica", "Netminers", "Buffer", "Rival IQ", "Iconosquare", "Sprout Social", "Socialinsider", "NapoleonCat", "Archive.com",
        "Unmetric", "codingace", "brdata", "Calculory", "thecalcu", "bizway", "calculator.city", "HSMAI", "TrueSocialMetrics", "Kaushik", "Boyd", "Examzify", "Keyhole", "Orlo", "#paid",
        "Aman Kharwal", "Hook Agency", "Coco and Lowe", "Majority Strategies", "Mediadrive", "Bidscube", "Klipfolio", "Propel Collective", "Earnado", "Adlega", "Toolsmartly", "Taglab",
        "Symanto", "SentiOne", "Black Box", "Delighted", "AskNicely", "Wyapy", "VoC Metrics", "SurveySparrow", "Reichheld 2003", "The R package NPS", "Harvard Business Review", "CEB",
        "Fanpage Karma", "Geckoboard", "Hyndman and Fan", "07 Heaven Marketing", "Social Media HQ", "Forbes", "qeeebo.com", "Mentionlytics", "Trade usage without a known author",
    ];

    [Fact]
    public void Every_Source_NamesADocumentAPlatformOrAnAuthor()
    {
        static bool NamesSomebody(string source) => Named.Any(name => Regex.IsMatch(source, $@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant));
        Assert.Empty(Kpis.All.Where(kpi => !NamesSomebody(kpi.Source)).Select(kpi => $"{kpi}: {kpi.Source}"));
        Assert.Empty(Kpis.WithoutFormula.Where(open => !NamesSomebody(open.Source)).Select(open => $"{open}: {open.Source}"));
        Assert.All(["", "shares ÷ followers", "the brand ÷ the market", "Text: spend ÷ leads"], source => Assert.False(NamesSomebody(source)));
    }

    [Fact]
    public void PerDay_OfTwoAccountsWithARowEachADay_IsOfTheAverageAccount()
    {
        Facts facts = Facts.FromColumns(columns => columns.Dimension("account", ["a", "b"]).Measure(Measures.Posts, [12, 8]).Measure(Measures.Days, [1, 1]));
        Assert.Equal(10, facts.Read(KpiQuery.Of(Kpis.PostsPerDay)).Total[Kpis.PostsPerDay].Value);
        Assert.All([Kpis.PostsPerDay, Kpis.PostsPerWeek, Kpis.EngagementsPerDay, Kpis.AverageReachPerDay], kpi =>
        {
            Assert.Contains("average account", kpi.Description, StringComparison.Ordinal);
            Assert.Contains("gemiddeld account", kpi.TextIn(Language.Dutch).Description, StringComparison.Ordinal);
            Assert.Contains("genomsnittligt konto", kpi.TextIn(Language.Swedish).Description, StringComparison.Ordinal);
            Assert.Contains("przeciętne", kpi.TextIn(Language.Polish).Description, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void SatisfactionScores_OutsideTheScale_AreNoAnswers()
    {
        Facts ten = Facts.FromColumns(columns => columns.Measure(Measures.SatisfactionScore, [10, 9, 8, 7, 6]));
        KpiTable table = ten.Read(KpiQuery.Of(Kpis.SatisfiedShareOfScoresOfFive, Kpis.SatisfactionOfMaximumOfFive, Kpis.SatisfiedShareOfScoresOfThree, Kpis.SatisfiedShareOfTopThreeOfTen));
        Assert.Equal(Absence.ZeroDenominator, table.Total[Kpis.SatisfiedShareOfScoresOfFive].Absence);
        Assert.Equal(Absence.ZeroDenominator, table.Total[Kpis.SatisfactionOfMaximumOfFive].Absence);
        Assert.Equal(Absence.ZeroDenominator, table.Total[Kpis.SatisfiedShareOfScoresOfThree].Absence);
        Assert.Equal(0.6m, table.Total[Kpis.SatisfiedShareOfTopThreeOfTen].Value);
        Facts mixed = Facts.FromColumns(columns => columns.Measure(Measures.SatisfactionScore, [5, 4, 3, 0, 9]));
        Assert.Equal([0.6667m, 0.8m], mixed.Read(KpiQuery.Of(Kpis.SatisfiedShareOfScoresOfFive, Kpis.SatisfactionOfMaximumOfFive)).Total.Readings.Select(reading => Math.Round(reading.Value, 4)));
    }

    [Fact]
    public void MeanPerPost_OfEachRate_IsDescribedByItself() => Assert.All(Languages.All, language =>
    {
        string[] descriptions = [.. Kpis.All.Where(kpi => kpi.Id.EndsWith(".mean_per_post", StringComparison.Ordinal)).Select(kpi => kpi.TextIn(language).Description)];
        Assert.Equal((5, 5), (descriptions.Length, descriptions.Distinct().Count()));
    });

    [Fact]
    public void SinglePageBounceRate_IsOfOnePageViewed()
    {
        Assert.Equal("Sessions in which only one page was viewed.", Kpis.SinglePageBounceRate.Description);
        Assert.Equal("Sessies waarin maar één pagina is bekeken, als aandeel van alle sessies.", Kpis.SinglePageBounceRate.TextIn(Language.Dutch).Description);
    }

    [Fact]
    public void ShareOfAudience_ByADimensionOfTheCatalogue_IsTheStandardOne()
    {
        Assert.All((string[])["age", "gender", "country", "interest"], by => Assert.Same(Catalog.Standard.FindKpi($"share_of_audience.by_{by}"), Kpis.ShareOfAudience(by)));
        Assert.Equal("Publiek naar leeftijd", Kpis.ShareOfAudience("age").TextIn(Language.Dutch).Label);
        Assert.Contains("demografi", Kpis.ShareOfAudience("city").Aliases);
    }

    [Fact]
    public void Every_Measure_FeedsAKpi()
    {
        HashSet<Measure> used = [.. Kpis.All.SelectMany(kpi => kpi.Formula.RecordedMeasures)];
        Assert.DoesNotContain(Measures.All, measure => !used.Contains(measure));
    }

    [Fact]
    public void Every_Kpi_CanBeReadTotalledAndExplained()
    {
        KpiTable table = Everything.Read(KpiQuery.Of(Kpis.All).By(Grain.Month).By("brand").During(Asked));
        KpiTable whole = Everything.Read(KpiQuery.Of(Kpis.All).During(Asked));
        Assert.Equal((4, 2, 2), (table.Rows.Count, table.PeriodTotals.Count, table.SegmentTotals.Count));
        Assert.All((IEnumerable<KpiRow>)[.. table.Rows, .. table.PeriodTotals, .. table.SegmentTotals, table.Total], row =>
            Assert.All(row.Readings, reading =>
            {
                Assert.True(reading.HasValue, $"{reading.Kpi} {reading.Absence}");
                if (AddsUp(reading.Kpi)) Assert.Empty(reading.Caveats);
                string explanation = reading.Explain().ToString();
                Assert.Contains(reading.Kpi.Formula.ToString(), explanation, StringComparison.Ordinal);
                Assert.Contains(reading.Kpi.Hash[..12], explanation, StringComparison.Ordinal);
            }));
        Assert.All(Kpis.All, kpi => Assert.Equal((kpi.Id, whole[kpi].Value), (kpi.Id, table[kpi].Value)));
    }

    [Fact]
    public void Every_Kpi_CanBeComparedWithThePeriodBefore()
    {
        (Kpi Kpi, Kpi Change)[] pairs = [.. Kpis.All.Select(kpi => (kpi, Kpi.Define(
            "change." + kpi.Id, kpi.Formula - kpi.Formula.At(Context.Previous), kpi.Unit == Unit.Ratio ? Unit.PercentagePoints : kpi.Unit)))];
        KpiTable table = Everything.Read(KpiQuery.Of([.. Kpis.All, .. pairs.Select(pair => pair.Change)]).By(Grain.Month).During(Asked));
        (Timeframe january, Timeframe february) = (Timeframe.Month(2026, 1), Timeframe.Month(2026, 2));
        Assert.All(pairs, pair => Assert.Equal(
            (pair.Kpi.Id, table[pair.Kpi, february].Value - table[pair.Kpi, january].Value), (pair.Kpi.Id, table[pair.Change, february].Value)));
    }

    [Fact]
    public void WithoutFormula_IsNamedExplainedAndNotInTheCatalogue()
    {
        Assert.Equal(Kpis.WithoutFormula.Count, Kpis.WithoutFormula.Select(open => open.Id).Distinct().Count());
        Assert.All(Kpis.WithoutFormula, open =>
        {
            Assert.Null(Catalog.Standard.FindKpi(open.Id));
            Assert.Equal(open.Id, open.ToString());
            Assert.All([open.Label, open.Reason, open.Source], Assert.NotEmpty);
            Assert.NotEmpty(open.Proxies);
            Assert.All(open.Proxies, proxy => Assert.Same(proxy, Catalog.Standard.FindKpi(proxy.Id)));
        });
        Assert.Contains(Kpis.WithoutFormula, open => open.Id == "comment_conversation_score");
        Assert.Contains(Kpis.WithoutFormula, open => open.Id == "brand_awareness");
    }

    [GeneratedRegex("[a-z]+_[a-z0-9_]+(\\.[a-z0-9_]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex IdInText();

    /// <summary>Whether its rows can be merged without a word: stocks are carried forward, and people are counted more than once.</summary>
    private static bool AddsUp(Kpi kpi) => kpi.Formula.Measures.All(measure => measure.Per.Count == 0 && measure.Aggregation != Aggregation.Unique);
}
