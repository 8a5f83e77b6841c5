namespace SocialKpi;

/// <summary>A formula that is in essence one count divided by another, whatever constants scale it.</summary>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">What it is counted out of.</param>
internal sealed record CountRatio(Formula Numerator, Formula Denominator)
{
    /// <summary>
    /// The counts that a formula divides; null when it is not a ratio of counts. Only there a numerator without a
    /// denominator is odd (a conversion without a click); money spent on an ad that nobody clicked is not.
    /// </summary>
    public static CountRatio? Of(Formula formula) => formula switch
    {
        BinaryFormula { Operation: Operation.Divide or Operation.Multiply, Right: ConstantFormula } scaled => Of(scaled.Left),
        BinaryFormula { Operation: Operation.Multiply, Left: ConstantFormula } scaled => Of(scaled.Right),
        BinaryFormula { Operation: Operation.Divide } quotient when IsCount(quotient.Left) && IsCount(quotient.Right) => new CountRatio(Unscaled(quotient.Left), Unscaled(quotient.Right)),
        _ => null,
    };

    private static Formula Unscaled(Formula formula) => formula switch
    {
        BinaryFormula { Operation: Operation.Multiply or Operation.Divide, Right: ConstantFormula } scaled => Unscaled(scaled.Left),
        BinaryFormula { Operation: Operation.Multiply, Left: ConstantFormula } scaled => Unscaled(scaled.Right),
        _ => formula,
    };

    private static bool IsCount(Formula formula) =>
        RowFormula.IsPossible(formula) && formula.Leaves().All(leaf => leaf.Aggregation.AddsUp) && FormulaUnit.Infer("", formula, []).Kind == UnitKind.Count;
}
