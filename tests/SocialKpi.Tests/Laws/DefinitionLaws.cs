using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Laws;

public class DefinitionLaws
{
    private static readonly Arbitrary<Formula> Formulas = Arb.From(KpiArbitrary.Formula, KpiArbitrary.Shrink);

    [Fact]
    public void A_formula_is_read_back_from_its_text() => Prop.ForAll(Formulas, formula =>
    {
        Formula read = Formula.Parse(formula.ToString(), formula.Measures);
        Assert.Equal(formula, read);
        Assert.Equal(formula.ToString(), read.ToString());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Equal_formulas_have_equal_hashes_and_different_ones_have_different_hashes() => Prop.ForAll(
        (from a in KpiArbitrary.Kpi from b in KpiArbitrary.Kpi select (a, b)).ToArbitrary(),
        pair =>
        {
            Assert.Equal(pair.a.Hash, Kpi.Define("another", Formula.Parse(pair.a.Formula.ToString(), pair.a.Formula.Measures), pair.a.Unit, pair.a.Direction).Hash);
            Assert.Equal(pair.a.Formula == pair.b.Formula && pair.a.Unit == pair.b.Unit, pair.a.Hash == pair.b.Hash);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_KPI_is_read_back_from_its_JSON_with_its_hash_byte_by_byte() => Prop.ForAll(KpiArbitrary.Kpi.ToArbitrary(), kpi =>
    {
        string json = kpi.ToJson();
        Kpi read = Kpi.FromJson(json);
        Assert.Equal(kpi.Hash, read.Hash);
        Assert.Equal(kpi, read);
        Assert.Equal(json, read.ToJson());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Another_direction_or_unit_is_another_hash() => Prop.ForAll(KpiArbitrary.Kpi.ToArbitrary(), kpi =>
    {
        Assert.Equal(4, Enum.GetValues<Direction>().Select(direction => Kpi.Define(kpi.Id, kpi.Formula, kpi.Unit, direction).Hash).Distinct().Count());
        Assert.NotEqual(
            Kpi.Define("rate", NaiveTable.Likes / NaiveTable.Reach, Unit.Ratio, kpi.Direction).Hash,
            Kpi.Define("rate", NaiveTable.Likes / NaiveTable.Reach, Unit.Number, kpi.Direction).Hash);
    }).QuickCheckThrowOnFailure();
}
