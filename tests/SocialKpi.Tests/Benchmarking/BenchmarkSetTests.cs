using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Benchmarking;

public sealed class BenchmarkSetTests
{
    private static readonly Lazy<BenchmarkSet> Published = new(() => BenchmarkSet.Parse(File.ReadAllText(SharedData.Path("../benchmarks-published.json"))));

    private const string Row = """{ "kpi": "click_through_rate", "source": "report", "published": "2026", "platform": "linkedin", "statistic": "median", "value": 0.9, "unit": "percent" }""";

    [SharedFact]
    public void Parse_PublishedFile_HasEveryFigure()
    {
        // 334 rows; 14 sets of quartiles, one of them with more, and three pairs of mean and median are one benchmark each.
        Assert.Equal(334, Published.Value.Benchmarks.Sum(benchmark => benchmark.Figures.Count));
        Assert.Equal(300, Published.Value.Benchmarks.Count);
        Assert.Equal(264, Published.Value.Benchmarks.SelectMany(benchmark => benchmark.Figures).Count(figure => figure.Verification == Verification.Secondary));
        Assert.Equal(1.73m / 100, Published.Value.Benchmarks[0].Figures[0].Value);
    }

    [SharedFact]
    public void Parse_PublishedFile_OnlyFormulasNameAVariant()
    {
        Assert.Equal(
            ["clicks / impressions → click_through_rate", "engagements / impressions → engagement_rate.by_impressions"],
            Published.Value.Benchmarks.Where(benchmark => benchmark.IsSpecified).Select(benchmark => $"{benchmark.Definition} → {benchmark.KpiId}").Distinct().Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public void Compare_WithAnUnspecifiedDefinition_IsRefusedAndShowsTheText()
    {
        Reading rate = Reading.Given(Kpis.EngagementRateByImpressions, 2m.Percent(), Timeframe.Month(2026, 6));
        IReadOnlyList<Standing> standings = [.. Published.Value.Compare(rate, Cohort.Of(platform: "facebook")).OrderByDescending(standing => standing.Against!.Source == "Rival IQ")];

        Assert.All(standings, standing => Assert.Contains(standing.Refusals, refusal => refusal.Reason == RefusalReason.UnspecifiedDefinition));
        Assert.Contains(standings, standing => standing.Refusals[0].Text == "Rival IQ names no known variant of engagement_rate: \"interactions (likes, comments, shares, reactions...) per post / followers\"");

        // Of Rival IQ's reports since 2018 the latest.
        Assert.Equal(Published.Value.Benchmarks.Where(benchmark => benchmark is { Source: "Rival IQ", KpiId: "engagement_rate" } && benchmark.Cohort == Cohort.Of(platform: "facebook") && benchmark.Definition == standings[0].Against!.Definition).Max(benchmark => benchmark.Until),
            standings[0].Against!.Until);
    }

    [SharedFact]
    public void Compare_WithAFormulaThatTheSourceGives_IsCompared()
    {
        // Emplifi, second quarter of 2022, publisher's page: median 0.93 percent of clicks / impressions in paid social.
        Reading rate = Reading.Given(Kpis.ClickThroughRate, 1.86m.Percent(), Timeframe.Month(2023, 1));
        Standing standing = Published.Value.Compare(rate, Cohort.Of(platform: "paid social"))[0];

        Assert.Equal((200m, "Emplifi", Timeframe.Quarter(2022, 2)), (standing.Index, standing.Against!.Source, standing.Against.Period));
        Assert.Equal([RefusalReason.TooOld], Published.Value.Compare(Reading.Given(Kpis.ClickThroughRate, 1.86m.Percent(), Timeframe.Month(2026, 6)), Cohort.Of(platform: "paid social"), ComparisonRules.Default.NoOlderThan(24))[0].Refusals.Select(refusal => refusal.Reason));
    }

    /// <summary>Of editions that only say when they were published, none of after the reading goes before one of its time.</summary>
    [Fact]
    public void Compare_WithEditionsThatArePublishedLater_TakesTheOneOfTheReadingsTime()
    {
        Reading reading = Reading.Given(Kpis.ClickThroughRate, 1m.Percent(), Timeframe.Month(2018, 6));
        string later = Row.Replace("2026", "2021", StringComparison.Ordinal), then = Row.Replace("2026", "2018", StringComparison.Ordinal);
        Cohort cohort = Cohort.Of(platform: "linkedin");

        Assert.Equal(Timeframe.Year(2018), Assert.Single(BenchmarkSet.Parse($"[{later}, {then}]").Compare(reading, cohort)).Against!.Published);
        Assert.Contains("report was published in 2021, after 2018-06", Assert.Single(BenchmarkSet.Parse($"[{later}]").Compare(reading, cohort)).Notes);
    }

    [SharedFact]
    public void Parse_WithWhatTheCallerSaysTheWordsMean_IsSpecified()
    {
        BenchmarkSet set = BenchmarkSet.Parse(File.ReadAllText(SharedData.Path("../benchmarks-published.json")), variants: new Dictionary<string, Kpi>
        {
            ["account engagement rate as defined by the dataset"] = Kpis.EngagementRateByFollowersAtPublish,
        });
        Reading rate = Reading.Given(Kpis.EngagementRateByFollowersAtPublish, 1m.Percent());

        // 1 percent on X: mean 5.1, median 0.126, p75 0.601 and p90 2.3 in one data set.
        Assert.Equal([RefusalReason.MixedStatistics], set.Compare(rate, Cohort.Of(platform: "x")).Single(standing => standing.Against!.Source == "playersells/open-data").Refusals.Select(refusal => refusal.Reason));
        Assert.Equal(QuartileBand.Highest, set.Compare(rate, Cohort.Of(platform: "x"), ComparisonRules.Default.Against(StatisticKind.Quantile))[0].Band);

        // 0.5 percent is in the top quarter with 60,000 followers and in the middle half with 5,000.
        Reading half = Reading.Given(Kpis.EngagementRateByFollowersAtPublish, 0.5m.Percent());
        Assert.Equal(QuartileBand.Highest, set.Compare(half, Cohort.Of(platform: "x", followers: FollowerBand.Exactly(60_000)))[0].Band);
        Assert.Equal(QuartileBand.Middle, set.Compare(half, Cohort.Of(platform: "x", followers: FollowerBand.Exactly(5_000)))[0].Band);
    }

    [Fact]
    public void Parse_RowsThatDifferInTheirFigureAlone_AreOneBenchmark()
    {
        BenchmarkSet set = BenchmarkSet.Parse($"[{Row}, {Row.Replace("median", "p75", StringComparison.Ordinal).Replace("0.9", "1.4", StringComparison.Ordinal)}, {Row.Replace("linkedin", "x", StringComparison.Ordinal)}]");

        Assert.Equal([2, 1], set.Benchmarks.Select(benchmark => benchmark.Figures.Count));
        Assert.Equal(Kpis.ClickThroughRate.Hash, set.Benchmarks[0].KpiHash);
    }

    [Fact]
    public void Parse_Peers_AreRawFigures()
    {
        string rows = string.Join(",", Enumerable.Range(1, 5).Select(number => Row.Replace("\"median\"", $"\"peer\", \"peer\": \"p{number}\"", StringComparison.Ordinal).Replace("0.9", $"0.{number}", StringComparison.Ordinal)));
        Standing standing = BenchmarkSet.Parse($"[{rows}]").Compare(Reading.Given(Kpis.ClickThroughRate, 0.6m.Percent()), Cohort.Of(platform: "linkedin"))[0];

        Assert.Equal((0.3m.Percent(), new PeerRank(1, 6, 0)), (standing.Centre, standing.Rank));
    }

    [Fact]
    public void Parse_WhateverIsWrong_IsReportedAtOnce()
    {
        BenchmarkException problem = Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse(
            """
            [
              { "kpi": "click_trough_rate", "source": "report", "statistic": "median", "value": 1, "unit": "percent" },
              { "kpi": "click_through_rate", "sourse": "report", "statistic": "mediam", "value": "1,000", "unit": "USD" },
              { "metric": "engagement_rate", "source": "report", "statistic": "mean", "value": 1, "unit": "percent", "followers": "many", "verification": "hearsay" },
              { "source": "report", "hash": "abc", "statistic": "mean", "value": 1, "unit": "percent", "peer": "ann" },
              { "kpi": "cost_per_click", "hash": "abc", "source": "report", "statistic": "mean", "value": 1, "unit": "euros" }
            ]
            """));

        Assert.Equal(
            [
                "$[0].kpi: 'click_trough_rate' is no KPI of the catalogue. Did you mean 'click_through_rate'?",
                "$[1].sourse: is not known here. Did you mean 'source'?",
                "$[1].source: is missing.",
                "$[1].statistic: 'mediam' is not known. Did you mean 'median'?",
                "$[1].value: '1,000' is not a number; write it like 1.25, without separators of thousands.",
                "$[1].unit: 'USD' is no unit of click_through_rate, which is in ratio.",
                "$[2].verification: 'hearsay' is none of: not_stated, secondary, publisher_page, dataset, measured.",
                "$[2].followers: 'many' is no follower band; write 10K-50K, 0-1K or 500K+.",
                "$[3].hash: 'abc' is not the hash of a definition: it has 64 lower-case hexadecimal digits; leave it out for the catalogue's own definition.",
                "$[3].hash: is the hash of a KPI that is not named; name it with 'kpi'.",
                "$[3].kpi: is missing: name a KPI by its id in the catalogue, or with 'metric' what the source calls its figure.",
                "$[3].peer: a mean is nobody's own figure; leave the name out, or say \"statistic\": \"peer\".",
                "$[4].hash: 'abc' is not the hash of a definition: it has 64 lower-case hexadecimal digits; leave it out for the catalogue's own definition.",
                "$[4].unit: 'euros' is no unit; write percent, ratio, percentage_points, count, number, points, seconds, minutes, hours, days, or a currency such as EUR.",
            ],
            problem.Issues.Select(issue => issue.ToString().Split(" Known are:")[0]));
        Assert.StartsWith("14 issues:\n- $[0].kpi", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_FiguresThatContradictEachOther_AreReportedWithTheirRow()
    {
        string higher = Row.Replace("median", "p25", StringComparison.Ordinal).Replace("0.9", "1.4", StringComparison.Ordinal);

        Assert.Equal(
            "$[1]: of click_through_rate, report 2026, platform = linkedin, the p25 is above the median; quantiles rise with their percentage.",
            Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse($"[{Row}, {higher}]")).Issues).ToString());
    }

    [Theory]
    [InlineData("", "$: line 1, byte 1: it is not JSON: ")]
    [InlineData("[\n{ \"kpi\": }\n]", "$: line 2, byte 10: it is not JSON: ")]
    [InlineData("{}", "$: a file of benchmarks is an array of objects")]
    [InlineData("[1]", "$[0]: a benchmark is an object.")]
    public void Parse_OtherText_IsRefusedWithItsPlace(string json, string issue) =>
        Assert.StartsWith(issue, Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse(json)).Issues).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Parse_WrongJsonAndWrongRows_AreReportedTogether()
    {
        BenchmarkException problem = Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse(
            """
            [
              7,
              { "kpi": "click_through_rate", "source": ["a", "b"], "statistic": "mediam", "value": true, "value": 1, "unit": "percent" },
              { "metric": { "name": "ctr" }, "source": "report", "statistic": "mean", "value": "many", "unit": "percent" }
            ]
            """));

        // What is wrong as JSON is not called missing too.
        Assert.Equal(
            [
                "$[0]: a benchmark is an object.",
                "$[1].source: must be a text, a number or null.",
                "$[1].value: must be a text, a number or null.",
                "$[1].value: is written twice; remove one.",
                "$[1].statistic: 'mediam' is not known. Did you mean 'median'?",
                "$[2].metric: must be a text, a number or null.",
                "$[2].value: 'many' is not a number; write it like 1.25, without separators of thousands.",
            ],
            problem.Issues.Select(issue => issue.ToString()));
    }

    [Fact]
    public void Parse_AKpiAndTheFormulaOfAnother_Contradict() => Assert.Equal(
        "$[0].metric_definition: 'engagements / impressions' is engagement_rate.by_impressions, and the row names click_through_rate; leave out the one that is not meant.",
        Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse($"[{Row.Replace("\"source\"", "\"metric_definition\": \"engagements / impressions\", \"source\"", StringComparison.Ordinal)}]")).Issues).ToString());

    [Fact]
    public void Compare_WhereTheNearestIsTooOld_TakesTheNextAndSaysWhatWasPassedOver()
    {
        Cohort food = Cohort.Of(platform: "linkedin", industry: "food"), linkedin = Cohort.Of(platform: "linkedin");
        BenchmarkSet set = BenchmarkSet.Of(
            Of("panel", 2m, food, 2021), Of("panel", 1m, linkedin, 2025), Of("panel", 4m, linkedin, 2024));
        Reading june = Reading.Given(Kpis.ClickThroughRate, 1.5m.Percent(), Timeframe.Month(2026, 6));

        Standing standing = Assert.Single(set.Compare(june, food, ComparisonRules.Default.NoOlderThan(24)));
        Assert.Equal((150m, "2025"), (standing.Index, standing.Against!.PeriodText));
        Assert.Equal([CohortTrait.Industry], standing.Relaxed);
        Assert.Equal(["passed over panel 2021 (linkedin, food): panel 2021 ends before 2022-01-01, more than 24 months before 2026-07-01"], standing.Notes);

        // Without a limit of age nothing is passed over, and with one that nothing meets the nearest is refused.
        Assert.Equal((75m, 0), (set.Compare(june, food)[0].Index, set.Compare(june, food)[0].Notes.Count));
        Assert.Equal("2021", Assert.Single(set.Compare(june, food, ComparisonRules.Default.NoOlderThan(3))).Against!.PeriodText);
    }

    [Fact]
    public void Compare_WithEditionsAfterTheReading_TakesTheLatestThatIsNot()
    {
        BenchmarkSet set = BenchmarkSet.Of(Of("panel", 4m, Cohort.Everyone, 2027), Of("panel", 2m, Cohort.Everyone, 2026), Of("panel", 1m, Cohort.Everyone, 2024), Of("other", 1m, Cohort.Everyone, 2027));
        IReadOnlyList<Standing> standings = set.Compare(Reading.Given(Kpis.ClickThroughRate, 1.5m.Percent(), Timeframe.Month(2026, 6)));

        Assert.Equal(["2027", "2026"], standings.Select(standing => standing.Against!.PeriodText));
        Assert.Equal(["other 2027 is of a later time than 2026-06"], standings[0].Notes);
        Assert.Empty(standings[1].Notes);
    }

    [Fact]
    public void Compare_WhereTheLatestHasNotTheKindAskedFor_TakesTheEarlierOne()
    {
        Cohort linkedin = Cohort.Of(platform: "linkedin");
        BenchmarkSet set = BenchmarkSet.Of(
            Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Mean, 3m.Percent())], "panel", linkedin, Timeframe.Year(2025)),
            Of("panel", 1m, linkedin, 2024),
            Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Mean, 3m.Percent()), (Statistic.Median, 2m.Percent())], "other", linkedin, Timeframe.Year(2025)),
            Of("other", 2m, linkedin, 2023));
        Reading june = Reading.Given(Kpis.ClickThroughRate, 1.5m.Percent(), Timeframe.Month(2026, 6));

        Assert.Equal(
            [(150m, "panel has no figure of the kind asked for, but: mean")],
            set.Compare(june, linkedin, ComparisonRules.Default.Against(StatisticKind.Quantile)).Where(each => each.Against!.Source == "panel")
                .Select(each => (each.Index!.Value, each.Notes[0].Split(": ", 2)[1])));

        // A mean beside a median is refused until one is chosen; an edition that has one alone is not.
        Assert.Equal("2023", Assert.Single(set.Compare(june, linkedin), each => each.Against!.Source == "other").Against!.PeriodText);
    }

    [Fact]
    public void Compare_WithAnotherVariantAlone_IsRefusedByName()
    {
        BenchmarkSet set = BenchmarkSet.Of(Benchmark.FromFigures(Kpis.EngagementRateByFollowers, [(Statistic.Median, 0.5m.Percent())], "report"));

        Standing standing = Assert.Single(set.Compare(Reading.Given(Kpis.EngagementRateByImpressions, 2m.Percent())));
        Assert.Equal(
            "the benchmark is of engagement_rate.by_followers (engagements / followers), the reading of engagement_rate.by_impressions (engagements / impressions)",
            Assert.Single(standing.Refusals).Text);
        Assert.Equal("no benchmark is of click_through_rate", Assert.Single(Assert.Single(set.Compare(Reading.Given(Kpis.ClickThroughRate, 2m.Percent()))).Refusals).Text);
    }

    [Fact]
    public void Compare_WhereASourceHasTheVariantItself_LeavesItsOthersOut()
    {
        BenchmarkSet set = BenchmarkSet.Of(
            Benchmark.FromFigures(Kpis.EngagementRateByFollowers, [(Statistic.Median, 0.5m.Percent())], "report"),
            Benchmark.FromFigures(Kpis.EngagementRateByImpressions, [(Statistic.Median, 1m.Percent())], "report"),
            Benchmark.FromFigures(Kpis.EngagementRateByFollowers, [(Statistic.Median, 0.4m.Percent())], "blog"));

        Assert.Equal(
            [("report", false), ("blog", true)],
            set.Compare(Reading.Given(Kpis.EngagementRateByImpressions, 2m.Percent())).Select(standing => (standing.Against!.Source, standing.IsRefused)));
    }

    [Fact]
    public void Compare_WithAnotherVariantOfOthers_SaysThatItIsThere() => Assert.Equal(
        "no benchmark is of engagement_rate.by_impressions; other variants are there: engagement_rate.by_followers",
        BenchmarkSet.Of(Benchmark.FromFigures(Kpis.EngagementRateByFollowers, [(Statistic.Median, 0.5m.Percent())], "report", Cohort.Of(platform: "x")))
            .Compare(Reading.Given(Kpis.EngagementRateByImpressions, 2m.Percent()), Cohort.Of(platform: "facebook"))[0].Refusals[0].Text);

    [Theory]
    [InlineData("3 brands")]
    [InlineData("n=3")]
    [InlineData("N = 3 (one a country)")]
    [InlineData("3")]
    [InlineData("12 posts of 3 large accounts")]
    public void Compare_WithASampleInWordsThatIsTooSmall_IsRefused(string sample)
    {
        Standing standing = BenchmarkSet.Parse($"[{Row.Replace("\"source\"", $"\"sample\": \"{sample}\", \"source\"", StringComparison.Ordinal)}]")
            .Compare(Reading.Given(Kpis.ClickThroughRate, 1m.Percent()), Cohort.Of(platform: "linkedin"))[0];

        Assert.Equal($"there are 3 peers, fewer than 5{(sample == "3" ? "" : $" ({sample})")}", Assert.Single(standing.Refusals).Text);
    }

    [Fact]
    public void Parse_EmptyArray_HasNoBenchmarkAndSaysSo() => Assert.Equal(
        "no benchmark is of click_through_rate",
        BenchmarkSet.Parse("[]").Compare(Reading.Given(Kpis.ClickThroughRate, 1m.Percent()))[0].Refusals[0].Text);

    [Fact]
    public void Parse_ADefinitionThatRepeatsTheName_SaysNothing() => Assert.False(BenchmarkSet.Parse(
        """[{ "metric": "cost_per_lead", "metric_definition": "cost_per_lead", "source": "report", "statistic": "mean", "value": 21.98, "unit": "USD" }]""").Benchmarks[0].IsSpecified);

    [Fact]
    public void Parse_AHashOfAnotherDefinition_IsLoadedAndNotCompared()
    {
        string hash = new('a', 64);
        BenchmarkSet set = BenchmarkSet.Parse($"[{Row.Replace("\"source\"", $"\"hash\": \"{hash}\", \"source\"", StringComparison.Ordinal)}]");

        Assert.Equal([RefusalReason.OtherDefinition], set.Compare(Reading.Given(Kpis.ClickThroughRate, 1m.Percent()), Cohort.Of(platform: "linkedin"))[0].Refusals.Select(refusal => refusal.Reason));
    }

    [Theory]
    [InlineData("minutes", "90", "1 h 30 min")]
    [InlineData("hours", "1.5", "1 h 30 min")]
    [InlineData("duration", "5400", "1 h 30 min")]
    public void Parse_Durations_AreBroughtToSeconds(string unit, string value, string written)
    {
        Kpi kpi = Kpis.ResponseTimePerMessage;
        BenchmarkSet set = BenchmarkSet.Parse($$"""[{ "kpi": "{{kpi.Id}}", "source": "report", "statistic": "median", "value": {{value}}, "unit": "{{unit}}" }]""");

        Assert.Equal(written, set.Compare(Reading.Given(kpi, 60.Seconds()))[0].Centre.ToString());
    }

    [Theory]
    [InlineData("2022Q2", "2022-Q2")]
    [InlineData("2026H1", "2026-01-01…2026-06-30")]
    [InlineData("2026-H1", "2026-01-01…2026-06-30")]
    [InlineData("2026-H2", "2026-07-01…2026-12-31")]
    [InlineData("2026-H3", null)]
    [InlineData("2022-01..2022-09", "2022-01-01…2022-09-30")]
    [InlineData("2025", "2025")]
    [InlineData("2024 vs 2023", null)]
    [InlineData("2024-25 school year", null)]
    [InlineData("2026H3", null)]
    [InlineData("2022-09..2022-01", null)]
    [InlineData("since 2024-01-01", null)]
    public void Period_ShortFormsOfReports_AreRead(string text, string? period) => Assert.Equal(period, BenchmarkTime.Read(text)?.ToString());

    [Fact]
    public void Compare_WithATimeThatCannotBeRead_SaysSo()
    {
        BenchmarkSet set = BenchmarkSet.Parse("""[{ "kpi": "click_through_rate", "source": "Own notes", "period": "last winter", "statistic": "median", "value": 2, "unit": "percent" }]""");

        Assert.Equal(
            ["'last winter' is no time that can be read, so it is not known whether Own notes is of the reading's"],
            Assert.Single(set.Compare(Reading.Given(Kpis.ClickThroughRate, 1m.Percent(), Timeframe.Month(2026, 6)))).Notes);
    }

    private static Benchmark Of(string source, decimal median, Cohort cohort, int year) =>
        Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Median, median.Percent())], source, cohort, Timeframe.Year(year));

    [Fact]
    public void Parse_OnePeerSeveralTimes_IsReported()
    {
        string peer = Row.Replace("\"median\"", "\"peer\", \"peer\": \"ann\"", StringComparison.Ordinal), again = peer.Replace("0.9", "0.8", StringComparison.Ordinal);

        Assert.Equal(
            "$[1]: of click_through_rate, report 2026, platform = linkedin, the peer 'ann' is given more than once; give each peer once.",
            Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse($"[{peer}, {again}]")).Issues).ToString());
    }

    [Fact]
    public void Parse_CohortsThatDifferInCaseAlone_AreOneAndMayNotContradictThemselves()
    {
        string higher = Row.Replace("median", "p25", StringComparison.Ordinal).Replace("0.9", "1.4", StringComparison.Ordinal).Replace("linkedin", "LinkedIn", StringComparison.Ordinal);

        Assert.Contains(
            "the p25 is above the median; quantiles rise with their percentage.",
            Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse($"[{Row}, {higher}]")).Issues).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("March 2026")]
    [InlineData("05-03-2026")]
    [InlineData("2026-13")]
    public void Parse_WhenItWasPublished_IsReadOrReported(string published) => Assert.Equal(
        $"$[0].published: '{published}' is not a time; write 2026, 2026-Q1, 2026-03 or 2026-03-05, or leave it out.",
        Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse($"[{Row.Replace("\"2026\"", $"\"{published}\"", StringComparison.Ordinal)}]")).Issues).ToString());

    [Fact]
    public void Compare_WithNestedBandsOfOneSource_TakesTheNarrowest()
    {
        BenchmarkSet set = BenchmarkSet.Of(
            Band(1, FollowerBand.AtLeast(1_000)), Band(2, FollowerBand.AtLeast(10_000)), Band(3, FollowerBand.Between(10_000, 100_000)), Band(4, FollowerBand.Between(10_000, 50_000)), Band(5, FollowerBand.Between(50_000, 60_000)));

        Assert.Equal([4m.Percent()], Centres(12_500));
        Assert.Equal([5m.Percent()], Centres(50_000));
        Assert.Equal([3m.Percent()], Centres(70_000));
        Assert.Equal([2m.Percent()], Centres(500_000));
        Assert.Equal([1m.Percent()], Centres(5_000));

        static Benchmark Band(int percent, FollowerBand band) => Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Median, percent.Percent())], "report", Cohort.Of("x", followers: band));
        IEnumerable<Quantity> Centres(long followers) =>
            set.Compare(Reading.Given(Kpis.ClickThroughRate, 1m.Percent()), Cohort.Of("x", followers: FollowerBand.Exactly(followers))).Select(standing => standing.Centre!.Value);
    }

    [Fact]
    public void Of_TwoThatContradictOrRepeatEachOther_IsRefused()
    {
        Assert.Equal("of click_through_rate, report, the median is given twice with different values; give it once.", Refused(Median(1), Median(2)));
        Assert.Equal("of click_through_rate, report, it is given twice; give it once.", Refused(Median(1), Median(1)));
        Assert.Equal(2, BenchmarkSet.Of(Median(1), Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Mean, 2m.Percent())], "report")).Benchmarks.Count);
        Assert.Equal(2, BenchmarkSet.Of(Median(1), Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Median, 2m.Percent())], "report", period: Timeframe.Year(2025))).Benchmarks.Count);

        static Benchmark Median(decimal percent) => Benchmark.FromFigures(Kpis.ClickThroughRate, [(Statistic.Median, percent.Percent())], "report");

        static string Refused(params Benchmark[] benchmarks) => Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Of(benchmarks)).Issues).Message;
    }

    [Fact]
    public void Of_OwnReadingsOfSeveralSegments_AreComparedWithThatOfTheSegment()
    {
        BenchmarkSet platforms = BenchmarkSet.Of(Own("platform", "x", 1), Own("platform", "linkedin", 2)), brands = BenchmarkSet.Of(Own("brand", "ann", 1), Own("brand", "bob", 2));
        Standing linkedin = Assert.Single(platforms.Compare(Of("platform", "linkedin", 3)));

        Assert.Equal((2m.Percent(), "platform = linkedin"), (linkedin.Centre, linkedin.Against!.Cohort.ToString()));
        Assert.Empty(linkedin.Notes);
        Assert.Empty(linkedin.Relaxed);
        Assert.DoesNotContain("(linkedin)", linkedin.ToString(), StringComparison.Ordinal);
        Assert.Contains("the median 2026-05 (x)", platforms.Benchmarks[0].Compare(Of("platform", "linkedin", 3)).ToString(), StringComparison.Ordinal);

        // What is no trait of a cohort keeps nothing apart: both are shown, and which of them is another brand's.
        Assert.Equal(
            [(1m.Percent(), ""), (2m.Percent(), "it is of brand = bob")],
            brands.Compare(Of("brand", "ann", 3)).Select(standing => (standing.Centre!.Value, string.Join("; ", standing.Notes))));
        Assert.Equal(
            "of click_through_rate, the median 2026-05, the single of 2026-05, brand = ann is given twice with different values; give it once.",
            Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Of(Own("brand", "ann", 1), Own("brand", "ann", 2))).Issues).Message);

        // Peers are named by their periods where they are of one segment.
        Assert.Equal(2, BenchmarkSet.Of(new[] { "ann", "bob" }.Select(brand => Benchmark.FromReadings([Of("brand", brand, 1), Of("brand", brand, 2, month: 4)], "history"))).Benchmarks.Count);

        static Benchmark Own(string dimension, string value, int percent) => Benchmark.FromReading(Of(dimension, value, percent), "the median");
        static Reading Of(string dimension, string value, int percent, int month = 5) => Reading.Given(Kpis.ClickThroughRate, percent.Percent(), Timeframe.Month(2026, month), Segment.Of(dimension, value));
    }

    [Fact]
    public void Parse_SingleFiguresOfSeveralWhoAreNamed_AreOneBenchmarkEach()
    {
        string ann = Row.Replace("\"median\"", "\"single\", \"peer\": \"ann\"", StringComparison.Ordinal), bob = ann.Replace("ann", "bob", StringComparison.Ordinal).Replace("0.9", "1.8", StringComparison.Ordinal);
        BenchmarkSet set = BenchmarkSet.Parse($"[{ann}, {bob}]");

        Assert.Equal(
            [(0.9m.Percent(), "its figure is that of ann"), (1.8m.Percent(), "its figure is that of bob")],
            set.Compare(Reading.Given(Kpis.ClickThroughRate, 1m.Percent()), Cohort.Of(platform: "linkedin")).Select(standing => (standing.Centre!.Value, Assert.Single(standing.Notes))));
        Assert.Equal(
            "$[1]: of click_through_rate, report 2026, platform = linkedin, the single of ann is given twice with different values; give it once.",
            Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse($"[{ann}, {ann.Replace("ann", "Ann ", StringComparison.Ordinal).Replace("0.9", "1.8", StringComparison.Ordinal)}]")).Issues).ToString());
        Assert.Throws<BenchmarkException>(() => BenchmarkSet.Of(set.Benchmarks.Concat(BenchmarkSet.Parse($"[{ann}]").Benchmarks)));
    }

    /// <summary>Whoever has a figure of their own is no edition, cohort or substitute of somebody else: of each the figure that fits best stands.</summary>
    [Fact]
    public void Compare_WithThoseWhoAreNamed_TakesTheBestOfEach()
    {
        string ann = Row.Replace("\"median\"", "\"single\", \"peer\": \"ann\"", StringComparison.Ordinal).Replace("\"published\": \"2026\"", "\"period\": \"2026-05\"", StringComparison.Ordinal);
        string bob = ann.Replace("ann", "bob", StringComparison.Ordinal).Replace("2026-05", "2026-04", StringComparison.Ordinal).Replace("0.9", "1.8", StringComparison.Ordinal);
        string annBefore = ann.Replace("\"ann\"", "\"Ann \"", StringComparison.Ordinal).Replace("2026-05", "2026-03", StringComparison.Ordinal).Replace("0.9", "0.3", StringComparison.Ordinal);
        Reading june = Reading.Given(Kpis.ClickThroughRate, 1m.Percent(), Timeframe.Month(2026, 6));

        Assert.Equal([0.9m.Percent(), 1.8m.Percent()], Centres(ann, bob, annBefore));

        // One of them is of a nearer cohort.
        Assert.Equal([0.9m.Percent(), 1.8m.Percent()], Centres(ann.Replace("\"platform\"", "\"industry\": \"food\", \"platform\"", StringComparison.Ordinal), bob));

        // One of them is too old: nobody is passed over for the other.
        Standing[] standings = [.. BenchmarkSet.Parse($"[{ann.Replace("2026-05", "2021-05", StringComparison.Ordinal)}, {bob}]").Compare(june, Cohort.Of("linkedin"), ComparisonRules.Default.NoOlderThan(24))];
        Assert.Equal([("2026-04", false), ("2021-05", true)], standings.Select(standing => (standing.Against!.PeriodText, standing.IsRefused)));
        Assert.Equal(["its figure is that of bob"], standings[0].Notes);

        IEnumerable<Quantity> Centres(params string[] rows) =>
            BenchmarkSet.Parse($"[{string.Join(',', rows)}]").Compare(june, Cohort.Of("linkedin", "food")).Select(standing => standing.Centre!.Value);
    }

    [Fact]
    public void Compare_WithOwnReadingsOfSeveralSegments_TakesTheLatestOfEachAndTheNearestCohort()
    {
        Segment reels = Segment.Of("platform", "linkedin").And("format", "reels");
        BenchmarkSet brands = BenchmarkSet.Of(Own(Segment.Of("brand", "ann"), 1, 5), Own(Segment.Of("brand", "bob"), 2, 4), Own(Segment.Of("brand", "ann"), 3, 3));
        BenchmarkSet formats = BenchmarkSet.Of(Own(Segment.Of("platform", "linkedin"), 1, 5), Own(reels, 2, 4));

        Assert.Equal([(1m.Percent(), "it is of brand = ann"), (2m.Percent(), "it is of brand = bob")], Against(brands, Segment.Whole));
        Assert.Equal([(2m.Percent(), "")], Against(formats, reels));

        static Benchmark Own(Segment segment, int percent, int month) => Benchmark.FromReading(Of(segment, percent, month), "the month before");
        static Reading Of(Segment segment, int percent, int month) => Reading.Given(Kpis.ClickThroughRate, percent.Percent(), Timeframe.Month(2026, month), segment);
        static IEnumerable<(Quantity, string)> Against(BenchmarkSet set, Segment segment) =>
            set.Compare(Of(segment, 1, 6)).Select(standing => (standing.Centre!.Value, string.Join("; ", standing.Notes)));
    }

    /// <summary>A time or a unit that is written otherwise is the same one: its figures belong together and must not contradict each other.</summary>
    [Fact]
    public void Parse_TimesAndUnitsThatAreWrittenOtherwise_AreTheSame()
    {
        string half = Row.Replace("\"published\": \"2026\"", "\"period\": \"2026H1\"", StringComparison.Ordinal);
        string same = half.Replace("2026H1", "2026-H1", StringComparison.Ordinal).Replace("0.9", "0.009", StringComparison.Ordinal).Replace("percent", "ratio", StringComparison.Ordinal);

        Assert.Equal(["median", "p75"], Assert.Single(BenchmarkSet.Parse($"[{half}, {same.Replace("median", "p75", StringComparison.Ordinal)}]").Benchmarks).Figures.Select(figure => figure.Statistic.ToString()));
        Assert.Equal(
            "$[1]: of click_through_rate, report 2026H1, platform = linkedin, the median is given twice; give it once.",
            Assert.Single(Assert.Throws<BenchmarkException>(() => BenchmarkSet.Parse($"[{half}, {same}]")).Issues).ToString());
    }

    /// <summary>A source that calls its figure by a word may have a unit of its own: a rate of growth a month is no rate of growth.</summary>
    [Theory]
    [InlineData("percent/month")]
    [InlineData("EUR")]
    public void Compare_WithAUnitOfTheSourcesOwn_IsRefusedAndTheRestIsRead(string unit)
    {
        BenchmarkSet set = BenchmarkSet.Parse(
            $"[{Row}, {Row.Replace("\"kpi\": \"click_through_rate\"", "\"metric\": \"ctr\", \"metric_definition\": \"clicks / impressions\"", StringComparison.Ordinal).Replace("report", "other", StringComparison.Ordinal).Replace("percent", unit, StringComparison.Ordinal)}]");
        IReadOnlyList<Standing> standings = set.Compare(Reading.Given(Kpis.ClickThroughRate, 1m.Percent()), Cohort.Of(platform: "linkedin"));

        Assert.Equal((0.9m.Percent(), 0.9m), (standings[0].Centre, set.Benchmarks[1].Figures[0].Value));
        Assert.Equal(new Refusal(RefusalReason.OtherUnit, $"the benchmark is in '{unit}', the reading in ratio"), Assert.Single(standings[1].Refusals));
    }

    /// <summary>Whoever is compared with the file: nothing but figures of the reading's own definition, each of one kind, in its own unit, of no other cohort.</summary>
    [SharedFact]
    public void Compare_KpisAndCohortsOfThePublishedFile_ComparesLikeWithLikeAlone()
    {
        Benchmark[] published = [.. Published.Value.Benchmarks];
        string[] named = [.. published.Select(benchmark => benchmark.KpiId).Distinct()];
        Kpi[] kpis = [.. Catalog.Standard.Kpis.Where(kpi => named.Any(name => KpiNames.IsCalled(kpi, name.Split('.')[0]))).DistinctBy(kpi => kpi.Id.Split('.')[0]).Append(Kpis.EngagementRateByImpressions)];
        Cohort[] cohorts = [.. published.Select(benchmark => benchmark.Cohort).DistinctBy(cohort => cohort.Platform)
            .Union(published.Where(benchmark => benchmark.IsSpecified).Select(benchmark => benchmark.Cohort))];
        Standing[] standings = [.. kpis.SelectMany(kpi => cohorts.SelectMany(cohort =>
            Published.Value.Compare(Reading.Given(kpi, new Quantity(1, kpi.Unit == Unit.Money ? Unit.MoneyIn(Currency.USD) : kpi.Unit), Timeframe.Month(2026, 6)), cohort).Select(standing =>
            {
                Assert.NotNull(standing.Against is null ? cohort : standing.Against.Cohort.RelaxedFor(cohort));
                return standing;
            })))];

        Assert.All(standings.Where(standing => !standing.IsRefused), standing => Assert.Equal(
            (standing.Reading.Kpi.Id, standing.Reading.Kpi.Hash, standing.Reading.Unit, 1),
            (standing.Against!.KpiId, standing.Against.KpiHash, standing.Against.Unit, standing.Against.Figures.Select(figure => figure.Statistic.Kind).Distinct().Count())));
        Assert.All(standings.Where(standing => standing.Against is { IsSpecified: false }), standing => Assert.Contains(standing.Refusals, refusal => refusal.Reason == RefusalReason.UnspecifiedDefinition));
        Assert.Equal(["click_through_rate", "engagement_rate.by_impressions"], standings.Where(standing => !standing.IsRefused).Select(standing => standing.Reading.Kpi.Id).Distinct().Order(StringComparer.Ordinal));
    }
}
