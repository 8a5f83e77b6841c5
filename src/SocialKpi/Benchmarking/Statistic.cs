using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialKpi;

/// <summary>
/// What a figure of a benchmark is of its cohort: the mean, a quantile such as the median, one single figure, or the figure of
/// one peer. The default is unspecified.
/// </summary>
/// <remarks>
/// A published quantile does not say which of the nine definitions it follows, so none is kept; the definition of quantiles
/// that are calculated from raw peers is chosen by <see cref="ComparisonRules.Quantiles"/>.
/// </remarks>
public readonly partial record struct Statistic
{
    private const int Whole = 100;

    private static readonly Dictionary<string, Statistic> Words = new(StringComparer.Ordinal)
    {
        ["mean"] = Mean,
        ["median"] = Median,
        ["q1"] = Quantile(25),
        ["q2"] = Median,
        ["q3"] = Quantile(75),
        ["single"] = Single,
        ["peer"] = Peer,
        ["unspecified"] = default,
    };

    /// <summary>What others call them; <c>average</c> is a mean to most and a median to some.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["average"] = "mean",
        ["avg"] = "mean",
        ["arithmetic mean"] = "mean",
        ["middle"] = "median",
        ["first quartile"] = "q1",
        ["lower quartile"] = "q1",
        ["second quartile"] = "median",
        ["third quartile"] = "q3",
        ["upper quartile"] = "q3",
        ["value"] = "single",
        ["competitor"] = "peer",
    };

    private readonly string? _text;

    private Statistic(StatisticKind kind, decimal percent = 0, string? text = null) => (Kind, Percent, _text) = (kind, percent, text);

    /// <summary>The arithmetic mean.</summary>
    public static Statistic Mean => new(StatisticKind.Mean);

    /// <summary>The middle: the quantile at 50 percent.</summary>
    public static Statistic Median => new(StatisticKind.Quantile, 50);

    /// <summary>One figure that stands for itself.</summary>
    public static Statistic Single => new(StatisticKind.Single);

    /// <summary>The figure of one peer.</summary>
    public static Statistic Peer => new(StatisticKind.Peer);

    /// <summary>What sort of figure it is.</summary>
    public StatisticKind Kind { get; }

    /// <summary>Of a quantile the percentage of the cohort below, 0 to 100; otherwise 0.</summary>
    public decimal Percent { get; }

    /// <summary>A quantile: 25 is the first quartile, 90 the ninth decile.</summary>
    /// <param name="percent">More than 0 and less than 100: the least and the greatest of a cohort depend on its size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage lies outside.</exception>
    public static Statistic Quantile(decimal percent)
    {
        if (percent is <= 0 or >= Whole) throw OutOfRange.Of(percent, "A quantile has more than 0 and less than 100 per cent of its cohort below it.");
        return new(StatisticKind.Quantile, percent.WithoutTrailingZeros());
    }

    /// <summary>The word or number it is written with: <c>mean</c>, <c>median</c>, <c>p25</c>, <c>single</c>, <c>peer</c>; of an unspecified one the source's own word.</summary>
    public override string ToString() => Kind switch
    {
        StatisticKind.Mean => "mean",
        StatisticKind.Single => "single",
        StatisticKind.Peer => "peer",
        StatisticKind.Quantile when this == Median => "median",
        StatisticKind.Quantile => string.Create(CultureInfo.InvariantCulture, $"p{Percent}"),
        _ => _text ?? "unspecified",
    };

    /// <summary>
    /// Reads <c>mean</c>, <c>median</c>, <c>q1</c> to <c>q3</c>, <c>d1</c> to <c>d9</c>, <c>p25</c>, <c>single</c> and <c>peer</c>. Any other
    /// word is kept as an unspecified statistic, unless it looks like a mistyped one or another name of one: then there is a suggestion.
    /// </summary>
    internal static Statistic Read(string text, out string? suggestion)
    {
        suggestion = null;
        if (Known(text) is { } known) return known;
        suggestion = Suggestion(text.ToLowerInvariant());
        return new Statistic(StatisticKind.Unspecified, 0, text);
    }

    private static Statistic? Known(string text)
    {
        if (Words.TryGetValue(text, out Statistic word)) return word;
        if (text is ['d', >= '1' and <= '9' and char decile]) return Quantile(10 * (decile - '0'));
        if (text is ['p', >= '0' and <= '9', ..]
            && decimal.TryParse(text.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent)
            && percent is > 0 and < Whole)
        {
            return Quantile(percent);
        }

        return null;
    }

    /// <summary>What a word probably means: other capitals, another name, a quantile written out, a typing error. It is asked, never taken.</summary>
    private static string? Suggestion(string text)
    {
        if (Known(text) is not null) return text;
        if (OtherNames.TryGetValue(text, out string? name)) return name;
        Match quantile = WrittenOut().Match(text);
        string written = $"{quantile.Groups["of"].Value}{quantile.Groups["number"].Value}";
        return quantile.Success && Known(written) is not null ? written : Nearest.Of(text, Words.Keys);
    }

    /// <summary>Such as <c>decile 9</c>, <c>90th percentile</c>, <c>q 3</c>.</summary>
    [GeneratedRegex(@"^(?:(?<of>[pdq])(?:ercentile|ecile|uartile)?[\s_-]*(?<number>\d{1,2})|(?<number>\d{1,2})(?:st|nd|rd|th)?[\s_-]*(?<of>[pdq])(?:ercentile|ecile|uartile)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenOut();
}
