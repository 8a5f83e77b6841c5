namespace SocialKpi.DependencyInjection;

/// <summary>
/// What <c>AddSocialKpi</c> is told: own measures and KPIs, the calendar, goals and benchmarks, as values or as JSON. Nothing is needed:
/// left alone it is the standard catalogue, the ISO calendar, no goals and no benchmarks.
/// </summary>
/// <remarks>
/// A stream is read to its end when its method is called and is not closed; it holds UTF-8. All content is read together, whatever the order of the
/// calls: measures of code and documents, KPIs made in code, KPIs of documents, then goals and benchmarks, so each may name what stands before it in this
/// list. An id has one definition in all of it. A builder: not thread-safe, and its methods throw <see cref="InvalidOperationException"/> once the setup has returned.
/// </remarks>
public sealed class KpiSetup
{
    private readonly List<SetupSource<Catalog>> _measures = [];
    private readonly List<SetupSource<Catalog>> _kpis = [];
    private readonly List<SetupSource<Catalog>> _documents = [];
    private readonly List<SetupSource<Catalog>> _measuresOfDocuments = [];
    private readonly List<SetupSource<GoalPlan>> _goals = [];
    private readonly List<SetupSource<BenchmarkSet>> _benchmarks = [];
    private readonly List<Kpi> _variants = [];
    private readonly string _code;
    private ReportingCalendar _calendar = ReportingCalendar.Iso;
    private bool _isRead;

    /// <summary>Begins one.</summary>
    /// <param name="key">The key of what is registered, by which messages tell the code of one brand from that of another; null for none.</param>
    internal KpiSetup(object? key) => _code = key is null ? "code" : FormattableString.Invariant($"code of {key}");

    /// <summary>Adds KPIs to the standard ones.</summary>
    public KpiSetup Define(params IEnumerable<Kpi> kpis)
    {
        Kpi[] given = Given(kpis, nameof(kpis));
        return Add(_kpis, _code, beside => beside.With([], given));
    }

    /// <summary>Adds measures to the standard ones, for formulas of KPIs in JSON.</summary>
    public KpiSetup Define(params IEnumerable<Measure> measures)
    {
        Measure[] given = Given(measures, nameof(measures));
        return Add(_measures, _code, beside => beside.With(given, []));
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
        ThrowIfRead();
        _calendar = calendar;
        return this;
    }

    /// <summary>Adds goals and objectives.</summary>
    public KpiSetup Goals(GoalPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Add(_goals, _code, _ => plan);
    }

    /// <summary>Adds goals and objectives of a JSON document, as <see cref="GoalPlan.FromJson"/> reads it.</summary>
    /// <param name="json">The document; objectives are aligned with others of the same document.</param>
    /// <param name="source">What messages call it, such as its file name.</param>
    public KpiSetup Goals(Stream json, string source) => Add(_goals, json, source, GoalPlan.FromJson);

    /// <summary>Adds benchmarks, such as a file that <c>CsvBenchmarks</c> of SocialKpi.Import has read.</summary>
    public KpiSetup Benchmarks(BenchmarkSet benchmarks)
    {
        ArgumentNullException.ThrowIfNull(benchmarks);
        return Add(_benchmarks, _code, _ => benchmarks);
    }

    /// <summary>Adds benchmarks of a JSON document, as <see cref="BenchmarkSet.Parse"/> reads it.</summary>
    /// <param name="json">The document.</param>
    /// <param name="source">What messages call it, such as its file name.</param>
    /// <param name="variants">What a publisher means: its definition, word for word, and the KPI that it is.</param>
    public KpiSetup Benchmarks(Stream json, string source, IReadOnlyDictionary<string, Kpi>? variants = null)
    {
        _ = Add(_benchmarks, json, source, (text, catalog) => BenchmarkSet.Parse(text, catalog, variants));
        _variants.AddRange(variants?.Values.OfType<Kpi>() ?? []);
        return this;
    }

    /// <summary>All of it, read and checked.</summary>
    /// <exception cref="DefinitionException">Something is wrong; the issues of all sources are listed, each with its source.</exception>
    internal SetupResult Read()
    {
        _isRead = true;
        List<DefinitionIssue> issues = [];
        SetupDefinitions definitions = ReadDefinitions(issues);
        List<(string Source, GoalPlan Plan)> plans = ReadEach(_goals, KpiUse.Of, definitions, issues);
        List<(string Source, BenchmarkSet Set)> sets = ReadEach(_benchmarks, set => KpiUse.Of(set, _variants), definitions, issues);

        // What cannot be read has said so already.
        GoalPlan? plan = JoinedPlans.Of(plans, issues);
        CheckPairs(sets, definitions.Catalog, issues);
        return issues.Count == 0
            ? new SetupResult(definitions.Catalog, _calendar, plan!, BenchmarkSet.Of(sets.SelectMany(each => each.Set.Benchmarks)))
            : throw new DefinitionException(issues);
    }

    private SetupDefinitions ReadDefinitions(List<DefinitionIssue> issues)
    {
        SetupDefinitions definitions = new();
        foreach (SetupSource<Catalog> source in _measures) definitions.Read(source, issues);

        // Measures of one document may rest on those of another that comes later. What is wrong with them is told where the document is read whole.
        for (int before = -1; before < definitions.Catalog.Measures.Count;)
        {
            before = definitions.Catalog.Measures.Count;
            foreach (SetupSource<Catalog> source in _measuresOfDocuments) definitions.Read(source, []);
        }

        foreach (SetupSource<Catalog> source in _kpis.Concat(_documents)) definitions.Read(source, issues);
        return definitions;
    }

    private static List<(string Source, T Held)> ReadEach<T>(
        List<SetupSource<T>> sources, Func<T, IEnumerable<KpiUse>> usesOf, SetupDefinitions definitions, List<DefinitionIssue> issues)
        where T : class
    {
        List<(string, T)> all = [];
        foreach (SetupSource<T> source in sources)
        {
            if (source.Read(definitions.Catalog, issues) is not { } held) continue;
            definitions.Check(source.Name, usesOf(held), issues);
            all.Add((source.Name, held));
        }

        return all;
    }

    /// <summary>Benchmarks of two sources that contradict each other, or say the same twice, are told with both.</summary>
    private static void CheckPairs(List<(string Source, BenchmarkSet Set)> sets, Catalog catalog, List<DefinitionIssue> issues)
    {
        List<DefinitionIssue> found = [];
        foreach (((string source, BenchmarkSet set), int at) in sets.Select((each, at) => (each, at)))
        {
            foreach ((string other, BenchmarkSet before) in sets.Take(at))
                _ = new SetupSource<BenchmarkSet>(SourceNames.Joined([other, source]), _ => BenchmarkSet.Of(before.Benchmarks.Concat(set.Benchmarks))).Read(catalog, found);
        }

        // Of one source that is given three times, each pair says the same.
        issues.AddRange(found.Distinct());
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
        ThrowIfRead();
        sources.Add(new SetupSource<T>(name, read));
        return this;
    }

    private void ThrowIfRead()
    {
        if (_isRead) throw new InvalidOperationException("The setup has returned and all that it said is registered; say the rest in it too, and await nothing in it.");
    }
}
