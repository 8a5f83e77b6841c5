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
    public void Report_OfAPartOfAMonth_HasOneChangeAloneAndSaysThatItIsPartial()
    {
        string part = Printed("--by", "month", "--kpi", "click_through_rate", "--standing", "--drivers", "platform", "--as-of", "2026-06-15");

        // The drivers read as many days of May; the whole of May would be another change.
        Assert.DoesNotContain("the period before 2026-05", part, StringComparison.Ordinal);
        Assert.Contains("2026-06 is partial: only 2026-06-01…2026-06-15 was read", part, StringComparison.Ordinal);
        Assert.Contains("the period before 2026-05", Printed("--by", "month", "--kpi", "click_through_rate", "--standing"), StringComparison.Ordinal);
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
