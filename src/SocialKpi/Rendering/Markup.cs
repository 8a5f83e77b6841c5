using System.Text;

namespace SocialKpi;

/// <summary>
/// HTML that is safe as it stands: encoded text, and elements of this room's own. There is no way in for raw text, no script,
/// and nothing that a page would fetch. The default is nothing.
/// </summary>
internal readonly record struct Markup
{
    private const int ShortName = 16;

    private readonly string? _html;

    private Markup(string html) => _html = html;

    public bool IsEmpty => string.IsNullOrEmpty(_html);

    /// <summary>Any text, shown as it is; what steers a display or turns the reading order is made visible.</summary>
    public static Markup Text(string text) => new(Encode(text));

    /// <summary>Text from strangers, whose reading direction must not touch its neighbours; broken where it is too long for a column, and short names and dates never.</summary>
    public static Markup Name(string text) => Element(
        "bdi", text.Length <= ShortName ? "white-space:nowrap" : "display:inline-block;max-width:22em;overflow-wrap:break-word;vertical-align:top", Text(text));

    /// <summary>The same where there is a whole line for it.</summary>
    public static Markup Phrase(string text) => Element("bdi", "overflow-wrap:anywhere", Text(text));

    public static Markup Element(string name, string style, params ReadOnlySpan<Markup> content) => Element(name, [("style", style)], content);

    /// <summary>An element of HTML or SVG with its end tag; an attribute without a value is left out.</summary>
    public static Markup Element(string name, IReadOnlyList<(string Name, string Value)> attributes, params ReadOnlySpan<Markup> content)
    {
        StringBuilder html = new();
        html.Append('<').Append(name);
        foreach ((string attribute, string value) in attributes)
        {
            if (value.Length > 0)
                html.Append(' ').Append(attribute).Append("=\"").Append(Encode(value)).Append('"');
        }

        html.Append('>');
        foreach (Markup part in content)
            html.Append(part._html);
        return new(html.Append("</").Append(name).Append('>').ToString());
    }

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part._html)));

    public static Markup operator +(Markup left, Markup right) => new(left._html + right._html);

    /// <summary>The HTML.</summary>
    public override string ToString() => _html ?? "";

    // One encoding for content and for attributes in double quotes; well-formed as XML too, so U+FFFE and U+FFFF cannot stay.
    private static string Encode(string text)
    {
        string visible = DisplayText.Visible(text);
        StringBuilder html = new(visible.Length);
        foreach (char character in visible)
        {
            _ = character switch
            {
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '&' => html.Append("&amp;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\uFFFE' or '\uFFFF' => html.Append('\uFFFD'),
                _ => html.Append(character),
            };
        }

        return html.ToString();
    }
}
