using System.Globalization;
using NodaTime;

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
        (Timeframe, AsOfDay, Calendar, SumsIndependently) = (query.Timeframe, query.AsOfDay, query.Calendar, query.SumsIndependently);
        (Minimums, Ranking, IsDense) = (query.Minimums, query.Ranking, query.IsDense);
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

    /// <summary>The stretch of time that is asked for.</summary>
    public Timeframe Timeframe { get; private init; } = Timeframe.Always;

    /// <summary>The last day that is read; null for no last day. See <see cref="AsOf"/>.</summary>
    public LocalDate? AsOfDay { get; private init; }

    /// <summary>When weeks and years start.</summary>
    public ReportingCalendar Calendar { get; private init; } = ReportingCalendar.Iso;

    /// <summary>Whether each measure is summed over the rows on which it alone is known.</summary>
    public bool SumsIndependently { get; private init; }

    /// <summary>How much of a measure a cell must hold to be shown; all of them. See <see cref="AtLeast"/>.</summary>
    public IReadOnlyList<MinimumVolume> Minimums { get; private init; } = [];

    /// <summary>How many segments are named, by what rank; null for all of them. See <see cref="Top"/>.</summary>
    public SegmentRanking? Ranking { get; private init; }

    /// <summary>Whether periods without rows are rows of the table. See <see cref="Dense"/>.</summary>
    public bool IsDense { get; private init; }

    /// <summary>Whether KPIs that the facts cannot feed are left out and listed, instead of the query being refused. See <see cref="Every"/>.</summary>
    public bool IsSelective { get; private init; }

    /// <summary>The timeframe as far as it is read: up to the end of the day that the query is read as of.</summary>
    /// <exception cref="DefinitionException">The timeframe begins after that day.</exception>
    internal Timeframe Horizon => Timeframe.Intersect(Known) ?? throw new DefinitionException([BeginsLater]);

    private Timeframe Known => AsOfDay is { } day ? Timeframe.Until(day.PlusDays(1)) : Timeframe.Always;

    private DefinitionIssue BeginsLater => new("query", $"its timeframe {Timeframe} begins after {Timeframe.Day(AsOfDay!.Value)}, the day that it is read as of; read an earlier timeframe or as of a later day");

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
        : throw OutOfRange.Of(grain, "A grain is hour, day, week, month, quarter or year.");

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

    /// <summary>
    /// As it stood at the end of a day, which is read still: rows of later days are ignored everywhere, in contexts too. A cell
    /// that the day cuts is partial and says which part was read; what it is compared with in time, <see cref="Context.Previous"/>
    /// and <see cref="Context.Ago"/>, is cut to as many days: a March read as of the 10th is compared with 1–10 February.
    /// </summary>
    /// <remarks>
    /// The whole timeframe is cut likewise, and one without end ends with the day; one that begins later is refused when the
    /// query is read. A stock must still hold on that day, where else the last day of the facts would do.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The day does not lie between 0001-01-01 and 9999-12-30.</exception>
    public KpiQuery AsOf(LocalDate day) => new(this) { AsOfDay = Timeframe.Day(day).Start!.Value.Date };

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

    /// <summary>
    /// Only cells that hold enough: with <c>AtLeast(Measures.Impressions, 1_000)</c> every reading of a cell, row or total, with
    /// fewer impressions is absent with <c>Absence.Suppressed</c>, and so it is where the impressions are not known at all; a cell
    /// without any row is absent with <c>Absence.NoRows</c>, as it is without a minimum. Called again, it asks for enough of another measure too.
    /// </summary>
    /// <remarks>
    /// A cell is judged by its own rows on which the measure is known, a total by all of its rows: a total is never made of the
    /// cells that are shown. A KPI that reads one other time and nothing else, as <c>clicks.At(Context.Previous)</c> does, is judged by
    /// the rows of that time. This keeps figures of few rows from being read as if they rested on many. It is no protection of
    /// people's data: where one cell alone is suppressed it is the total less the others, the rest of <see cref="Top"/> may tell
    /// as much, a formula that compares times may read few rows of another time in a cell that holds enough, and which
    /// cells have any rows can still be seen.
    /// </remarks>
    /// <param name="measure">A measure that adds up: a sum or a count.</param>
    /// <param name="amount">The least that a cell must hold of it, in its unit; more than 0.</param>
    /// <exception cref="DefinitionException">The measure does not add up, or a KPI has another measure of this id.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not more than 0.</exception>
    public KpiQuery AtLeast(Measure measure, decimal amount)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (amount <= 0) throw OutOfRange.Of(amount, "The least that a cell must hold is more than 0.");
        List<DefinitionIssue> issues = [];
        if (!measure.Aggregation.AddsUp)
            issues.Add(new("query", $"its minimum is of {measure.Id}, whose aggregation {measure.Aggregation} does not add up; ask for a sum or a count"));
        MeasureConflicts.Find("query", [.. Kpis.SelectMany(kpi => kpi.Formula.Leaves()), .. Minimums.Select(minimum => minimum.Measure), measure], issues);
        DefinitionException.ThrowIfAny(issues);
        return new(this) { Minimums = [.. Minimums, new MinimumVolume(measure, amount.WithoutTrailingZeros())] };
    }

    /// <summary>
    /// Only the segments with the largest readings of a KPI, and one row for all the others together: <see cref="Segment.Rest"/>.
    /// A segment is a combination of values of all the query's dimensions, ranked by its reading over all periods: largest first
    /// whatever the KPI's <see cref="Direction"/>, absent ones last, equal ones by their values in ordinal order.
    /// </summary>
    /// <remarks>
    /// The rest is the reading of all its rows, merged from states: its median is a median, its ids are counted once. Totals,
    /// and segments that name fewer dimensions, hold all rows as before; a segment of the rest can still be asked for by its own values.
    /// </remarks>
    /// <param name="count">How many segments are named, 1 or more.</param>
    /// <param name="by">One of the query's KPIs.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The query does not have this KPI.</exception>
    public KpiQuery Top(int count, Kpi by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(by);
        return Kpis.Contains(by)
            ? new(this) { Ranking = new SegmentRanking(count, by) }
            : throw new ArgumentException($"The query does not have {by.Id} (definition {by.Hash[..12]}) to rank by. It has: {string.Join(", ", Kpis.Select(kpi => kpi.Id))}.", nameof(by));
    }

    /// <summary>
    /// Every period from the first to the last as a row of every segment that occurs: a month without rows is an absent reading
    /// with <c>Absence.NoRows</c>, and not a month that is not there. The first and the last period are those of the
    /// timeframe, up to the day of <see cref="AsOf"/>; where it is open, those of the rows. Without a grain it changes nothing.
    /// More than 100,000 periods are refused when the query is read.
    /// </summary>
    public KpiQuery Dense() => new(this) { IsDense = true };

    /// <summary>This query for some of its KPIs and no others: what is left of it when facts lack what the rest need.</summary>
    internal KpiQuery Only(IEnumerable<Kpi> kpis) => new(this) { Kpis = [.. kpis], IsSelective = false };

    /// <summary>Whether both ask the same: equal KPIs, grouping, filters, timeframe, day, calendar, way of summing and choice of rows.</summary>
    public static bool operator ==(KpiQuery? left, KpiQuery? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the queries differ.</summary>
    public static bool operator !=(KpiQuery? left, KpiQuery? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(KpiQuery? other) =>
        other is not null && other.Kpis.SequenceEqual(Kpis) && other.IsSelective == IsSelective && other.Grain == Grain
        && other.Dimensions.SequenceEqual(Dimensions, StringComparer.Ordinal) && other.Filters.SequenceEqual(Filters)
        && other.Timeframe == Timeframe && other.AsOfDay == AsOfDay && other.Calendar.Equals(Calendar) && other.SumsIndependently == SumsIndependently
        && other.Minimums.SequenceEqual(Minimums) && other.Ranking == Ranking && other.IsDense == IsDense;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KpiQuery);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kpis.Count, Kpis[0], Grain, Dimensions.Count, Filters.Count, Timeframe, AsOfDay);

    /// <summary>What is asked, in one line that is the same under every culture: <c>click_through_rate by month, platform during 2026-Q1</c>.</summary>
    public override string ToString()
    {
        string[] by = [.. Grain is { } grain ? [MachineText.Code(grain)] : Array.Empty<string>(), .. Dimensions.Select(DisplayText.Name)];
        IEnumerable<string> parts =
        [
            $"{(IsSelective ? "every one possible of " : "")}{string.Join(", ", Kpis.Select(kpi => kpi.Id))}",
            by.Length == 0 ? "" : $"by {string.Join(", ", by)}",
            Filters.Count == 0 ? "" : $"where {string.Join(" and ", Filters.Select(filter => filter.Shown))}",
            Timeframe == Timeframe.Always ? "" : $"during {Timeframe}",
            AsOfDay is { } day ? $"as of {MachineText.Write(day)}" : "",
            Ranking is { } top ? string.Create(CultureInfo.InvariantCulture, $"top {top.Count} by {top.By.Id}") : "",
            .. Minimums.Select(minimum => minimum.ToString()),
            IsDense ? "with periods without rows" : "",
            SumsIndependently ? "summing independently" : "",
            Calendar.Equals(ReportingCalendar.Iso) ? "" : $"on {Calendar}",
        ];
        return DisplayText.Visible(string.Join(' ', parts.Where(part => part.Length > 0)));
    }

    /// <summary>What a source must gather to answer this query.</summary>
    /// <exception cref="DefinitionException">The options do not go together, or ask for too many periods; all issues are listed.</exception>
    public QueryPlan Plan()
    {
        List<DefinitionIssue> issues = [];
        if (!Timeframe.Overlaps(Known)) issues.Add(BeginsLater);
        if (Ranking is { } ranking && Dimensions.Count == 0)
            issues.Add(new("query", string.Create(CultureInfo.InvariantCulture, $"it asks for the top {ranking.Count} segments by {ranking.By.Id}, but it is by no dimension and so has no segments; name one with By")));
        DefinitionException.ThrowIfAny(issues);
        _ = DensePeriods.Of(this, first: null, last: null);
        return QueryPlan.Of(this);
    }

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
