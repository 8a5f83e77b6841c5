namespace SocialKpi.Import;

/// <summary>A file cannot be read as its mapping says. It lists every issue that could be found at that point.</summary>
/// <remarks>
/// It concerns the content of a file. A file that is missing or may not be opened gives the usual
/// <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
/// </remarks>
public sealed class ImportException : FormatException
{
    internal ImportException(string file, IReadOnlyList<ImportIssue> issues)
        : base(Compose(file, issues))
    {
        File = file;
        Issues = [.. issues.Select(issue => issue with { Message = VisibleText.Of(issue.Message) })];
    }

    internal ImportException(string file, long? line, string? column, string message)
        : this(file, [new ImportIssue(line, column, message)])
    {
    }

    /// <summary>The file, as it was named to the reader.</summary>
    public string File { get; }

    /// <summary>What is wrong: at least one issue.</summary>
    public IReadOnlyList<ImportIssue> Issues { get; }

    private static string Compose(string file, IReadOnlyList<ImportIssue> issues) =>
        issues.Count == 1
            ? $"{VisibleText.Name(file)}: {issues[0]}"
            : $"{VisibleText.Name(file)}:{string.Concat(issues.Select(issue => $"\n- {issue}"))}";
}
