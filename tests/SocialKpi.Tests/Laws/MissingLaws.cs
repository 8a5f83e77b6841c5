namespace SocialKpi.Tests.Laws;

public class MissingLaws
{
    private static readonly Kpi Views = Kpi.Define("views", NaiveTable.Views, Unit.Count, Direction.Neutral);

    [Fact]
    public void A_figure_that_goes_missing_leaves_the_row_out_and_does_not_count_as_zero() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        NaiveTable table = one.Tables[0] with { Blanks = [.. one.Tables[0].Blanks.Select(_ => Blank.Unknown)] };
        if (table.Raw.Count == 0)
            return;
        NaiveTable without = table with { Raw = [.. table.Raw.Skip(1)] };
        RawRow blanked = table.Raw[0] with { Figures = [.. table.Raw[0].Figures.Select(_ => (decimal?)null)] };
        Reading missing = (table with { Raw = [blanked, .. without.Raw] }).ToFacts().Read(KpiQuery.Of(Views))[Views];
        Reading shorter = without.ToFacts().Read(KpiQuery.Of(Views))[Views];
        Assert.Equal(shorter.HasValue, missing.HasValue);
        Assert.Equal(shorter.ValueOr(-1), missing.ValueOr(-1));
        Assert.Contains(missing.Absence, new Absence?[] { null, Absence.NotReported });
    });

    [Fact]
    public void A_blank_that_means_zero_is_a_zero() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        NaiveTable blanks = one.Tables[0] with { Blanks = [.. one.Tables[0].Blanks.Select(_ => Blank.Zero)] };
        NaiveTable zeros = blanks with { Raw = [.. blanks.Raw.Select(row => row with { Figures = [.. row.Figures.Select(figure => figure ?? 0m)] })] };
        Assert.Equal((one with { Tables = [zeros] }).Read().ToJson(), (one with { Tables = [blanks] }).Read().ToJson());
    });

    [Fact]
    public void Rows_on_which_nothing_is_known_change_no_value_but_are_counted() => CaseArbitrary.OneTable.Holds(60, one =>
    {
        NaiveTable table = one.Tables[0] with { Blanks = [.. one.Tables[0].Blanks.Select(_ => Blank.Unknown)] };
        if (table.Raw.Count == 0)
            return;
        // A row that does not meet a condition counts as nothing, and so as known; a context brings rows of other cells.
        IReadOnlyList<Kpi> kpis = [.. one.Query.Kpis.Where(kpi => kpi.Formula.Measures.Count > 0
            && kpi.Formula.Measures.All(measure => measure.Conditions.Count == 0)
            && !kpi.Formula.ToString().Contains(".at(", StringComparison.Ordinal))];
        if (kpis.Count == 0)
            return;
        KpiQuery query = KpiQuery.Of(kpis);
        NaiveTable longer = table with { Raw = [.. table.Raw, .. table.Raw.Select(row => row with { Texts = [.. row.Texts.Select(_ => (string?)null)], Figures = [.. row.Figures.Select(_ => (decimal?)null)] })] };
        (KpiTable before, KpiTable after) = (table.ToFacts().Read(query), longer.ToFacts().Read(query));
        foreach (Kpi kpi in kpis)
        {
            Assert.Equal((before[kpi].HasValue, before[kpi].ValueOr(0), before[kpi].Bounds), (after[kpi].HasValue, after[kpi].ValueOr(0), after[kpi].Bounds));

            // A stock counts entities, not rows.
            if (kpi.Formula.Measures.Any(measure => measure.IsStock))
                continue;
            Assert.Equal(before[kpi].RowsUsed, after[kpi].RowsUsed);
            Assert.Equal(LeftOut(before[kpi]) + table.Raw.Count, LeftOut(after[kpi]));
        }
    });

    [Fact]
    public void Where_a_constant_stands_in_a_sum_does_not_decide_which_rows_its_parts_read()
    {
        // Likes do not exist on the second platform; its reach has no part in the rate, wherever the 1 is taken off.
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(NaiveTable.Likes, [5, null], Blank.NotApplicable).Measure(NaiveTable.Reach, [10, 10]).Measure(NaiveTable.Saves, [2, 3]).Measure(NaiveTable.Views, [2, 3]));
        Kpi inside = Kpi.Define("inside", (NaiveTable.Likes / NaiveTable.Reach) - 1 + (NaiveTable.Saves / NaiveTable.Views), Unit.Number);
        Kpi outside = Kpi.Define("outside", (NaiveTable.Likes / NaiveTable.Reach) + (NaiveTable.Saves / NaiveTable.Views) - 1, Unit.Number);
        KpiTable table = facts.Read(KpiQuery.Of(inside, outside));
        Assert.Equal((0.5m, 0.5m), (table[inside].Value, table[outside].Value));
    }

    private static decimal LeftOut(Reading reading) => reading.Caveats.Where(caveat => caveat.Kind == CaveatKind.RowsLeftOut).Sum(caveat => caveat.Amount);
}
