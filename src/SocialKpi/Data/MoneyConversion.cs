using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>Converts the amounts of one column, and remembers which rates it used. Mutable: it belongs to one column while facts are made.</summary>
internal sealed class MoneyConversion(string column, ExchangeRates rates, List<FactsIssue> issues)
{
    private const int Decimals = 6;

    private static readonly BigInteger Limit = BigInteger.Pow(10, ExactNumber.MaxDigits);

    private readonly SortedDictionary<string, HashSet<LocalDate>> _used = new(StringComparer.Ordinal);

    /// <summary>What was converted, a sentence for each currency.</summary>
    public IEnumerable<string> Texts => _used.Select(pair => string.Create(
        CultureInfo.InvariantCulture,
        $"{column}: {pair.Key} to {rates.Currency} by the caller's rates, {pair.Value.Count} {(pair.Value.Count == 1 ? "rate" : "rates")}"));

    /// <summary>An amount in the currency of the rates; null, and an issue, when it cannot be converted.</summary>
    public decimal? Convert(int row, decimal amount, string? code, LocalDate day)
    {
        if (code is null) return Refuse("the amount has no currency; say its ISO 4217 code, or leave the amount blank");
        if (!Currency.TryParse(code, out Currency from)) return Refuse($"'{code}' is not an ISO 4217 currency code; write three upper-case letters such as EUR or USD");
        if (from == rates.Currency) return amount;
        if (rates.RateOn(from, day) is not var (since, rate))
        {
            string known = rates.FirstDay(from) is { } first ? $"the first holds since {LocalDatePattern.Iso.Format(first)}" : "there is none for this currency";
            return Refuse($"there is no rate from {from} to {rates.Currency} on {LocalDatePattern.Iso.Format(day)}, {known}; add it with With(…)");
        }

        if (Product(amount, rate) is not { } converted)
            return Refuse(string.Create(CultureInfo.InvariantCulture, $"{amount} {from} at {rate} is more than {ExactNumber.MaxDigits} digits of {rates.Currency} hold; record larger units"));
        if (!_used.TryGetValue(from.Code, out HashSet<LocalDate>? days)) _used.Add(from.Code, days = []);
        days.Add(since);
        return converted;

        decimal? Refuse(string message)
        {
            issues.Add(new(column, row, message));
            return null;
        }
    }

    /// <summary>The exact product, rounded once; null when even whole units have too many digits.</summary>
    private static decimal? Product(decimal amount, decimal rate)
    {
        BigInteger exact = (BigInteger)ExactNumber.Unscaled(amount) * ExactNumber.Unscaled(rate);
        int scale = amount.Scale + rate.Scale;
        for (int decimals = Math.Min(scale, Decimals); decimals >= 0; decimals--)
        {
            BigInteger rounded = ExactNumber.DivideHalfEven(exact, BigInteger.Pow(10, scale - decimals));
            if (BigInteger.Abs(rounded) < Limit) return ExactNumber.ToDecimal(rounded, decimals);
        }

        return null;
    }
}
