using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using SocialKpi.Tests.Laws;

namespace SocialKpi.Tests.Data.Engine;

public sealed class IntegerFormulaLaws
{
    [Fact]
    public void A_formula_in_integers_is_the_formula_row_by_row()
    {
        int inIntegers = 0;
        Prop.ForAll(
            (from table in TableArbitrary.Of(TimeKind.None, Gen.Constant(Currency.EUR)) from formula in Gen.Choose(1, 4).SelectMany(KpiArbitrary.RowFormula) select (table, formula)).ToArbitrary(),
            one =>
            {
                (NaiveTable table, Formula formula) = one;
                if (table.Raw.Count == 0 || formula.Measures.Count == 0) return;
                Facts facts = (table with { Raw = [.. Enumerable.Repeat(table.Raw, 1 + (1_500 / table.Raw.Count)).SelectMany(rows => rows)] }).ToFacts();
                RowReader reader = new(facts);
                RowStatuses statuses = reader.Statuses(formula);
                RowExpression expression = reader.Expression(formula);
                if (expression.AsIntegers is not { } integers) return;
                inIntegers++;
                for (int start = 0; start < facts.RowCount; start += RowBlock.Size)
                {
                    RowBlock block = new(start, Math.Min(RowBlock.Size, facts.RowCount - start));
                    reader.Read(block);
                    ReadOnlySpan<long> figures = integers.Read(block);
                    for (int at = 0; at < block.Count; at++)
                    {
                        if ((statuses.WithoutFigure(at / RowMask.WordSize) >> (at % RowMask.WordSize) & 1) != 0) continue;
                        Assert.Equal((BigInteger)figures[at], expression.At(block, at)!.Value.Scaled(integers.Decimals));
                        Assert.InRange((Int128)figures[at], integers.Least, integers.Greatest);
                    }
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
        Assert.InRange(inIntegers, 30, 400);
    }
}
