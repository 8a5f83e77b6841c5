using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialKpi;

/// <summary>Reads how many accounts a published figure rests on, from what the source says of its sample.</summary>
internal static partial class SampleText
{
    private const string Number = @"(?<![\p{L}\p{N}.,\-–])(?<number>\d{1,3}(?:[.,  ]\d{3})+|\d{1,12}(?:\.\d{1,2})?)(?![\d.,]\d)\s?(?<scale>[KMB]|thousand|million|billion)?";

    /// <summary>
    /// The number that stands alone (<c>2,100</c>), after n (<c>n = 3</c>), or before a word for accounts, such as <c>brands</c> or <c>pages</c>
    /// (<c>27M posts, 273,000 accounts</c>). Null when there is none: posts and industries are no accounts.
    /// </summary>
    public static long? Accounts(string sample)
    {
        Match match = Alone().Match(sample);
        if (!match.Success) match = Size().Match(sample);
        if (!match.Success) match = OfAccounts().Match(sample);
        if (!match.Success) return null;
        string digits = match.Groups["number"].Value;
        bool isGrouped = Grouped().IsMatch(digits);
        decimal number = decimal.Parse(isGrouped ? string.Concat(digits.Where(char.IsAsciiDigit)) : digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        decimal size = number * match.Groups["scale"].Value.ToUpperInvariant() switch
        {
            "K" or "THOUSAND" => 1_000,
            "M" or "MILLION" => 1_000_000,
            "B" or "BILLION" => 1_000_000_000,
            _ => 1,
        };
        return size <= long.MaxValue ? (long)size : null;
    }

    [GeneratedRegex(@"^\s*[~≈><≥≤=]*\s*" + Number + @"\+?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])n\s*[=:≥>~≈]+\s*" + Number, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(
        Number + @"\+?\s+(?:(?!posts?\b|videos?\b|messages?\b|industr|countr|and\b|of\b|per\b|x\b)\p{L}[\p{L}\-]*\s+){0,3}?(?:accounts?|brands?|compan(?:y|ies)|businesses|pages?|profiles?|channels?|creators?|influencers?|clients?|customers?|advertisers?|organi[sz]ations?|nonprofits?|schools?|retailers?|peers?|competitors?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfAccounts();

    [GeneratedRegex(@"^\d{1,3}(?:[.,  ]\d{3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
