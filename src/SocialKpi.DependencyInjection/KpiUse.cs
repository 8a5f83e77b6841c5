namespace SocialKpi.DependencyInjection;

/// <summary>A goal or benchmark, and the definition of the KPI that it is of.</summary>
/// <param name="Subject">What messages call it.</param>
/// <param name="KpiId">The id of the KPI.</param>
/// <param name="Hash">The hash of its definition.</param>
/// <param name="Kpi">The KPI; null of a benchmark where nobody gave it, as a benchmark holds its hash alone.</param>
internal sealed record KpiUse(string Subject, string KpiId, string Hash, Kpi? Kpi)
{
    public static IEnumerable<KpiUse> Of(GoalPlan plan) =>
        from goal in plan.Goals.Concat(plan.Objectives.SelectMany(GoalsOf)) where goal.Kpi is not null select new KpiUse($"goal {goal.Name}", goal.Kpi!.Id, goal.Kpi.Hash, goal.Kpi);

    public static IEnumerable<KpiUse> Of(BenchmarkSet set, IReadOnlyCollection<Kpi> variants) =>
        from benchmark in set.Benchmarks
        where benchmark.IsSpecified
        select new KpiUse($"benchmark {benchmark}", benchmark.KpiId, benchmark.KpiHash!, variants.FirstOrDefault(kpi => (kpi.Id, kpi.Hash) == (benchmark.KpiId, benchmark.KpiHash)));

    private static IEnumerable<Goal> GoalsOf(Objective objective) =>
        objective.KeyResults.Select(keyResult => keyResult.Goal).Concat(objective.Terms.Contributing.SelectMany(GoalsOf));
}
