using System.Globalization;

namespace SocialKpi;

/// <summary>The frame of every HTML fragment: a title, what is shown, and small notes under it. It needs nothing of the page around it.</summary>
internal static class HtmlSheet
{
    public static string Write(params IEnumerable<Markup> blocks) => Markup.Element("div", Look.Sheet, Markup.Join(blocks)).ToString();

    public static Markup Title(string text, string detail = "") => Markup.Element(
        "div", "margin:0 0 4px",
        Markup.Element("span", "font-weight:600", Markup.Phrase(text)),
        detail.Length == 0 ? default : Markup.Element("span", $"{Look.Quiet};margin-left:8px", Markup.Phrase(detail)));

    /// <summary>A sentence in the size of the text.</summary>
    public static Markup Line(string text, string style = "") => Markup.Element("div", $"overflow-wrap:anywhere;{style}", Markup.Text(text));

    /// <summary>A small sentence under what it is about.</summary>
    public static Markup Note(string text) => Line(text, $"{Look.Small};{Look.Quiet}");

    /// <summary>Notes that marks in a table point to, numbered from 1.</summary>
    public static Markup NumberedNotes(IReadOnlyList<string> texts) => texts.Count == 0 ? default : Markup.Element(
        "div", "margin:6px 0 0",
        Markup.Join(texts.Select((text, at) => Note(string.Create(CultureInfo.InvariantCulture, $"[{at + 1}] {text}")))));
}
