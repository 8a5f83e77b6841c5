using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SocialKpi.Peers;

/// <summary>
/// Loads the columns of one workload and answers commands: <c>read</c> the query, <c>figures</c> the query and every figure of
/// its rows, <c>floor</c> the bare sum of the columns, each with its milliseconds; <c>check</c> with a hash of all groups and sums.
/// </summary>
internal sealed class Worker
{
    private readonly Kpi[] _kpis;
    private readonly KpiQuery _query;
    private readonly Facts _facts;
    private readonly long[][] _long;
    private readonly int[][] _int;

    private Worker(RowColumns columns, string workload, int threads)
    {
        (string grouping, string width) = workload.Split('-') is [var first, var second] ? (first, second) : throw new ArgumentException($"No workload: {workload}.", nameof(workload));
        Measure[] measures = [.. Enumerable.Range(0, RowColumns.Limits.Length).Select(i => Measure.Sum(string.Create(CultureInfo.InvariantCulture, $"m{i}"), Unit.Count))];
        _kpis = [.. measures.Select(measure => Kpi.Define($"kpi_{measure.Id}", measure, Unit.Count, Direction.HigherIsBetter))];
        _long = width == "64" ? [.. measures.Select((_, i) => columns.Long(i))] : [];
        _int = width == "32" ? [.. measures.Select((_, i) => columns.Int(i))] : [];
        KpiQuery all = KpiQuery.Of(_kpis);
        (_query, string? dimension, string prefix, int values) = grouping switch
        {
            "none" => (all, null, "", 0),
            "platform" => (all.By(Grain.Month).By("platform"), "platform", "platform-", RowColumns.Platforms),
            "account" => (all.By(Grain.Day).By("account"), "account", "", RowColumns.Accounts),
            _ => throw new ArgumentException($"No workload: {workload}.", nameof(workload)),
        };
        _facts = Facts.FromColumns(table =>
        {
            LocalDate epoch = new(1970, 1, 1);
            table.Time(Array.ConvertAll(columns.Days32(), epoch.PlusDays).AsMemory());
            if (dimension is not null)
                table.Dimension(dimension, [.. Enumerable.Range(0, values).Select(code => string.Create(CultureInfo.InvariantCulture, $"{prefix}{code}"))], columns.Codes(dimension));
            for (int i = 0; i < measures.Length; i++)
            {
                if (width == "64") table.Measure(measures[i], (ReadOnlyMemory<long>)_long[i]);
                else table.Measure(measures[i], (ReadOnlyMemory<int>)_int[i]);
            }
        }).WithParallelism(threads);
    }

    public static void Run(RowColumns columns, string workload, int threads)
    {
        Worker worker = new(columns, workload, threads);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready SocialKpi, .NET {Environment.Version}, {threads} threads"));
        while (Console.ReadLine() is { } command)
        {
            Console.WriteLine(command switch
            {
                "read" => Timed(() => worker._facts.Read(worker._query)),
                "figures" => Timed(() => worker._facts.Read(worker._query).Rows.SelectMany(row => worker._kpis.Select(kpi => row[kpi].Value)).Max()),
                "floor" => Timed(worker.Floor),
                "check" => worker.Hash(),
                _ => $"unknown command {command}",
            });
        }
    }

    private static string Timed<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }

    private long Floor()
    {
        long sum = 0;
        foreach (long[] column in _long) sum += BareSum.Of(column);
        foreach (int[] column in _int) sum += BareSum.Of(column);
        return sum;
    }

    /// <summary>Each group as a line "day,value,sum,sum,…", in ordinal order, as the other engines write it.</summary>
    private string Hash()
    {
        IEnumerable<string> lines = _facts.Read(_query).Rows.Select(row => string.Join(',', (string[])
        [
            row.Period is { } period ? period.Start!.Value.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "",
            row.Segment.Dimensions is [var dimension] ? row.Segment[dimension]! : "",
            .. _kpis.Select(kpi => row[kpi].Value.ToString(CultureInfo.InvariantCulture)),
        ]));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))));
    }
}
