namespace SocialKpi;

/// <summary>Looks at facts by rules and collects what it finds. Used once; not thread-safe.</summary>
internal sealed class QualityCheck
{
    private readonly Facts _facts;
    private readonly QualityRules _rules;

    private QualityCheck(Facts facts, QualityRules rules) => (_facts, _rules) = (facts, rules);

    public static QualityReport Run(Facts facts, QualityRules rules)
    {
        QualityCheck check = new(facts, rules);
        check.CheckRules();

        // Every check goes through entities and time in order, and sorting keeps that order.
        return new QualityReport(facts.RowCount, check.Findings().OrderBy(finding => finding.Kind).ThenBy(finding => finding.Column, StringComparer.Ordinal));
    }

    private void CheckRules()
    {
        List<DefinitionIssue> issues = [];
        foreach (string name in _rules.Entity.Where(name => _facts.DimensionOf(name) is null))
        {
            string meant = Nearest.Of(name, _facts.Dimensions) is { } near ? $"; did you mean {near}?" : "";
            issues.Add(new("quality", $"'{name}' is not a dimension of the facts{meant}; they have: {(_facts.Dimensions.Count == 0 ? "none" : string.Join(", ", _facts.Dimensions))}"));
        }

        if (_rules.IsDaily && !_facts.HasTime) issues.Add(new("quality", "the facts have no time, so they are no daily series; describe it with Time(…)"));
        foreach (QualityLimit limit in _rules.Limits)
        {
            string[] missing = [.. limit.Parts.Prepend(limit.Whole).Select(measure => measure.Id).Where(id => _facts.ValueOf(id) is null).Distinct()];
            if (missing.Length > 0) issues.Add(new($"limit {limit}", $"the facts do not record {string.Join(", ", missing)}; record it or leave the limit out"));
            string[] units = [.. limit.Parts.Prepend(limit.Whole).Select(measure => _facts.ValueOf(measure.Id)?.Unit.ToString()).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (units.Length > 1) issues.Add(new($"limit {limit}", $"its columns are in {string.Join(" and ", units)}, which cannot be compared; record them in one unit or leave the limit out"));
        }

        DefinitionException.ThrowIfAny(issues);
    }

    private IEnumerable<QualityFinding> Findings()
    {
        if (_facts.DuplicatesDropped > 0) yield return QualityText.Dropped(_facts.DuplicatesDropped);
        IReadOnlyList<QualitySeries> entities = QualitySeries.Per(_facts, _rules.Entity);
        IReadOnlyList<QualitySeries> parts = _rules.IsDaily ? entities : [QualitySeries.Whole(_facts)];
        foreach (QualityFinding finding in new QualityOverlaps(_facts, _rules).Find(entities)) yield return finding;
        QualityFigures figures = new(_facts, _rules);
        foreach (QualityFinding finding in parts.SelectMany(figures.Find)) yield return finding;

        if (_rules.JumpsAbove is not { } factor) yield break;
        foreach (QualitySeries series in entities)
        {
            foreach (QualityFinding finding in QualityDays.Missing(series)) yield return finding;
            foreach (string name in _facts.RowValues)
            {
                ValueColumn column = _facts.ValueOf(name)!;
                foreach (QualityFinding finding in QualityDays.Unknown(series, name, column)) yield return finding;
                foreach (QualityFinding finding in QualityJumps.Find(series, name, column, factor)) yield return finding;
            }
        }
    }
}
