namespace SocialKpi.DependencyInjection;

/// <summary>
/// What <c>AddSocialKpi</c> is told: own measures and KPIs, the calendar, goals and benchmarks, as values or as JSON. Nothing is needed:
/// left alone it is the standard catalogue, the ISO calendar, no goals and no benchmarks.
/// </summary>
/// <remarks>
/// A stream is read to its end when its method is called and is not closed; it holds UTF-8. All content is read together, definitions first
/// whatever the order of the calls, so goals and benchmarks may name own KPIs. A builder: not thread-safe.
/// </remarks>
public sealed class KpiSetup
{
    private readonly List<SetupSource<Catalog>> _definitions = [];
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
        return Add(_definitions, "code", beside => beside.With([], given));
    }

    /// <summary>Adds measures to the standard ones, for formulas of KPIs in JSON.</summary>
    public KpiSetup Define(params IEnumerable<Measure> measures)
    {
        Measure[] given = Given(measures, nameof(measures));
        return Add(_definitions, "code", beside => beside.With(given, []));
    }

    /// <summary>Adds measures and KPIs of a JSON document, as <see cref="Catalog.FromJson"/> reads it.</summary>
    /// <param name="json">The document.</param>
    /// <param name="source">What messages call it, such as its file name.</param>
    public KpiSetup Define(Stream json, string source) => Add(_definitions, json, source, Catalog.FromJson);

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
        return Add(_goals, "code", _ => plan);
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
        Catalog catalog = Catalog.Standard;
        foreach (SetupSource<Catalog> source in _definitions) catalog = source.Read(catalog, issues) ?? catalog;
        GoalPlan[] plans = [.. _goals.Select(source => source.Read(catalog, issues)).OfType<GoalPlan>()];
        BenchmarkSet[] sets = [.. _benchmarks.Select(source => source.Read(catalog, issues)).OfType<BenchmarkSet>()];

        // One plan of all: ids are unique across the documents too. A document that cannot be read has said so already.
        SetupSource<GoalPlan> together = new(string.Join(" and ", _goals.Select(source => source.Name).Distinct()),
            _ => GoalPlan.Of(plans.SelectMany(plan => plan.Goals), plans.SelectMany(plan => plan.Objectives)));
        GoalPlan? plan = plans is [GoalPlan only] ? only : together.Read(catalog, issues);
        return issues.Count == 0
            ? new SetupResult(catalog, _calendar, plan!, BenchmarkSet.Of(sets.SelectMany(set => set.Benchmarks)))
            : throw new DefinitionException(issues);
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
        ArgumentNullException.ThrowIfNull(json);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        SetupText text = SetupText.Of(json);
        return Add(sources, source, catalog => read(text.Decode(), catalog));
    }

    private KpiSetup Add<T>(List<SetupSource<T>> sources, string name, Func<Catalog, T> read)
        where T : class
    {
        sources.Add(new SetupSource<T>(name, read));
        return this;
    }
}
