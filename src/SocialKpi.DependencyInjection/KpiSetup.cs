namespace SocialKpi.DependencyInjection;

/// <summary>
/// What <c>AddSocialKpi</c> is told: own measures and KPIs, the calendar, goals and benchmarks, as values or as JSON. Nothing is needed:
/// left alone it is the standard catalogue, the ISO calendar, no goals and no benchmarks.
/// </summary>
/// <remarks>
/// A stream is read to its end when its method is called and is not closed; it holds UTF-8. All content is read together, whatever the order of the
/// calls: measures of code and documents, KPIs made in code, KPIs of documents, then goals and benchmarks, so each may name what stands before it in this
/// list. A builder: not thread-safe.
/// </remarks>
public sealed class KpiSetup
{
    private readonly List<SetupSource<Catalog>> _measures = [];
    private readonly List<SetupSource<Catalog>> _kpis = [];
    private readonly List<SetupSource<Catalog>> _documents = [];
    private readonly List<SetupSource<Catalog>> _measuresOfDocuments = [];
    private readonly List<SetupSource<GoalPlan>> _goals = [];
    private readonly List<SetupSource<BenchmarkSet>> _benchmarks = [];
    private ReportingCalendar _calendar = ReportingCalendar.Iso;

    internal KpiSetup()
    {
    }

    /// <summary>Adds KPIs to the standard ones.</summary>
    public KpiSetup Define(params IEnumerable<Kpi> kpis)
    {
        Kpi[] given = Given(kpis, nameof(kpis));
        return Add(_kpis, "code", beside => beside.With([], given));
    }

    /// <summary>Adds measures to the standard ones, for formulas of KPIs in JSON.</summary>
    public KpiSetup Define(params IEnumerable<Measure> measures)
    {
        Measure[] given = Given(measures, nameof(measures));
        return Add(_measures, "code", beside => beside.With(given, []));
    }

    /// <summary>Adds measures and KPIs of a JSON document, as <see cref="Catalog.FromJson"/> reads it.</summary>
    /// <param name="json">The document.</param>
    /// <param name="source">What messages call it, such as its file name.</param>
    public KpiSetup Define(Stream json, string source)
    {
        SetupText text = TextOf(json, source);
        Add(_measuresOfDocuments, source, beside => Catalog.FromJson(text.MeasuresAlone(), beside));
        return Add(_documents, source, beside => Catalog.FromJson(text.Decode(), beside));
    }

    /// <summary>Says how the organisation cuts time; the last call holds.</summary>
    public KpiSetup Calendar(ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        _calendar = calendar;
        return this;
    }

    /// <summary>Adds goals and objectives.</summary>
    public KpiSetup Goals(GoalPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Add(_goals, "code", catalog => Known(plan, catalog));
    }

    /// <summary>Adds goals and objectives of a JSON document, as <see cref="GoalPlan.FromJson"/> reads it.</summary>
    /// <param name="json">The document; objectives are aligned with others of the same document.</param>
    /// <param name="source">What messages call it, such as its file name.</param>
    public KpiSetup Goals(Stream json, string source) => Add(_goals, json, source, GoalPlan.FromJson);

    /// <summary>Adds benchmarks, such as a file that <c>CsvBenchmarks</c> of SocialKpi.Import has read.</summary>
    public KpiSetup Benchmarks(BenchmarkSet benchmarks)
    {
        ArgumentNullException.ThrowIfNull(benchmarks);
        return Add(_benchmarks, "code", _ => benchmarks);
    }

    /// <summary>Adds benchmarks of a JSON document, as <see cref="BenchmarkSet.Parse"/> reads it.</summary>
    /// <param name="json">The document.</param>
    /// <param name="source">What messages call it, such as its file name.</param>
    /// <param name="variants">What a publisher means: its definition, word for word, and the KPI that it is.</param>
    public KpiSetup Benchmarks(Stream json, string source, IReadOnlyDictionary<string, Kpi>? variants = null) =>
        Add(_benchmarks, json, source, (text, catalog) => BenchmarkSet.Parse(text, catalog, variants));

    /// <summary>All of it, read and checked.</summary>
    /// <exception cref="DefinitionException">Something is wrong; the issues of all sources are listed, each with its source.</exception>
    internal SetupResult Read()
    {
        List<DefinitionIssue> issues = [];
        Catalog catalog = ReadDefinitions(issues);
        GoalPlan[] plans = [.. _goals.Select(source => source.Read(catalog, issues)).OfType<GoalPlan>()];
        BenchmarkSet[] sets = ReadBenchmarks(catalog, issues);

        // One plan of all: ids are unique across the documents too. A document that cannot be read has said so already.
        SetupSource<GoalPlan> together = new(string.Join(" and ", _goals.Select(source => source.Name).Distinct()),
            _ => GoalPlan.Of(plans.SelectMany(plan => plan.Goals), plans.SelectMany(plan => plan.Objectives)));
        GoalPlan? plan = plans is [GoalPlan only] ? only : together.Read(catalog, issues);
        return issues.Count == 0
            ? new SetupResult(catalog, _calendar, plan!, BenchmarkSet.Of(sets.SelectMany(set => set.Benchmarks)))
            : throw new DefinitionException(issues);
    }

    private Catalog ReadDefinitions(List<DefinitionIssue> issues)
    {
        Catalog catalog = Read(_measures, Catalog.Standard, issues);

        // Measures of one document may rest on those of another that comes later. What is wrong with them is told where the document is read whole.
        for (int before = -1; before < catalog.Measures.Count;)
        {
            before = catalog.Measures.Count;
            catalog = Read(_measuresOfDocuments, catalog, []);
        }

        return Read(_documents, Read(_kpis, catalog, issues), issues);

        static Catalog Read(List<SetupSource<Catalog>> sources, Catalog catalog, List<DefinitionIssue> issues) =>
            sources.Aggregate(catalog, (all, source) => source.Read(all, issues) ?? all);
    }

    /// <summary>The benchmarks of each source; two that contradict each other, or say the same twice, are named both.</summary>
    private BenchmarkSet[] ReadBenchmarks(Catalog catalog, List<DefinitionIssue> issues)
    {
        List<(string Name, BenchmarkSet Set)> sets = [];
        foreach (SetupSource<BenchmarkSet> source in _benchmarks)
        {
            if (source.Read(catalog, issues) is not { } set) continue;
            foreach ((string name, BenchmarkSet other) in sets)
            {
                string both = name == source.Name ? $"{name}, twice" : $"{name} and {source.Name}";
                _ = new SetupSource<BenchmarkSet>(both, _ => BenchmarkSet.Of(other.Benchmarks.Concat(set.Benchmarks))).Read(catalog, issues);
            }

            sets.Add((source.Name, set));
        }

        return [.. sets.Select(each => each.Set)];
    }

    /// <summary>A plan made in code, if each of its KPIs is the one that its id stands for here.</summary>
    private static GoalPlan Known(GoalPlan plan, Catalog catalog)
    {
        DefinitionIssue[] issues = [.. plan.Goals.Concat(plan.Objectives.SelectMany(GoalsOf))
            .Where(goal => goal.Kpi is { } kpi && catalog.FindKpi(kpi.Id) is { } there && there != kpi)
            .Select(goal => new DefinitionIssue($"goal {goal.Name}", $"another definition has the id of its KPI {goal.Kpi!.Id} already; give the new one an id of its own")).Distinct()];
        return issues.Length == 0 ? plan : throw new DefinitionException(issues);

        static IEnumerable<Goal> GoalsOf(Objective objective) =>
            objective.KeyResults.Select(keyResult => keyResult.Goal).Concat(objective.Terms.Contributing.SelectMany(GoalsOf));
    }

    private static T[] Given<T>(IEnumerable<T> items, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(items, name);
        T[] given = [.. items];
        foreach (T item in given) ArgumentNullException.ThrowIfNull(item, name);
        return given;
    }

    private KpiSetup Add<T>(List<SetupSource<T>> sources, Stream json, string source, Func<string, Catalog, T> read)
        where T : class
    {
        SetupText text = TextOf(json, source);
        return Add(sources, source, catalog => read(text.Decode(), catalog));
    }

    private static SetupText TextOf(Stream json, string source)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        return SetupText.Of(json);
    }

    private KpiSetup Add<T>(List<SetupSource<T>> sources, string name, Func<Catalog, T> read)
        where T : class
    {
        sources.Add(new SetupSource<T>(name, read));
        return this;
    }
}
