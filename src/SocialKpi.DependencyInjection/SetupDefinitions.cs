namespace SocialKpi.DependencyInjection;

/// <summary>
/// The definitions of all sources, read one beside the other. What cannot stand beside an earlier source is told with the name of that source, and so are
/// goals and benchmarks of another definition than an id has.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class SetupDefinitions
{
    private readonly List<(string Source, Catalog After)> _steps = [];
    private readonly Dictionary<string, (string Hash, string Where)> _used = new(StringComparer.Ordinal);

    public Catalog Catalog { get; private set; } = Catalog.Standard;

    /// <summary>Adds the definitions of a source; where they are refused, the issues say why.</summary>
    public void Read(SetupSource<Catalog> source, List<DefinitionIssue> issues)
    {
        List<DefinitionIssue> found = [];
        Catalog before = Catalog;
        Catalog = source.Read(before, found) ?? before;
        if (Catalog.Measures.Count > before.Measures.Count || Catalog.Kpis.Count > before.Kpis.Count) _steps.Add((source.Name, Catalog));
        if (found.Count > 0) issues.AddRange(BesideWhom(source, found));
    }

    /// <summary>Whether goals and benchmarks are of the definitions that their KPIs' ids have here, or of one where an id has none.</summary>
    public void Check(string source, IEnumerable<KpiUse> uses, List<DefinitionIssue> issues)
    {
        List<DefinitionIssue> found = [];
        foreach (KpiUse use in uses)
        {
            if (!_used.TryGetValue(use.KpiId, out (string Hash, string Where) there))
            {
                there = Catalog.FindKpi(use.KpiId) is { } kpi ? (kpi.Hash, Origin(kpi)) : (use.Hash, $"{use.Subject} of {source}");
                _used.Add(use.KpiId, there);
            }

            if (there.Hash != use.Hash)
                found.Add(new($"{source}, {use.Subject}{Beside(there.Where)}", $"another definition has the id of its KPI {use.KpiId} already; give the new one an id of its own"));
        }

        issues.AddRange(found.Distinct());
    }

    /// <summary>The issues, each with the source that it came with when the source was read beside one more of those before it.</summary>
    private DefinitionIssue[] BesideWhom(SetupSource<Catalog> source, List<DefinitionIssue> found)
    {
        Dictionary<DefinitionIssue, string> whom = [];
        List<DefinitionIssue> fewer = IssuesBeside(Catalog.Standard);
        foreach ((string other, Catalog after) in _steps)
        {
            List<DefinitionIssue> more = IssuesBeside(after);

            // An issue in the place of another is the same one, told with what is known by now.
            foreach (DefinitionIssue issue in found.Where(issue => more.Contains(issue) && !fewer.Contains(issue) && CountOf(more, issue) > CountOf(fewer, issue)))
                whom.TryAdd(issue, other);
            fewer = more;
        }

        return [.. found.Select(issue => issue with { Subject = issue.Subject + Beside(whom.GetValueOrDefault(issue, source.Name), source.Name) })];

        List<DefinitionIssue> IssuesBeside(Catalog catalog)
        {
            List<DefinitionIssue> issues = [];
            _ = source.Read(catalog, issues);
            return issues;
        }

        static int CountOf(List<DefinitionIssue> issues, DefinitionIssue like) => issues.Count(issue => issue.Subject == like.Subject);
    }

    /// <summary>The source that defined a KPI; empty of a standard one.</summary>
    private string Origin(Kpi kpi) => Catalog.Standard.FindKpi(kpi.Id) is not null ? "" : _steps.First(step => step.After.FindKpi(kpi.Id) is not null).Source;

    private static string Beside(string whom, string source = "") => whom == source || whom.Length == 0 ? "" : $", beside {whom}";
}
