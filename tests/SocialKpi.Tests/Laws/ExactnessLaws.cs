using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Laws;

public class ExactnessLaws
{
    private static readonly Measure Views = NaiveTable.Views;
    private static readonly Kpi Sum = Kpi.Define("views", Views, Unit.Count, Direction.Neutral);

    [Fact]
    public void Sums_of_many_figures_of_18_digits_are_exact_beyond_64_bits() => Prop.ForAll(
        Gen.ListOf(TableArbitrary.Huge(0), 200).ToArbitrary(),
        figures =>
        {
            // Fifty times over: about 10^22, far beyond the 9.2 × 10^18 of 64 bits.
            IReadOnlyList<decimal> many = [.. Enumerable.Range(0, 50).SelectMany(_ => figures).Select(Math.Abs)];
            BigInteger expected = many.Aggregate(BigInteger.Zero, (sum, figure) => sum + (BigInteger)figure);
            Reading sum = Facts.FromRows(many, row => row.Measure(Views, figure => figure)).Read(KpiQuery.Of(Sum))[Sum];
            Assert.Equal(expected, (BigInteger)sum.Value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Doubles_enter_by_their_shortest_text() => Prop.ForAll(
        Gen.ListOf(from digits in Gen.Choose(-99_999_999, 99_999_999) from scale in Gen.Choose(0, 6) select digits / Math.Pow(10, scale), 20).ToArbitrary(),
        figures =>
        {
            decimal expected = figures.Sum(figure => decimal.Parse(figure.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture));
            Assert.Equal(expected, Facts.FromRows(figures, row => row.Measure(Views, figure => (double?)figure)).Read(KpiQuery.Of(Sum))[Sum].Value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tenth_and_two_tenths_are_three_tenths() =>
        Assert.Equal(0.3m, Facts.FromRows([0.1, 0.2], row => row.Measure(Views, figure => (double?)figure)).Read(KpiQuery.Of(Sum))[Sum].Value);

    [Fact]
    public void A_measure_divided_by_itself_is_one_wherever_it_is_not_zero() => CaseArbitrary.OneTable.Holds(100, one =>
    {
        Kpi ratio = Kpi.Define("ratio", Views / Views, Unit.Ratio, Direction.Neutral);
        foreach (KpiRow row in one.Tables[0].ToFacts().Read(KpiQuery.Of(ratio, Sum).By("brand")).Rows)
        {
            if (row[Sum].HasValue)
                Assert.Equal((row[Sum].Value == 0 ? Absence.ZeroDenominator : null, row[Sum].Value == 0 ? 0m : 1m), (row[ratio].Absence, row[ratio].ValueOr(0)));
        }
    });

    [Fact]
    public void Spend_in_cents_makes_costs_a_hundred_times_as_high() => CaseArbitrary.OneTable.Holds(100, one =>
    {
        Kpi cost = Kpi.Define("cost", NaiveTable.Spend / NaiveTable.Likes, Unit.Money, Direction.LowerIsBetter);
        NaiveTable table = one.Tables[0];
        NaiveTable cents = table with { Raw = [.. table.Raw.Select(row => row with { Figures = [.. row.Figures.Select((figure, i) => i == 3 ? figure * 100 : figure)] })] };
        (Reading before, Reading after) = (table.ToFacts().Read(KpiQuery.Of(cost))[cost], cents.ToFacts().Read(KpiQuery.Of(cost))[cost]);
        Assert.Equal(before.Absence, after.Absence);
        if (before.HasValue)
            Assert.True(Math.Abs((before.Value * 100) - after.Value) <= Math.Max(1e-26m, Math.Abs(after.Value) * 1e-27m), $"{before.Value} and {after.Value}");
    });
}
