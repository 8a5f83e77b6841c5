namespace SocialKpi.DependencyInjection;

/// <summary>A goal or benchmark, and the definition of the KPI that it is of.</summary>
/// <param name="Subject">What messages call it.</param>
/// <param name="KpiId">The id of the KPI.</param>
/// <param name="Hash">The hash of its definition.</param>
internal sealed record KpiUse(string Subject, string KpiId, string Hash)
{
    public static IEnumerable<KpiUse> Of(GoalPlan plan) =>
        from goal in plan.Goals.Concat(plan.Objectives.SelectMany(GoalsOf)) where goal.Kpi is not null select new KpiUse($"goal {goal.Name}", goal.Kpi!.Id, goal.Kpi.Hash);

    public static IEnumerable<KpiUse> Of(BenchmarkSet set) =>
        from benchmark in set.Benchmarks where benchmark.IsSpecified select new KpiUse($"benchmark {benchmark}", benchmark.KpiId, benchmark.KpiHash!);

    private static IEnumerable<Goal> GoalsOf(Objective objective) =>
        objective.KeyResults.Select(keyResult => keyResult.Goal).Concat(objective.Terms.Contributing.SelectMany(GoalsOf));
}
