using System.Globalization;

namespace SocialKpi;

/// <summary>
/// Small charts that stand in a line of text, as SVG within the page. Each has a title that says what it shows. Coordinates are
/// rounded to a tenth and invariant.
/// </summary>
internal static class InlineChart
{
    private const double Edge = 2;

    /// <summary>A bar from 0 to a share of the whole width; a share outside 0 to 1 is drawn as the nearer of both.</summary>
    public static Markup Bar(double share, string title) =>
        Svg(72, 10, title, Track(72, 3, 4), Fill(72 * Math.Clamp(share, 0, 1), 3, 4, Look.Data));

    /// <summary>Progress on a track with a mark where it should be: the bar of a goal. Parts outside 0 to 1 are drawn at the end.</summary>
    public static Markup Bullet(double reached, double? mark, Tone tone, string title) => Svg(
        160, 14, title,
        Track(160, 3, 8),
        Fill(160 * Math.Clamp(reached, 0, 1), 3, 8, Look.ColorOf(tone)),
        mark is { } at
            ? Shape("rect", ("x", Write(Math.Clamp((160 * at) - 1, 0, 158))), ("y", "0"), ("width", "2"), ("height", "14"), ("fill", "currentColor"))
            : default);

    /// <summary>The place of a value between two others, with a mark at a value to compare with; what lies outside is drawn at the end.</summary>
    public static Markup Dot(double place, double? mark, Tone tone, string title) => Svg(
        160, 14, title,
        Track(160, 6, 2),
        mark is { } at
            ? Shape("rect", ("x", Write(Math.Clamp((160 * at) - 1, 0, 158))), ("y", "2"), ("width", "2"), ("height", "10"), ("fill", "currentColor"), ("opacity", ".6"))
            : default,
        Shape("circle", ("cx", Write(5 + (150 * Math.Clamp(place, 0, 1)))), ("cy", "7"), ("r", "5"), ("fill", Look.ColorOf(tone))));

    /// <summary>A line through values, the last one marked; it is broken where a value is missing. Nothing for fewer than two values.</summary>
    public static Markup Sparkline(IReadOnlyList<double?> values, string title, double width = 96, double height = 20)
    {
        double[] known = [.. values.OfType<double>()];
        if (known.Length < 2) return default;
        double least = known.Min(), most = known.Max();
        List<List<(double X, double Y)>> runs = [[]];
        for (int at = 0; at < values.Count; at++)
        {
            if (values[at] is { } value) runs[^1].Add((X(at), Y(value)));
            else if (runs[^1].Count > 0) runs.Add([]);
        }

        Markup lines = Markup.Join(runs.Where(run => run.Count > 1).Select(run => Shape(
            "polyline",
            ("points", string.Join(' ', run.Select(point => $"{Write(point.X)},{Write(point.Y)}"))),
            ("fill", "none"), ("stroke", Look.Data), ("stroke-width", "1.5"), ("stroke-linejoin", "round"), ("stroke-linecap", "round"))));
        Markup lone = Markup.Join(runs.Where(run => run.Count == 1).Select(run => Point(run[0], "1.2")));
        return Svg(width, height, title, lines, lone, Point(runs.Last(run => run.Count > 0)[^1], "2"));

        double X(int at) => Edge + ((width - (2 * Edge)) * at / (values.Count - 1));

        // Halves first: the range of two values that a double can hold need not fit into one.
        double Y(double value)
        {
            double range = (most / 2) - (least / 2);
            return range == 0 ? height / 2 : height - Edge - ((height - (2 * Edge)) * (((value / 2) - (least / 2)) / range));
        }
    }

    private static Markup Track(double width, double y, double height) =>
        Shape("rect", ("x", "0"), ("y", Write(y)), ("width", Write(width)), ("height", Write(height)), ("rx", "1"), ("fill", "currentColor"), ("opacity", ".15"));

    private static Markup Fill(double width, double y, double height, string color) =>
        Shape("rect", ("x", "0"), ("y", Write(y)), ("width", Write(width)), ("height", Write(height)), ("rx", "1"), ("fill", color));

    private static Markup Point((double X, double Y) at, string radius) =>
        Shape("circle", ("cx", Write(at.X)), ("cy", Write(at.Y)), ("r", radius), ("fill", Look.Data));

    private static Markup Svg(double width, double height, string title, params ReadOnlySpan<Markup> shapes)
    {
        (string wide, string high) = (Write(width), Write(height));
        Markup[] content = [Markup.Element("title", "", Markup.PlainText(title)), .. shapes];
        return Markup.Element(
            "svg",
            [("role", "img"), ("width", wide), ("height", high), ("viewBox", $"0 0 {wide} {high}"), ("style", "display:inline-block;vertical-align:middle;max-width:none")],
            content);
    }

    private static Markup Shape(string name, params (string Name, string Value)[] attributes) => Markup.Element(name, attributes);

    private static string Write(double coordinate) => Math.Round(coordinate, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
