using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Rendering;

public sealed class IsolatesTests
{
    private static readonly Gen<string> Text = Gen.Elements(
        "a", "Z9", " ", "  ", "12", "-", "'", ",", ": ", "ש", "לום", "م", "١٢", "\u05B0", "\u0301", "\u200F", "\u200D", "\u202E", "\u202C", "\u2066", "\u2068", "\u2069", "\n", "東", "👍", "\uD83A\uDD00", "\uD800")
        .ListOf().Select(string.Concat);

    [Theory]
    [InlineData("plain 12", "plain 12")]
    [InlineData("café 東京", "café 東京")]
    [InlineData("שלום: 12 rows", "\u2068שלום\u2069: 12 rows")]
    [InlineData("שלום עולם, 12, مرحبا", "\u2068שלום עולם\u2069, 12, \u2068مرحبا\u2069")]
    [InlineData("צה\"ל 12", "\u2068צה\"ל\u2069 12")]
    [InlineData("of \u2068שלום 123\u2069, 12 rows", "of \u2068שלום 123\u2069, 12 rows")]
    [InlineData("\u202Eשלום", "\uFFFD\u2068שלום\u2069")]
    [InlineData("\u2068open", "\uFFFDopen")]
    [InlineData("end\u2069 12", "end\uFFFD 12")]
    [InlineData("\u2068a\u202Eb\u2069", "\uFFFDa\uFFFDb\uFFFD")]
    [InlineData("\u2068\u2068a\u2069\u2069", "\uFFFD\u2068a\u2069\uFFFD")]
    public void Visible_WordsFromRightToLeft_AreShutOff(string text, string expected) => Assert.Equal(expected, DisplayText.Visible(text));

    [Theory]
    [InlineData("plain 12", "plain 12")]
    [InlineData("שלום 123", "\u2068שלום 123\u2069")]
    [InlineData("a שלום (2)", "\u2068a שלום (2)\u2069")]
    [InlineData("\u2068שלום 123\u2069", "\u2068שלום 123\u2069")]
    [InlineData("2026-01, platform = \u2068שלום 123\u2069", "2026-01, platform = \u2068שלום 123\u2069")]
    [InlineData("\u2069 99 שלום\u202E", "\u2068\uFFFD 99 שלום\uFFFD\u2069")]
    public void Name_FromRightToLeft_IsShutOffAsAWhole(string text, string expected) => Assert.Equal(expected, DisplayText.Name(text));

    [Theory]
    [InlineData("שלום 123", "<bdi>שלום 123</bdi>")]
    [InlineData("on שלום 123", "<bdi>on שלום 123</bdi>")]
    [InlineData("on \u2068שלום 123\u2069, 4", "<bdi>on <bdi>שלום 123</bdi>, 4</bdi>")]
    public void Markup_AName_IsIsolatedOnce(string name, string expected) =>
        Assert.Equal(expected, System.Text.RegularExpressions.Regex.Replace(Markup.Name(name).ToString(), " style=\"[^\"]*\"", ""));

    [Fact]
    public void Markup_ASentence_HasAnElementAroundEachName() =>
        Assert.Equal("<bdi>שלום</bdi>: 12 &lt;rows&gt;", Markup.Text("שלום: 12 <rows>").ToString());

    [Fact]
    public void What_was_made_visible_stays_as_it_is() => Holds(text =>
        DisplayText.Visible(DisplayText.Visible(text)) == DisplayText.Visible(text) && DisplayText.Name(DisplayText.Name(text)) == DisplayText.Name(text)
        && DisplayText.Visible(DisplayText.Name(text)) == DisplayText.Name(text));

    [Fact]
    public void Every_isolate_is_closed_none_is_in_another_and_nothing_else_turns_the_order() => Holds(text =>
        IsShutOff(DisplayText.Visible(text)) && IsShutOff(DisplayText.Name(text)));

    [Fact]
    public void A_shortened_or_broken_text_is_no_wider_and_closes_its_isolates() => Prop.ForAll(Text.ToArbitrary(), Gen.Choose(2, 30).ToArbitrary(), (text, width) =>
    {
        string visible = DisplayText.Visible(text);
        IReadOnlyList<string> lines = DisplayText.Wrapped(visible, width, "  ");
        return lines.Append(DisplayText.Shortened(visible, width)).All(line => DisplayText.Width(line) <= width && IsShutOff(line))
            && Signs(string.Concat(lines)) == Signs(visible);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("one two three", 7, "one two|  three")]
    [InlineData("  one two", 6, "  one|two")]
    [InlineData("a engagement_rate", 8, "a|  engage|  ment_r|  ate")]
    [InlineData("東京東京", 5, "東京|東京")]
    public void Wrapped_BreaksBetweenWords(string text, int width, string expected) =>
        Assert.Equal(expected, string.Join('|', DisplayText.Wrapped(text, width, text.StartsWith(' ') || text.StartsWith('東') ? "" : "  ")));

    // Where a line is broken spaces go and an indent comes, and an isolate may be closed and opened again.
    private static string Signs(string text) => Isolates.Without(text).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsShutOff(string text)
    {
        string outside = System.Text.RegularExpressions.Regex.Replace(text, "\u2068[^\u2068\u2069]*\u2069", "");
        return !outside.EnumerateRunes().Any(rune => rune.Value is (>= 0x0590 and <= 0x08FF) or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0x1E800 and <= 0x1EFFF));
    }

    private static void Holds(Func<string, bool> law) => Prop.ForAll(Text.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
