namespace SocialKpi;

/// <summary>What a formula must be like to be evaluated on one row alone.</summary>
internal static class RowFormula
{
    /// <summary>Whether every part has a meaning within one row: no context, and only measures that a row has a figure of.</summary>
    public static bool IsPossible(Formula formula) => formula switch
    {
        Measure measure => measure.Aggregation.HasRowValue,
        BinaryFormula binary => IsPossible(binary.Left) && IsPossible(binary.Right),
        _ => formula is ConstantFormula,
    };

    /// <summary>Why a share cannot be read alone.</summary>
    public static string UnweightedShare(Measure share) =>
        $"{share.Id} is a share, and shares of different audiences merge only weighted by their audience; use Kpis.ShareOfAudience, or a stock of {share.Id} * the audience";

    /// <summary>Adds what is wrong with a row formula; <paramref name="unit"/> is the measure's unit, null when any will do.</summary>
    public static void Check(string subject, Formula rowValue, Aggregation aggregation, Unit? unit, List<DefinitionIssue> issues)
    {
        if (!rowValue.HasMeasures)
            issues.Add(new(subject, $"the row value '{rowValue}' names no measure, so it reads nothing from a row; name at least one"));
        if (!IsPossible(rowValue))
            issues.Add(new(subject, $"the row value '{rowValue}' cannot be evaluated on one row: only measures that a row has a figure of, constants and + - * / have a meaning there"));

        if (aggregation == Aggregation.Sum)
        {
            foreach (Measure leaf in rowValue.Measures.Where(leaf => leaf.IsStock || leaf.Aggregation == Aggregation.Unique))
                issues.Add(new(subject, $"it would add up {leaf.Id} over rows, but that is {(leaf.IsStock ? "a stock" : "a number of people")}: use {leaf.Id} itself, or a mean of the rows"));
        }

        if (aggregation is not SnapshotAggregation)
        {
            foreach (Measure share in rowValue.Measures.Where(leaf => leaf.Aggregation == Aggregation.Share)) issues.Add(new(subject, UnweightedShare(share)));
        }

        ZeroDenominators.Find(subject, rowValue, issues);

        Unit inferred = FormulaUnit.Infer(subject, rowValue, issues);
        if (unit is { } declared && issues.Count == 0 && !UnitAlgebra.CanStandFor(inferred, declared, out string why))
            issues.Add(new(subject, why));
        MeasureConflicts.Find(subject, rowValue.Leaves(), issues);
    }
}
