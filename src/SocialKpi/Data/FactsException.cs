using System.Globalization;

namespace SocialKpi;

/// <summary>Rows cannot become facts: a figure is not exact, columns do not fit together, or keys repeat. It lists all issues.</summary>
public sealed class FactsException : Exception
{
    private const int Shown = 10;

    /// <summary>Makes the exception from every issue found.</summary>
    public FactsException(IReadOnlyList<FactsIssue> issues)
        : base(Compose(issues)) => Issues = [.. issues];

    /// <summary>All issues; the message shows the first ten.</summary>
    public IReadOnlyList<FactsIssue> Issues { get; }

    private static string Compose(IReadOnlyList<FactsIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        foreach (FactsIssue issue in issues) ArgumentNullException.ThrowIfNull(issue, nameof(issues));
        if (issues.Count == 0) throw new ArgumentException("A facts exception needs at least one issue.", nameof(issues));
        if (issues.Count == 1) return issues[0].ToString();
        string more = issues.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $"\n- and {issues.Count - Shown} more") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{issues.Count} issues:") + string.Concat(issues.Take(Shown).Select(issue => $"\n- {issue}")) + more;
    }
}
