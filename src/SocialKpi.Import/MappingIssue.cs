namespace SocialKpi.Import;

/// <summary>One thing that is wrong with a mapping.</summary>
/// <param name="Path">Where it stands in the JSON: <c>$.measures.spend.currency</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record MappingIssue(string Path, string Message)
{
    /// <summary>The issue as one line: path, then message. Control characters are shown as symbols (␛).</summary>
    public override string ToString() => VisibleText.Sentence($"{Path}: {Message}");
}
