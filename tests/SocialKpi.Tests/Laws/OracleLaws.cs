namespace SocialKpi.Tests.Laws;

public class OracleLaws
{
    [Fact]
    public void Every_cell_and_total_is_what_a_slow_obvious_calculation_gives() => CaseArbitrary.Any.Holds(150, CellsAndTotals);

    [Fact]
    public void A_stock_compared_with_itself_at_another_moment_is_what_a_slow_obvious_calculation_gives() => CaseArbitrary.Growth.Holds(100, CellsAndTotals);

    [Fact]
    public void A_row_that_a_part_of_a_row_formula_keeps_out_is_out_whatever_else_is_unknown_about_it()
    {
        Measure part = NaiveTable.Likes.Where(Condition.Is("brand", "acme"), "likes_of_acme");
        Measure mean = Measure.Mean("mean_product", Unit.Number, part * NaiveTable.Saves).Where(Condition.AtLeast("score", 5), "mean_of_good");
        RawRow Row(string brand, decimal? score) => new([brand, "photo", null], [2, 3, 1, 1, 1, score, 1, 1, 1, 1], new(2024, 1, 1, 0, 0));
        NaiveTable table = new([Row("acme", 9), Row("Acme", null), Row("acme", null)], [.. NaiveTable.Columns.Select(_ => Blank.Unknown)], Currency.EUR, TimeKind.None);
        CellsAndTotals(new Case([table], KpiQuery.Of(Kpi.Define("mean_of_good", mean, Unit.Number)).By("brand")));
    }

    private static void CellsAndTotals(Case one)
    {
        KpiTable table = one.Read();
        Naive naive = one.Naive;
        // Some of the cells of many tables find more than all the cells of a few.
        foreach (KpiRow row in (KpiRow[])[.. table.Rows.Take(8), .. table.PeriodTotals.Take(4), .. table.SegmentTotals.Take(4), table.Total])
            Same(naive, row);
    }

    [Fact]
    public void Rows_of_a_grouped_table_are_the_cells_in_which_rows_lie() => CaseArbitrary.Any.Holds(60, one =>
    {
        if (one.Query.Grain is not null || one.Query.Dimensions.Count > 0)
            Assert.Equal(one.Naive.CellsOfTable.ToHashSet(), one.Read().Rows.Select(row => (row.Period, row.Segment)).ToHashSet());
    });

    [Fact]
    public void Partial_segments_and_cells_without_rows_are_what_a_slow_obvious_calculation_gives() => CaseArbitrary.Any.Holds(50, one =>
    {
        KpiTable table = one.Read();
        Naive naive = one.Naive;
        Timeframe?[] periods = [null, .. table.Rows.Select(row => row.Period).Where(period => period is not null).Distinct().Take(2)];
        foreach (string dimension in one.Query.Dimensions.Intersect(NaiveTable.Dimensions))
        {
            foreach (string? value in (string?[])["acme", "photo", "all", null, "nowhere"])
            {
                Segment segment = Segment.Of(dimension, value);
                foreach (Timeframe? period in periods)
                {
                    foreach (Kpi kpi in one.Query.Kpis)
                        Same(naive, period is { } frame ? table[kpi, frame, segment] : table[kpi, segment], period, segment);
                }
            }
        }
    });

    private static void Same(Naive naive, KpiRow row)
    {
        foreach (Reading reading in row.Readings)
            Same(naive, reading, row.Period, row.Segment);
    }

    private static void Same(Naive naive, Reading reading, Timeframe? period, Segment segment)
    {
        NaiveAnswer expected = naive.Read(reading.Kpi, period, segment);
        string where = $"{reading.Kpi.Formula} for {period?.ToString() ?? "all time"}, {segment}";
        Assert.True(expected.Absence == reading.Absence && (expected.Absence is not null || expected.Value == reading.Value),
            $"{where}: expected {(object?)expected.Absence ?? expected.Value}, is {(object?)reading.Absence ?? reading.Value}");
        if (expected.Currency is not null)
            Assert.Equal(expected.Currency, reading.Unit.Currency);
        if (reading.HasValue && expected.IsSteady && !expected.Exact.IsZero)
        {
            NaiveRational error = ((NaiveRational.Of(reading.Value) - expected.Exact) / expected.Exact).Abs();
            Assert.True(error.IsBelow(new(1, System.Numerics.BigInteger.Pow(10, 24))), $"{where}: {reading.Value} is off {expected.Exact}");
        }

        // What is suppressed tells nothing of its rows either.
        if (expected.Absence == Absence.Suppressed)
        {
            Assert.Equal((where, 0L), (where, reading.RowsUsed));
            Assert.All(reading.Inputs, input => Assert.Equal((where, Absence.Suppressed), (where, input.Absence)));
            Assert.All(reading.Caveats, caveat => Assert.True(caveat is { Kind: CaveatKind.BelowMinimum or CaveatKind.PartialPeriod, Amount: 0 }, $"{where}: {caveat}"));
            return;
        }

        Assert.True(expected.Span.Bounds == reading.Bounds, $"{where}: expected bounds {(object?)expected.Span.Bounds ?? "none"}, is {(object?)reading.Bounds ?? "none"}");
        Assert.True(reading.Bounds is not { } bounds || bounds.Contains(reading.Value), $"{where}: {reading.ValueOr(0)} lies outside {reading.Bounds}");

        // On which rows a figure rests is only said plainly where one rule picks them from the cell's own rows.
        if (naive.IsIndependent || reading.Kpi.Formula.Measures.Any(measure => measure.IsStock) || reading.Kpi.Formula.ToString().Contains(".at(", StringComparison.Ordinal))
            return;
        Assert.Equal((where, naive.Count(reading.Kpi, period, segment, NaiveStatus.Known)), (where, reading.RowsUsed));
        foreach ((CaveatKind kind, NaiveStatus status) in new[]
        {
            (CaveatKind.RowsLeftOut, NaiveStatus.Unknown), (CaveatKind.RowsNotApplicable, NaiveStatus.NotApplicable), (CaveatKind.RowsUndefined, NaiveStatus.Undefined),
        })
        {
            long rows = naive.Count(reading.Kpi, period, segment, status);
            Assert.Equal((where, kind, rows), (where, kind, reading.Caveats.Where(caveat => caveat.Kind == kind).Sum(caveat => (long)caveat.Amount)));
        }
    }
}
