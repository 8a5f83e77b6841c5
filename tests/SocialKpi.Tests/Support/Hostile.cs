namespace SocialKpi.Tests.Support;

/// <summary>Names that strangers may give to campaigns, pages and files.</summary>
internal static class Hostile
{
    public static readonly string[] Names =
    [
        "<script>window.pwned = 1</script>", "<img src=x onerror=\"window.pwned = 1\">", "\" style=\"position:fixed", "' onclick='x", "a|b & c",
        "two\nlines", "tab\tand\0zero", "\u202Egnp.exe", "\u2066isolate", "مرحبا بالعالم", "שלום 123", "\uD800 half", "\uFFFE\uFFFF", "\u0301mark",
        "</td></table></div>", "<!-- ", "]]>", "&amp;", "=HYPERLINK(1)", "[1] **bold**", "(all)", "", new string('x', 200), string.Join(' ', Enumerable.Repeat("word", 40)),
    ];
}
