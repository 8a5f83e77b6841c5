namespace SocialKpi;

/// <summary>
/// What a look at the quality of facts found, in order of kind, column, entity and time. The facts themselves are as they were:
/// nothing is left out, filled or corrected because of a finding.
/// </summary>
/// <remarks>The order of rows changes nothing in it but row numbers. Immutable and thread-safe.</remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class QualityReport : IDisplayed
{
    internal QualityReport(int rowCount, IEnumerable<QualityFinding> findings) => (RowCount, Findings) = (rowCount, [.. findings]);

    /// <summary>How many rows were looked at.</summary>
    public int RowCount { get; }

    /// <summary>All findings.</summary>
    public IReadOnlyList<QualityFinding> Findings { get; }

    /// <summary>The findings as plain values, for libraries of charts and tables.</summary>
    public IReadOnlyList<QualityRow> Rows => [.. Findings.Select(QualityRow.Of)];

    /// <summary>How many findings there are.</summary>
    public int Count => Findings.Count;

    /// <summary>Whether nothing was found.</summary>
    public bool IsClean => Findings.Count == 0;

    /// <summary>The findings of one kind.</summary>
    public IReadOnlyList<QualityFinding> Of(QualityKind kind) => [.. Findings.Where(finding => finding.Kind == kind)];

    /// <summary>One line a finding as aligned text, then how many there are; the same under every culture.</summary>
    public override string ToString() => IsClean
        ? QualityText.Summary(this)
        : $"{QualityText.Table(this).ToText()}\n\n{QualityText.Summary(this)}";

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown() => IsClean
        ? QualityText.Summary(this)
        : $"{QualityText.Table(this).ToMarkdown()}\n\n{QualityText.Summary(this)}";

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages. The first 500 findings are shown.</summary>
    public string ToHtml() => HtmlSheet.Write(IsClean ? default : QualityText.Table(this).ToHtml(), HtmlSheet.Line(QualityText.Summary(this)));
}
