using System.Globalization;

namespace SocialKpi;

/// <summary>
/// Writes quantities for readers. All scaling to percent is left to the runtime's own percent format, which moves the
/// decimal point in the digits, so no value can overflow on its way to text.
/// </summary>
internal static class QuantityText
{
    private const int MaxDecimals = 28;
    private const int SignificantDigits = 3;
    private const int DefaultDecimals = 2;
    private const string GenericCurrencySign = "¤";

    /// <summary>The number of decimals a format asks for; null for the default format.</summary>
    internal static int? DecimalsOf(string? format)
    {
        if (string.IsNullOrEmpty(format) || format == "G") return null;

        // Comparing with the canonical text refuses N05 and the like.
        return int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int decimals)
            && decimals <= MaxDecimals
            && format == Specifier('N', decimals)
                ? decimals
                : throw new FormatException(
                    $"'{format}' is not a format of a quantity: use G, or N0 to N28 for exactly so many decimals.");
    }

    internal static string Write(Quantity quantity, int? decimals, IFormatProvider? provider)
    {
        // Not NumberFormatInfo.GetInstance: that would fall back to the current culture.
        NumberFormatInfo culture = provider?.GetFormat(typeof(NumberFormatInfo)) as NumberFormatInfo
            ?? NumberFormatInfo.InvariantInfo;
        decimal value = quantity.Value;

        return quantity.Unit.Kind switch
        {
            UnitKind.Ratio => Percent(value, decimals, culture),
            UnitKind.PercentagePoints => Percent(value, decimals, WithPercentagePoints(culture)),
            UnitKind.Money => Money(value, quantity.Unit.Currency, decimals, culture),
            UnitKind.Duration when decimals is int exact => $"{Plain(value, exact, culture)} s",
            UnitKind.Duration => Duration(value, culture),
            _ => Plain(value, decimals ?? ShownDecimals(value, 0, DefaultDecimals, 0), culture),
        };
    }

    private static string Plain(decimal value, int decimals, NumberFormatInfo culture) =>
        Rounded(value, decimals).ToString(Specifier('N', decimals), culture);

    private static string Percent(decimal fraction, int? decimals, NumberFormatInfo culture)
    {
        int shown = decimals ?? ShownDecimals(fraction, 2, DefaultDecimals, DefaultDecimals);
        return Rounded(fraction, shown + 2).ToString(Specifier('P', shown), culture);
    }

    private static NumberFormatInfo WithPercentagePoints(NumberFormatInfo culture)
    {
        var points = (NumberFormatInfo)culture.Clone();
        points.PercentSymbol = "pp";
        points.PercentPositivePattern = 0; // n pp
        points.PercentNegativePattern = 0; // -n pp
        return points;
    }

    private static string Money(decimal value, Currency currency, int? decimals, NumberFormatInfo culture)
    {
        int minor = currency.MinorDigits;
        string number = Plain(value, decimals ?? ShownDecimals(value, 0, minor, minor), culture);
        return currency == Currency.Unspecified ? $"{number} {GenericCurrencySign}" : $"{number} {currency.Code}";
    }

    /// <summary>Hours, minutes and seconds without the parts that are zero. Rounding comes first, so 59.999 s is 1 min.</summary>
    private static string Duration(decimal seconds, NumberFormatInfo culture)
    {
        decimal total = Math.Abs(Rounded(seconds, ShownDecimals(seconds, 0, DefaultDecimals, 0)));
        decimal withinMinute = total % 60;
        decimal withinHour = total % 3600 - withinMinute;
        // Subtracting the remainder first keeps the division exact for the largest decimals too.
        decimal hours = (total - withinMinute - withinHour) / 3600;

        List<string> parts = [];
        if (hours != 0) parts.Add($"{Plain(hours, 0, culture)} h");
        if (withinHour != 0) parts.Add($"{Plain(withinHour / 60, 0, culture)} min");
        if (withinMinute != 0 || parts.Count == 0)
            parts.Add($"{Plain(withinMinute, ShownDecimals(withinMinute, 0, DefaultDecimals, 0), culture)} s");
        string text = string.Join(' ', parts);
        return seconds < 0 ? culture.NegativeSign + text : text;
    }

    /// <summary>
    /// How many decimals value × 10^shift is shown with: <paramref name="usual"/>, more when a small value would keep fewer
    /// than three significant digits, and fewer (down to <paramref name="least"/>) when the last ones are zeros.
    /// </summary>
    private static int ShownDecimals(decimal value, int shift, int usual, int least)
    {
        int decimals = Math.Min(Math.Max(usual, SignificantDecimals(value, shift)), MaxDecimals - shift);
        decimal rounded = Rounded(value, decimals + shift);
        while (decimals > least && Rounded(rounded, decimals - 1 + shift) == rounded) decimals--;
        return decimals;
    }

    /// <summary>The decimals at which value × 10^shift shows three significant digits; never negative.</summary>
    private static int SignificantDecimals(decimal value, int shift)
    {
        if (value == 0) return 0;
        int decimals = SignificantDigits - 1 - shift;
        decimal size = Math.Abs(value);
        for (; size < 1; size *= 10) decimals++;
        for (; size >= 10 && decimals > 0; size /= 10) decimals--;
        return Math.Max(decimals, 0);
    }

    /// <summary>Halves go away from zero, as readers of a report round.</summary>
    private static decimal Rounded(decimal value, int decimals) =>
        decimals >= MaxDecimals ? value : Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string Specifier(char letter, int decimals) =>
        string.Create(CultureInfo.InvariantCulture, $"{letter}{decimals}");
}
