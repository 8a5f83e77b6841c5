using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 3: stocks that are added over time, or that damage the flows beside them.
/// lightdash #20350, superset #4342, metricflow #241, #1228, teamster #4160, duckdb-semantic-views PR #116.
/// </summary>
public sealed class StocksTests
{
    private static readonly Kpi Audience = Kpi.Define("audience", Measures.Followers, Unit.Count);
    private static readonly Kpi PerFollower = Kpi.Define("likes_per_follower", Measures.Likes / Measures.Followers, Unit.Ratio);
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public void Followers_ByWeek_AreTheLastDaysAndNotAddedOverTheWeek()
    {
        // superset #4342: "Week granularity accumulates values over a week".
        KpiTable table = Account([.. Enumerable.Range(0, 14).Select(day => (Monday.PlusDays(day), (decimal?)100 + day))])
            .Read(KpiQuery.Of(Audience).By(Grain.Week));

        Assert.Equal([106m, 113m], table.Rows.Select(row => row[Audience].Value));
        Assert.Equal(113m, table[Audience].Value);
    }

    [Theory]
    [InlineData(Grain.Day)]
    [InlineData(Grain.Week)]
    [InlineData(Grain.Month)]
    [InlineData(Grain.Year)]
    public void Followers_ByAnyGrain_HaveTheSameTotal(Grain grain)
    {
        // The total of a balance is the last balance, whatever the rows are: lightdash #20350.
        KpiTable table = TwoAccounts().Read(KpiQuery.Of(Audience).By(grain));
        Assert.Equal(112m + 47m, table[Audience].Value);
    }

    [Fact]
    public void Followers_BesideLikesInOneQuery_LeaveTheLikesAlone()
    {
        // teamster #4160: the guard that kept one day of a snapshot also kept one day of the additive measures beside it.
        Facts facts = TwoAccounts();
        KpiTable both = facts.Read(KpiQuery.Of(Audience, Kpis.LikeCount, PerFollower).By(Grain.Month).By("account"));
        KpiTable alone = facts.Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Month).By("account"));

        Assert.Equal(alone.Rows.Select(row => row[Kpis.LikeCount].Value), both.Rows.Select(row => row[Kpis.LikeCount].Value));
        Assert.Equal(1m + 2 + 4 + 8 + 16, both[Kpis.LikeCount].Value);
        Assert.Equal(31m / 159m, both[PerFollower].Value);
    }

    [Fact]
    public void Followers_WithABlankOnTheLastDay_AreTheLastKnown()
    {
        // The trap of "last row" against "last value that is not null"; duckdb-semantic-views PR #116 had the polarity inverted.
        Reading reading = Account((Monday, 10), (Monday.PlusDays(1), 12), (Monday.PlusDays(2), null)).Read(KpiQuery.Of(Audience))[Audience];
        Assert.Equal(12m, reading.Value);
    }

    [Fact]
    public void Followers_WithRowsInAnyOrder_AreOfTheLatestDay()
    {
        Reading reading = Account((Monday.PlusDays(2), 30), (Monday, 10), (Monday.PlusDays(1), 20)).Read(KpiQuery.Of(Audience))[Audience];
        Assert.Equal(30m, reading.Value);
    }

    [Fact]
    public void Followers_OfAccountsLastSeenOnDifferentDays_AreEachOnesLast()
    {
        // One last date for all entities would lose those that report a day earlier.
        Facts facts = TwoAccounts();
        Assert.Equal([112m, 47m], facts.Read(KpiQuery.Of(Audience).By("account")).Rows.Select(row => row[Audience].Value));
    }

    [Fact]
    public void Followers_OfAZero_AreZeroAndNotTheLastPositive()
    {
        Assert.Equal(0m, Account((Monday, 10), (Monday.PlusDays(1), 0)).Read(KpiQuery.Of(Audience))[Audience].Value);
    }

    [Fact]
    public void Followers_ManyRowsADay_AreNotMultipliedByThem()
    {
        // Posts joined with the account's daily count repeat it on every post of the day.
        Facts facts = Facts.FromColumns(columns => columns
            .Time([Monday, Monday, Monday])
            .Dimension("account", ["a", "a", "a"])
            .Measure(Measures.Likes, [5, 6, 7])
            .Measure(Measures.Followers, [90, 90, 90]));
        Assert.Equal(90m, facts.Read(KpiQuery.Of(Audience))[Audience].Value);
        Assert.Equal(18m / 90m, facts.Read(KpiQuery.Of(PerFollower))[PerFollower].Value);
    }

    [Fact]
    public void Followers_PreviousMonth_AreItsLastAndNotItsSum()
    {
        Kpi before = Kpi.Define("audience_before", Measures.Followers.At(Context.Previous), Unit.Count);
        KpiTable table = TwoAccounts().Read(KpiQuery.Of(before).By(Grain.Month).During(Timeframe.Month(2026, 2)));
        Assert.Equal(105m + 40m, table[before].Value);
    }

    [Fact]
    public void Growth_OfTheTotal_RunsFromTheFirstOpeningToTheLastClosing()
    {
        Kpi growth = Kpi.Define("growth", (Measures.Followers / Measures.Followers.At(Context.Opening)) - 1, Unit.Ratio);
        KpiTable table = Account((new(2025, 12, 31), 100), (new(2026, 1, 31), 120), (new(2026, 2, 28), 90))
            .Read(KpiQuery.Of(growth).By(Grain.Month).During(Timeframe.Days(new(2026, 1, 1), new(2026, 2, 28))));

        Assert.Equal([0.2m, -0.25m], table.Rows.Select(row => row[growth].Value));
        Assert.Equal(-0.1m, table[growth].Value);
    }

    [Fact]
    public void Followers_AYearAgo_AreTheLastOfThatMonthAndNotOfTheYear()
    {
        Kpi yearAgo = Kpi.Define("audience_year_ago", Measures.Followers.At(Context.Ago(1, Grain.Year)), Unit.Count);
        KpiTable table = Account((new(2024, 1, 31), 70), (new(2024, 2, 29), 80), (new(2024, 3, 31), 90), (new(2025, 2, 28), 100))
            .Read(KpiQuery.Of(yearAgo).By(Grain.Month).During(Timeframe.Month(2025, 2)));
        Assert.Equal(80m, table[yearAgo].Value);
    }

    [Fact]
    public void Growth_OfAMonthThatIsNotOver_RunsToTheDayItIsReadAsOf()
    {
        Kpi growth = Kpi.Define("growth", (Measures.Followers / Measures.Followers.At(Context.Opening)) - 1, Unit.Ratio);
        KpiTable table = Account((new(2026, 2, 28), 100), (new(2026, 3, 10), 105), (new(2026, 3, 11), 900))
            .Read(KpiQuery.Of(growth).By(Grain.Month).AsOf(new(2026, 3, 10)));
        Assert.Equal(0.05m, table[growth, Timeframe.Month(2026, 3)].Value);
    }

    [Fact]
    public void Followers_PerFlowOfManyMonths_DivideTheWholeFlowByTheLastStock()
    {
        // Likes of January and February over the followers at the end of February, at the total as at each month.
        KpiTable table = TwoAccounts().Read(KpiQuery.Of(PerFollower).By(Grain.Month));
        Assert.Equal([7m / 145m, 24m / 159m], DailyClicks.Of(table, PerFollower));
        Assert.Equal(31m / 159m, table[PerFollower].Value);
    }

    private static Facts Account(params (LocalDate Day, decimal? Followers)[] days) => Facts.FromColumns(columns => columns
        .Time([.. days.Select(day => day.Day)])
        .Dimension("account", [.. days.Select(_ => "a")])
        .Measure(Measures.Followers, [.. days.Select(day => day.Followers)]));

    /// <summary>Account a: 100, 105 in January and 112 in February; b: 40 in January and 47, two days before a's last.</summary>
    private static Facts TwoAccounts() => Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 1, 10), new(2026, 1, 31), new(2026, 1, 30), new(2026, 2, 28), new(2026, 2, 26)])
        .Dimension("account", ["a", "a", "b", "a", "b"])
        .Measure(Measures.Likes, [1, 2, 4, 8, 16])
        .Measure(Measures.Followers, [100, 105, 40, 112, 47]));
}
