namespace SocialKpi;

/// <summary>One figure of a benchmark: what it is of the cohort, and its value in the benchmark's unit.</summary>
public sealed class BenchmarkFigure
{
    internal BenchmarkFigure(Statistic statistic, decimal value, string peer = "") => (Statistic, Value, Peer) = (statistic, value.WithoutTrailingZeros(), peer);

    /// <summary>A figure of readings, with the bounds that they have.</summary>
    internal static BenchmarkFigure Measured(Statistic statistic, BoundedValue value, string peer = "") =>
        new(statistic, value.Value, peer) { Verification = Verification.Measured, Bounds = value.Within };

    /// <summary>What it is of the cohort.</summary>
    public Statistic Statistic { get; }

    /// <summary>The value in <see cref="Benchmark.Unit"/>: a ratio as a fraction. Where that is not known, the number that the source prints.</summary>
    public decimal Value { get; }

    /// <summary>Whose figure it is, for a peer or a single figure; empty when nobody is named.</summary>
    public string Peer { get; }

    /// <summary>How near it is to where it was measured.</summary>
    public Verification Verification { get; internal init; }

    /// <summary>Between what the true figure lies, where it is a gross one; null when it is exact.</summary>
    internal Bounds? Bounds { get; private init; }

    /// <summary>Where it was read: an address or a file; empty when nobody said.</summary>
    public string Via { get; internal init; } = "";

    /// <summary>A remark of whoever recorded it; empty when there is none.</summary>
    public string Note { get; internal init; } = "";
}
