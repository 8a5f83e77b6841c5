using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Rendering;

public sealed class MarkupTests
{
    [Fact]
    public void Text_HostileText_IsEncodedAndNothingSteersTheDisplay() => Assert.Equal(
        "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;␊␛\uFFFD\uFFFD",
        Markup.Text("<b> & \"c\" 'd'\n\u001B\u202E\uFFFE").ToString());

    [Fact]
    public void Element_Attributes_AreEncodedAndEmptyOnesLeftOut() => Assert.Equal(
        "<p style=\"a&quot;b\"><b>x</b></p>",
        Markup.Element("p", [("style", "a\"b"), ("title", "")], Markup.Element("b", "", Markup.Text("x"))).ToString());

    [Fact]
    public void Default_IsNothing()
    {
        Assert.True(default(Markup).IsEmpty);
        Assert.Equal("", default(Markup).ToString());
        Assert.Equal("a", (default(Markup) + Markup.Text("a") + default(Markup)).ToString());
    }

    [Fact]
    public void Name_HostileNames_ComeBackAsTheyAreShown() => Assert.All(Hostile.Names, name =>
    {
        Fragment fragment = Fragment.Of(HtmlSheet.Write(Markup.Name(name)));
        Assert.Equal(Isolates.Without(DisplayText.Visible(name)).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD'), fragment.Root.Value);
    });
}
