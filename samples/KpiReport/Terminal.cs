using System.Globalization;

namespace KpiReport;

/// <summary>Where the report is shown, when it is a terminal.</summary>
/// <param name="Width">How many characters fit into a line; null when nobody says.</param>
/// <param name="Progress">Where to say how far reading has come; null when nobody watches.</param>
/// <param name="IsShown">Whether it shows what is written, so that long names are shortened to its width; a file or a pipe gets them whole.</param>
internal sealed record Terminal(int? Width = null, TextWriter? Progress = null, bool IsShown = true)
{
    /// <summary>The terminal of this process. <c>COLUMNS</c> says the width of another, for output that goes through a pipe to it.</summary>
    public static Terminal Here() => new(
        WidthOf(Environment.GetEnvironmentVariable("COLUMNS")) ?? (Console.IsOutputRedirected || Console.WindowWidth < 1 ? null : Console.WindowWidth),
        Console.IsErrorRedirected ? null : Console.Error,
        !Console.IsOutputRedirected);

    /// <summary>The width that the variable says; null when it is none.</summary>
    internal static int? WidthOf(string? columns) => int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out int width) && width > 0 ? width : null;
}
