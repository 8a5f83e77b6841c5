using System.Globalization;

namespace SocialKpi;

/// <summary>How many followers the accounts of a cohort have: from a number, included, to another, which no longer belongs. The default is any number.</summary>
public readonly record struct FollowerBand
{
    private const long Thousand = 1_000;
    private const long Million = 1_000_000;

    private FollowerBand(long from, long? until) => (From, Until) = (from, until);

    /// <summary>The least number of followers.</summary>
    public long From { get; }

    /// <summary>The first number that no longer belongs; null when there is no upper end.</summary>
    public long? Until { get; }

    /// <summary>From a number, included, to another, which no longer belongs: <c>Between(10_000, 50_000)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the second is not above the first.</exception>
    public static FollowerBand Between(long from, long until)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, from);
        return new(from, until);
    }

    /// <summary>From a number on, with no upper end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static FollowerBand AtLeast(long from)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        return new(from, null);
    }

    /// <summary>Exactly so many: one's own account, which lies in one of the published bands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static FollowerBand Exactly(long followers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(followers);
        return new(followers, followers == long.MaxValue ? null : followers + 1);
    }

    /// <summary>Whether every number of another band belongs to this one.</summary>
    public bool Contains(FollowerBand other) => From <= other.From && (Until is not { } until || other.Until <= until);

    /// <summary>How many numbers belong to it; of bands without an upper end the one that begins higher is the narrower.</summary>
    internal (long Numbers, long LessTheFirst) Width => Until is { } until ? (until - From, 0) : (long.MaxValue, -From);

    /// <summary>
    /// Reads <c>10K-50K</c>, <c>0-1K</c>, <c>500K+</c>, <c>12500</c>; K is a thousand, M a million. A lower end without a letter takes
    /// that of the upper one where the band then stays in order: <c>1-5K</c> is one to five thousand, <c>500-1K</c> is five hundred to one thousand.
    /// </summary>
    /// <param name="text">The text, with nothing around it; null is no band.</param>
    /// <param name="band">The band; any number when the text is none.</param>
    public static bool TryParse(string? text, out FollowerBand band)
    {
        band = default;
        if (text is null) return false;
        if (text.EndsWith('+')) return Number(text[..^1]) is { } least && Set(least, null, out band);
        string[] ends = text.Replace('–', '-').Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length == 1) return Number(text) is { } exact and < long.MaxValue && Set(exact, exact + 1, out band);
        if (ends.Length != 2 || Number(ends[0]) is not { } from || Number(ends[1]) is not { } until) return false;
        if (char.IsAsciiDigit(ends[0][^1]) && Factor(ends[1]) is > 1 and long factor && from > 0 && from <= (until - 1) / factor) from *= factor;
        return from < until && Set(from, until, out band);
    }

    /// <summary>The band as it is read: <c>10K-50K</c>, <c>500K+</c>, <c>12500</c>; any number is <c>0+</c>.</summary>
    public override string ToString() => Until is not { } until ? $"{Write(From)}+" : until == From + 1 ? Plain(From) : $"{Write(From)}-{Write(until)}";

    private static bool Set(long from, long? until, out FollowerBand band)
    {
        band = new FollowerBand(from, until);
        return true;
    }

    private static long? Number(string text)
    {
        long factor = Factor(text);
        ReadOnlySpan<char> digits = factor > 1 ? text.AsSpan()[..^1] : text;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && number <= long.MaxValue / factor && number * factor is var all && all == decimal.Truncate(all)
                ? (long)all
                : null;
    }

    private static long Factor(string text) => text is [.., 'K' or 'k'] ? Thousand : text is [.., 'M' or 'm'] ? Million : 1;

    private static string Write(long number) => number switch
    {
        > 0 when number % Million == 0 => $"{Plain(number / Million)}M",
        > 0 when number % Thousand == 0 => $"{Plain(number / Thousand)}K",
        _ => Plain(number),
    };

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
