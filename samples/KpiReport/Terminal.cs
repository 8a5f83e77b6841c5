using System.Globalization;

namespace KpiReport;

/// <summary>Where the report is shown, when it is a terminal.</summary>
/// <param name="Width">How many characters fit into a line; null when nobody says.</param>
/// <param name="Progress">Where to say how far reading has come; null when nobody watches.</param>
/// <param name="IsShown">Whether it shows what is written, so that no line is wider than it; a file or a pipe gets whole lines.</param>
/// <param name="ErrorWidth">The same of the terminal that shows what is told beside a report, where the report itself goes elsewhere; null when nobody says.</param>
internal sealed record Terminal(int? Width = null, TextWriter? Progress = null, bool IsShown = true, int? ErrorWidth = null)
{
    /// <summary>The terminal of this process. <c>COLUMNS</c> says the width of another, for output that goes through a pipe to it.</summary>
    public static Terminal Here() => new(
        WidthOf(Environment.GetEnvironmentVariable("COLUMNS")) ?? (Console.IsOutputRedirected || Console.WindowWidth < 1 ? null : Console.WindowWidth),
        Console.IsErrorRedirected ? null : Console.Error,
        !Console.IsOutputRedirected,
        Console.IsErrorRedirected || Console.WindowWidth < 1 ? null : Console.WindowWidth);

    /// <summary>The width that no line may leave; null where lines stay whole.</summary>
    public int? Fitting => IsShown ? Width : null;

    /// <summary>Breaks what is wider than the terminal, where it is shown on one.</summary>
    public TextWriter Fitted(TextWriter output) => Fitting is { } width ? new FittedWriter(output, width) : output;

    /// <summary>The terminal that shows what is told beside the report, where somebody watches: the report itself may go elsewhere. Null where lines stay whole.</summary>
    public Terminal? Errors => Progress is not null && (Width ?? ErrorWidth) is { } width ? new Terminal(width) : null;

    /// <summary>Breaks what is told beside the report and is wider than the terminal that shows it.</summary>
    public TextWriter FittedErrors(TextWriter errors) => Errors?.Fitted(errors) ?? errors;

    /// <summary>The width that the variable says; null when it is none.</summary>
    internal static int? WidthOf(string? columns) => int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out int width) && width > 0 ? width : null;
}
