using System.Globalization;
using System.Numerics;

namespace SocialKpi;

/// <summary>How effects are rounded: all to as many decimals, so that they and what rounding leaves over add up to the last digit.</summary>
/// <param name="Decimals">How many decimals each has at most.</param>
/// <param name="Unit">The unit of them all.</param>
internal sealed record EffectScale(int Decimals, Unit Unit)
{
    private const int MostDecimals = 18;
    private const int SafeDigits = 27;

    /// <summary>As many decimals as there is room for in any sum of these; null when there is none for the whole numbers alone.</summary>
    public static EffectScale? For(IEnumerable<Rational> effects, Unit unit)
    {
        BigInteger most = effects.Select(effect => effect.Magnitude).Aggregate(BigInteger.Zero, (sum, size) => sum + 1 + BigInteger.Divide(size.Numerator, size.Denominator));
        int room = SafeDigits + 1 - most.ToString(CultureInfo.InvariantCulture).Length;
        return room < 0 ? null : new EffectScale(Math.Min(room, MostDecimals), unit);
    }

    public EffectScale AtMost(int decimals) => this with { Decimals = Math.Min(decimals, Decimals) };

    public Quantity Round(Rational exact)
    {
        (BigInteger scaled, int decimals) = exact.Rounded(Decimals);
        return new Quantity(ExactNumber.ToDecimal(scaled, decimals)!.Value, Unit);
    }

    public Quantity Sum(IEnumerable<Quantity> effects) => effects.Aggregate(new Quantity(0, Unit), (sum, effect) => sum + effect);
}
