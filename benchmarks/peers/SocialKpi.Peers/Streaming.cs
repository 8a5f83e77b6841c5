using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace SocialKpi.Peers;

/// <summary>
/// Many rows through one <see cref="Aggregator"/> in chunks that use the same memory again: how long that took, once the code has been
/// compiled for speed, and how much memory the process took at its highest.
/// </summary>
internal static class Streaming
{
    private const int ChunkRows = 250_000;
    private const long RowsToWarmUp = 10_000_000;

    public static void Run(long rows)
    {
        _ = Read(RowsToWarmUp);
        (Aggregator aggregator, TimeSpan reading) = Read(rows);
        KpiTable table = aggregator.Result();
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rows:#,0} rows in chunks of {ChunkRows:#,0}: {table.Rows.Count} cells, {aggregator.ToStates().Length:#,0} bytes of states, {reading.TotalMilliseconds:#,0} ms of reading, {self.PeakWorkingSet64 / 1e6:#,0} MB at the highest"));
    }

    private static (Aggregator Read, TimeSpan Reading) Read(long rows)
    {
        Measure[] measures = [.. RowColumns.Limits.Select((_, i) => Measure.Sum(string.Create(CultureInfo.InvariantCulture, $"m{i}"), Unit.Count))];
        Aggregator aggregator = new(KpiQuery.Of(measures.Select(measure => Kpi.Define($"kpi_{measure.Id}", measure, Unit.Count))).By(Grain.Month).By("platform"));
        string[] platforms = [.. Enumerable.Range(0, RowColumns.Platforms).Select(code => code.ToString(CultureInfo.InvariantCulture))];
        LocalDate[] days = new LocalDate[ChunkRows];
        int[] codes = new int[ChunkRows];
        long[][] columns = [.. measures.Select(_ => new long[ChunkRows])];
        LocalDate start = new(2024, 1, 1);
        SplitMix random = new(1);
        TimeSpan reading = TimeSpan.Zero;
        for (long done = 0; done < rows; done += ChunkRows)
        {
            int count = (int)Math.Min(ChunkRows, rows - done);
            for (int row = 0; row < count; row++)
            {
                days[row] = start.PlusDays(random.Next(366));
                codes[row] = random.Next(RowColumns.Platforms);
                for (int i = 0; i < columns.Length; i++) columns[i][row] = random.Next(RowColumns.Limits[i]);
            }

            long began = Stopwatch.GetTimestamp();
            aggregator.Add(Facts.FromColumns(table =>
            {
                table.Time((ReadOnlyMemory<LocalDate>)days.AsMemory(0, count)).Dimension("platform", platforms, codes.AsMemory(0, count));
                for (int i = 0; i < columns.Length; i++) table.Measure(measures[i], (ReadOnlyMemory<long>)columns[i].AsMemory(0, count));
            }));
            reading += Stopwatch.GetElapsedTime(began);
        }

        return (aggregator, reading);
    }
}
