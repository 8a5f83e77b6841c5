using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>
/// Theme 4: comparisons that lose rows or leak filters.
/// cube #9353, PR #9502, #11240; lightdash #20964, #20135, #21090, #9439, PR #21287.
/// </summary>
public sealed class ComparisonsTests
{
    private static readonly Kpi Clicks = Kpis.ClickCount;
    private static readonly Kpi Before = Kpi.Define("clicks_before", Measures.Clicks.At(Context.Previous), Unit.Count);
    private static readonly Kpi Change = Kpi.Define("clicks_change", (Measures.Clicks / Measures.Clicks.At(Context.Previous)) - 1, Unit.Ratio);
    private static readonly Timeframe February = Timeframe.Month(2026, 2);

    // "left" ends in January, "new" begins in February, "stays" is there in both.
    private static readonly Facts Campaigns = Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 1, 5), new(2026, 1, 6), new(2026, 1, 7), new(2026, 2, 5), new(2026, 2, 6)])
        .Dimension("campaign", ["left", "stays", "stays", "stays", "new"])
        .Dimension("country", ["nl", "nl", "be", "nl", "be"])
        .Measure(Measures.Clicks, [7, 3, 5, 6, 11]));

    [Fact]
    public void Rows_OfASegmentThatOnlyOnePeriodHas_AreAllThere()
    {
        // cube #9353: an inner join of the periods drops what is in one alone.
        KpiTable table = Campaigns.Read(KpiQuery.Of(Clicks, Before, Change).By(Grain.Month).By("campaign").During(February));

        Assert.Equal(["left", "new", "stays"], table.Rows.Select(row => row.Segment["campaign"]!).Order(StringComparer.Ordinal));
        Row("left", null, 7m, Absence.NoRows);
        Row("new", 11m, null, Absence.NoRows);
        Row("stays", 6m, 8m, null);
        Assert.Equal(-0.25m, table[Change, February, Segment.Of("campaign", "stays")].Value);

        void Row(string campaign, decimal? clicks, decimal? before, Absence? change)
        {
            KpiRow row = table.Rows.Single(row => row.Segment["campaign"] == campaign);
            Assert.Equal((clicks, before, change), (Value(row[Clicks]), Value(row[Before]), row[Change].Absence));
        }
    }

    [Fact]
    public void Total_OfAComparison_HasTheSegmentsOfBothPeriods()
    {
        KpiTable table = Campaigns.Read(KpiQuery.Of(Clicks, Before, Change).By("campaign").During(February));

        Assert.Equal((17m, 15m), (table[Clicks].Value, table[Before].Value));
        Assert.Equal((17m / 15m) - 1, table[Change].Value);
    }

    [Fact]
    public void Filter_OnADimension_HoldsInTheOtherPeriodToo()
    {
        // Without it the other period would have 15 clicks of both countries.
        KpiTable table = Campaigns.Read(KpiQuery.Of(Clicks, Before).By(Grain.Month).During(February).Where(Condition.Is("country", "nl")));
        Assert.Equal((6m, 10m), (table[Clicks, February].Value, table[Before, February].Value));
    }

    [Fact]
    public void Filter_OnThePeriod_IsNotInherited()
    {
        // Else it would empty the period that is compared with.
        foreach (KpiQuery query in new[] { KpiQuery.Of(Before).During(February), KpiQuery.Of(Before).During(February).By(Grain.Month), KpiQuery.Of(Before).During(February).Dense().By(Grain.Month) })
            Assert.Equal(15m, Campaigns.Read(query)[Before].Value);
    }

    [Fact]
    public void Condition_OfAMeasure_HoldsInTheOtherPeriodToo()
    {
        Measure dutch = Measures.Clicks.Where(Condition.Is("country", "nl"), "dutch_clicks");
        Kpi share = Kpi.Define("dutch_share_before", (dutch / Measures.Clicks).At(Context.Previous), Unit.Ratio);
        Assert.Equal(10m / 15m, Campaigns.Read(KpiQuery.Of(share).During(February))[share].Value);
    }

    [Fact]
    public void Across_OneDimension_KeepsTheFiltersOnOthers()
    {
        Kpi share = Kpi.Define("share", Measures.Clicks / Measures.Clicks.At(Context.Across("campaign")), Unit.Ratio);
        KpiTable table = Campaigns.Read(KpiQuery.Of(share).By("campaign").Where(Condition.Is("country", "nl")).Where(Condition.Is("campaign", "stays")));

        // Nine of the sixteen Dutch clicks: the filter on the campaign is dropped in the denominator, that on the country is not.
        Assert.Equal(9m / 16m, table[share, Segment.Of("campaign", "stays")].Value);
        Assert.Single(table.Rows);
    }

    [Fact]
    public void Top_OfAComparison_KeepsWhatOnlyTheOtherPeriodHasInTheRest()
    {
        KpiTable table = Campaigns.Read(KpiQuery.Of(Clicks, Before).By("campaign").During(February).Top(1, Clicks));

        Assert.Equal((11m, Absence.NoRows), (table[Clicks, Segment.Of("campaign", "new")].Value, table[Before, Segment.Of("campaign", "new")].Absence));
        Assert.Equal((6m, 15m), (table[Clicks, Segment.Rest].Value, table[Before, Segment.Rest].Value));
        Assert.Equal(15m, table[Before].Value);
    }

    [Fact]
    public void Change_OfAShare_IsOfTheMarketAtBothTimes()
    {
        Formula share = Measures.Clicks / Measures.Clicks.At(Context.Across("campaign"));
        Kpi change = Kpi.Define("share_change", share - share.At(Context.Previous), Unit.PercentagePoints);
        KpiTable table = Campaigns.Read(KpiQuery.Of(change).By("campaign").During(February));
        Assert.Equal((6m / 17m) - (8m / 15m), table[change, Segment.Of("campaign", "stays")].Value);
    }

    [Fact]
    public void Figure_OfTheOwnPeriod_IsTheSameWithAndWithoutAComparison()
    {
        KpiQuery query = KpiQuery.Of(Clicks).By(Grain.Month).By("campaign");
        KpiTable alone = Campaigns.Read(query);
        KpiTable compared = Campaigns.Read(KpiQuery.Of(Clicks, Change).By(Grain.Month).By("campaign"));

        foreach (KpiRow row in alone.Rows) Assert.Equal(row[Clicks].Value, compared[Clicks, row.Period!.Value, row.Segment].Value);
        Assert.Equal(alone[Clicks].Value, compared[Clicks].Value);
    }

    [Fact]
    public void Comparison_OfAQuarterWithNothingBefore_IsAbsentAndNotZeroOrInfinite()
    {
        KpiTable table = Campaigns.Read(KpiQuery.Of(Change, Before).During(Timeframe.Month(2026, 1)));
        Assert.Equal((Absence.NoRows, Absence.NoRows), (table[Change].Absence, table[Before].Absence));
    }

    private static decimal? Value(Reading reading) => reading.HasValue ? reading.Value : null;
}
