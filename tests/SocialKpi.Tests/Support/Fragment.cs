using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SocialKpi.Tests.Support;

/// <summary>An HTML fragment, looked at as a host would: parsed, never trusted.</summary>
internal sealed partial class Fragment
{
    private static readonly string[] Elements =
        ["div", "span", "bdi", "table", "thead", "tbody", "tr", "th", "td", "svg", "title", "rect", "circle", "polyline"];

    private static readonly string[] Attributes =
        ["style", "scope", "role", "width", "height", "viewBox", "x", "y", "rx", "cx", "cy", "r", "fill", "opacity", "points", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap"];

    private Fragment(XElement root) => Root = root;

    public XElement Root { get; }

    public IEnumerable<string> Texts => Root.DescendantNodes().OfType<XText>().Select(text => text.Value);

    /// <summary>Parses a fragment and checks what holds of all: well-formed, one element, known elements and attributes only, nothing that is fetched or runs.</summary>
    public static Fragment Of(string html)
    {
        XElement root = XElement.Parse(html, LoadOptions.PreserveWhitespace);
        Assert.Equal("div", root.Name.LocalName);
        Assert.Empty(root.DescendantsAndSelf().Select(element => element.Name.LocalName).Except(Elements));
        Assert.Empty(root.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName).Except(Attributes));
        Assert.All(root.DescendantsAndSelf().Attributes(), attribute => Assert.DoesNotMatch(Fetching(), attribute.Value));
        Assert.All(root.Descendants("svg"), svg => Assert.True(svg.Attribute("role")?.Value == "img" && svg.Elements().First().Name == "title" && svg.Element("title")!.Value.Length > 0));
        Assert.All(TitleOf().Replace(html, ""), character => Assert.False(char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));
        return new Fragment(root);
    }

    /// <summary>The rows of the body of its table, cell by cell.</summary>
    public string[][] Rows => [.. Root.Descendants("tbody").Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];

    /// <summary>The title of a chart, in which isolates are signs: there is no place for elements.</summary>
    [GeneratedRegex("(?<=<title>[^<\u202A-\u202E\u2066\u2067]*)[\u2068\u2069]")]
    private static partial Regex TitleOf();

    [GeneratedRegex(@"url\(|@import|expression|https?:|javascript:|//", RegexOptions.IgnoreCase)]
    private static partial Regex Fetching();
}
