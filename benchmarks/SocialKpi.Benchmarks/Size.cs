using System.Globalization;

namespace SocialKpi.Benchmarks;

/// <summary>How many rows the large benchmarks have: a million, or what the environment variable SOCIALKPI_BENCHMARK_ROWS says.</summary>
internal static class Size
{
    public static int Rows { get; } =
        Environment.GetEnvironmentVariable("SOCIALKPI_BENCHMARK_ROWS") is { } rows ? int.Parse(rows, CultureInfo.InvariantCulture) : 1_000_000;
}
