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
    private Catalog? _withUses;

    public Catalog Catalog { get; private set; } = Catalog.Standard;

    /// <summary>Adds the definitions of a source; where they are refused, the issues say why.</summary>
    public void Read(SetupSource<Catalog> source, List<DefinitionIssue> issues) => Catalog = Read(source, source.Name, Catalog, issues);

    /// <summary>Whether goals and benchmarks, and the measures of their KPIs, are of the definitions that their ids have here, or of one where an id has none.</summary>
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
            if (use.Kpi is { } used && Catalog.FindKpi(used.Id) != used)
                _withUses = Read(new SetupSource<Catalog>($"{source}, {use.Subject}", beside => WithMeasuresOf(used, beside)), $"{use.Subject} of {source}", _withUses ?? Catalog, found);
        }

        issues.AddRange(found.Distinct());
    }

    /// <summary>A catalogue with the measures of a KPI. Whether its id is taken is another question, so it stands there under one that no other definition has.</summary>
    private static Catalog WithMeasuresOf(Kpi kpi, Catalog beside)
    {
        try
        {
            return beside.With([], [Kpi.Define($"used_{kpi.Hash}", kpi.Formula, kpi.Unit, kpi.Direction)]);
        }
        catch (DefinitionException refusal)
        {
            throw new DefinitionException([.. refusal.Issues.Select(issue => issue with { Subject = $"KPI {kpi.Id}" })]);
        }
    }

    /// <summary>A catalogue with what a source adds to it, which later messages call by that name; as it was where the source is refused.</summary>
    private Catalog Read(SetupSource<Catalog> source, string called, Catalog before, List<DefinitionIssue> issues)
    {
        List<DefinitionIssue> found = [];
        Catalog after = source.Read(before, found) ?? before;
        if (after.Measures.Count > before.Measures.Count || after.Kpis.Count > before.Kpis.Count) _steps.Add((called, after));
        if (found.Count > 0) issues.AddRange(BesideWhom(source, found));
        return after;
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
