using System.Globalization;
using NodaTime;

namespace SocialKpi.Benchmarks;

/// <summary>Rows of a leap year in no order, from a fixed seed: one of 8 platforms, one of 300 accounts, ten measures; and the queries on them.</summary>
internal sealed class TenMeasures
{
    private static readonly int[] Limits = [100_000, 80_000, 5_000, 2_000, 500, 400, 300, 1_000_000, 50_000, 20_000];
    private static readonly Measure[] Measures = [.. Limits.Select((_, i) => Measure.Sum(string.Create(CultureInfo.InvariantCulture, $"m{i}"), Unit.Count))];
    private readonly LocalDate[] _days;
    private readonly int[] _platforms;
    private readonly int[] _accounts;

    public TenMeasures(int rows)
    {
        Random random = new(20260101);
        LocalDate start = new(2024, 1, 1);
        _days = [.. Enumerable.Range(0, rows).Select(_ => start.PlusDays(random.Next(366)))];
        _platforms = [.. Enumerable.Range(0, rows).Select(_ => random.Next(8))];
        _accounts = [.. Enumerable.Range(0, rows).Select(_ => random.Next(300))];
        Narrow = [.. Limits.Select(limit => Enumerable.Range(0, rows).Select(_ => random.Next(limit)).ToArray())];
        Wide = [.. Narrow.Select(column => Array.ConvertAll(column, value => (long)value))];
    }

    public static KpiQuery Whole { get; } = KpiQuery.Of(Measures.Select(measure => Kpi.Define($"kpi_{measure.Id}", measure, Unit.Count)));

    public static KpiQuery MonthByPlatform { get; } = Whole.By(Grain.Month).By("platform");

    public static KpiQuery DayByAccount { get; } = Whole.By(Grain.Day).By("account");

    public int[][] Narrow { get; }

    public long[][] Wide { get; }

    public Facts Facts(bool wide) => Chunk(0, _days.Length, wide);

    /// <summary>Some of the rows, with their columns borrowed.</summary>
    public Facts Chunk(int start, int count, bool wide) => SocialKpi.Facts.FromColumns(columns =>
    {
        columns
            .Time(_days.AsMemory(start, count))
            .Dimension("platform", Names(8), _platforms.AsMemory(start, count))
            .Dimension("account", Names(300), _accounts.AsMemory(start, count));
        for (int i = 0; i < Measures.Length; i++)
        {
            if (wide) columns.Measure(Measures[i], (ReadOnlyMemory<long>)Wide[i].AsMemory(start, count));
            else columns.Measure(Measures[i], (ReadOnlyMemory<int>)Narrow[i].AsMemory(start, count));
        }
    });

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(code => code.ToString(CultureInfo.InvariantCulture))];
}
