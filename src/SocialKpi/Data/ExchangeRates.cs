using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>
/// Dated exchange rates to one currency, as the caller states them:
/// <c>ExchangeRates.To(Currency.EUR).With(Currency.USD, new(2026, 1, 1), 0.92m)</c>. Immutable.
/// </summary>
/// <remarks>
/// A rate holds from its day until the next of the same currency; before the first there is none. A rate is how much of the
/// currency converted to one unit of the other is: an inverse rate is not derived.
/// An amount converted is the exact product, rounded once, half-even, to 6 decimals, or to as many fewer as its 18 digits
/// leave; an amount that is in the currency already stays as it is.
/// </remarks>
public sealed class ExchangeRates
{
    private readonly IReadOnlyDictionary<Currency, SortedList<LocalDate, decimal>> _rates;

    private ExchangeRates(Currency currency, IReadOnlyDictionary<Currency, SortedList<LocalDate, decimal>> rates) => (Currency, _rates) = (currency, rates);

    /// <summary>The currency that amounts are converted to.</summary>
    public Currency Currency { get; }

    /// <summary>No rates yet, to this currency.</summary>
    /// <exception cref="ArgumentException">The currency is <see cref="Currency.Unspecified"/>.</exception>
    public static ExchangeRates To(Currency currency)
    {
        if (currency == Currency.Unspecified) throw new ArgumentException("Rates are to a currency that is stated, such as Currency.EUR.", nameof(currency));
        return new ExchangeRates(currency, new Dictionary<Currency, SortedList<LocalDate, decimal>>());
    }

    /// <summary>These rates and one more.</summary>
    /// <param name="from">The currency that amounts are in.</param>
    /// <param name="since">The first day on which the rate holds.</param>
    /// <param name="rate">What one unit of <paramref name="from"/> is in <see cref="Currency"/>: more than 0.</param>
    /// <exception cref="ArgumentException">The currency is the one converted to or is not stated, or has another rate since that day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not more than 0.</exception>
    public ExchangeRates With(Currency from, LocalDate since, decimal rate)
    {
        if (from == Currency || from == Currency.Unspecified)
            throw new ArgumentException($"A rate is from another currency that is stated, not from {from} to {Currency}.", nameof(from));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        SortedList<LocalDate, decimal> dated = _rates.TryGetValue(from, out SortedList<LocalDate, decimal>? known) ? new(known) : [];
        if (!dated.TryAdd(since, rate) && dated[since] != rate)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{from} has the rate {dated[since]} since {LocalDatePattern.Iso.Format(since)} already; a day has one rate."), nameof(since));
        return new ExchangeRates(Currency, new Dictionary<Currency, SortedList<LocalDate, decimal>>(_rates) { [from] = dated });
    }

    /// <summary>The rate that holds on a day, and since when; null when none does.</summary>
    internal (LocalDate Since, decimal Rate)? RateOn(Currency from, LocalDate day)
    {
        if (!_rates.TryGetValue(from, out SortedList<LocalDate, decimal>? dated) || day < dated.Keys[0]) return null;
        (int first, int after) = (0, dated.Count);
        while (after - first > 1)
        {
            int middle = (first + after) / 2;
            if (dated.Keys[middle] <= day) first = middle;
            else after = middle;
        }

        return (dated.Keys[first], dated.Values[first]);
    }

    /// <summary>Since when a currency has a rate; null when it has none.</summary>
    internal LocalDate? FirstDay(Currency from) => _rates.TryGetValue(from, out SortedList<LocalDate, decimal>? dated) ? dated.Keys[0] : null;
}
