namespace SocialKpi.Tests.Metrics;

public sealed class FormulaTests
{
    private static readonly Measure A = Measure.Sum("a", Unit.Count);
    private static readonly Measure B = Measure.Sum("b", Unit.Count);
    private static readonly Measure C = Measure.Sum("c", Unit.Count);

    public static TheoryData<Formula, string> Printed => new()
    {
        { A, "a" },
        { A + B + C, "a + b + c" },
        { A + (B + C), "a + (b + c)" },
        { A - (B - C), "a - (b - c)" },
        { A - B - C, "a - b - c" },
        { (A + B) * C, "(a + b) * c" },
        { A + B * C, "a + b * c" },
        { A * B / C, "a * b / c" },
        { A * (B / C), "a * (b / c)" },
        { A / (B * C), "a / (b * c)" },
        { A / (B + C), "a / (b + c)" },
        { 100 * (A - B) / C, "100 * (a - b) / c" },
        { 2.50m * A, "2.5 * a" },
        { A - Formula.Constant(-1), "a - -1" },
        { A / A.At(Context.Across("brand")), "a / a.at(across(\"brand\"))" },
        { (A + B).At(Context.Across("brand")), "(a + b).at(across(\"brand\"))" },
        { A.At(Context.Across("brand")).At(Context.Across("market")), "a.at(across(\"brand\")).at(across(\"market\"))" },
        { A.At(Context.Across("say \"hi\" \\ there")), "a.at(across(\"say \\\"hi\\\" \\\\ there\"))" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void ToString_OfATree_HasParenthesesOnlyWhereTheTreeNeedsThem(Formula formula, string text) =>
        Assert.Equal(text, formula.ToString());

    [Theory]
    [MemberData(nameof(Printed))]
    public void Parse_OfPrintedText_GivesTheSameTree(Formula formula, string text) =>
        Assert.Equal(formula, Formula.Parse(text, [A, B, C]));

    [Fact]
    public void Operators_AndTheirNamedTwins_MakeTheSameFormulas()
    {
        Assert.Equal(A + B, Formula.Add(A, B));
        Assert.Equal(A - B, Formula.Subtract(A, B));
        Assert.Equal(A * B, Formula.Multiply(A, B));
        Assert.Equal(A / B, Formula.Divide(A, B));
    }

    [Fact]
    public void Equals_OfTreesInAnotherOrder_IsFalse()
    {
        Assert.NotEqual(A / B * 100, 100 * A / B);
        Assert.NotEqual(A + B, B + A);
        Assert.NotEqual(A - B - C, A - (B - C));
        Assert.NotEqual<Formula>(A, A.At(Context.Across("brand")));
    }

    [Fact]
    public void Equals_OfEqualTrees_IsTrueWithOneHashCode()
    {
        Formula one = 1000 * A / B.At(Context.Across("brand"));
        Formula two = 1000.00m * Measure.Sum("a", Unit.Count) / Measure.Sum("b", Unit.Count).At(Context.Across("brand"));
        Assert.Equal(one, two);
        Assert.True(one == two);
        Assert.False(one != two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.False(one == null);
    }

    [Fact]
    public void Equals_OfMeasuresOfOneIdAndAnotherUnit_IsFalse() =>
        Assert.NotEqual(A / B, Measure.Sum("a", Unit.Money) / B);

    [Fact]
    public void Measures_OfAFormula_AreEachOnceInOrderOfAppearance() =>
        Assert.Equal([B, A], ((B - A) / B.At(Context.Across("brand"))).Measures);

    [Fact]
    public void Operators_WithNull_NameTheOperand()
    {
        Assert.Equal("right", Assert.Throws<ArgumentNullException>(() => A + null!).ParamName);
        Assert.Equal("left", Assert.Throws<ArgumentNullException>(() => null! / A).ParamName);
        Assert.Equal("context", Assert.Throws<ArgumentNullException>(() => A.At(null!)).ParamName);
    }

    [Fact]
    public void Operators_UpToTheDepthLimit_WorkAndBeyondItAreRefused()
    {
        Formula formula = A;
        for (int depth = 1; depth < Formula.MaxDepth; depth++) formula += B;

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => formula + B);
        Assert.Contains("at most 200 operations deep", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => formula.At(Context.Across("brand")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Across_WithoutADimension_IsRefused(string dimension) =>
        Assert.Equal("dimension", Assert.Throws<ArgumentException>(() => Context.Across(dimension)).ParamName);

    [Fact]
    public void Operators_SharedPartsWithoutEnd_AreRefusedBeforeTheyHang()
    {
        Formula formula = Measures.Clicks;
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
        {
            for (int i = 0; i < 100; i++) formula += formula;
        });
        Assert.Contains("10000 parts", refused.Message, StringComparison.Ordinal);
    }
}
