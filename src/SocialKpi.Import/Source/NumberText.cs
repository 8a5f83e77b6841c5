using System.Buffers;

namespace SocialKpi.Import;

/// <summary>Reads a number exactly as it is written, or says why it is none.</summary>
internal static class NumberText
{
    private static readonly SearchValues<char> CurrencySigns = SearchValues.Create("€$£¥₹₺₽¢");
    private const int MaxExponent = 1000;

    /// <summary>Reads a trimmed text; null when it is read, otherwise the reason.</summary>
    public static string? Read(ReadOnlySpan<char> text, NumberSigns signs, out ExactNumber number, out bool isGrouped, out bool hasDecimalSign)
    {
        number = default;
        (isGrouped, hasDecimalSign) = (false, false);
        if (text.IsEmpty) return "is empty";

        ReadOnlySpan<char> rest = text;
        bool negative = rest[0] is '-' or '\u2212';
        if (negative || rest[0] == '+') rest = rest[1..];

        // Integer digits with group signs, then decimals, then an exponent.
        int integerEnd = 0;
        while (integerEnd < rest.Length && (char.IsAsciiDigit(rest[integerEnd]) || signs.IsGroup(rest[integerEnd]))) integerEnd++;
        ReadOnlySpan<char> integer = rest[..integerEnd];
        rest = rest[integerEnd..];
        foreach (char c in integer) isGrouped |= !char.IsAsciiDigit(c);

        ReadOnlySpan<char> decimals = default;
        hasDecimalSign = !rest.IsEmpty && rest[0] == signs.Decimal;
        if (hasDecimalSign)
        {
            rest = rest[1..];
            int end = 0;
            while (end < rest.Length && char.IsAsciiDigit(rest[end])) end++;
            decimals = rest[..end];
            rest = rest[end..];
        }

        if ((integer.IsEmpty && decimals.IsEmpty) || (hasDecimalSign && decimals.IsEmpty)) return NotANumber(text, signs);

        int exponent = 0;
        if (!rest.IsEmpty && rest[0] is 'e' or 'E')
        {
            if (!TryReadExponent(rest[1..], out exponent)) return NotANumber(text, signs);
            rest = default;
        }

        if (!rest.IsEmpty) return NotANumber(text, signs);
        if (isGrouped && !signs.AreGroupsInPlace(integer))
            return Misgrouped(integer, signs);

        return Scale(integer, decimals, exponent, negative, out number);
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        bool negative = !text.IsEmpty && text[0] == '-';
        if (!text.IsEmpty && text[0] is '-' or '+') text = text[1..];
        if (text.IsEmpty) return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            exponent = Math.Min((exponent * 10) + (c - '0'), MaxExponent);
        }

        if (negative) exponent = -exponent;
        return true;
    }

    private static string? Scale(ReadOnlySpan<char> integer, ReadOnlySpan<char> decimals, int exponent, bool negative, out ExactNumber number)
    {
        number = default;
        const string tooLong = "has more than 18 digits, which cannot be read exactly";
        long units = 0;
        int zeros = 0;

        // Zeros wait until a digit follows, so that trailing ones cost nothing.
        for (int i = 0; i < integer.Length + decimals.Length; i++)
        {
            char c = i < integer.Length ? integer[i] : decimals[i - integer.Length];
            if (!char.IsAsciiDigit(c)) continue;
            if (c == '0')
            {
                if (units != 0) zeros++;
                continue;
            }

            for (; zeros >= 0; zeros--)
            {
                if (units >= 100_000_000_000_000_000) return tooLong;
                units *= 10;
            }

            zeros = 0;
            units += c - '0';
        }

        if (units == 0) return null;
        int scale = decimals.Length - exponent - zeros;
        for (; scale < 0; scale++)
        {
            if (units >= 100_000_000_000_000_000) return tooLong;
            units *= 10;
        }

        if (scale > ExactNumber.MaxDigits) return "has more than 18 decimals, which cannot be read exactly";
        number = new ExactNumber(negative ? -units : units, scale);
        return null;
    }

    /// <summary>One group sign out of place is most often the decimal sign of another culture.</summary>
    private static string Misgrouped(ReadOnlySpan<char> integer, NumberSigns signs)
    {
        char sign = integer[integer.IndexOfAnyExceptInRange('0', '9')];
        string shown = char.IsWhiteSpace(sign) ? "space" : $"'{sign}'";
        string remedy = (sign, integer.Count(sign)) switch
        {
            (',', 1) => "if it is a decimal comma, name the culture of the file in the mapping, such as \"culture\": \"nl-NL\"",
            ('.', 1) => "if it is a decimal point, name the culture of the file in the mapping, such as \"culture\": \"invariant\"",
            _ => "name the culture of the file in the mapping",
        };
        return $"has a group sign ({shown}) that does not stand where thousands do in the number culture '{signs.Culture}': {remedy}";
    }

    private static string NotANumber(ReadOnlySpan<char> text, NumberSigns signs)
    {
        if (text[^1] == '%') return "is a percentage: map the counts it was computed from, and let the KPI divide them";
        if (text.ContainsAny(CurrencySigns)) return "holds a currency sign: remove it from the file and name the currency in the mapping";
        if (text[^1] is 'K' or 'k' or 'M' or 'm' && char.IsAsciiDigit(text[0])) return "is abbreviated and therefore not exact: export the full number";
        foreach (char c in text)
        {
            if (char.IsDigit(c) && !char.IsAsciiDigit(c)) return "is written in digits other than 0–9";
        }

        return char.IsAsciiDigit(text[0])
            ? $"is not a number in the number culture '{signs.Culture}'"
            : "is not a number; if it stands for a blank, name it under \"blanks\" in the mapping";
    }
}
