using NodaTime;

namespace SocialKpi.Tests.Data.Engine;

public sealed class RowReaderTests
{
    private static readonly Measure A = Measure.Sum("aa", Unit.Number);
    private static readonly Measure C = Measure.Sum("cc", Unit.Number);
    private static readonly Measure X = Measure.Sum("xx", Unit.Number);
    private static readonly Measure InA = X.Where(Condition.Is("g", "a"), "xa");
    private static readonly Measure Two = Measure.Sum("two", Unit.Number);
    private static readonly Measure One = Measure.Sum("one", Unit.Number);

    public static TheoryData<Formula, decimal> PartsWithAConstant => new()
    {
        { A + 5 + C, 10 },
        { C - (A - 5), 10 },
        { (5 - A) + C, 10 },
        { ((A + 5) * C) + C, 10 },
        { ((A + 5) * 2) + C, 10 },
        { C + (A * 2), 10 },
        { (A - A) + C + 5, 15 },
    };

    /// <summary>A part that does not apply counts as nothing, its constant too, whatever stands in other rows.</summary>
    [Theory]
    [MemberData(nameof(PartsWithAConstant))]
    public void Part_WithAConstantThatDoesNotApply_CountsAsNothingWhateverTheOtherRows(Formula formula, decimal expected)
    {
        foreach (Measure measure in (Measure[])[Measure.Sum("mm", Unit.Number, formula), Measure.Mean("mm", Unit.Number, formula), Measure.Median("mm", Unit.Number, formula)])
        {
            Kpi kpi = Kpi.Define("kk", measure, Unit.Number);
            KpiQuery query = KpiQuery.Of(kpi).By("g");
            foreach (decimal other in (decimal[])[1m, 0.00000001m])
            {
                Facts[] parts = [Row("p", null, 10), Row("q", other, 900_000_000_000m)];
                Facts whole = Facts.FromColumns(columns => columns
                    .Dimension("g", ["p", "q"]).Measure(A, [null, other], Blank.NotApplicable).Measure(C, [10m, 900_000_000_000m]));
                Assert.Equal(expected, whole.Read(query)[kpi, Segment.Of("g", "p")].Value);
                (Aggregator together, Aggregator one) = (new(query), new(query));
                together.Add(whole);
                foreach (Facts part in parts) one.Add(part);
                Assert.Equal(together.ToStates(), one.ToStates());
            }
        }

        static Facts Row(string group, decimal? a, decimal c) => Facts.FromColumns(columns => columns.Dimension("g", [group]).Measure(A, [a], Blank.NotApplicable).Measure(C, [c]));
    }

    public static TheoryData<string, Formula, decimal> UnderACondition => new()
    {
        // Rows: a with x = 10, b with x = 20, of which b is kept out.
        { "mean", InA, 10 },
        { "mean", InA * 2, 20 },
        { "mean", InA * Two, 20 },
        { "mean", Two / InA, 0.2m },
        { "median", InA * Two * One, 20 },
        { "sum", InA + 1, 11 },
        { "sum", (InA + 1) * One, 11 },
        { "mean", (InA + 1) * One, 11 },
        { "sum", InA + One, 12 },
        { "mean", InA + One, 6 },
        { "sum", InA + 1 + One, 13 },
        { "sum", InA + One + 1, 14 },
        { "sum", (InA * Two) + One, 22 },
        { "sum", InA - InA, 0 },
    };

    /// <summary>A row that a condition keeps out has nothing of the measure: no product of it, and no part of a sum, as where it does not apply.</summary>
    [Theory]
    [MemberData(nameof(UnderACondition))]
    public void RowFormula_OfAMeasureUnderACondition_HasNothingOnRowsThatAreKeptOut(string kind, Formula formula, decimal expected)
    {
        Facts facts = Facts.FromColumns(columns => columns.Dimension("g", ["a", "b"]).Measure(X, [10, 20]).Measure(Two, [2, 2]).Measure(One, [1, 1]));
        Measure measure = kind switch
        {
            "sum" => Measure.Sum("mm", Unit.Number, formula),
            "mean" => Measure.Mean("mm", Unit.Number, formula),
            _ => Measure.Median("mm", Unit.Number, formula),
        };
        Kpi kpi = Kpi.Define("kk", measure, Unit.Number);
        Reading reading = facts.Read(KpiQuery.Of(kpi))[kpi];
        Assert.Equal((expected, 2L), (reading.Value, reading.RowsUsed));
    }

    [Fact]
    public void Quotient_OfARowThatAConditionKeepsOut_DividesByNothing()
    {
        Facts facts = Facts.FromColumns(columns => columns.Dimension("g", ["a", "b"]).Measure(X, [10, 20]).Measure(Two, [2, 0]));
        Kpi kpi = Kpi.Define("kk", Measure.Mean("mm", Unit.Number, InA / Two), Unit.Number);
        Reading reading = facts.Read(KpiQuery.Of(kpi))[kpi];
        Assert.Equal(5, reading.Value);
        Assert.Empty(reading.Caveats);
    }

    [Fact]
    public void Stock_OfAProductBeyondADecimal_IsOutOfRangeAndNoError()
    {
        LocalDate day = new(2024, 1, 1);
        const decimal Huge = 900_000_000_000_000_000m;
        foreach (Formula formula in (Formula[])[X * Two, X * Two * One])
        {
            Facts facts = Facts.FromColumns(columns => columns
                .Time([day, day, day.PlusDays(1)]).Dimension("g", ["a", "a", "b"]).Measure(X, [Huge, Huge, 3]).Measure(Two, [Huge, Huge, 1]).Measure(One, [Huge, Huge, 1]));
            Kpi kpi = Kpi.Define("kk", Measure.Snapshot("st", Unit.Number, formula, per: ["g"]), Unit.Number);
            KpiTable table = facts.Read(KpiQuery.Of(kpi).By("g"));
            Assert.Equal(Absence.OutOfRange, table[kpi].Absence);
            Assert.Equal(Absence.OutOfRange, table[kpi, Segment.Of("g", "a")].Absence);
            Assert.Equal(3, table[kpi, Segment.Of("g", "b")].Value);
            Aggregator sent = new(table.Query);
            sent.Add(facts);
            Aggregator back = new(table.Query);
            back.Merge(sent.ToStates());
            Assert.Equal(table.ToJson(), back.Result().ToJson());
        }
    }

    [Fact]
    public void Stock_OfAQuotient_IsSummedBeforeItIsRounded()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2024, 1, 1), new LocalDate(2024, 1, 1)]).Dimension("g", ["a", "b"]).Measure(X, [100_000_000_000_000_000m, 1]).Measure(Two, [3, 3]));
        Kpi stock = Kpi.Define("stock", Measure.Snapshot("st", Unit.Number, X / Two, per: ["g"]), Unit.Number);
        Kpi sum = Kpi.Define("sum", Measure.Sum("su", Unit.Number, X / Two), Unit.Number);
        KpiTable table = facts.Read(KpiQuery.Of(stock, sum));
        Assert.Equal(table[sum].Value, table[stock].Value);
    }

    public static TheoryData<Formula, decimal> WithMoreDecimalsThanFigures => new()
    {
        // On a row with aa = 1 and cc = 3.
        { A + 0.0000000000000000005m, 1 },
        { A + 0.0000000000000000015m, 1.000000000000000002m },
        { A - 0.0000000000000000005m, 1 },
        { A + 0.0000000000000000000000000001m, 1 },
        { (A / C) + 0.0000000000000000005m, 0.333333333333333334m },
        { (A + 0.0000000000000000005m) * C, 3.000000000000000002m },
        { C + 1.0000000000000000000000m, 4 },
    };

    /// <summary>A row is exact until its end, whatever decimals stand in its formula, and is then rounded once, half-even, to 18.</summary>
    [Theory]
    [MemberData(nameof(WithMoreDecimalsThanFigures))]
    public void RowFormula_OfAConstantWithMoreDecimals_IsRoundedOnceAtTheEndOfTheRow(Formula formula, decimal expected)
    {
        Facts facts = Facts.FromColumns(columns => columns.Dimension("g", ["a", "a"]).Measure(A, [1, null]).Measure(C, [3, 3]));
        Measure[] measures =
        [
            Measure.Sum("mm", Unit.Number, formula), Measure.Mean("mm", Unit.Number, formula), Measure.Median("mm", Unit.Number, formula),
            Measure.Snapshot("mm", Unit.Number, formula, per: ["g"]),
        ];
        foreach (Measure measure in measures)
        {
            Kpi kpi = Kpi.Define("kk", measure, Unit.Number);
            KpiQuery query = KpiQuery.Of(kpi).Where(Condition.AtLeast("aa", 0));
            Assert.Equal(expected, facts.Read(query)[kpi].Value);
            (Aggregator gathered, Aggregator back) = (new(query), new(query));
            gathered.Add(facts);
            back.Merge(gathered.ToStates());
            Assert.Equal(expected, back.Result()[kpi].Value);
        }
    }

    [Fact]
    public void Mean_TooSmallForADecimal_IsNoFalseZero()
    {
        Figure mean = MeanState.Of(SumState.Of(1, 18, 1_000_000_000_000)).Finalise();
        Assert.Equal(Absence.OutOfRange, mean.Absence);
    }

    [Fact]
    public void Mean_OfEqualRows_IsTheirFigureHoweverManyDigitsTheSumHas()
    {
        foreach (int rows in (int[])[1, 2, 3, 1000])
        {
            Facts facts = Facts.FromColumns(columns => columns
                .Measure(A, Enumerable.Repeat((decimal?)70_000_000_000m, rows).ToArray()).Measure(C, Enumerable.Repeat((decimal?)0.000000000000000001m, rows).ToArray()));
            Kpi kpi = Kpi.Define("kk", Measure.Mean("mm", Unit.Number, A + C), Unit.Number);
            Assert.Equal(70_000_000_000.000000000000000001m, facts.Read(KpiQuery.Of(kpi))[kpi].Value);
        }
    }
}
