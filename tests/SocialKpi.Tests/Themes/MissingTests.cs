using System.Globalization;
using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 7: nulls, zeros and gaps that look alike. metricflow #1098, #1031, #759; cube #4912, #7595; lightdash #9807, #357;
/// influxdb PR #1925. Theme 12: denominators of zero. DJ PR #2147, dbt-core #5918, dbt_metrics #61, openprescribing #175.
/// </summary>
public sealed class MissingTests
{
    private static readonly Kpi Likes = Kpis.LikeCount;
    private static readonly Kpi Rate = Kpi.Define("like_rate", Measures.Likes / Measures.Impressions, Unit.Ratio);
    private static readonly Kpi MeanRate = Kpi.Define("mean_like_rate", Measure.Mean("mean_like_rate", Unit.Ratio, of: Measures.Likes / Measures.Impressions), Unit.Ratio);

    [Fact]
    public void Count_OfAMonthWithoutRowsAndOneWithABlankAndOneWithAZero_IsToldApart()
    {
        // cube #4912: missing could not be told from 0.
        KpiTable table = Monthly(Blank.Unknown, (1, 0, 10), (2, null, 10), (4, 3, 12)).Read(KpiQuery.Of(Likes, Rate).By(Grain.Month).Dense());

        Assert.Equal([0m, null, null, 3m], DailyClicks.Of(table, Likes));
        Assert.Equal([null, Absence.NotReported, Absence.NoRows, null], table.Rows.Select(row => row[Likes].Absence));
        Assert.Equal([0m, null, null, 0.25m], DailyClicks.Of(table, Rate));
        Assert.Equal([null, Absence.NotReported, Absence.NoRows, null], table.Rows.Select(row => row[Rate].Absence));
        Assert.Equal(3m / 22m, table[Rate].Value);
        Assert.Equal("1 of 3 rows left out: likes is unknown on 1", Assert.Single(table[Rate].Caveats).Text);
    }

    [Fact]
    public void Blank_ThatMeansZero_IsZeroInARatioToo()
    {
        // metricflow #1098: "Derived and ratio metrics do not consider fill_nulls_with".
        KpiTable table = Monthly(Blank.Zero, (1, 1, 10), (2, null, 10)).Read(KpiQuery.Of(Likes, Rate, MeanRate).By(Grain.Month));

        Assert.Equal([1m, 0m], DailyClicks.Of(table, Likes));
        Assert.Equal([0.1m, 0m], DailyClicks.Of(table, Rate));
        Assert.Equal(1m / 20m, table[Rate].Value);
        Assert.Equal(0.05m, table[MeanRate].Value);
    }

    [Fact]
    public void Blank_ThatMeansZero_MakesNoRowsWhereThereAreNone()
    {
        KpiTable table = Monthly(Blank.Zero, (1, 1, 10), (3, null, 10)).Read(KpiQuery.Of(Likes).By(Grain.Month).Dense());
        Assert.Equal([1m, null, 0m], DailyClicks.Of(table, Likes));
    }

    [Fact]
    public void Blank_OfWhatAPlatformDoesNotHave_IsNoZeroAndNoGap()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("platform", ["a", "b"])
            .Measure(Measures.Likes, [4, 6])
            .Measure(Measures.Saves, [1, null], Blank.NotApplicable));
        Kpi both = Kpi.Define("both", Measures.Likes + Measures.Saves, Unit.Count);
        KpiTable table = facts.Read(KpiQuery.Of(both, Kpis.SaveCount).By("platform"));

        Assert.Equal([5m, 6m], table.Rows.Select(row => row[both].Value));
        Assert.Equal(Absence.NotApplicable, table[Kpis.SaveCount, Segment.Of("platform", "b")].Absence);
        Assert.Equal(11m, table[both].Value);
    }

    [Fact]
    public void Stock_OnTheFirstDaysOfATimeframe_IsCarriedFromBeforeIt()
    {
        // influxdb PR #1925: fill(previous) ignored the value before the range.
        Kpi audience = Kpi.Define("audience", Measures.Followers, Unit.Count);
        KpiTable table = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2025, 12, 31), new(2026, 1, 3)])
            .Dimension("account", ["a", "a"])
            .Measure(Measures.Followers, [500, 503]))
            .Read(KpiQuery.Of(audience).By(Grain.Day).During(Timeframe.Days(new(2026, 1, 1), new(2026, 1, 4))).Dense());

        Assert.Equal([500m, 500m, 503m, 503m], DailyClicks.Of(table, audience));
        Assert.Equal([true, true, false, true], table.Rows.Select(row => row[audience].Caveats.Any(caveat => caveat.Kind == CaveatKind.CarriedForward)));
    }

    [Fact]
    public void Flow_OnADayWithoutRows_IsNeverCarried()
    {
        KpiTable table = DailyClicks.On((new(2026, 1, 1), 5), (new(2026, 1, 3), 7)).Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Day).Dense());
        Assert.Equal([5m, null, 7m], DailyClicks.Of(table, Kpis.ClickCount));
    }

    public static TheoryData<int?, int?, decimal?, Absence?> Quotients => new()
    {
        // openprescribing #175: the truth table of null and 0.
        { 3, 4, 0.75m, null },
        { 0, 4, 0m, null },
        { 3, 0, null, Absence.ZeroDenominator },
        { 0, 0, null, Absence.ZeroDenominator },
        { null, 4, null, Absence.NotReported },
        { 3, null, null, Absence.NotReported },
        { null, 0, null, Absence.NotReported },
        { 0, null, null, Absence.NotReported },
        { null, null, null, Absence.NotReported },
    };

    [Theory]
    [MemberData(nameof(Quotients))]
    public void Quotient_OfNullsAndZeros_HasAValueOrAReason(int? likes, int? impressions, decimal? value, Absence? absence)
    {
        Reading fromFacts = Monthly(Blank.Unknown, (1, likes, impressions)).Read(KpiQuery.Of(Rate))[Rate];
        Reading fromNumbers = Rate.Of(Measures.Likes.Is(likes), Measures.Impressions.Is(impressions));

        foreach (Reading reading in new[] { fromFacts, fromNumbers })
        {
            Assert.Equal(absence, reading.Absence);
            Assert.Equal(value ?? -1, reading.ValueOr(-1));
            if (absence is not null) Assert.Throws<InvalidOperationException>(() => reading.Value);
        }
    }

    [Fact]
    public void ZeroDenominator_InACellAndInTheTotal_IsAbsentWithTheReason()
    {
        // DJ PR #2147: NaN on one engine, an error on the next.
        KpiTable none = Monthly(Blank.Unknown, (1, 3, 0), (2, 0, 0)).Read(KpiQuery.Of(Rate).By(Grain.Month));
        Assert.All(none.Rows, row => Assert.Equal(Absence.ZeroDenominator, row[Rate].Absence));
        Assert.Equal(Absence.ZeroDenominator, none[Rate].Absence);
        Assert.DoesNotContain("NaN", none.ToText() + none.ToCsv() + none.ToJson(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("infinity", none.ToText() + none.ToCsv() + none.ToJson(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ZeroDenominator_InOneCell_LeavesTheTotalWithAValueThatSaysSo()
    {
        Reading total = Monthly(Blank.Unknown, (1, 3, 0), (2, 1, 8)).Read(KpiQuery.Of(Rate).By(Grain.Month))[Rate];

        Assert.Equal(4m / 8m, total.Value);
        Assert.Equal((CaveatKind.NumeratorWithoutDenominator, 3m), (Assert.Single(total.Caveats).Kind, total.Caveats[0].Amount));
    }

    [Fact]
    public void ZeroDenominator_OfMoreThanADecimalHolds_IsNoFalseZeroOfIt()
    {
        const decimal Huge = 900_000_000_000_000_000m;
        Kpi rate = Kpi.Define("many_rate", Measure.Sum("many_likes", Unit.Count, Measures.Likes * Huge) / Measures.Impressions, Unit.Ratio);
        Reading total = Facts.FromColumns(columns => columns.Measure(Measures.Likes, [Huge, 1]).Measure(Measures.Impressions, [0, 4])).Read(KpiQuery.Of(rate))[rate];

        Assert.Equal(Absence.OutOfRange, total.Absence);
        Assert.Equal(new Caveat(CaveatKind.NumeratorWithoutDenominator, 0, "a part of likes * 900000000000000000 comes from 1 row without impressions"), Assert.Single(total.Caveats));
    }

    [Fact]
    public void ZeroDenominator_OfOneRowOfAMean_IsLeftOutAndCounted()
    {
        Reading mean = Monthly(Blank.Unknown, (1, 3, 0), (1, 1, 4), (1, 3, 4)).Read(KpiQuery.Of(MeanRate))[MeanRate];

        Assert.Equal(0.5m, mean.Value);
        Assert.Equal((CaveatKind.RowsUndefined, 1m), (Assert.Single(mean.Caveats).Kind, mean.Caveats[0].Amount));
        Assert.Equal(Absence.ZeroDenominator, Monthly(Blank.Unknown, (1, 3, 0), (1, 1, 0)).Read(KpiQuery.Of(MeanRate))[MeanRate].Absence);
    }

    [Fact]
    public void Change_AgainstAPeriodOfZero_IsAbsentAndNotInfinite()
    {
        Kpi change = Kpi.Define("change", (Measures.Likes / Measures.Likes.At(Context.Previous)) - 1, Unit.Ratio);
        KpiTable table = Monthly(Blank.Unknown, (1, 0, 1), (2, 5, 1), (3, 0, 1)).Read(KpiQuery.Of(change).By(Grain.Month));
        Assert.Equal([Absence.NoRows, Absence.ZeroDenominator, null], table.Rows.Select(row => row[change].Absence));
        Assert.Equal(-1m, table[change, Timeframe.Month(2026, 3)].Value);
    }

    [Theory]
    [InlineData("likes / (impressions + saves)", "0.5")]
    [InlineData("likes / impressions / saves", "0.375")]
    [InlineData("likes / (impressions / saves)", "6")]
    [InlineData("(likes - impressions) / saves", "0.25")]
    [InlineData("likes / impressions + saves / impressions", "3.5")]
    public void Division_InAFormulaOfText_IsANodeAndNotASign(string text, string value)
    {
        // dbt_metrics #61: a '/' was looked for in the text of the formula. The three are 3, 2 and 4.
        Kpi kpi = Kpi.Define("of_text", Catalog.Standard.Parse(text), Unit.Number);
        Reading reading = kpi.Of(Measures.Likes.Is(3), Measures.Impressions.Is(2), Measures.Saves.Is(4));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), reading.Value);
        Assert.Equal(text, kpi.Formula.ToString());
    }

    private static Facts Monthly(Blank blank, params (int Month, int? Likes, int? Impressions)[] rows) => Facts.FromRows(rows, row => row
        .Time(each => new LocalDate(2026, each.Month, 5))
        .Measure(Measures.Likes, each => each.Likes, blank)
        .Measure(Measures.Impressions, each => each.Impressions));
}
