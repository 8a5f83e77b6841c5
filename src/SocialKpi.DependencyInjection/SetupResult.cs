namespace SocialKpi.DependencyInjection;

/// <summary>What is registered.</summary>
internal sealed record SetupResult(Catalog Catalog, ReportingCalendar Calendar, GoalPlan Plan, BenchmarkSet Benchmarks);
