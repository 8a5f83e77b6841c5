using System.Collections.Immutable;
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
    private static readonly Comparer<Dated> ByDay = Comparer<Dated>.Create((a, b) => a.Since.CompareTo(b.Since));

    private readonly ImmutableDictionary<Currency, ImmutableList<Dated>> _rates;

    private ExchangeRates(Currency currency, ImmutableDictionary<Currency, ImmutableList<Dated>> rates) => (Currency, _rates) = (currency, rates);

    /// <summary>A rate and the first day on which it holds.</summary>
    internal readonly record struct Dated(LocalDate Since, decimal Rate);

    /// <summary>The currency that amounts are converted to.</summary>
    public Currency Currency { get; }

    /// <summary>No rates yet, to this currency.</summary>
    /// <exception cref="ArgumentException">The currency is <see cref="Currency.Unspecified"/>.</exception>
    public static ExchangeRates To(Currency currency)
    {
        if (currency == Currency.Unspecified) throw new ArgumentException("Rates are to a currency that is stated, such as Currency.EUR.", nameof(currency));
        return new ExchangeRates(currency, ImmutableDictionary<Currency, ImmutableList<Dated>>.Empty);
    }

    /// <summary>These rates and one more.</summary>
    /// <param name="from">The currency that amounts are in.</param>
    /// <param name="since">The first day on which the rate holds.</param>
    /// <param name="rate">What one unit of <paramref name="from"/> is in <see cref="Currency"/>: more than 0.</param>
    /// <exception cref="ArgumentException">The currency is the one converted to or is not stated, or has another rate since that day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not more than 0.</exception>
    public ExchangeRates With(Currency from, LocalDate since, decimal rate)
    {
        since = CommonEra.Iso(since);
        if (from == Currency || from == Currency.Unspecified)
            throw new ArgumentException($"A rate is from another currency that is stated, not from {from} to {Currency}.", nameof(from));
        if (rate <= 0) throw OutOfRange.Of(rate, "A rate is more than 0.");
        ImmutableList<Dated> dated = _rates.GetValueOrDefault(from, []);
        int place = dated.BinarySearch(new(since, rate), ByDay);
        if (place < 0) return new ExchangeRates(Currency, _rates.SetItem(from, dated.Insert(~place, new(since, rate))));
        if (dated[place].Rate == rate) return this;
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"{from} has the rate {dated[place].Rate} since {LocalDatePattern.Iso.Format(since)} already; a day has one rate."), nameof(since));
    }

    /// <summary>The rate that holds on a day; null when none does.</summary>
    internal Dated? RateOn(Currency from, LocalDate day)
    {
        ImmutableList<Dated> dated = _rates.GetValueOrDefault(from, []);
        int place = dated.BinarySearch(new(day, 0), ByDay);
        int last = place >= 0 ? place : ~place - 1;
        return last < 0 ? null : dated[last];
    }

    /// <summary>Since when a currency has a rate; null when it has none.</summary>
    internal LocalDate? FirstDay(Currency from) => _rates.TryGetValue(from, out ImmutableList<Dated>? dated) ? dated[0].Since : null;
}
