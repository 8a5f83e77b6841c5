using System.Globalization;

namespace SocialKpi.Import;

/// <summary>One row of a file that was read and not accepted, with where it stands and why.</summary>
/// <remarks>A row is rejected once, for the first thing found wrong with it.</remarks>
/// <param name="File">The file, as it was named to the reader.</param>
/// <param name="Line">The line on which the row begins, counted from 1; line breaks inside quotes count.</param>
/// <param name="Position">
/// The place of the column, counted from 1. In a row with too few fields it is the first that is missing, in a row with too
/// many the first that is surplus.
/// </param>
/// <param name="Column">The column by its name in the header; null when it lies behind the last column of the header.</param>
/// <param name="Text">
/// The text found there, cut to 100 characters, with control characters shown as symbols (␛); the whole row when its quotes
/// or its number of fields are wrong.
/// </param>
/// <param name="Reason">What is wrong with it and, where there is one, the remedy.</param>
public sealed record Rejection(string File, long Line, int Position, string? Column, string Text, string Reason)
{
    /// <summary>
    /// The rejection as one line: <c>posts.csv:12, column 3 'Spent', '1,2,3': the reason</c>. Control characters are shown as symbols (␛).
    /// </summary>
    public override string ToString() => DisplayText.Visible(string.Create(
        CultureInfo.InvariantCulture, $"{VisibleText.Name(File)}:{Line}, column {Position}{(Column is null ? "" : $" '{VisibleText.Name(Column)}'")}, '{VisibleText.Name(Text)}': {VisibleText.Of(Reason)}"));
}
