using System.Globalization;

namespace SocialKpi;

/// <summary>A file of benchmarks cannot be used. It lists every issue, not only the first.</summary>
public sealed class BenchmarkException : FormatException
{
    internal BenchmarkException(IReadOnlyList<BenchmarkIssue> issues)
        : base(issues.Count == 1
            ? issues[0].ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{issues.Count} issues:") + string.Concat(issues.Select(issue => $"\n- {issue}"))) => Issues = [.. issues];

    /// <summary>What is wrong, in the order of the file: at least one issue.</summary>
    public IReadOnlyList<BenchmarkIssue> Issues { get; }
}
