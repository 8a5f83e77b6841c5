namespace SocialKpi.Import;

/// <summary>What came out of a file: the facts, and the account of how they were read, as which it is shown.</summary>
/// <param name="Facts">The accepted rows.</param>
/// <param name="Report">What was read, accepted, rejected and assumed.</param>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed record CsvImport(Facts Facts, ImportReport Report) : IDisplayed
{
    /// <summary>The account as plain values: one row.</summary>
    public IReadOnlyList<ImportRow> Rows => Report.Rows;

    /// <summary>The account as aligned lines; the same under every culture.</summary>
    public override string ToString() => Report.ToString();

    /// <summary>The account as a Markdown table.</summary>
    public string ToMarkdown() => Report.ToMarkdown();

    /// <summary>The account as a self-contained HTML fragment.</summary>
    public string ToHtml() => Report.ToHtml();
}
