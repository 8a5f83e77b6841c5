using NodaTime;

namespace SocialKpi;

/// <summary>Whether facts have what a plan needs; all that is missing is reported at once.</summary>
internal static class PlanCheck
{
    public static void Against(Facts facts, QueryPlan plan) => DefinitionException.ThrowIfAny(IssuesOf(facts, plan));

    public static IReadOnlyList<DefinitionIssue> IssuesOf(Facts facts, QueryPlan plan)
    {
        List<DefinitionIssue> issues = [];
        KpiQuery query = plan.Query;
        foreach (Kpi kpi in query.Kpis) CheckFormula(facts, $"KPI {kpi.Id}", kpi.Formula, issues);
        foreach (MinimumVolume minimum in query.Minimums) CheckFormula(facts, "query", minimum.Measure, issues);
        foreach (string dimension in query.Dimensions)
        {
            if (!HasDimension(facts, dimension)) issues.Add(new("query", $"it is by '{dimension}', {WhyNot(facts, dimension)}"));
        }

        foreach (Condition filter in query.Filters) CheckCondition(facts, "query", filter, issues);
        CheckTime(facts, "query", query, plan.Scans, issues);
        return [.. issues.Distinct()];
    }

    /// <summary>Adds what a formula needs and the facts lack.</summary>
    private static void CheckFormula(Facts facts, string subject, Formula formula, List<DefinitionIssue> issues)
    {
        string[] missing = [.. formula.RecordedMeasures.Select(measure => measure.Id).Where(id => facts.ValueOf(id) is null)];
        if (missing.Length > 0) issues.Add(new(subject, $"the facts have no {string.Join(", no ", missing)}; they have: {List(facts.RowValues)}"));
        CheckMeasures(facts, subject, formula.Measures, issues);
        foreach (string dimension in formula.AcrossDimensions)
        {
            if (!HasDimension(facts, dimension)) issues.Add(new(subject, $"it reads across '{dimension}', {WhyNot(facts, dimension)}"));
        }
    }

    /// <summary>Adds what measures need of the facts that have their columns: dimensions, units, fields of conditions.</summary>
    public static void CheckMeasures(Facts facts, string subject, IEnumerable<Measure> measures, List<DefinitionIssue> issues)
    {
        foreach (string dimension in measures.Select(measure => measure.Dimension).OfType<string>().Distinct(StringComparer.Ordinal).Where(name => !HasDimension(facts, name)))
        {
            string remedy = facts.ValueOf(dimension) is null ? $"they have: {List(facts.Dimensions)}" : "it is a number there; record the ids as a dimension";
            issues.Add(new(subject, $"it counts different {dimension}, which is not a dimension of the facts; {remedy}"));
        }

        foreach ((Measure stock, string per) in measures.SelectMany(leaf => leaf.Per.Select(per => (leaf, per))).Where(pair => !HasDimension(facts, pair.per)))
            issues.Add(new(subject, $"{stock.Id} is a stock of each {per}, which is not a dimension of the facts; record it, one value for all rows when there is only one; they have: {List(facts.Dimensions)}"));
        foreach (Measure measure in measures.SelectMany(ReadByUnit).Distinct())
        {
            if (facts.ValueOf(measure.Id) is { } column && !Fits(measure.Unit, column.Unit))
                issues.Add(new(subject, $"{measure.Id} is recorded in {column.Unit}, but the formula takes it as {measure.Unit}"));
        }

        foreach (Condition condition in measures.SelectMany(leaf => leaf.Closure()).SelectMany(measure => measure.Conditions))
            CheckCondition(facts, subject, condition, issues);
    }

    /// <summary>The recorded measures whose unit matters; a count does not care what it counts.</summary>
    private static IEnumerable<Measure> ReadByUnit(Measure measure) => measure switch
    {
        { IsRecorded: true } => [measure],
        { RowValue: null } => [],
        { Aggregation: var aggregation } when aggregation == Aggregation.Count => [],
        _ => measure.RowValue.Leaves().SelectMany(ReadByUnit),
    };

    private static bool Fits(Unit wanted, Unit recorded) => wanted == recorded
        || (wanted.Kind == UnitKind.Money && recorded.Kind == UnitKind.Money && wanted == Unit.Money)
        || (wanted.IsDimensionless && recorded.IsDimensionless && (wanted == Unit.Number || recorded == Unit.Number));

    public static void CheckCondition(Facts facts, string subject, Condition condition, List<DefinitionIssue> issues)
    {
        bool isDimension = HasDimension(facts, condition.Field);
        bool isValue = !isDimension && facts.ValueOf(condition.Field) is not null;
        if (!isDimension && !isValue)
            issues.Add(new(subject, $"the condition '{condition}' looks at '{condition.Field}', which the facts do not have; they have: {List([.. facts.Dimensions, .. facts.RowValues])}"));
        else if (isDimension && condition.Numbers.Count > 0)
            issues.Add(new(subject, $"the condition '{condition}' compares a number, but '{condition.Field}' is a dimension; compare it with text"));
        else if (isValue && condition.Texts.Count > 0)
            issues.Add(new(subject, $"the condition '{condition}' compares text, but '{condition.Field}' is a number; compare it with a number"));
    }

    /// <summary>Adds what these scans need of the time of the facts.</summary>
    public static void CheckTime(Facts facts, string subject, KpiQuery query, IEnumerable<Scan> scans, List<DefinitionIssue> issues)
    {
        bool limited = query.Horizon != Timeframe.Always;
        if (facts.Time is not { } time)
        {
            if (query.Grain is not null || limited)
                issues.Add(new(subject, "the facts have no time, so they cannot be read by period, during a timeframe or as of a day; leave those out"));
            if (scans.Any(scan => scan.HasWindows))
                issues.Add(new(subject, "the facts have no time, so a formula cannot read another time of them"));
            return;
        }

        if (time.HasTimeOfDay) return;
        if (scans.Any(scan => scan.Grain == Grain.Hour)) issues.Add(new(subject, "the facts have days without hours, so they cannot be read by hour; use a day or longer"));
        if (IsInsideDay(query.Timeframe.Start) || IsInsideDay(query.Timeframe.End))
            issues.Add(new(subject, $"the facts have days without hours, so the timeframe {query.Timeframe} cannot cut a day; use whole days"));
    }

    private static bool IsInsideDay(LocalDateTime? moment) => moment is { } known && known.TimeOfDay != LocalTime.Midnight;

    public static bool HasDimension(Facts facts, string name) =>
        facts.DimensionOf(name) is not null || (name == TimeDimension.Weekday && facts.HasTime) || (name == TimeDimension.HourOfDay && facts.Time is { HasTimeOfDay: true });

    private static string WhyNot(Facts facts, string dimension) => dimension switch
    {
        TimeDimension.HourOfDay when facts.HasTime => "but the facts have days without hours; record times, or read by weekday",
        TimeDimension.HourOfDay or TimeDimension.Weekday when !facts.HasTime => "but the facts have no time; record when their rows are of",
        _ => $"which is not a dimension of the facts; they have: {List(facts.Dimensions)}",
    };

    public static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
