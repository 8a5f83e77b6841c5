using System.Xml.Linq;

namespace SocialKpi.Tests.Rendering;

public sealed class InlineChartTests
{
    [Theory]
    [InlineData(0.5, "36")]
    [InlineData(0, "0")]
    [InlineData(1, "72")]
    [InlineData(7, "72")]
    [InlineData(-1, "0")]
    public void Bar_Share_IsItsPartOfTheWidth(double share, string width) =>
        Assert.Equal(width, Shapes(InlineChart.Bar(share, "half"), "rect")[1].Attribute("width")!.Value);

    [Fact]
    public void Bullet_Progress_HasTrackBarAndMark()
    {
        XElement[] rects = Shapes(InlineChart.Bullet(0.75, 0.5, Tone.Good, "75 %, expected 50 %"), "rect");
        Assert.Equal(["160", "120", "2"], rects.Select(rect => rect.Attribute("width")!.Value));
        Assert.Equal("79", rects[2].Attribute("x")!.Value);
        Assert.Equal(Look.Good, rects[1].Attribute("fill")!.Value);
        Assert.Equal(2, Shapes(InlineChart.Bullet(0.75, null, Tone.Good, "75 %"), "rect").Length);
    }

    [Theory]
    [InlineData(-0.5, "5")]
    [InlineData(0.5, "80")]
    [InlineData(2, "155")]
    public void Dot_Place_StaysInside(double place, string x) =>
        Assert.Equal(x, Shapes(InlineChart.Dot(place, 0.5, Tone.Bad, "place"), "circle").Single().Attribute("cx")!.Value);

    [Fact]
    public void Sparkline_Values_RunFromLeastToMost()
    {
        Markup chart = InlineChart.Sparkline([10, 20, 15], "course", width: 104, height: 24);
        Assert.Equal("2,22 52,2 102,12", Shapes(chart, "polyline").Single().Attribute("points")!.Value);
        Assert.Equal("102", Shapes(chart, "circle").Single().Attribute("cx")!.Value);
    }

    [Fact]
    public void Sparkline_MissingValues_BreakTheLine()
    {
        Markup chart = InlineChart.Sparkline([null, 1, 2, null, null, 3, null, 2, 1, null], "course");
        Assert.Equal(2, Shapes(chart, "polyline").Length);
        Assert.Equal(2, Shapes(chart, "circle").Length); // the lone value and the last one
    }

    [Fact]
    public void Sparkline_EqualValues_LieInTheMiddle() =>
        Assert.Equal("2,10 94,10", Shapes(InlineChart.Sparkline([5, 5], "course"), "polyline").Single().Attribute("points")!.Value);

    [Fact]
    public void Sparkline_FewerThanTwoValues_IsNothing()
    {
        Assert.True(InlineChart.Sparkline([], "course").IsEmpty);
        Assert.True(InlineChart.Sparkline([null, 3, null], "course").IsEmpty);
    }

    [Fact]
    public void Sparkline_ExtremeValues_StayInside()
    {
        string points = Shapes(InlineChart.Sparkline([-1.7e308, 1.7e308, 0], "course"), "polyline").Single().Attribute("points")!.Value;
        Assert.Equal("2,18 48,2 94,10", points);
    }

    [Theory]
    [InlineData(Look.Data)]
    [InlineData(Look.Good)]
    [InlineData(Look.Warning)]
    [InlineData(Look.Bad)]
    public void Every_colour_stands_out_on_light_and_on_dark(string color) =>
        Assert.All(new[] { "#ffffff", "#f5f5f5", "#1e1e1e", "#111111" }, page => Assert.True(Contrast(color, page) >= 3, $"{color} on {page}"));

    // Contrast ratio after WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    private static double Contrast(string one, string other)
    {
        double[] luminance = [.. new[] { one, other }.Select(Luminance).Order()];
        return (luminance[1] + 0.05) / (luminance[0] + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] linear = [.. new[] { 1, 3, 5 }.Select(at => Convert.ToInt32(color.Substring(at, 2), 16) / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static XElement[] Shapes(Markup chart, string name) => [.. XElement.Parse(chart.ToString()).Elements(name)];
}
