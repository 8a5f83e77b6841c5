using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Readings;

public sealed class KpiSeriesLaws
{
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly Kpi Median = Kpi.Define("median_age", Measure.Median("median_age", Unit.Number, of: "age"), Unit.Number);
    private static readonly KpiQuery Query = KpiQuery.Of(Kpis.ClickThroughRate, Kpis.FollowerCount, Kpis.AudienceGrowthRate, Median);

    private sealed record Row(int Day, string Account, int Impressions, int? Clicks, int? Followers, int Age);

    private static readonly Arbitrary<(Row[] Rows, int From, int Length)> Cases = Arb.From(
        from rows in Gen.ArrayOf(
            from day in Gen.Choose(0, 20)
            from account in Gen.Elements("a", "b")
            from impressions in Gen.Choose(0, 50)
            from clicks in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 9).Select(value => (int?)value))
            from followers in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 99).Select(value => (int?)value))
            from age in Gen.Choose(0, 9)
            select new Row(day, account, impressions, clicks, followers, age))
        where rows.Length > 0
        from start in Gen.Choose(0, 20)
        from length in Gen.Choose(1, 15)
        select (rows, start, length));

    [Fact]
    public void A_stretch_of_days_is_the_reading_of_a_query_for_just_that_time() =>
        Prop.ForAll(Cases, test =>
        {
            Facts facts = Facts.FromRows(test.Rows, row => row
                .Time(one => First.PlusDays(one.Day))
                .Dimension("account", one => one.Account)
                .Measure(Measures.Impressions, one => one.Impressions)
                .Measure(Measures.Clicks, one => one.Clicks)
                .Measure(Measures.Followers, one => one.Followers)
                .Measure(Measure.Sum("age", Unit.Number), one => one.Age));
            Timeframe during = Timeframe.Between(First.PlusDays(test.From), First.PlusDays(test.From + test.Length));
            KpiTable days = facts.Read(Query.By(Grain.Day));
            KpiTable whole = facts.Read(Query.During(during));
            foreach (Kpi kpi in Query.Kpis)
            {
                Reading merged = days.Series(kpi).Over(during)!;
                Assert.Equal((whole[kpi].ToString(), whole[kpi].Absence, whole[kpi].ValueOr(-1)), (merged.ToString(), merged.Absence, merged.ValueOr(-1)));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Several_segments_taken_as_one_are_the_reading_of_their_rows() =>
        Prop.ForAll(Cases, test =>
        {
            Facts facts = Facts.FromRows(test.Rows, row => row
                .Time(one => First.PlusDays(one.Day))
                .Dimension("account", one => one.Account)
                .Measure(Measures.Impressions, one => one.Impressions)
                .Measure(Measures.Clicks, one => one.Clicks)
                .Measure(Measures.Followers, one => one.Followers)
                .Measure(Measure.Sum("age", Unit.Number), one => one.Age));
            KpiTable table = facts.Read(Query.By(Grain.Day).By("account"));
            foreach (Kpi kpi in Query.Kpis)
            {
                // Both accounts are all of the rows.
                KpiSeries together = table.Series(kpi, [Segment.Of("account", "a"), Segment.Of("account", "b")]);
                Assert.Equal(table.Series(kpi).Readings.Select(reading => reading.ToString()), together.Readings.Select(reading => reading.ToString()));
                Assert.Equal(table[kpi].ToString(), together.Total.ToString());
            }
        }).QuickCheckThrowOnFailure();
}
