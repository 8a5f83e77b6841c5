namespace SocialKpi;

/// <summary>One thing that is wrong with a definition: what it concerns, what is wrong and what to do.</summary>
/// <param name="Subject">The measure, KPI, query or formula it concerns, by its id or text.</param>
/// <param name="Message">What is wrong, and the remedy.</param>
public sealed record DefinitionIssue(string Subject, string Message)
{
    /// <summary>The issue as one line: subject, then message. Control characters are shown as symbols (␛), and words that are written from right to left are isolated.</summary>
    public override string ToString() => DisplayText.Visible($"{Subject}: {Message}");
}
