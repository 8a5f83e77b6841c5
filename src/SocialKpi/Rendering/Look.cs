namespace SocialKpi;

/// <summary>
/// The look that all HTML shares. Nothing sets a background or the colour of text: both are the page's own, light or dark, and
/// the few colours have a contrast of at least 3 : 1 on either. Blue-green and orange stay apart for colour-blind readers.
/// </summary>
internal static class Look
{
    public const string Data = "#3d7dd8";
    public const string Good = "#1d8c74";
    public const string Warning = "#a8761a";
    public const string Bad = "#d0562f";
    public const string Rule = "1px solid rgba(128,128,128,.4)";
    public const string StrongRule = "1px solid rgba(128,128,128,.85)";
    public const string Quiet = "opacity:.7";
    public const string Small = "font-size:.85em";
    public const string Mono = "font-family:ui-monospace,Menlo,Consolas,monospace";

    // Hosts have rules of their own for div, table and td; what matters is said on each element.
    public const string Sheet = "font:13px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums;text-align:left;max-width:100%;overflow-x:auto";

    public static string ColorOf(Tone tone) => tone switch
    {
        Tone.Good => Good,
        Tone.Warning => Warning,
        Tone.Bad => Bad,
        _ => Data,
    };
}
