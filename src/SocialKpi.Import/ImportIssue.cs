using System.Globalization;

namespace SocialKpi.Import;

/// <summary>One thing that keeps a file from being read at all.</summary>
/// <param name="Line">The line of the file, counted from 1; null when it concerns the whole file.</param>
/// <param name="Column">The column by its name; null when it concerns no single column.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ImportIssue(long? Line, string? Column, string Message)
{
    /// <summary>The issue as one line, without the file: <c>line 1, column 'Spent': the message</c>. Control characters are shown as symbols (␛).</summary>
    public override string ToString()
    {
        string where = string.Join(", ", new[]
        {
            Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line}") : null,
            Column is null ? null : $"column '{VisibleText.Name(Column)}'",
        }.Where(part => part is not null));
        return where.Length == 0 ? VisibleText.Sentence(Message) : $"{where}: {VisibleText.Sentence(Message)}";
    }
}
