namespace SocialKpi;

/// <summary>Finds one id that stands for two different measures.</summary>
internal static class MeasureConflicts
{
    public static void Find(string subject, IEnumerable<Measure> leaves, List<DefinitionIssue> issues)
    {
        foreach (IGrouping<string, Measure> sameId in leaves.SelectMany(leaf => leaf.Closure()).Distinct().GroupBy(measure => measure.Id))
        {
            // Row values named by text have no unit of their own (plain number): they are whatever is recorded under that id.
            bool isOneColumn = sameId.All(measure => measure.IsRecorded) && sameId.Count(measure => measure.Unit != Unit.Number) == 1;
            if (sameId.Count() > 1 && !isOneColumn)
                issues.Add(new(subject, $"the id '{sameId.Key}' stands for different measures ({string.Join("; ", sameId.Select(measure => measure.Definition))}); give each its own id"));
        }
    }
}
