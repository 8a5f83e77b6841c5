using NodaTime;
using SocialKpi.Tests.Support;
using static SocialKpi.Import.Tests.Samples.KpiReportRun;

namespace SocialKpi.Import.Tests.Samples;

/// <summary>Where the latest period stands, in the sample and for other files.</summary>
public sealed class KpiReportStandingTests
{
    private static readonly string Sample = Standing(Printed());

    [Fact]
    public void Report_LatestMonth_StandsAgainstTheMonthBefore() =>

        // 4.36 % in June and 3.50 % in May.
        Assert.Matches(@"Conversion rate +2026-06 +4\.36 % +the period before 2026-05 +3\.50 % +0\.859 pp +124\.6 +better\n", Sample);

    [Fact]
    public void Report_LatestMonth_StandsAgainstItsOwnHistory() =>

        // The clicks of January to May per impression: 1.09, 0.74, 1.02, 1.15 and 0.974 %.
        Assert.Matches(@"own history 2026-01-01…2026-05-31: median of 5 +1\.02 % +-0\.0119 pp +98\.8 +worse \[1\]\n(.*\n)+\[1\] 2026-04: 1 of 9 rows left out \(posts\): clicks is unknown on 1\n", Sample);

    [Fact]
    public void Report_Platforms_StandAgainstTheBenchmarksOfTheirCohort()
    {
        Assert.Matches(@"2026-06, platform = instagram +0\.813 % +Made-up panel 2025 \(instagram, food & drink\): median +0\.90 %", Sample);
        Assert.Matches(@"2026-06, platform = facebook +1\.15 % +Made-up panel 2025 \(facebook\), any industry: median +1\.00 %", Sample);
    }

    [Theory]
    [InlineData("Made-up panel 2023 ends before 2024-01-01, more than 24 months before 2026-07-01")]
    [InlineData("Made-up blog names no known variant of ctr: \"clicks of any kind per view\"")]
    [InlineData("the benchmark is in USD, the reading in EUR; convert one of them with a dated rate")]
    [InlineData("no benchmark is of impressions")]
    [InlineData("CPC has no value for 2026-06: mixed currencies")]
    public void Report_WhatCannotBeCompared_SaysWhy(string reason) => Assert.Contains($"] {reason}\n", Sample, StringComparison.Ordinal);

    [Fact]
    public void Report_WithAFileOfBenchmarks_FindsTheCohortThatIsNamed() => With(
        "kpi,source,platform,followers,period,statistic,value,unit\nclick_through_rate,Own notes,instagram,10K-50K,2025,median,2,percent\n", "csv", file =>
        {
            string[] question = ["--by", "month", "--kpi", "click_through_rate", "--benchmarks", file];
            Assert.Matches(
                @"\n +Own notes 2025 \(instagram, 10K-50K followers\): median +2\.00 % +-0\.991 pp +50\.5 +worse\n",
                Standing(Printed([.. question, "--cohort", "platform=instagram", "--cohort", "followers=12500"])));
            Assert.Contains("no benchmark of click_through_rate is of this cohort (all); there are: platform = instagram, followers = 10K-50K", Printed(question), StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("platform=all")]
    [InlineData("followers=all")]
    public void Report_WithATraitThatIsAll_LeavesItOpen(string trait) => With(
        "kpi,source,platform,period,statistic,value,unit\nclick_through_rate,Own notes,all,2025,median,2,percent\n", "csv", file =>
            Assert.Matches(@"Own notes 2025: median +2\.00 %", Standing(Printed("--by", "month", "--kpi", "click_through_rate", "--benchmarks", file, "--cohort", trait))));

    [Fact]
    public void Report_OfAPartOfAMonth_StandsAgainstAsManyDaysOfTheOthers()
    {
        string part = Printed("--by", "month", "--kpi", "click_through_rate,impressions", "--standing", "--drivers", "platform", "--as-of", "2026-06-15");

        // Of the first 15 days of January to June: 237 clicks of 24,329 impressions, 140 of 24,475, 316 of 27,795, 204 of 19,556, 302 of 33,377, 209 of 22,570.
        Assert.Matches(@"CTR +2026-06-01…2026-06-15 +0\.926 % +the period before 2026-05-01…2026-05-15 +0\.905 % +0\.0212 pp", part);
        Assert.Matches(@"\n +own history, as many days of each 2026-01-01…2026-05-15: median of 5 +0\.974 % +-0\.0481 pp", part);
        Assert.Matches(@"Impressions +2026-06-01…2026-06-15 +22,570 +the period before 2026-05-01…2026-05-15 +33,377 +-10,807 ", part);
        Assert.Matches(@"\n +own history, as many days of each 2026-01-01…2026-05-15: median of 5 +25,244 +-2,674 ", part);

        // The drivers have the same change.
        Assert.Contains("CTR rose from 0.905 % (2026-05-01…2026-05-15) to 0.926 % (2026-06): +0.021 pp", part, StringComparison.Ordinal);
        Assert.Contains("Impressions fell from 33,377 (2026-05-01…2026-05-15) to 22,570 (2026-06): -10,807", part, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month", "2026-06-15", "2026-06-01…2026-06-15 +113 +the period before 2026-05-01…2026-05-15 +112", "last year 2025-06-01…2025-06-15 +101", "2025-06-01…2026-05-15: median of 12 +106\\.5")]
    [InlineData("month", "2026-06-30", "2026-06 +1,113 +the period before 2026-05 +1,112", "last year 2025-06 +1,101", "own history 2025-06-01…2026-05-31: median of 12 +1,106\\.5")]
    [InlineData("quarter", "2026-05-10", "2026-04-01…2026-05-10 +1,223 +the period before 2026-01-01…2026-02-09 +1,217", "last year 2025-04-01…2025-05-10 +100", "2025-04-01…2026-02-09: median of 4 +1,208")]
    [InlineData("year", "2026-06-15", "2026-01-01…2026-06-15 +5,663 +the period before 2025-01-01…2025-06-15 +1,201", "last year 2025-01-01…2025-06-15 +1,201", "2025-01-01…2025-06-15: median of 1 +1,201")]
    public void Report_OfAPart_TakesAsMuchOfLastYearAndOfEachPeriod(string grain, string asOf, params string[] lines)
    {
        // May 2025 to June 2026: on the 5th 100, 101, 102 … 113 impressions, on the 20th 1,000 of each month.
        IEnumerable<string> rows = Enumerable.Range(0, 14).Select(at => (At: at, Month: new LocalDate(2025, 5, 1).PlusMonths(at)))
            .SelectMany(month => new[] { FormattableString.Invariant($"{month.Month:uuuu-MM}-05,{100 + month.At}"), FormattableString.Invariant($"{month.Month:uuuu-MM}-20,1000") });
        With($"day,impressions\n{string.Join('\n', rows)}\n", "csv", file => With(
            """{ "time": { "column": "day", "format": "yyyy-MM-dd" }, "measures": { "impressions": "impressions" } }""", "json", map =>
            {
                string standing = Standing(Printed(file, "--map", map, "--by", grain, "--kpi", "impressions", "--standing", "--as-of", asOf));
                Assert.All(lines, line => Assert.Matches(line, standing));
            }));
    }

    [Fact]
    public void Report_OfAPart_ReadsThePeriodBeforeAsTheTableAndTheDriversDo()
    {
        string part = Printed(
            "--define", "impressions_growth = impressions / impressions.at(previous) - 1 in ratio", "--kpi", "impressions_growth", "--by", "month", "--standing", "--drivers", "platform", "--as-of", "2026-06-15");

        // 1–15 June against 1–15 May, and these against 1–15 April: 22,570, 33,377 and 25,244 impressions.
        Assert.Matches(@"2026-06 +-32\.38 % \[2\]\n", part);
        Assert.Matches(@"impressions_growth +2026-06 +-32\.38 % +the period before 2026-05 +32\.22 % +-64\.60 pp", Standing(part));
        Assert.Contains("2026-05 is partial: only 2026-05-01…2026-05-15 was read", Standing(part), StringComparison.Ordinal);
        Assert.Contains("impressions_growth fell from 32.22 % (2026-05-01…2026-05-15) to -32.38 % (2026-06): -64.60 pp", part, StringComparison.Ordinal);
    }

    // 8–10 June a year before is 9–11 June, the same weekdays; of 1 April to 10 May the 40 days a quarter before end on 9 February.
    [Theory]
    [InlineData("week", "ago(1, year)", "2026-06-10", "2026-W24", "2025-06-08,50\n2025-06-11,100\n2026-06-03,100\n2026-06-09,300\n")]
    [InlineData("quarter", "ago(1, quarter)", "2026-05-10", "2026-Q2", "2026-01-05,100\n2026-02-10,50\n2026-04-05,300\n")]
    public void Report_OfAPart_ReadsEarlierTimesAsTheTableDoes(string grain, string context, string asOf, string latest, string rows) => With($"day,impressions\n{rows}", "csv", file => With(
        """{ "time": { "column": "day", "format": "yyyy-MM-dd" }, "measures": { "impressions": "impressions" } }""", "json", map =>
        {
            string report = Printed(file, "--map", map, "--define", $"growth = impressions / impressions.at({context}) - 1 in ratio", "--by", grain, "--kpi", "growth", "--standing", "--as-of", asOf);
            Assert.Matches($@"\n{latest} +200\.00 %", report);
            Assert.Matches($"growth +{latest} +200\\.00 %", Standing(report));
        }));

    [Fact]
    public void Report_DuringThatBeginsWithinAMonth_ReadsNothingBefore()
    {
        // From 10 January there are 22 days of January, which are no period to compare a month with.
        string[] question = ["--by", "month", "--kpi", "impressions", "--standing", "--drivers", "platform", "--during"];
        string february = Printed([.. question, "2026-01-10..2026-02-28"]);

        Assert.Matches(@"Impressions +2026-02 +43,797 +the period before 2026-01 +not compared \[1\]", Standing(february));
        Assert.Contains("[1] the period before 2026-01 is not whole, and Impressions grows with time", february, StringComparison.Ordinal);
        Assert.Contains("what drove the change, by platform: no period before, as of 2026-01 only 2026-01-10…2026-01-31 is read\n", february, StringComparison.Ordinal);
        Assert.DoesNotContain("39,777", february, StringComparison.Ordinal);

        // March has February before it, and its own history is February alone.
        string march = Printed([.. question, "2026-01-10..2026-03-31"]);
        Assert.Matches(@"the period before 2026-02 +43,797 ", Standing(march));
        Assert.Matches(@"own history 2026-02: median of 1 +43,797 ", Standing(march));
        Assert.Contains("(2026-02) to ", march, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-10..2026-02-28", "2026-02")]
    [InlineData("2026-01-10..2026-02-15", "2026-02")]
    public void Report_DuringThatBeginsWithinAMonth_ComparesRatesAndStocksWithNothingEither(string during, string latest)
    {
        string report = Printed("--by", "month", "--kpi", "click_through_rate,followers", "--standing", "--drivers", "platform", "--during", during), standing = Standing(report);

        Assert.All(new[] { "CTR", "Followers" }, kpi => Assert.Matches($@"{kpi} +{latest} +[\d.,]+( %)? +– +not compared \[1\]\n", standing));
        Assert.Contains("[1] the series has no 2026-01\n", standing, StringComparison.Ordinal);
        Assert.DoesNotMatch("own history|better|worse", standing);
    }

    [Theory]
    [InlineData("2026-05", "2026-05 +0\\.974 % +the period before 2026-04 +1\\.15 % +-0\\.178 pp", "CTR fell from 1.15 % (2026-04) to 0.974 % (2026-05): -0.178 pp")]
    [InlineData("2026-05-10..2026-05-31", "2026-05-10…2026-05-31 +1\\.06 % +the period before 2026-04-10…2026-04-30 +1\\.13 % +-0\\.0686 pp", "CTR fell from 1.13 % (2026-04-10…2026-04-30) to 1.06 % (2026-05): -0.069 pp")]
    [InlineData("2026-05-10..2026-05-20", "2026-05-10…2026-05-20 +1\\.01 % +the period before 2026-04-10…2026-04-20 +1\\.12 % +-0\\.118 pp", "CTR fell from 1.12 % (2026-04-10…2026-04-20) to 1.01 % (2026-05): -0.118 pp")]
    public void Report_DuringOfOnePeriod_StandsAgainstTheOneBeforeAsItsDriversDo(string during, string standing, string drivers)
    {
        string report = Printed("--by", "month", "--kpi", "click_through_rate", "--standing", "--drivers", "platform", "--during", during);

        Assert.Matches(standing, Standing(report));
        Assert.Contains(drivers, report, StringComparison.Ordinal);

        // What lies further back is not asked for.
        Assert.DoesNotContain("own history", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Where the latest period stands", "no period before, as of 2026-01 only 2026-01-10…2026-01-31 is read", "--standing", "--during", "2026-01-10..2026-02-28")]
    [InlineData("Where the latest period stands", "no rows", "--standing", "--during", "2020")]
    [InlineData("Where the latest period stands, and what drove the change, by platform", "no rows", "--standing", "--drivers", "platform", "--during", "2020")]
    [InlineData("What drove the change, by platform", "no rows", "--drivers", "platform", "--during", "2020")]
    public void Report_WithoutAPeriodBefore_SaysWhyForStandingsAndDriversAlike(string title, string why, params string[] asked)
    {
        Assert.Contains($"\n\n{title}: {why}\n\n", Printed(["--by", "month", "--kpi", "click_through_rate", .. asked]), StringComparison.Ordinal);
        Assert.Contains($"<h2>{title}: {why}</h2>", Printed(["--by", "month", "--kpi", "click_through_rate", "--html", .. asked]), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_DuringThatBeginsWithinTheMonthOfLastYear_IsNotHeldAgainstIt() => With(
        $"day,impressions\n{string.Join('\n', Enumerable.Range(0, 13).Select(at => FormattableString.Invariant($"{new LocalDate(2025, 5, 20).PlusMonths(at):uuuu-MM-dd},{100 + at}")))}\n", "csv", file => With(
        """{ "time": { "column": "day", "format": "yyyy-MM-dd" }, "measures": { "impressions": "impressions" } }""", "json", map =>
        {
            string standing = Standing(Printed(file, "--map", map, "--by", "month", "--kpi", "impressions", "--standing", "--during", "2025-05-10..2026-05-31"));
            Assert.Matches("2026-05 +112 +the period before 2026-04 +111 ", standing);
            Assert.DoesNotContain("last year", standing, StringComparison.Ordinal);
            Assert.Contains("own history 2025-06-01…2026-04-30: median of 11", standing, StringComparison.Ordinal);
        }));

    [Fact]
    public void Report_ABenchmarkOfOnePlatform_TellsTheOthersThatThereIsNone() => With(
        "kpi,source,platform,period,statistic,value,unit\nclick_through_rate,Own notes,instagram,2025,median,2,percent\n", "csv", file =>
        {
            string standing = Standing(Printed("--by", "month", "--by", "platform", "--kpi", "click_through_rate", "--benchmarks", file));

            Assert.Matches(@"2026-06, platform = facebook +1\.15 % +– +not compared \[2\]\n", standing);
            Assert.Matches(@"2026-06, platform = instagram +0\.813 % +Own notes 2025 \(instagram\): median +2\.00 %", standing);
            Assert.Matches(@"2026-06, platform = linkedin +1\.18 % +– +not compared \[3\]\n", standing);
            Assert.Contains("[3] no benchmark of click_through_rate is of this cohort (platform = linkedin); there are: platform = instagram", standing, StringComparison.Ordinal);
        });

    [Fact]
    public void Report_OfRowsWithoutAPlatform_IsNotHeldAgainstThatOfTheCohort() => With(
        "kpi,source,platform,period,statistic,value,unit\nclick_through_rate,Own notes,linkedin,2025,median,2,percent\n", "csv", benchmarks => With(
        "day,platform,impressions,clicks\n2026-05-03,linkedin,100,3\n2026-06-03,linkedin,100,3\n2026-06-04,,100,4\n", "csv", file => With(
        """{ "separator": ",", "time": { "column": "day", "format": "yyyy-MM-dd" }, "dimensions": { "platform": "platform" }, "measures": { "impressions": "impressions", "clicks": "clicks" } }""", "json", map =>
        {
            string standing = Standing(Printed(file, "--map", map, "--by", "month", "--by", "platform", "--kpi", "click_through_rate", "--benchmarks", benchmarks, "--cohort", "platform=linkedin"));

            Assert.Matches(@"platform = linkedin +3\.00 % +Own notes 2025 \(linkedin\): median +2\.00 %", standing);
            Assert.Matches(@"platform = \(blank\) +4\.00 % +– +not compared", standing);
        })));

    [Fact]
    public void Report_ThatIsDense_JudgesTheLatestPeriodWithRowsAsItsDriversDo()
    {
        string[] question = ["--by", "month", "--kpi", "click_through_rate,followers", "--standing", "--drivers", "platform", "--during", "2026"];

        Assert.Matches(@"CTR +2026-06 +", Standing(Printed([.. question, "--dense"])));
        Assert.Equal(Standing(Printed(question)), Standing(Printed([.. question, "--dense"])));
    }

    [SharedFact]
    public void Report_WithThePublishedFile_RefusesWhatNamesNoVariant() => Assert.Contains(
        "WordStream names no known variant of ctr: \"all clicks / impressions on Facebook ads\"",
        Printed("--by", "month", "--kpi", "click_through_rate", "--cohort", "platform=facebook ads", "--benchmarks", SharedData.Path("../benchmarks-published.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("--cohort says whom to compare with; give --benchmarks FILE too", "--cohort", "platform=x")]
    [InlineData("--standing needs periods; give --by month, for instance", "--standing", "--by", "platform")]
    [InlineData("--standing is printed as text, markdown or html; csv and json hold one table", "--standing", "--by", "month", "--format", "csv")]
    [InlineData("--cohort size=big names no trait of a cohort", "--cohort", "size=big")]
    [InlineData("--cohort followers=many is no number or band", "--cohort", "followers=many")]
    [InlineData("--cohort platform is not of the form NAME=VALUE", "--cohort", "platform")]
    public void Report_WhatItCannotJudge_IsRefused(string message, params string[] arguments)
    {
        (int Code, string Output, string Errors) run = Run(arguments);

        AssertRefused(run);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_AFileOfBenchmarksThatIsWrong_IsReported() => With("[{ \"kpi\": \"click_through_rat\" }]", "json", file =>
    {
        (int code, string _, string errors) = Run("--by", "month", "--benchmarks", file);

        Assert.Equal(1, code);
        Assert.Contains("$[0].kpi: 'click_through_rat' is no KPI of the catalogue. Did you mean 'click_through_rate'?", errors, StringComparison.Ordinal);
        Assert.Contains("$[0].source: is missing.", errors, StringComparison.Ordinal);
    });

    [Fact]
    public void Report_AsMarkdown_HasTheTableToo() => Assert.Contains("## Where the latest period stands, and what drove the change, by platform\n\n### Impressions\n\n| KPI | of | value |", Printed("--format", "markdown"), StringComparison.Ordinal);

    [Fact]
    public void Report_AsAPage_HasStandingsAndDriversUnderTheNameOfEachKpi()
    {
        string page = Printed("--html");

        Assert.Contains("<h2>Where the latest period stands, and what drove the change, by platform</h2>\n<h3>Impressions</h3>\n<section>", page, StringComparison.Ordinal);
        Assert.Contains("CTR rose from 0.974 % (2026-05) to 1.01 % (2026-06)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_StandingsOrDriversAlone_KeepTheirOwnTitle()
    {
        string standings = Printed("--by", "month", "--standing"), drivers = Printed("--by", "month", "--drivers", "platform"), both = Printed("--by", "month", "--standing", "--drivers", "platform");

        Assert.Contains("\n\nWhere the latest period stands\n\nKPI ", standings, StringComparison.Ordinal);
        Assert.Contains("\n\nWhat drove the change, by platform\n\nImpressions fell ", drivers, StringComparison.Ordinal);
        Assert.Contains("\n\nWhere the latest period stands, and what drove the change, by platform\n\nImpressions\n\nKPI ", both, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_FitsIntoACommonWindow() => Assert.All(Sample.Split('\n').Where(line => !line.StartsWith('[')), line => Assert.InRange(line.Length, 0, 170));

    private static string Standing(string report)
    {
        int at = report.IndexOf("Where the latest period stands", StringComparison.Ordinal);
        Assert.True(at >= 0, report);
        return report[at..report.IndexOf("How one of these", StringComparison.Ordinal)];
    }

    private static void With(string content, string extension, Action<string> test)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.{extension}");
        File.WriteAllText(file, content);
        try
        {
            test(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
