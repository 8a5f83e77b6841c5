using System.Text.Json;
using static SocialKpi.Import.Tests.Samples.KpiReportRun;

namespace SocialKpi.Import.Tests.Samples;

/// <summary>What the sample shows of its own data. The figures are worked out from the files by hand.</summary>
public sealed class KpiReportSampleTests
{
    private static readonly string Report = Printed();

    [Fact]
    public void Report_Change_IsAgainstTheMonthBefore()
    {
        // 43,797 impressions in February and 39,777 in January, over both shops.
        Assert.Contains("2026-02       43,797          10.11 %", Section("Change against the month before"), StringComparison.Ordinal);
        Assert.Contains("2026-01       39,777                – [1]", Section("Change against the month before"), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Growth_CountsTheAccountsKnownAtBothMomentsAndNamesTheOther()
    {
        string section = Section("Followers and reach of all accounts");

        // At the end of March 13,993 (of the 30th: the 31st is blank), 8,619 and 3,839, and 475 of the account first seen in
        // March; at the end of February 13,673, 8,466 and 3,648: 26,451 / 25,787 - 1.
        Assert.Contains("2026-03  26,926 [3]    2.57 % [3][4]", section, StringComparison.Ordinal);
        Assert.Contains("[4] followers compares only what is known at every moment it reads; left out (account): bakery.workshops", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Reach_HasItsBounds() =>

        // June: 4 accounts on 30 days, the largest single count is 2,769.
        Assert.Contains("adds 120 counts, and somebody may be in more than one: between 2,769 and 134,513 people", Section("Followers and reach of all accounts"), StringComparison.Ordinal);

    [Fact]
    public void Report_TrailingDaysAndYearToDate_EndWithTheMonth() =>

        // 4–31 March: 34,847 impressions and 377 clicks; January to March: 39,777 + 43,797 + 41,625.
        Assert.Contains("2026-03                34,847                    125,199    1.08 %", Section("The last 28 days"), StringComparison.Ordinal);

    [Fact]
    public void Report_Drivers_AddUpToTheChangeOfTheLastMonth()
    {
        string section = Section("Where the latest period stands, and what drove the change, by platform");
        Assert.Contains("Impressions fell from 49,879 (2026-05) to 47,765 (2026-06): -2,114, which is worse", section, StringComparison.Ordinal);

        // Shown to as many decimals, the effects of a rate add up: 0.0440 - 0.0063 - 0.0030 = 0.0347.
        Assert.Contains("+0.0440 pp\nlinkedin    1.21 %   1.18 %     20.12 % → 19.31 %   -0.0047 pp    -0.0016 pp  -0.0063 pp\n", section, StringComparison.Ordinal);
        Assert.Contains("-0.0030 pp\n", section, StringComparison.Ordinal);
        Assert.Contains("+0.0347 pp, which is better", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_EveryKpi_HasItsChangeItsStandingAndItsDrivers()
    {
        (string Label, string Short, string Drivers)[] kpis =
        [
            ("Impressions", "Impressions", "fell from 49,879 (2026-05) to 47,765 (2026-06)"),
            ("Engagement rate by post reach (with saves)", "ER by reach (+ saves)", "rose from 3.10 % (2026-05) to 3.29 % (2026-06)"),
            ("Click-through rate", "CTR", "rose from 0.974 % (2026-05) to 1.01 % (2026-06)"),
            ("Cost per click", "CPC", "has no drivers: the whole has no value before (2026-05): mixed currencies"),
            ("Conversion rate", "Conversion rate", "rose from 3.50 % (2026-05) to 4.36 % (2026-06)"),
            ("Return on investment", "ROI", "has no drivers: the whole has no value before (2026-05): mixed currencies"),
        ];
        string[] parts = [.. kpis.Select(kpi => kpi.Label)];
        string section = Section("Where the latest period stands, and what drove the change, by platform");
        foreach ((string label, string name, string drivers) in kpis)
        {
            int from = section.IndexOf($"\n\n{label}\n\n", StringComparison.Ordinal);
            Assert.True(from >= 0, $"There is no {label} in{section}");
            int[] others = [.. parts.Select(other => section.IndexOf($"\n\n{other}\n\n", StringComparison.Ordinal)).Where(at => at > from), section.Length];
            string part = section[from..others.Min()];

            Assert.Contains("the period before 2026-05", part, StringComparison.Ordinal);
            Assert.Contains("own history 2026-01-01…2026-05-31: median of 5", part, StringComparison.Ordinal);
            Assert.Contains($"\n{name} {drivers}", part, StringComparison.Ordinal);
            Assert.Matches("Made-up|no benchmark is of", part);
        }
    }

    [Fact]
    public void Report_WhereTheWholeIsInTwoCurrencies_EveryPlatformStandsAgainstItsOwnHistory() =>

        // Spend of facebook in May and June per click: 0.44 and 0.43 EUR; of linkedin 0.469 and 0.431 USD.
        Assert.Matches(
            @"2026-06, platform = facebook +0\.43 EUR +the period before 2026-05 +0\.44 EUR[\s\S]+2026-06, platform = linkedin +0\.431 USD +the period before 2026-05 +0\.469 USD",
            Section("Where the latest period stands, and what drove the change, by platform"));

    [Fact]
    public void Report_FitsIntoACommonWindow() => Assert.All(Section("Posts by month and platform").Split('\n'), line => Assert.InRange(line.Length, 0, 130));

    [Fact]
    public void Report_UnderAnotherCulture_IsTheSame() => Assert.Equal(Report, UnderCulture.Run("nl-NL", () => Printed()));

    [Fact]
    public void Report_AsMarkdown_HasAHeadingForEveryTable() =>
        Assert.Equal(5, Printed("--format", "markdown").Split('\n').Count(line => line.StartsWith("## ", StringComparison.Ordinal)));

    [Fact]
    public void Report_AsCsv_IsTheFirstTable()
    {
        string[] lines = Printed("--format", "csv").TrimEnd().Split('\n');
        Assert.StartsWith("period,from,until,platform,kpi,value,unit", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + (6 * 3 * 6), lines.Length);
    }

    [Fact]
    public void Report_PostsAndAccountsByPlatform_StandInOneTable()
    {
        JsonElement instagram = Table("--by", "platform", "--kpi", "impressions,followers,account_reach").GetProperty("rows")[1];
        Assert.Equal("instagram", instagram.GetProperty("segment").GetProperty("platform").GetString());
        Assert.Equal((120_936m, 15_238m + 1_292m), (instagram.ValueOf("impressions"), instagram.ValueOf("followers")));
        Assert.Equal(instagram.ValueOf("account_reach"), instagram.Reading("account_reach").GetProperty("bounds").GetProperty("upper").GetDecimal());
    }

    [Fact]
    public void Report_AsOfADay_ComparesAsManyDays()
    {
        // 1–15 June: 7,076 + 5,796 + 7,217 + 2,481 impressions; 1–15 May: 7,387 + 6,053 + 7,464 + 5,364 + 3,350 + 3,759.
        JsonElement june = Table("--by", "month", "--kpi", "impressions", "--compare", "--as-of", "2026-06-15").GetProperty("rows")[5];
        Assert.Equal(22_570m, june.ValueOf("impressions"));
        Assert.Equal((22_570m / 33_377m) - 1, june.ValueOf("impressions.change"));
    }

    private static string Section(string title)
    {
        int from = Report.IndexOf($"\n{title}", StringComparison.Ordinal);
        Assert.True(from >= 0, $"There is no section {title}.");
        string[] next = ["\nChange against", "\nFollowers and reach", "\nThe last 28 days", "\nWhere the", "\nHow one of these"];
        int until = next.Select(start => Report.IndexOf(start, from + 1, StringComparison.Ordinal)).Where(at => at > 0).Min();
        return Report[from..until];
    }
}
