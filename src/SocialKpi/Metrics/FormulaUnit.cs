namespace SocialKpi;

/// <summary>Works out the unit of a formula from its measures, so that a KPI cannot be declared in a unit it does not have.</summary>
internal static class FormulaUnit
{
    /// <summary>The unit of a formula; every place where units do not combine is added to <paramref name="issues"/>.</summary>
    public static Unit Infer(string subject, Formula formula, List<DefinitionIssue> issues)
    {
        switch (formula)
        {
            case Measure measure: return measure.Unit;
            case ContextFormula context: return Infer(subject, context.Inner, issues);
            case BinaryFormula binary:
                Unit left = Infer(subject, binary.Left, issues);
                Unit right = Infer(subject, binary.Right, issues);
                if (Combine(binary.Operation, left, right, out Unit result, out string why)) return result;
                issues.Add(new(subject, $"in '{binary}': {why}"));
                return left;
            default: return Unit.Number;
        }
    }

    private static bool Combine(Operation operation, Unit left, Unit right, out Unit result, out string why) => operation switch
    {
        Operation.Add => UnitAlgebra.TryAdd(left, right, out result, out why),
        Operation.Subtract => UnitAlgebra.TrySubtract(left, right, out result, out why),
        Operation.Multiply => UnitAlgebra.TryMultiply(left, right, out result, out why),
        _ => UnitAlgebra.TryDivide(left, right, out result, out why),
    };
}
