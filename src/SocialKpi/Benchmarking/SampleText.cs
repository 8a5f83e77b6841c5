using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialKpi;

/// <summary>Reads how many accounts a published figure rests on, from what the source says of its sample.</summary>
internal static partial class SampleText
{
    private const string Digits = @"\d{1,3}(?:[.,  ]\d{3}){1,4}|\d{1,12}(?:\.\d{1,2})?";
    private const string Scale = "[KMB]|thousand|million|billion";
    private const string To = @"(?:[-–—]|to\b|(?<=\bbetween\s[\p{L}\p{N}., ]{1,20})and\b)";

    /// <summary>A number, or a range of numbers with both its ends.</summary>
    private const string Number = @"(?<![\p{L}\p{N}.,\-–])(?<number>" + Digits + @")(?![\d.,]\d)\s?(?<scale>" + Scale + @")?(?:\s?" + To + @"\s?(?<upTo>" + Digits + @")(?![\d.,]\d)\s?(?<upToScale>" + Scale + ")?)?";

    /// <summary>
    /// The number that stands alone (<c>2,100</c>), after n (<c>n = 3</c>), or before a word for accounts, such as <c>brands</c> or <c>pages</c>
    /// (<c>27M posts, 273,000 accounts</c>); of a range its lower end (<c>5-10 brands</c>). Null when there is none: posts and industries are no accounts.
    /// </summary>
    public static long? Accounts(string sample)
    {
        Match match = Alone().Match(sample);
        if (!match.Success) match = Size().Match(sample);
        if (!match.Success) match = OfAccounts().Match(sample);
        if (!match.Success) return null;
        decimal number = Read(match.Groups["number"]), scale = ScaleOf(match.Groups["scale"]);
        if (match.Groups["upTo"].Success)
        {
            decimal upTo = Read(match.Groups["upTo"]), upToScale = ScaleOf(match.Groups["upToScale"]);

            // 5-10K are 5,000 to 10,000, and 500-1K are 500 to 1,000.
            if (!match.Groups["scale"].Success && number < upTo) scale = upToScale;
            if (number * scale > upTo * upToScale) return null;
        }

        return number * scale <= long.MaxValue ? (long)(number * scale) : null;
    }

    private static decimal Read(Group digits) => decimal.Parse(
        Grouped().IsMatch(digits.Value) ? string.Concat(digits.Value.Where(char.IsAsciiDigit)) : digits.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static decimal ScaleOf(Group word) => word.Value.ToUpperInvariant() switch
    {
        "K" or "THOUSAND" => 1_000,
        "M" or "MILLION" => 1_000_000,
        "B" or "BILLION" => 1_000_000_000,
        _ => 1,
    };

    [GeneratedRegex(@"^\s*[~≈><≥≤=]*\s*" + Number + @"\+?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])n\s*[=:≥>~≈]+\s*" + Number, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(
        Number + @"\+?\s+(?:(?!posts?\b|videos?\b|messages?\b|industr|countr|and\b|of\b|per\b|x\b)\p{L}[\p{L}\-]*\s+){0,3}?(?:accounts?|brands?|compan(?:y|ies)|businesses|pages?|profiles?|channels?|creators?|influencers?|clients?|customers?|advertisers?|organi[sz]ations?|nonprofits?|schools?|retailers?|peers?|competitors?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfAccounts();

    [GeneratedRegex(@"^\d{1,3}(?:[.,  ]\d{3}){1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
