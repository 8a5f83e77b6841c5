using System.Globalization;

namespace SocialKpi.Import;

/// <summary>One row of a file that was read and not accepted, with where it stands and why.</summary>
/// <remarks>A row is rejected once, for the first thing found wrong with it.</remarks>
/// <param name="File">The file, as it was named to the reader.</param>
/// <param name="Line">The line on which the row begins, counted from 1; line breaks inside quotes count.</param>
/// <param name="Column">The column by its name in the header; null when the row as a whole is wrong.</param>
/// <param name="Text">The text found there, cut to 100 characters.</param>
/// <param name="Reason">What is wrong with it and, where there is one, the remedy.</param>
public sealed record Rejection(string File, long Line, string? Column, string Text, string Reason)
{
    /// <summary>The rejection as one line, without the file: <c>line 12, column 'Spent', '1,2,3': the reason</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"line {Line}{(Column is null ? "" : $", column '{Column}'")}, '{Text}': {Reason}");
}
