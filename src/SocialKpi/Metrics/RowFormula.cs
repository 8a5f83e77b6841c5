namespace SocialKpi;

/// <summary>What a formula must be like to be evaluated on one row alone.</summary>
internal static class RowFormula
{
    /// <summary>Whether every part has a meaning within one row: no context, and only measures that add up.</summary>
    public static bool IsPossible(Formula formula) => formula switch
    {
        Measure measure => measure.Aggregation.HasRowValue,
        BinaryFormula binary => IsPossible(binary.Left) && IsPossible(binary.Right),
        _ => formula is ConstantFormula,
    };

    /// <summary>Adds what is wrong with a row formula; <paramref name="unit"/> is the measure's unit, null when any will do.</summary>
    public static void Check(string subject, Formula rowValue, Unit? unit, List<DefinitionIssue> issues)
    {
        if (!rowValue.HasMeasures)
            issues.Add(new(subject, $"the row value '{rowValue}' names no measure, so it reads nothing from a row; name at least one"));
        if (!IsPossible(rowValue))
            issues.Add(new(subject, $"the row value '{rowValue}' cannot be evaluated on one row: only measures that add up, constants and + - * / have a meaning there"));

        ZeroDenominators.Find(subject, rowValue, issues);

        Unit inferred = FormulaUnit.Infer(subject, rowValue, issues);
        if (unit is { } declared && issues.Count == 0 && !UnitAlgebra.CanStandFor(inferred, declared, out string why))
            issues.Add(new(subject, why));
        MeasureConflicts.Find(subject, rowValue.Leaves(), issues);
    }
}
