namespace SocialKpi;

/// <summary>Finds one id that stands for two different measures.</summary>
internal static class MeasureConflicts
{
    public static void Find(string subject, IEnumerable<Measure> leaves, List<DefinitionIssue> issues)
    {
        foreach (IGrouping<string, Measure> sameId in leaves.SelectMany(leaf => leaf.Closure()).Distinct().GroupBy(measure => measure.Id))
        {
            if (sameId.Count() > 1)
                issues.Add(new(subject, $"the id '{sameId.Key}' stands for different measures ({string.Join("; ", sameId.Select(measure => measure.Definition))}); give each its own id"));
        }
    }
}
