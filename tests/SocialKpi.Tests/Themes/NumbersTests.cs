using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 13: sums that depend on the order of rows, on the machine or on its culture.
/// duckdb #4270, #18163, #6829; ClickHouse #1678; datafusion #11264; cudf #3464.
/// </summary>
public sealed class NumbersTests
{
    private static readonly Kpi Likes = Kpis.LikeCount;
    private static readonly Kpi Mean = Kpi.Define("mean_likes", Measure.Mean("mean_likes", Unit.Count, of: "likes"), Unit.Count);

    /// <summary>Every kind of measure and of context.</summary>
    private static readonly KpiQuery All = KpiQuery.Of(
        Likes,
        Mean,
        Kpis.CostPerMille,
        Kpi.Define("median_likes", Measure.Median("median_likes", Unit.Count, of: "likes"), Unit.Count),
        Kpi.Define("visitors", Measure.Distinct("visitors", of: "visitor"), Unit.Count),
        Kpi.Define("reach", Measures.AccountReach, Unit.Count),
        Kpi.Define("audience", Measures.Followers, Unit.Count),
        Kpi.Define("growth", (Measures.Followers / Measures.Followers.At(Context.Opening)) - 1, Unit.Ratio),
        Kpi.Define("change", (Measures.Likes / Measures.Likes.At(Context.Previous)) - 1, Unit.Ratio),
        Kpi.Define("trailing", Measures.Likes.At(Context.Trailing(28, Grain.Day)), Unit.Count),
        Kpi.Define("to_date", Measures.Likes.At(Context.ToDate(Grain.Year)), Unit.Count),
        Kpi.Define("share", Measures.Likes / Measures.Likes.At(Context.Across("platform")), Unit.Ratio)).By(Grain.Month).By("platform");

    private static readonly KpiQuery[] Queries =
    [
        All,
        All.During(Timeframe.Days(new(2026, 1, 10), new(2026, 3, 20))),
        All.AsOf(new(2026, 3, 10)).Dense(),
        All.Top(1, Likes).AtLeast(Measures.Impressions, 20_000),
        All.SummingIndependently().Where(Condition.AtLeast("impressions", 5_000)),
    ];

    [Fact]
    public void Sum_OfAHugeAndASmallAndTheHugeTakenBack_IsTheSmall()
    {
        // In doubles it is 0, with Kahan's correction too.
        Assert.Equal(1m, Sum(10_000_000_000_000_000m, 1m, -10_000_000_000_000_000m));
        Assert.Equal(1m, Facts.FromRows([1e16, 1, -1e16], row => row.Measure(Measures.Likes, number => number)).Read(KpiQuery.Of(Likes))[Likes].Value);
    }

    [Fact]
    public void Sum_OfEighteenDigits_LosesNone() =>
        Assert.Equal(1_999_999_999_999_999_998m, Sum(999_999_999_999_999_999m, 999_999_999_999_999_999m));

    [Fact]
    public void Sum_OfTenthsGivenAsDoubles_IsExact()
    {
        Assert.Equal(0.3m, Facts.FromRows([0.1, 0.2], row => row.Measure(Measures.Likes, number => number)).Read(KpiQuery.Of(Likes))[Likes].Value);
        Assert.Equal(100_000m, Facts.FromRows(Enumerable.Repeat(0.1, 1_000_000), row => row.Measure(Measures.Likes, number => number)).Read(KpiQuery.Of(Likes))[Likes].Value);
    }

    [Fact]
    public void Mean_OfDecimals_KeepsTheirDigits()
    {
        // duckdb #6829: the average of decimals was a double, which has no cents at this size.
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Likes, [9_223_372_036_854_775.12m, 9_223_372_036_854_775.24m]));
        Assert.Equal(9_223_372_036_854_775.18m, facts.Read(KpiQuery.Of(Mean))[Mean].Value);
    }

    [Fact]
    public void Sum_ToDate_OfPositiveParts_NeverGoesDown()
    {
        // ClickHouse #1678: a counter went down.
        Kpi toDate = Kpi.Define("to_date", Measures.Likes.At(Context.ToDate(Grain.Year)), Unit.Count);
        decimal?[] parts = [10_000_000_000_000_000m, 0.1m, 0.01m, 0.1m, 0.01m];
        Facts facts = Facts.FromColumns(columns => columns.Time([.. Enumerable.Range(1, 5).Select(day => new LocalDate(2026, 1, day))]).Measure(Measures.Likes, parts));
        decimal[] sums = [.. facts.Read(KpiQuery.Of(toDate).By(Grain.Day)).Rows.Select(row => row[toDate].Value)];

        Assert.Equal([.. sums.Order()], sums);
        Assert.Equal(10_000_000_000_000_000.22m, sums[^1]);
    }

    [Fact]
    public void Rows_InAnyOrder_GiveTheSameTextToTheLastDigit()
    {
        foreach (KpiQuery query in Queries)
        {
            string text = Everything(Rows(row => row).Read(query));
            foreach (Func<int, int> order in new Func<int, int>[] { row => 59 - row, row => row * 7 % 60, row => row * 23 % 60 })
                Assert.Equal(text, Everything(Rows(order).Read(query)));
        }
    }

    [Fact]
    public void Rows_InAnySplit_GiveTheSameTextToTheLastDigit()
    {
        foreach (KpiQuery query in Queries)
        {
            string text = Everything(Rows(row => row).Read(query));
            foreach (int cut in new[] { 1, 17, 30, 59 })
            {
                (KpiTable first, KpiTable second) = (Rows(row => row, 0, cut).Read(query), Rows(row => row, cut, 60).Read(query));
                Assert.Equal(text, Everything(first.Merge(second)));
                Assert.Equal(text, Everything(second.Merge(first)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Texts_UnderAnyCulture_AreTheSame(string culture)
    {
        foreach (KpiQuery query in Queries)
        {
            string text = Everything(Rows(row => row).Read(query));
            using (Cultures.Use(culture)) Assert.Equal(text, Everything(Rows(row => row).Read(query)));
        }
    }

    [Fact]
    public void Ranking_OfEqualSegments_DoesNotDependOnTheOrderOfRows()
    {
        KpiQuery top = KpiQuery.Of(Likes).By("platform").Top(2, Likes);
        foreach (string[] order in new string[][] { ["c", "a", "b", "d"], ["d", "b", "a", "c"], ["b", "c", "d", "a"] })
        {
            KpiTable table = Facts.FromColumns(columns => columns.Dimension("platform", order).Measure(Measures.Likes, [5, 5, 5, 5])).Read(top);
            Assert.Equal(["a", "b"], table.Rows.Where(row => !row.Segment.IsRest).Select(row => row.Segment["platform"]));
        }
    }

    [Fact]
    public void Figures_ThatAreNoneOrTooLong_AreRefusedAndNotRounded()
    {
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300 })
            Assert.Throws<FactsException>(() => Facts.FromRows([bad], row => row.Measure(Measures.Likes, number => number)));
        Assert.Throws<FactsException>(() => Sum(9_223_372_036_854_775_807.12m));
    }

    private static decimal Sum(params decimal?[] likes) =>
        Facts.FromColumns(columns => columns.Measure(Measures.Likes, likes)).Read(KpiQuery.Of(Likes))[Likes].Value;

    private static string Everything(KpiTable table) => table.ToText() + table.ToCsv() + table.ToJson() + table.ToMarkdown();

    /// <summary>Sixty rows of three months and two platforms with figures of very different sizes, taken in some order.</summary>
    private static Facts Rows(Func<int, int> order, int from = 0, int until = 60) => Facts.FromRows(Enumerable.Range(from, until - from).Select(order), row => row
        .Time(number => new LocalDate(2026, 1 + (number % 3), 1 + (number % 28)))
        .Dimension("platform", number => number % 2 == 0 ? "a" : "b")
        .Dimension("account", number => number % 4 < 2 ? "x" : "y")
        .Dimension("visitor", number => number % 13 == 0 ? null : "v" + ((char)('a' + (number % 9))))
        .Measure(Measures.AccountReach, number => number % 6 == 0 ? null : 10 + number)
        .Measure(Measures.Followers, number => number % 7 == 0 ? null : 1000 + number)
        .Measure(Measures.Likes, number => number % 5 == 0 ? 1_000_000_000_000m + number : (number * 0.001m) - 0.0007m)
        .Measure(Measures.Impressions, number => number % 11 == 0 ? null : 997m * (number + 1))
        .Measure(Measures.Spend, number => 0.01m * number, Currency.EUR));
}
