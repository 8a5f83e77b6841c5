namespace SocialKpi;

/// <summary>What must hold for a KPI; every breach is an issue of its own.</summary>
internal static class KpiRules
{
    public static List<DefinitionIssue> Check(string id, Formula formula, Unit unit)
    {
        List<DefinitionIssue> issues = [];
        string subject = string.IsNullOrWhiteSpace(id) ? "KPI" : $"KPI {UnicodeText.Shown(id)}";
        CheckId(subject, id, issues);
        if (!formula.HasMeasures) issues.Add(new(subject, $"the formula '{formula}' names no measure, so it reads nothing; name at least one"));
        MeasureConflicts.Find(subject, formula.Leaves(), issues);
        ZeroDenominators.Find(subject, formula, issues);
        foreach (Measure share in formula.Measures.Where(leaf => leaf.Aggregation == Aggregation.Share)) issues.Add(new(subject, RowFormula.UnweightedShare(share)));
        foreach (Measure flow in ReadAtOpening(formula, isOpening: false).Distinct())
            issues.Add(new(subject, $"it reads {flow.Id} at the opening, but only a stock has a value at one moment; use a measure made with Measure.Snapshot, or another context"));

        List<DefinitionIssue> unitIssues = [];
        Unit inferred = FormulaUnit.Infer(subject, formula, unitIssues);
        if (unitIssues.Count == 0 && !UnitAlgebra.CanStandFor(inferred, unit, out string why)) unitIssues.Add(new(subject, why));
        return [.. issues, .. unitIssues];
    }

    /// <summary>What is wrong with an id, which is known without the formula.</summary>
    public static void CheckId(string subject, string id, List<DefinitionIssue> issues)
    {
        if (!Identifier.IsDotted(id)) issues.Add(new(subject, $"'{UnicodeText.Shown(id ?? "")}' is not an id: {Identifier.Rule}; words may be joined by dots"));
    }

    private static IEnumerable<Measure> ReadAtOpening(Formula formula, bool isOpening) => formula switch
    {
        Measure measure => isOpening && !measure.IsStock ? [measure] : [],
        ContextFormula context => ReadAtOpening(context.Inner, isOpening || context.Context == Context.Opening),
        BinaryFormula binary => [.. ReadAtOpening(binary.Left, isOpening), .. ReadAtOpening(binary.Right, isOpening)],
        _ => [],
    };
}
