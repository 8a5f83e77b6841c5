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

    /// <summary>
    /// Any sentence, shown as it is; what steers a display or turns the reading order is made visible, and names in it that are written from right
    /// to left are isolated, so that they move no figure beside them.
    /// </summary>
    public static Markup Text(string text) => new(WithElements(Encode(DisplayText.Visible(text))));

    /// <summary>The same where there is no place for elements, as in the title of a chart.</summary>
    public static Markup PlainText(string text) => new(Encode(DisplayText.Visible(text)));

    /// <summary>Text from strangers, whose reading direction must not touch its neighbours; broken where it is too long for a column, and short names and dates never.</summary>
    public static Markup Name(string text) => Element(
        "bdi", text.Length <= ShortName ? "white-space:nowrap" : "display:inline-block;max-width:22em;overflow-wrap:break-word;vertical-align:top", Inside(text));

    /// <summary>The same where there is a whole line for it.</summary>
    public static Markup Phrase(string text) => Element("bdi", "overflow-wrap:anywhere", Inside(text));

    public static Markup Element(string name, string style, params ReadOnlySpan<Markup> content) => Element(name, [("style", style)], content);

    /// <summary>An element of HTML or SVG with its end tag; an attribute without a value is left out.</summary>
    public static Markup Element(string name, IReadOnlyList<(string Name, string Value)> attributes, params ReadOnlySpan<Markup> content)
    {
        StringBuilder html = new();
        html.Append('<').Append(name);
        foreach ((string attribute, string value) in attributes)
        {
            if (value.Length > 0)
                html.Append(' ').Append(attribute).Append("=\"").Append(Encode(DisplayText.Visible(value))).Append('"');
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

    /// <summary>A name in an element that isolates it as a whole: what in it is isolated by itself has an element of its own.</summary>
    private static Markup Inside(string name)
    {
        string visible = DisplayText.Name(name);
        bool isWhole = visible.Length > 0 && visible[0] == Isolates.First && visible.IndexOf(Isolates.Last) == visible.Length - 1;
        return new(WithElements(Encode(isWhole ? Isolates.Without(visible) : visible)));
    }

    private static string WithElements(string encoded) =>
        encoded.Replace($"{Isolates.First}", "<bdi>", StringComparison.Ordinal).Replace($"{Isolates.Last}", "</bdi>", StringComparison.Ordinal);

    // One encoding for content and for attributes in double quotes; well-formed as XML too, so U+FFFE and U+FFFF cannot stay.
    private static string Encode(string visible)
    {
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
