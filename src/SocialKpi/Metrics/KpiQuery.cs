namespace SocialKpi;

/// <summary>
/// What to read: KPIs, by which periods and dimensions, over which rows. An immutable value that any source can run;
/// every method returns a changed copy.
/// </summary>
/// <remarks>
/// By default a formula reads the rows on which every measure it names is known, and counts the rows left out in a
/// caveat. <see cref="SummingIndependently"/> is the named alternative.
/// </remarks>
public sealed class KpiQuery : IEquatable<KpiQuery>
{
    private KpiQuery(IReadOnlyList<Kpi> kpis) => Kpis = [.. kpis];

    private KpiQuery(KpiQuery query)
    {
        (Kpis, Grain, Dimensions, Filters) = (query.Kpis, query.Grain, query.Dimensions, query.Filters);
        (Timeframe, Calendar, SumsIndependently) = (query.Timeframe, query.Calendar, query.SumsIndependently);
        IsSelective = query.IsSelective;
    }

    /// <summary>The KPIs, in the order of the columns.</summary>
    public IReadOnlyList<Kpi> Kpis { get; private init; }

    /// <summary>The length of the periods; null for none.</summary>
    public Grain? Grain { get; private init; }

    /// <summary>The dimensions that make segments, in order.</summary>
    public IReadOnlyList<string> Dimensions { get; private init; } = [];

    /// <summary>The conditions a row must meet; all of them.</summary>
    public IReadOnlyList<Condition> Filters { get; private init; } = [];

    /// <summary>The stretch of time that is read.</summary>
    public Timeframe Timeframe { get; private init; } = Timeframe.Always;

    /// <summary>When weeks and years start.</summary>
    public ReportingCalendar Calendar { get; private init; } = ReportingCalendar.Iso;

    /// <summary>Whether each measure is summed over the rows on which it alone is known.</summary>
    public bool SumsIndependently { get; private init; }

    /// <summary>Whether KPIs that the facts cannot feed are left out and listed, instead of the query being refused. See <see cref="Every"/>.</summary>
    public bool IsSelective { get; private init; }

    /// <summary>A query for these KPIs over everything.</summary>
    /// <exception cref="DefinitionException">No KPI is given, one is given twice, or two share an id or a measure id with different definitions.</exception>
    public static KpiQuery Of(params IEnumerable<Kpi> kpis) => new(Checked(kpis));

    /// <summary>
    /// A query for every one of these KPIs that the facts can feed: <c>KpiQuery.Every(Catalog.Standard.Kpis)</c>. The others are left
    /// out of the table, which lists them with what the facts lack; the table's own query names the KPIs that are left.
    /// </summary>
    /// <exception cref="DefinitionException">No KPI is given, one is given twice, or two share an id or a measure id with different definitions.</exception>
    public static KpiQuery Every(IEnumerable<Kpi> kpis) => new(Checked(kpis)) { IsSelective = true };

    /// <summary>One row a period.</summary>
    public KpiQuery By(Grain grain) => Enum.IsDefined(grain)
        ? new(this) { Grain = grain }
        : throw new ArgumentOutOfRangeException(nameof(grain), grain, "A grain is hour, day, week, month, quarter or year.");

    /// <summary>One row a value of this dimension, within those asked for already. See <see cref="TimeDimension"/> for weekday and hour of day.</summary>
    /// <exception cref="ArgumentException">The dimension has no name or is asked for already.</exception>
    public KpiQuery By(string dimension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dimension);
        return Dimensions.Contains(dimension, StringComparer.Ordinal)
            ? throw new ArgumentException($"The query is by '{dimension}' already.", nameof(dimension))
            : new(this) { Dimensions = [.. Dimensions, dimension] };
    }

    /// <summary>Only the rows in this stretch of time. A period cut by it is marked partial.</summary>
    public KpiQuery During(Timeframe timeframe) => new(this) { Timeframe = timeframe };

    /// <summary>Only the rows that meet this condition and those given before. A row on which the field is missing meets none but <see cref="Condition.Missing"/>.</summary>
    public KpiQuery Where(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(this) { Filters = [.. Filters, condition] };
    }

    /// <summary>With this calendar: when weeks and fiscal years start.</summary>
    public KpiQuery On(ReportingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(this) { Calendar = calendar };
    }

    /// <summary>
    /// Sums each measure over the rows on which it alone is known, instead of over the rows on which all measures of a
    /// formula are. Numerator and denominator may then speak of different rows; every reading says so in a caveat.
    /// </summary>
    public KpiQuery SummingIndependently() => new(this) { SumsIndependently = true };

    /// <summary>This query for some of its KPIs and no others: what is left of it when facts lack what the rest need.</summary>
    internal KpiQuery Only(IEnumerable<Kpi> kpis) => new(this) { Kpis = [.. kpis], IsSelective = false };

    /// <summary>Whether both ask the same: equal KPIs, grouping, filters, timeframe, calendar and way of summing.</summary>
    public static bool operator ==(KpiQuery? left, KpiQuery? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the queries differ.</summary>
    public static bool operator !=(KpiQuery? left, KpiQuery? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(KpiQuery? other) =>
        other is not null && other.Kpis.SequenceEqual(Kpis) && other.IsSelective == IsSelective && other.Grain == Grain
        && other.Dimensions.SequenceEqual(Dimensions, StringComparer.Ordinal) && other.Filters.SequenceEqual(Filters)
        && other.Timeframe == Timeframe && other.Calendar.Equals(Calendar) && other.SumsIndependently == SumsIndependently;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiQuery);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kpis.Count, Kpis[0], Grain, Dimensions.Count, Filters.Count, Timeframe);

    /// <summary>What a source must gather to answer this query.</summary>
    public QueryPlan Plan() => QueryPlan.Of(this);

    private static Kpi[] Checked(IEnumerable<Kpi> kpis)
    {
        ArgumentNullException.ThrowIfNull(kpis);
        Kpi[] list = [.. kpis];
        foreach (Kpi kpi in list) ArgumentNullException.ThrowIfNull(kpi, nameof(kpis));
        List<DefinitionIssue> issues = [];
        if (list.Length == 0) issues.Add(new("query", "it names no KPI; name at least one"));
        issues.AddRange(list.GroupBy(kpi => kpi.Id).Where(sameId => sameId.Count() > 1)
            .Select(sameId => new DefinitionIssue($"KPI {sameId.Key}", sameId.Distinct().Count() == 1 ? "it is named twice; name it once" : "two different definitions have this id; give each its own id")));
        MeasureConflicts.Find("query", list.SelectMany(kpi => kpi.Formula.Leaves()), issues);
        DefinitionException.ThrowIfAny(issues);
        return list;
    }
}
