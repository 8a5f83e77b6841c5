namespace SocialKpi;

/// <summary>Evaluates a formula in tree order from the figures of its leaves, each step one decimal operation.</summary>
internal static class FormulaEvaluation
{
    /// <summary>The figure of a formula whose leaves, in tree order, have these figures.</summary>
    public static Figure Evaluate(Formula formula, ReadOnlySpan<Figure> leaves)
    {
        int next = 0;
        return Step(formula, leaves, ref next);
    }

    private static Figure Step(Formula formula, ReadOnlySpan<Figure> leaves, ref int next)
    {
        switch (formula)
        {
            case Measure: return leaves[next++];
            case ConstantFormula constant: return Figure.Constant(constant.Value);
            case ContextFormula context: return Step(context.Inner, leaves, ref next);
            default:
                BinaryFormula binary = (BinaryFormula)formula;
                Figure left = Step(binary.Left, leaves, ref next);
                Figure right = Step(binary.Right, leaves, ref next);
                return Figure.Combine(binary.Operation, left, right);
        }
    }
}
