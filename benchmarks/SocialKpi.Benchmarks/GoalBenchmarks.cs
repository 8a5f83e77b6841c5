using BenchmarkDotNet.Attributes;
using NodaTime;

namespace SocialKpi.Benchmarks;

/// <summary>A million goal evaluations: 1,000 goals, each against its own series of 1 to 12 monthly readings, on 1,000 days.</summary>
[MemoryDiagnoser]
public class GoalBenchmarks
{
    private const int Goals = 1_000;
    private const int Days = 1_000;
    private static readonly LocalDate FirstDay = new(2025, 1, 1);

    private (Goal Goal, KpiSeries Given)[] _goals = [];
    private KpiSeries _read = null!;
    private Goal _ratio = null!;
    private (Goal Goal, KpiSeries Given)[] _growing = [];

    /// <summary>The same goals and readings every time: a fixed seed.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Random random = new(20260101);
        Timeframe during = Timeframe.Between(FirstDay, FirstDay.PlusDays(Days));
        _goals =
        [
            .. Enumerable.Range(0, Goals).Select(at => (
                Goal.Increase(Kpis.FollowerCount, 1_000.AsCount(), 5_000.AsCount(), during, new() { StatusRule = StatusRule.Presets[at % StatusRule.Presets.Count] }),
                KpiSeries.Given(Kpis.FollowerCount, Enumerable.Range(1, 1 + (at % 12)).Select(month => (Timeframe.Month(2025, month), (Quantity?)random.Next(1_000, 5_000).AsCount())))))
        ];
        Timeframe year = Timeframe.Year(2025);
        _growing =
        [
            .. Enumerable.Range(1, 12).Select(months => (
                Goal.Grow(Kpis.LikeCount, 1_000.AsCount(), 2.Percent(), Grain.Month, year),
                KpiSeries.Given(Kpis.LikeCount, Enumerable.Range(1, months).Select(month => (Timeframe.Month(2025, month), (Quantity?)random.Next(900, 1_300).AsCount())))))
        ];
        LocalDate[] days = [.. Enumerable.Range(0, 365).Select(day => FirstDay.PlusDays(day))];
        Facts facts = Facts.FromColumns(columns => columns
            .Time(days)
            .Measure(Measures.Impressions, [.. days.Select(_ => random.Next(1_000, 9_000))])
            .Measure(Measures.Clicks, [.. days.Select(_ => random.Next(10, 300))]));
        _read = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).AsOf(new LocalDate(2025, 12, 31))).Series(Kpis.ClickThroughRate);
        _ratio = Goal.Increase(Kpis.ClickThroughRate, 1.Percent(), 5.Percent(), during);
    }

    /// <summary>Given readings of a stock.</summary>
    [Benchmark(OperationsPerInvoke = Goals * Days)]
    public int Given()
    {
        int onTrack = 0;
        for (int day = 0; day < Days; day++)
        {
            LocalDate asOf = FirstDay.PlusDays(day);
            foreach ((Goal goal, KpiSeries series) in _goals)
            {
                if (goal.Evaluate(series, asOf).Status == GoalStatus.OnTrack) onTrack++;
            }
        }

        return onTrack;
    }

    /// <summary>A ratio read from facts, its twelve months merged anew for every day of the two years; what is merged is kept by the series.</summary>
    [Benchmark(OperationsPerInvoke = Goals * Days)]
    public int MergedFromStates()
    {
        int onTrack = 0;
        for (int day = 0; day < Days; day++)
        {
            LocalDate asOf = FirstDay.PlusDays(day);
            for (int at = 0; at < Goals; at++)
            {
                if (_ratio.Evaluate(_read, asOf).Status == GoalStatus.OnTrack) onTrack++;
            }
        }

        return onTrack;
    }

    /// <summary>Likes a month that are to grow by 2 % each month: the latest month against a compound curve.</summary>
    [Benchmark(OperationsPerInvoke = Goals * Days)]
    public int Growing()
    {
        int onTrack = 0;
        for (int at = 0; at < Goals * Days; at++)
        {
            (Goal goal, KpiSeries series) = _growing[at % _growing.Length];
            if (goal.Evaluate(series, FirstDay.PlusDays(at % 365)).Status == GoalStatus.OnTrack) onTrack++;
        }

        return onTrack;
    }
}
