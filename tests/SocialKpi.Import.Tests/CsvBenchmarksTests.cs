using System.Text;
using System.Text.Json;
using SocialKpi.Tests.Support;

namespace SocialKpi.Import.Tests;

public sealed class CsvBenchmarksTests
{
    private const string Header = "kpi,source,published,platform,statistic,value,unit\n";

    [Fact]
    public void Read_Rows_AreBenchmarks()
    {
        BenchmarkSet set = Read($"{Header}click_through_rate,report,2026,linkedin,median,0.9,percent\n\nclick_through_rate,report,2026,linkedin,p75,1.4,percent\n");
        Standing standing = set.Compare(Reading.Given(Kpis.ClickThroughRate, 1.8m.Percent()), Cohort.Of(platform: "linkedin"))[0];

        Assert.Equal(200m, standing.Index);
        Assert.Equal(["above the p75, the highest quantile published"], standing.Notes);
        Assert.Equal(2, Assert.Single(set.Benchmarks).Figures.Count);
    }

    [Fact]
    public void Read_QuotedFieldsAndSemicolons_AreRead() => Assert.Equal(
        "a \"good\"; report", Read("kpi;source;statistic;value;unit\nclick_through_rate;\"a \"\"good\"\"; report\";mean;0.9;%\n").Benchmarks[0].Source);

    [Fact]
    public void Read_WhateverIsWrong_IsReportedAtOnceWithLineAndColumn()
    {
        ImportException problem = Refused(
            $"{Header}click_through_rate,report,2026,linkedin,medina,0.9,percent\n"
            + "click_through_rate,report,2026\n"
            + "cost_per_clik,\"rep\nort\",2026,linkedin,median,1,EUR\n"
            + "click_through_rate,a\"b,2026,linkedin,median,0.9,percent\n"
            + "click_through_rate,,2026,linkedin,median,\"0,9\",EUR\n");

        Assert.Equal(
            [
                "line 2, column 'statistic': 'medina' is not known. Did you mean 'median'?",
                "line 3: The row has 3 fields where the header has 7.",
                "line 4, column 'kpi': 'cost_per_clik' is no KPI of the catalogue. Did you mean 'cost_per_click'?",
                "line 6: A quote is misplaced or never closed: put the field in quotes, and write a quote that is text twice.",
                "line 7, column 'source': is missing.",
                "line 7, column 'value': '0,9' is not a number; write it like 1.25, without separators of thousands.",
                "line 7, column 'unit': 'EUR' is no unit of click_through_rate, which is in ratio.",
            ],
            problem.Issues.Select(issue => issue.ToString()));
        Assert.StartsWith("figures.csv:\n- line 2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AHeaderThatLacksColumns_IsReportedOnceAndNotForEveryRow() => Assert.Equal(
        [
            "line 1, column 'sauce': is not a column of benchmarks.",
            "line 1, column 'value': stands in the header more than once: remove or rename one.",
            "line 1, column 'source': is missing from the header.",
            "line 1, column 'unit': is missing from the header.",
            "line 1, column 'kpi': is missing from the header: name the KPI of each figure in it, or in 'metric' what the source calls it.",
        ],
        Refused("sauce,statistic,value,value\na,mean,1,2\nb,mean,1,2\n").Issues.Select(issue => issue.ToString().Split(" Known are:")[0]));

    [Fact]
    public void Read_AWrongHeaderAndWrongRows_AreReportedTogether() => Assert.Equal(
        [
            "line 1, column 'platfrom': is not a column of benchmarks. Did you mean 'platform'?",
            "line 1, column 'source': stands in the header more than once: remove or rename one.",
            "line 1, column 'unit': is missing from the header.",
            "line 2, column 'kpi': 'cost_per_clik' is no KPI of the catalogue. Did you mean 'cost_per_click'?",
            "line 3: The row has 2 fields where the header has 6.",
            "line 4, column 'value': 'x' is not a number; write it like 1.25, without separators of thousands.",
        ],
        Refused("kpi,source,source,platfrom,statistic,value\ncost_per_clik,a,b,x,median,1\ncost_per_click,a\ncost_per_click,a,b,x,median,x\n").Issues
            .Select(issue => issue.ToString().Split(" Known are:")[0]));

    [Fact]
    public void Read_RowsThatOnlyAWrongHeaderMakesAlike_DoNotContradictEachOther() => Assert.Equal(
        ["line 1, column 'platform': stands in the header more than once: remove or rename one."],
        Refused("kpi,source,platform,platform,statistic,value,unit\nclick_through_rate,a,,x,median,1,%\nclick_through_rate,a,,facebook,median,2,%\n").Issues.Select(issue => issue.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void Read_AnEmptyFile_IsRefused(string text) => Refused(text);

    [Fact]
    public void Read_AHeaderAlone_IsAnEmptySet() => Assert.Empty(Read(Header).Benchmarks);

    [SharedFact]
    public void Read_ThePublishedFileAsCsv_GivesTheSameSetAsJson()
    {
        string json = File.ReadAllText(SharedData.Path("../benchmarks-published.json"));
        using JsonDocument document = JsonDocument.Parse(json);
        StringBuilder csv = new();
        string[] names = [.. document.RootElement.EnumerateArray().SelectMany(row => row.EnumerateObject().Select(property => property.Name)).Distinct()];
        csv.AppendJoin(',', names).Append('\n');
        foreach (JsonElement row in document.RootElement.EnumerateArray())
            csv.AppendJoin(',', names.Select(name => row.TryGetProperty(name, out JsonElement value) ? $"\"{value.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : "")).Append('\n');

        Assert.Equal(Lines(BenchmarkSet.Parse(json)), Lines(Read(csv.ToString())));
        Assert.Equal(334, Lines(Read(csv.ToString())).Count());

        static IEnumerable<string> Lines(BenchmarkSet set) => set.Benchmarks.SelectMany(benchmark => benchmark.Figures.Select(figure =>
            FormattableString.Invariant($"{benchmark} | {benchmark.Definition} | {benchmark.Sample} | {figure.Statistic} {figure.Value} {benchmark.UnitText} | {figure.Via} | {figure.Verification}")));
    }

    private static BenchmarkSet Read(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return CsvBenchmarks.Read(stream, name: "figures.csv");
    }

    private static ImportException Refused(string text) => Assert.Throws<ImportException>(() => Read(text));
}
