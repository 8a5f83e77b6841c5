namespace SocialKpi;

/// <summary>A definition contradicts itself or cannot be combined as asked. It lists all issues, not only the first.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Makes the exception from every issue found.</summary>
    public DefinitionException(IReadOnlyList<DefinitionIssue> issues)
        : base(Compose(issues)) => Issues = [.. issues];

    /// <summary>All issues, in the order in which they were found.</summary>
    public IReadOnlyList<DefinitionIssue> Issues { get; }

    internal static void ThrowIfAny(IReadOnlyList<DefinitionIssue> issues)
    {
        if (issues.Count > 0) throw new DefinitionException(issues);
    }

    private static string Compose(IReadOnlyList<DefinitionIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        foreach (DefinitionIssue issue in issues) ArgumentNullException.ThrowIfNull(issue, nameof(issues));
        return issues.Count switch
        {
            0 => throw new ArgumentException("A definition exception needs at least one issue.", nameof(issues)),
            1 => issues[0].ToString(),
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{issues.Count} issues:") + string.Concat(issues.Select(issue => $"\n- {issue}")),
        };
    }
}
