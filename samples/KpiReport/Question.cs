using SocialKpi;

namespace KpiReport;

/// <summary>The queries of a report, from its options.</summary>
internal sealed class Question
{
    private readonly Options _options;
    private readonly Catalog _catalog;
    private readonly Kpi[] _asked;

    public Question(Options options, Catalog catalog)
    {
        (_options, _catalog) = (options, catalog);
        _asked = [.. options.Kpis.Select(id => catalog.FindKpi(id) ?? throw new OptionException($"--kpi {id}: {Meant(id, catalog)}"))];
    }

    /// <summary>What may be meant by something that is no id: the KPIs that people call so, else the one that is written almost so.</summary>
    private static string Meant(string name, Catalog catalog)
    {
        NameMatch named = catalog.Named(name.Replace('_', ' '));
        if (named.Kpis.Count + named.WithoutFormula.Count == 0)
            return $"there is no such KPI; {(Nearest.Of(name, catalog.Kpis.Select(kpi => kpi.Id)) is { } nearest ? $"did you mean {nearest}?" : "--kpis lists the standard ones")}";
        return named.Kpis.Count > 0 ? $"this is no id; what is called so has the id {string.Join(" or ", named.Kpis.Select(kpi => kpi.Id))}" : named.ToString().TrimEnd('.');
    }

    /// <summary>One query; those of the sample's tables, when it is printed for people and nothing else is asked of it.</summary>
    public IEnumerable<(string? Title, KpiQuery Query)> Queries(IReadOnlyList<FactSource> facts)
    {
        yield return (IsWholeSample ? "Posts by month and platform" : null, First(facts));
        if (!IsWholeSample) yield break;
        foreach ((string title, Kpi[] kpis) in Sample.MoreTables) yield return (title, Of(kpis).By(Grain.Month));
    }

    /// <summary>
    /// The figures of a goal, day by day, so that none reaches beyond its period or the day of the report; where it looks at the latest
    /// period alone, by the periods that its baseline is of, and by months where it does not say.
    /// </summary>
    public KpiQuery For(Goal goal)
    {
        KpiQuery query = KpiQuery.Of(goal.Kpi!).By(GrainOf(goal)).AsOf(_options.AsOf!.Value);
        foreach (Condition filter in _options.Filters) query = query.Where(filter);
        foreach (string dimension in goal.Terms.Scope.Segments.SelectMany(segment => segment.Dimensions).Distinct()) query = query.By(dimension);
        return _options.Independent ? query.SummingIndependently() : query;
    }

    private static Grain GrainOf(Goal goal)
    {
        if (goal.Current != CurrentFigure.LatestPeriod || goal.Per is not null) return Grain.Day;
        Grain[] grains = [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year];
        if (goal.Baseline?.Period is not { IsBounded: true } of || !grains.Any(IsOne)) return Grain.Month;
        return grains.First(IsOne);

        bool IsOne(Grain grain) => ReportingCalendar.Iso.Containing(of.Start!.Value, grain) == of;
    }

    /// <summary>The KPIs of the first query whose latest period is judged; none when that is not asked.</summary>
    public IReadOnlyList<Kpi> Judged(IReadOnlyList<FactSource> facts) => IsWholeSample ? Sample.Kpis : _options.JudgesLatest ? Chosen(facts) : [];

    /// <summary>Some KPIs of a table by its periods and dimensions, over one stretch of time: what looks at other periods from a part of one needs to know of which.</summary>
    public KpiQuery Over(Timeframe part, KpiTable table, IReadOnlyList<Kpi> kpis) =>
        table.Query.Dimensions.Aggregate(Of([.. kpis]).During(part).By(table.Query.Grain!.Value), (query, dimension) => query.By(dimension));

    /// <summary>The sample is printed for people, and nothing else is asked of it.</summary>
    private bool IsWholeSample => _options is { IsSample: true, AsksForFigures: false, Format: "text" or "markdown" or "html" };

    /// <summary>The KPIs whose drivers are wanted, and the query that reads each here and in the period before; null when none are.</summary>
    public (Kpi[] Kpis, KpiQuery Query)? Drivers(IReadOnlyList<FactSource> facts)
    {
        if ((IsWholeSample ? "platform" : _options.Drivers) is not { } dimension) return null;
        Kpi[] kpis = Chosen(facts);
        KpiQuery query = Of([.. kpis.SelectMany(kpi => new[] { kpi, Variants.Before(kpi) })]).By(dimension);
        return (kpis, (_options.Grain ?? (_options.IsSample ? Grain.Month : null)) is { } grain ? query.By(grain) : query);
    }

    /// <summary>The first query, whose latest period is judged: the latest that has rows, whatever empty ones a dense table shows.</summary>
    public KpiQuery WithRows(IReadOnlyList<FactSource> facts)
    {
        Kpi[] chosen = Chosen(facts);
        if (chosen.Length == 0) throw new OptionException("the files can feed no KPI of the catalogue; define one with --define");

        KpiQuery query = Of([.. chosen.SelectMany(WithVariants)]);
        if (_options is { IsSample: true, Grain: null, Dimensions.Count: 0 }) query = query.By(Grain.Month).By("platform");
        if (_options.Grain is { } grain) query = query.By(grain);
        foreach (string dimension in _options.Dimensions) query = query.By(dimension);
        return _options.Top is { } count ? query.Top(count, by: chosen[0]) : query;
    }

    private KpiQuery First(IReadOnlyList<FactSource> facts) => _options.Dense ? WithRows(facts).Dense() : WithRows(facts);

    private Kpi[] Chosen(IReadOnlyList<FactSource> facts) =>
        _asked.Length > 0 ? _asked
        : _options.Definitions.Count > 0 ? [.. _options.Definitions.Select(definition => _catalog.FindKpi(definition.Id)!)]
        : _options.IsSample ? Sample.Kpis
        : [.. _catalog.Kpis.Where(kpi => facts.All(source => source.Lacks(kpi).Count == 0))];

    /// <summary>A KPI, and after it what was asked for beside each.</summary>
    private IEnumerable<Kpi> WithVariants(Kpi kpi)
    {
        yield return kpi;
        if (_options.Compare) yield return Variants.Change(kpi);
        if (_options.Trailing is { } window) yield return Variants.Trailing(kpi, window.Count, window.Grain);
        if (_options.ToDate is { } grain) yield return Variants.ToDate(kpi, grain);
    }

    /// <summary>KPIs over the rows and up to the day that the options name.</summary>
    private KpiQuery Of(Kpi[] kpis)
    {
        try
        {
            KpiQuery query = KpiQuery.Of(kpis).During(_options.During ?? (_options.IsSample ? Sample.HalfYear : Timeframe.Always));
            foreach (Condition filter in _options.Filters) query = query.Where(filter);
            foreach ((string id, decimal amount) in _options.Minimums) query = query.AtLeast(MeasureOf(id), amount);
            if (_options.AsOf is { } day) query = query.AsOf(day);
            return _options.Independent ? query.SummingIndependently() : query;
        }
        catch (DefinitionException problem)
        {
            throw new OptionException(string.Join("; ", problem.Issues));
        }
    }

    private Measure MeasureOf(string id) => _catalog.FindMeasure(id)
        ?? throw new OptionException($"--at-least {id}: there is no such measure; {(Nearest.Of(id, _catalog.Measures.Select(measure => measure.Id)) is { } nearest
            ? $"did you mean {nearest}?"
            : $"there are {string.Join(", ", _catalog.Measures.Select(measure => measure.Id))}")}");
}
