namespace SocialKpi;

/// <summary>What must hold for a KPI; every breach is an issue of its own.</summary>
internal static class KpiRules
{
    public static List<DefinitionIssue> Check(string id, Formula formula, Unit unit)
    {
        List<DefinitionIssue> issues = [];
        string subject = string.IsNullOrWhiteSpace(id) ? "KPI" : $"KPI {id}";
        if (!Identifier.IsDotted(id)) issues.Add(new(subject, $"'{id}' is not an id: {Identifier.Rule}; words may be joined by dots"));
        if (!formula.HasMeasures) issues.Add(new(subject, $"the formula '{formula}' names no measure, so it reads nothing; name at least one"));
        MeasureConflicts.Find(subject, formula.Leaves(), issues);
        FindZeroDenominators(subject, formula, issues);

        List<DefinitionIssue> unitIssues = [];
        Unit inferred = FormulaUnit.Infer(subject, formula, unitIssues);
        if (unitIssues.Count == 0 && !UnitAlgebra.CanStandFor(inferred, unit, out string why)) unitIssues.Add(new(subject, why));
        return [.. issues, .. unitIssues];
    }

    private static void FindZeroDenominators(string subject, Formula formula, List<DefinitionIssue> issues)
    {
        switch (formula)
        {
            case ContextFormula context:
                FindZeroDenominators(subject, context.Inner, issues);
                break;
            case BinaryFormula binary:
                FindZeroDenominators(subject, binary.Left, issues);
                FindZeroDenominators(subject, binary.Right, issues);
                if (binary is { Operation: Operation.Divide, Right: ConstantFormula { Value: 0 } })
                    issues.Add(new(subject, $"'{binary}' divides by the constant zero, so it can never have a value"));
                break;
        }
    }
}
