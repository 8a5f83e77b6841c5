namespace SocialKpi;

/// <summary>Finds divisions that can never have a value, because constants make their denominator zero.</summary>
internal static class ZeroDenominators
{
    public static void Find(string subject, Formula formula, List<DefinitionIssue> issues)
    {
        switch (formula)
        {
            case ContextFormula context:
                Find(subject, context.Inner, issues);
                break;
            case BinaryFormula binary:
                Find(subject, binary.Left, issues);
                Find(subject, binary.Right, issues);
                if (binary.Operation == Operation.Divide && Constant(binary.Right) == 0)
                    issues.Add(new(subject, $"'{binary}' divides by the constant zero, so it can never have a value"));
                break;
        }
    }

    /// <summary>The value of a formula that is constant whatever is measured; null when it is not, or has none.</summary>
    private static decimal? Constant(Formula formula)
    {
        if (formula is ConstantFormula constant) return constant.Value;
        if (formula is ContextFormula context) return Constant(context.Inner);
        if (formula is not BinaryFormula binary) return null;
        (decimal? left, decimal? right) = (Constant(binary.Left), Constant(binary.Right));
        if (binary.Operation == Operation.Multiply && (left == 0 || right == 0)) return 0;
        if (left is not { } a || right is not { } b) return null;
        try
        {
            return binary.Operation switch
            {
                Operation.Add => a + b,
                Operation.Subtract => a - b,
                Operation.Multiply => a * b,
                _ => b == 0 ? null : a / b,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
