namespace SocialKpi.Tests.Laws;

public class TotalLaws
{
    [Fact]
    public void Total_of_a_table_is_the_reading_of_the_whole() => CaseArbitrary.Any.Holds(100, one =>
    {
        KpiTable table = one.Read();
        KpiTable whole = one.Read(Ungrouped(one.Query));
        foreach (Kpi kpi in one.Query.Kpis)
            Same(whole[kpi], table[kpi]);
    });

    [Fact]
    public void A_stock_of_all_segments_is_compared_with_its_opening_in_the_total_as_in_the_whole()
    {
        Kpi growth = Kpi.Define("growth", NaiveTable.Followers.At(Context.Across("type")) - NaiveTable.Followers.At(Context.Opening), Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new NodaTime.LocalDate(2024, 1, 31), new NodaTime.LocalDate(2024, 2, 29), new NodaTime.LocalDate(2024, 2, 29)])
            .Dimension("brand", ["acme", "acme", "new"]).Dimension("type", ["photo", "photo", "video"])
            .Measure(NaiveTable.Followers, [100, 110, 7]));
        KpiQuery february = KpiQuery.Of(growth).During(Timeframe.Month(2024, 2));
        Assert.Equal(10, facts.Read(february)[growth].Value);
        Same(facts.Read(february)[growth], facts.Read(february.By("type"))[growth]);
    }

    [Fact]
    public void Total_of_a_segment_is_the_reading_of_its_rows_alone() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        // A filter on a dimension is dropped by Across of it, as grouping is; so both ask for the same rows.
        KpiTable table = one.Read();
        foreach (KpiRow row in table.SegmentTotals.Take(4))
        {
            KpiQuery query = row.Segment.Dimensions.Aggregate(Ungrouped(one.Query), (q, name) =>
                q.Where(row.Segment[name] is { } value ? Condition.Is(name, value) : Condition.Missing(name)));
            foreach (Kpi kpi in one.Query.Kpis.Where(kpi => !one.Query.Filters.Any(filter => row.Segment.Names(filter.Field)) || !Crosses(kpi)))
                Same(one.Read(query)[kpi], row[kpi]);
        }
    });

    [Fact]
    public void Total_of_a_period_is_the_reading_of_that_time_alone() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        // A period that the timeframe cuts is compared with the same part of the period before, not with as many days before it.
        foreach (KpiRow row in one.Read().PeriodTotals.Where(row => one.Query.Timeframe.Contains(row.Period!.Value)).Take(4))
        {
            KpiTable whole = one.Read(Ungrouped(one.Query).During(row.Period!.Value.Intersect(one.Query.Timeframe)!.Value));
            foreach (Kpi kpi in one.Query.Kpis)
                Same(whole[kpi], row[kpi]);
        }
    });

    [Fact]
    public void A_partial_segment_is_the_total_of_a_table_by_its_dimensions_alone() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        if (one.Query.Dimensions.Count < 2)
            return;
        string first = one.Query.Dimensions[0];
        KpiTable table = one.Read();
        foreach (KpiRow row in one.Read(Ungrouped(one.Query).By(first)).Rows)
        {
            foreach (Kpi kpi in one.Query.Kpis)
                Same(row[kpi], table[kpi, row.Segment]);
        }
    });

    [Fact]
    public void Values_of_a_dimension_add_up_to_the_whole() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        Kpi views = Kpi.Define("views", NaiveTable.Views, Unit.Count, Direction.Neutral);
        KpiQuery query = KpiQuery.Of(views);
        Facts facts = one.Tables[0].ToFacts();
        foreach (string dimension in NaiveTable.Dimensions)
        {
            KpiTable table = facts.Read(query.By(dimension));
            Assert.Equal(table[views].ValueOr(0), table.Rows.Sum(row => row[views].ValueOr(0)));
            Assert.Equal(table[views].RowsUsed, table.Rows.Sum(row => row[views].RowsUsed));
        }
    });

    [Fact]
    public void A_series_has_the_readings_of_the_table() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        if (one.Query.Grain is null)
            return;
        KpiTable table = one.Read();
        foreach (Kpi kpi in one.Query.Kpis)
        {
            KpiSeries series = table.Series(kpi);
            Same(table[kpi], series.Total);
            foreach (Reading reading in series.Readings)
                Same(table[kpi, reading.Timeframe], reading);
        }
    });

    internal static KpiQuery Ungrouped(KpiQuery query)
    {
        KpiQuery whole = query.Filters.Aggregate(KpiQuery.Of(query.Kpis).During(query.Timeframe).On(query.Calendar), (q, filter) => q.Where(filter));
        whole = query.Minimums.Aggregate(whole, (q, minimum) => q.AtLeast(minimum.Measure, minimum.Amount));
        if (query.AsOfDay is { } day) whole = whole.AsOf(day);
        return query.SumsIndependently ? whole.SummingIndependently() : whole;
    }

    internal static bool Crosses(Kpi kpi) => kpi.Formula.ToString().Contains("across", StringComparison.Ordinal);

    internal static void Same(Reading expected, Reading actual)
    {
        Assert.Equal((expected.Absence, expected.ValueOr(0), expected.Unit, expected.RowsUsed), (actual.Absence, actual.ValueOr(0), actual.Unit, actual.RowsUsed));
        Assert.Equal(Texts(expected), Texts(actual));
    }

    // Which period is cut is said of that period, and of a total only what was asked for as a whole.
    private static IEnumerable<string> Texts(Reading reading) =>
        reading.Caveats.Where(caveat => caveat.Kind != CaveatKind.PartialPeriod).Select(caveat => caveat.Text);
}
