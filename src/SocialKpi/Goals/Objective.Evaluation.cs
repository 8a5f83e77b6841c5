using NodaTime;

namespace SocialKpi;

/// <content>Where the objective stands as of a day.</content>
public sealed partial class Objective
{
    /// <summary>Where the objective stands at the end of a day. The same objective, readings and day give the same evaluation, always.</summary>
    /// <param name="table">A table with the KPIs of all key results, by a grain and by the dimensions of their scopes.</param>
    /// <param name="asOf">The last day that counts.</param>
    /// <exception cref="ArgumentException">The table lacks a KPI or a dimension that a key result needs.</exception>
    /// <exception cref="InvalidOperationException">The table has no grain.</exception>
    public ObjectiveEvaluation Evaluate(KpiTable table, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Evaluate(_ => table, asOf);
    }

    /// <summary>The same with a table for each key result that has a KPI, so that each is read as its scope needs.</summary>
    /// <param name="read">
    /// Reads a goal's KPI, by a grain and by the dimensions of its scope. Null where it cannot be read: that key result then has no data, and
    /// the coverage of the score says so.
    /// </param>
    /// <param name="asOf">The last day that counts.</param>
    public ObjectiveEvaluation Evaluate(Func<Goal, KpiTable?> read, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(read);
        return EvaluateBy(goal => goal.Kpi is null ? goal.Evaluate(asOf) : read(goal) is { } table ? goal.Evaluate(table, asOf) : goal.EvaluateUnread(asOf), asOf);
    }

    /// <summary>The same from readings of several sources: for each key result with a KPI the series of its segments.</summary>
    /// <exception cref="ArgumentException">A key result has no series among them; all are named.</exception>
    public ObjectiveEvaluation Evaluate(IEnumerable<KpiSeries> series, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(series);
        KpiSeries[] given = [.. series];
        string[] missing = [.. WithContributing().SelectMany(one => one.KeyResults).Select(one => one.Goal).Where(goal => goal.Kpi is not null)
            .SelectMany(goal => goal.SeriesSegments.Where(segment => Find(given, goal, segment) is null).Select(segment => $"{goal.Kpi!.Id} for {segment}")).Distinct()];
        if (missing.Length > 0) throw new ArgumentException($"{Name}: there are no readings of {string.Join("; ", missing)}. Give a series of each.", nameof(series));
        return EvaluateBy(goal => goal.Kpi is null ? goal.Evaluate(asOf) : goal.Evaluate([.. goal.SeriesSegments.Select(segment => Find(given, goal, segment)!)], asOf), asOf);
    }

    private ObjectiveEvaluation EvaluateBy(Func<Goal, GoalEvaluation> evaluate, LocalDate asOf) => new(
        this, asOf, [.. KeyResults.Select(one => new KeyResultEvaluation(one, evaluate(one.Goal), Terms.Grades))],
        [.. Terms.Contributing.Select(objective => objective.EvaluateBy(evaluate, asOf))]);

    private static KpiSeries? Find(KpiSeries[] given, Goal goal, Segment segment) => Array.Find(given, one => one.Kpi == goal.Kpi && one.Segment == segment);
}
