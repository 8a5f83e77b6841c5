using System.Globalization;

namespace SocialKpi;

/// <summary>One thing that is wrong with a file of benchmarks.</summary>
/// <param name="Row">The number of the row, from 0; null when it concerns the whole file.</param>
/// <param name="Field">The name of the property or column; null when it concerns no single one.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record BenchmarkIssue(int? Row, string? Field, string Message)
{
    /// <summary>Where it stands in JSON, then the message: <c>$[3].unit: …</c>.</summary>
    public override string ToString()
    {
        string row = Row is { } number ? string.Create(CultureInfo.InvariantCulture, $"[{number}]") : "";
        return DisplayText.Visible($"${row}{(Field is null ? "" : $".{Field}")}: {Message}");
    }
}
