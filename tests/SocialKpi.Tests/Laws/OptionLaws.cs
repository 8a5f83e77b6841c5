using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>What the options of a query change, and what they leave alone.</summary>
public class OptionLaws
{
    [Fact]
    public void As_of_a_day_later_rows_change_no_byte() => CaseArbitrary.OneTable.Holds(100, one =>
    {
        if (one.Query.AsOfDay is not { } day)
            return;
        Case known = one with { Tables = [Until(one.Tables[0], day)] };
        Assert.Equal(known.Read().ToJson(), one.Read().ToJson());
    });

    [Fact]
    public void As_of_a_day_a_formula_that_stays_in_its_cell_reads_what_facts_without_later_rows_hold() => CaseArbitrary.OneTable.Holds(100, one =>
    {
        if (one.Query.AsOfDay is not { } day)
            return;
        IEnumerable<Kpi> kpis = one.Query.Kpis.Where(kpi => !LooksElsewhere(kpi));
        KpiTable known = Until(one.Tables[0], day).ToFacts().Read(Without(one.Query, asOf: true));
        foreach (KpiRow row in one.Read().Rows)
        {
            foreach (Kpi kpi in kpis)
                TotalLaws.Same(ReadingOf(known, kpi, row), row[kpi]);
        }
    });

    [Fact]
    public void A_minimum_volume_hides_figures_and_changes_none() => CaseArbitrary.Any.Holds(100, one =>
    {
        (KpiTable all, KpiTable shown) = (one.Read(Without(one.Query, minimums: true)), one.Read());
        Assert.Equal(Cells(all.Rows), Cells(shown.Rows));
        foreach (KpiRow row in (KpiRow[])[.. shown.Rows.Take(20), .. shown.PeriodTotals.Take(4), .. shown.SegmentTotals.Take(4), shown.Total])
        {
            // One figure of a cell is hidden when all are that read it alone and find rows.
            IEnumerable<Reading> own = row.Readings.Where(reading => !LooksElsewhere(reading.Kpi) && reading.Absence != Absence.NoRows);
            Assert.True(own.Select(reading => reading.Absence == Absence.Suppressed).Distinct().Count() <= 1);
            foreach (Reading reading in row.Readings.Where(reading => reading.Absence != Absence.Suppressed))
                TotalLaws.Same(ReadingOf(all, reading.Kpi, row), reading);
        }
    });

    [Fact]
    public void A_top_leaves_named_segments_and_totals_as_they_are() => CaseArbitrary.OneTable.Holds(100, one =>
    {
        if (one.Query.Dimensions.Count == 0)
            return;
        (KpiTable all, KpiTable top) = (one.Read(), one.Read(one.Query.Top(2, one.Query.Kpis[0])));
        foreach (KpiRow row in (KpiRow[])[.. top.Rows.Where(row => !row.Segment.IsRest).Take(20), .. top.PeriodTotals.Take(4), top.Total])
        {
            foreach (Reading reading in row.Readings)
                TotalLaws.Same(ReadingOf(all, reading.Kpi, row), reading);
        }

        HashSet<Segment> named = [.. top.Rows.Select(row => row.Segment).Where(segment => !segment.IsRest)];
        Assert.True(named.Count <= 2, $"{named.Count} segments are named");
        Assert.DoesNotContain(top.Rest, named.Contains);
        Assert.Equal(
            all.Rows.Select(row => (row.Period, Segment: named.Contains(row.Segment) ? row.Segment : Segment.Rest)).ToHashSet(),
            top.Rows.Select(row => (row.Period, row.Segment)).ToHashSet());
    });

    [Fact]
    public void No_segment_of_the_rest_reads_more_than_a_named_one() => CaseArbitrary.OneTable.Holds(100, one =>
    {
        if (one.Query.Dimensions.Count == 0)
            return;
        Kpi by = one.Query.Kpis[0];
        KpiTable top = one.Read(one.Query.Top(2, by));

        // A segment with rows only at the other time of the whole has a rank and a total, but no row in any period.
        IEnumerable<KpiRow> rows = top.Rows.Concat(top.SegmentTotals);
        decimal? least = rows.Select(row => row.Segment).Where(segment => !segment.IsRest).Distinct().Select(segment => Value(top[by, segment])).Order().FirstOrDefault();
        Assert.All(top.Rest, segment => Assert.False(Value(top[by, segment]) > (least ?? decimal.MinValue), $"{segment} reads {top[by, segment]}, and a named segment {least}"));
        Assert.Equal(top.Rest.Select(segment => Value(top[by, segment]) ?? decimal.MinValue).OrderDescending(), top.Rest.Select(segment => Value(top[by, segment]) ?? decimal.MinValue));
    });

    [Fact]
    public void The_rest_is_the_reading_of_its_rows_alone() => CaseArbitrary.OneTable.Holds(150, one =>
    {
        if (one.Query.Dimensions.Count == 0)
            return;

        // Whether a stock is stale is asked at the last day of all rows, and a whole without end ends there for contexts in time.
        // The rows of the rest alone may end earlier, unless both are read as of that day.
        NaiveTable table = one.Tables[0];
        (KpiTable top, RawRow[] others) = Rest(table, one.Query);
        if (table.Time != TimeKind.None && one.Query.AsOfDay is null && others.Length > 0 && LastDay(others) < LastDay(table.Raw))
        {
            if (one.Query.Timeframe.Start > LastDay(table.Raw).AtMidnight())
                return;
            one = one with { Query = one.Query.AsOf(LastDay(table.Raw)) };
            (top, others) = Rest(table, one.Query);
        }

        if (others.Length == 0)
            return;
        KpiQuery query = TotalLaws.Ungrouped(one.Query);
        KpiTable alone = (table with { Raw = others }).ToFacts().Read(one.Query.Grain is { } grain ? query.By(grain) : query);
        foreach (Kpi kpi in one.Query.Kpis.Where(kpi => !TotalLaws.Crosses(kpi)))
        {
            TotalLaws.Same(alone[kpi], top[kpi, Segment.Rest]);
            foreach (KpiRow row in top.Rows.Where(row => row.Segment.IsRest && row.Period is not null).Take(4))
                TotalLaws.Same(alone[kpi, row.Period!.Value], row[kpi]);
        }
    });

    [Fact]
    public void A_top_of_every_segment_has_no_rest() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        if (one.Query.Dimensions.Count == 0)
            return;
        KpiTable top = one.Read(one.Query.Top(1000, one.Query.Kpis[0]));
        Assert.Empty(top.Rest);
        Assert.Equal(Cells(one.Read().Rows).ToHashSet(), Cells(top.Rows).ToHashSet());
    });

    [Fact]
    public void Dense_periods_add_only_cells_without_rows_and_change_none() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        if (one.Query.Grain is not { } grain || grain == Grain.Hour)
            return;
        KpiQuery query = Without(one.Query, minimums: true);
        (KpiTable sparse, KpiTable dense) = (one.Read(query), one.Read(query.Dense()));
        var kept = Cells(sparse.Rows).ToHashSet();
        Assert.Subset(Cells(dense.Rows).ToHashSet(), kept);
        Assert.Equal(dense.Rows.Count, dense.Rows.Select(row => row.Period).Distinct().Count() * dense.Rows.Select(row => row.Segment).Distinct().Count());
        foreach (KpiRow row in dense.Rows.Take(300))
        {
            foreach (Reading reading in row.Readings)
            {
                TotalLaws.Same(ReadingOf(sparse, reading.Kpi, row), reading);
                if (!kept.Contains((row.Period, row.Segment)) && !LooksElsewhere(reading.Kpi))
                    Assert.Equal(Absence.NoRows, reading.Absence);
            }
        }

        Assert.Equal(sparse.Total.Readings.Select(reading => reading.ToString()), dense.Total.Readings.Select(reading => reading.ToString()));
    });

    [Fact]
    public void Dense_periods_follow_each_other_without_a_gap() => CaseArbitrary.Any.Holds(60, one =>
    {
        if (one.Query.Grain is not { } grain || grain == Grain.Hour)
            return;
        Timeframe[] periods = [.. one.Read(one.Query.Dense()).Rows.Select(row => row.Period!.Value).Distinct()];
        Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    });

    [Fact]
    public void Tables_of_parts_with_every_option_merge_to_the_table_of_the_whole() => CaseArbitrary.OneTable.Holds(40, one =>
    {
        KpiQuery query = one.Query.Grain == Grain.Hour ? one.Query : one.Query.Dense();
        if (query.Dimensions.Count > 0)
            query = query.Top(2, query.Kpis[^1]);
        NaiveTable table = one.Tables[0];
        KpiTable[] parts = [.. Enumerable.Range(0, 3).Select(part => (table with { Raw = [.. table.Raw.Where((_, row) => row % 3 == part)] }).ToFacts().Read(query))];
        Assert.Equal(one.Read(query).ToJson(), parts.Aggregate((a, b) => b.Merge(a)).ToJson());
    });

    private static (KpiTable Top, RawRow[] Others) Rest(NaiveTable table, KpiQuery query)
    {
        KpiTable top = table.ToFacts().Read(query.Top(2, query.Kpis[0]));
        HashSet<Segment> rest = [.. top.Rest];
        return (top, [.. table.Raw.Zip(table.Rows).Where(pair => rest.Contains(SegmentOf(pair.Second, query))).Select(pair => pair.First)]);
    }

    private static LocalDate LastDay(IEnumerable<RawRow> rows) => rows.Max(row => row.Moment.Date);

    private static NaiveTable Until(NaiveTable table, LocalDate day) => table with { Raw = [.. table.Raw.Where(row => row.Moment.Date <= day)] };

    private static KpiQuery Without(KpiQuery query, bool asOf = false, bool minimums = false)
    {
        KpiQuery rest = query.Filters.Aggregate(KpiQuery.Of(query.Kpis).During(query.Timeframe).On(query.Calendar), (q, filter) => q.Where(filter));
        rest = query.Dimensions.Aggregate(rest, (q, dimension) => q.By(dimension));
        if (query.Grain is { } grain) rest = rest.By(grain);
        if (query.AsOfDay is { } day && !asOf) rest = rest.AsOf(day);
        if (!minimums) rest = query.Minimums.Aggregate(rest, (q, minimum) => q.AtLeast(minimum.Measure, minimum.Amount));
        return query.SumsIndependently ? rest.SummingIndependently() : rest;
    }

    private static IEnumerable<(Timeframe? Period, Segment Segment)> Cells(IEnumerable<KpiRow> rows) => rows.Select(row => (row.Period, row.Segment));

    private static Reading ReadingOf(KpiTable table, Kpi kpi, KpiRow row) => row.Period is { } period ? table[kpi, period, row.Segment] : table[kpi, row.Segment];

    private static Segment SegmentOf(NaiveRow row, KpiQuery query) => query.Dimensions.Aggregate(Segment.Whole, (segment, name) => segment.And(name, row.Text(name)));

    // A stock looks back from its cell, as a context in time does.
    private static bool LooksElsewhere(Kpi kpi) => kpi.Formula.Measures.Any(measure => measure.Per.Count > 0) || kpi.Formula.ToString().Contains(".at(", StringComparison.Ordinal);

    private static decimal? Value(Reading reading) => reading.HasValue ? reading.Value : null;
}
