using System.Text.Json;
using static SocialKpi.Import.Tests.Samples.KpiReportRun;

namespace SocialKpi.Import.Tests.Samples;

/// <summary>The options that read another time and choose cells, on a small file of one's own, and the explanation of any cell.</summary>
public sealed class KpiReportContextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kpireport").FullName;
    private readonly string[] _own;

    public KpiReportContextTests()
    {
        string file = Path.Combine(_folder, "posts.csv"), map = Path.Combine(_folder, "posts.json");
        File.WriteAllText(file, """
            day,campaign,impressions,clicks
            2026-01-02,"spring, early",1000,10
            2026-01-20,launch,3000,30
            2026-03-01,launch,2000,60
            2026-03-15,"spring, early",500,10
            2026-03-15,,100,1

            """);
        File.WriteAllText(map, """
            { "time": { "column": "day", "format": "yyyy-MM-dd" }, "dimensions": { "campaign": "campaign" },
              "measures": { "impressions": "impressions", "clicks": "clicks" } }
            """);
        _own = [file, "--map", map];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Compare_AddsTheChangeAfterEachKpi()
    {
        JsonElement table = Own("--by", "quarter", "--kpi", "impressions,clicks", "--compare");
        Assert.Equal(["impressions", "impressions.change", "clicks", "clicks.change"], table.GetProperty("kpis").EnumerateArray().Select(kpi => kpi.GetProperty("id").GetString()));

        JsonElement march = Own("--during", "2026-03", "--kpi", "impressions", "--compare", "--define", "per_thousand = 1000 * clicks / impressions in number").GetProperty("total");
        Assert.Equal((2_600m, null), (march.ValueOf("impressions"), march.ValueOf("impressions.change")));
        JsonElement days = Own("--during", "2026-01-20..2026-03-01", "--kpi", "impressions", "--compare").GetProperty("total");
        Assert.Equal((5_000m / 1_000m) - 1, days.ValueOf("impressions.change"));
    }

    [Fact]
    public void Trailing_ReadsTheDaysUpToTheEndOfThePeriod()
    {
        // 4–31 March leaves the first of March out.
        JsonElement march = Own("--by", "month", "--kpi", "click_through_rate", "--trailing", "28 days").GetProperty("rows")[1];
        Assert.Equal((71m / 2_600m, 11m / 600m), (march.ValueOf("click_through_rate"), march.ValueOf("click_through_rate.trailing_28_day")));
    }

    [Fact]
    public void ToDate_ReadsFromTheStartOfTheYear()
    {
        JsonElement march = Own("--by", "month", "--kpi", "clicks", "--to-date", "year").GetProperty("rows")[1];
        Assert.Equal(111m, march.ValueOf("clicks.year_to_date"));
    }

    [Fact]
    public void AsOf_WithoutPeriods_EndsTheWindow()
    {
        // From 2 February to 1 March.
        JsonElement total = Own("--kpi", "clicks", "--trailing", "1 month", "--as-of", "2026-03-01").GetProperty("total");
        Assert.Equal((100m, 60m), (total.ValueOf("clicks"), total.ValueOf("clicks.trailing_1_month")));
    }

    [Fact]
    public void Dense_ShowsTheMonthWithoutRows()
    {
        Assert.Equal(2, Own("--by", "month", "--kpi", "clicks").GetProperty("rows").GetArrayLength());
        JsonElement rows = Own("--by", "month", "--kpi", "clicks", "--dense").GetProperty("rows");
        Assert.Equal("no_rows", rows[1].Reading("clicks").GetProperty("absence").GetString());
        Assert.Equal(3, rows.GetArrayLength());
    }

    [Fact]
    public void Top_RanksByTheFirstKpiAndKeepsTheRest()
    {
        JsonElement rows = Own("--by", "campaign", "--kpi", "impressions,clicks", "--top", "1").GetProperty("rows");
        Assert.Equal((5_000m, 1_600m, 21m), (rows[0].ValueOf("impressions"), rows[1].ValueOf("impressions"), rows[1].ValueOf("clicks")));
    }

    [Fact]
    public void AtLeast_SuppressesSmallCells()
    {
        JsonElement rows = Own("--by", "campaign", "--kpi", "click_through_rate", "--at-least", "impressions=1000", "--at-least", "clicks=20.5").GetProperty("rows");
        Assert.Equal([null, "suppressed", "suppressed"], rows.EnumerateArray().Select(row => row.Reading("click_through_rate").GetProperty("absence").GetString()));
    }

    [Theory]
    [InlineData("click_through_rate", "Click-through rate, everything", "= 111 / 6,600")]
    [InlineData("click_through_rate 2026-03", "Click-through rate, 2026-03", "= 71 / 2,600")]
    [InlineData("click_through_rate campaign=launch", "Click-through rate, campaign = launch", "= 90 / 5,000")]
    [InlineData("click_through_rate 2026-03 campaign=spring, early", "Click-through rate, 2026-03, campaign = spring, early", "= 10 / 500")]
    [InlineData("  click_through_rate   2026-03   campaign=  ", "Click-through rate, 2026-03, campaign = (blank)", "= 1 / 100")]
    [InlineData("click_through_rate.year_to_date 2026-03", "Click-through rate, year to date, 2026-03", "= (111 / 6,600) (year to date)")]
    public void Explain_ACell_ShowsHowItCameAbout(string cell, string title, string line)
    {
        string output = Printed([.. _own, "--by", "month", "--by", "campaign", "--kpi", "click_through_rate", "--to-date", "year", "--explain", cell]);
        string explained = output[output.IndexOf("How one of these", StringComparison.Ordinal)..];
        Assert.Contains($"\n{title}\n", explained, StringComparison.Ordinal);
        Assert.Contains($"  {line}\n", explained, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_SeveralCells_ShowsEachInOrder()
    {
        string output = Printed([.. _own, "--by", "campaign", "--kpi", "impressions", "--top", "1", "--explain", "impressions (rest)", "--explain", "impressions campaign=", "--explain", "impressions"]);
        int rest = output.IndexOf("\nImpressions, (rest)\n", StringComparison.Ordinal), blank = output.IndexOf("\nImpressions, campaign = (blank)\n", StringComparison.Ordinal);
        Assert.True(0 < rest && rest < blank && blank < output.IndexOf("\nImpressions, everything\n", StringComparison.Ordinal), output);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public void Explain_InAnotherFormat_IsAMessageBesideTheTable(string format)
    {
        (int code, string output, string errors) = Run([.. _own, "--kpi", "click_through_rate", "--format", format, "--explain", "click_through_rate"]);
        Assert.Equal(0, code);
        Assert.Contains("= 111 / 6,600", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("111 / 6,600", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AnyCellOfTheSamplesOwnReport_IsFoundInItsTable()
    {
        string output = Printed("--explain", "audience_growth_rate 2026-03", "--explain", "account_reach", "--explain", "return_on_investment platform=linkedin");
        Assert.Contains("= 26,451 / 25,787 (the start of the period) - 1", output, StringComparison.Ordinal);
        Assert.Contains("truly between 2,837 and 748,498", output, StringComparison.Ordinal);
        Assert.Contains("Return on investment, 2026-01-01…2026-06-30, platform = linkedin\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("likes", "KPIs: click_through_rate")]
    [InlineData("click_through_rate 2026-02", "Periods: 2026-01, 2026-03; segments: campaign=launch, campaign=spring, early, campaign=")]
    [InlineData("click_through_rate 2026-W10", "Periods: 2026-01, 2026-03")]
    [InlineData("click_through_rate 2026-01 campaign=", "segments: campaign=launch")]
    [InlineData("click_through_rate campaign=autumn", "segments: campaign=launch")]
    [InlineData("click_through_rate Launch", "segments: campaign=launch")]
    [InlineData("click_through_rate country=nl", "segments: campaign=launch")]
    [InlineData("click_through_rate x campaign=launch", "segments: campaign=launch")]
    [InlineData("click_through_rate campaign=launch campaign=launch", "segments: campaign=launch")]
    [InlineData("click_through_rate (rest)", "segments: campaign=launch")]
    public void Explain_ACellThatIsNotThere_ListsThoseThatAre(string cell, string listed)
    {
        (int code, string output, string errors) = Run([.. _own, "--by", "month", "--by", "campaign", "--kpi", "click_through_rate", "--explain", cell]);
        Assert.Equal(2, code);
        Assert.Contains(listed, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("How one of these", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Drivers_OfTheLastPeriod_AreAgainstTheOneBefore()
    {
        string output = Printed([.. _own, "--during", "2026-01-20..2026-03-01", "--drivers", "campaign", "--kpi", "impressions"]);

        // 41 days: 3,000 and 2,000 of launch, which is new; before them 1,000 of spring alone.
        Assert.Contains("What drove the change, by campaign\n\nImpressions rose from 1,000 (2025-12-10…2026-01-19) to 5,000 (", output, StringComparison.Ordinal);
        Assert.Matches(@"\nlaunch +new +5,000 +\+5,000\n", output);
        Assert.Matches(@"\nspring, early +1,000 +gone +-1,000\n", output);

        string months = Printed([.. _own, "--by", "month", "--drivers", "campaign", "--kpi", "impressions"]);
        Assert.Contains("Impressions has no drivers: the whole has no value before (2026-02): no rows", months, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void Drivers_BesideFormatsForMachines_AreMessages(string format)
    {
        (int code, string output, string errors) = Run([.. _own, "--by", "month", "--drivers", "campaign", "--format", format]);
        Assert.Equal(0, code);
        Assert.DoesNotContain("What drove", output, StringComparison.Ordinal);
        Assert.Contains("What drove the change, by campaign", errors, StringComparison.Ordinal);
    }

    private JsonElement Own(params string[] arguments) => Table([.. _own, .. arguments]);
}
