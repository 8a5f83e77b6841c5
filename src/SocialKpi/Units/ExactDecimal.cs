using System.Globalization;

namespace SocialKpi;

/// <summary>What <see cref="decimal"/> lacks for exact figures.</summary>
internal static class ExactDecimal
{
    /// <summary>The same number without trailing zeros, so that equal values have equal bytes and texts.</summary>
    public static decimal WithoutTrailingZeros(this decimal value)
    {
        while (value.Scale > 0)
        {
            decimal shorter = decimal.Round(value, value.Scale - 1);
            if (shorter != value) break;
            value = shorter;
        }

        return value == 0 ? 0m : value;
    }

    /// <summary>The number in full, without trailing zeros; the same in every culture.</summary>
    public static string ToPlainText(this decimal value) => value.WithoutTrailingZeros().ToString(CultureInfo.InvariantCulture);
}
