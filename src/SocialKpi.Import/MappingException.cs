namespace SocialKpi.Import;

/// <summary>A mapping cannot be used. It lists every issue, not only the first.</summary>
public sealed class MappingException : FormatException
{
    internal MappingException(string mapping, IReadOnlyList<MappingIssue> issues)
        : base(issues.Count == 1 ? $"{VisibleText.Name(mapping)}: {issues[0]}" : $"{VisibleText.Name(mapping)}:{string.Concat(issues.Select(issue => $"\n- {issue}"))}")
    {
        Mapping = mapping;
        Issues = [.. issues.Select(issue => issue with { Message = VisibleText.Of(issue.Message) })];
    }

    /// <summary>The mapping: its file as it was given, or <c>mapping</c> when it was given as text.</summary>
    public string Mapping { get; }

    /// <summary>What is wrong, in the order of the mapping: at least one issue.</summary>
    public IReadOnlyList<MappingIssue> Issues { get; }
}
