using System.Globalization;

namespace SocialKpi;

/// <summary>One thing that is wrong with the rows given as facts.</summary>
/// <param name="Column">The measure, dimension or key concerned.</param>
/// <param name="Row">The row, counted from 0; null when it concerns the whole column.</param>
/// <param name="Message">What is wrong, and the remedy.</param>
public sealed record FactsIssue(string Column, int? Row, string Message)
{
    /// <summary>The issue as one line; rows are counted from 1 there, as people do. Words that are written from right to left are isolated.</summary>
    public override string ToString() => DisplayText.Visible(Row is { } row
        ? string.Create(CultureInfo.InvariantCulture, $"{DisplayText.Name(Column)}, row {row + 1}: {Message}")
        : $"{DisplayText.Name(Column)}: {Message}");
}
