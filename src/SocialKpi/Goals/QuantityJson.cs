using System.Globalization;
using System.Text.Json;

namespace SocialKpi;

/// <summary>
/// Quantities as people write them in JSON: a bare number for what has no unit sign (counts, numbers, points), else text with its sign:
/// <c>"4.5 %"</c>, <c>"1.3 pp"</c>, <c>"12.40 EUR"</c>, <c>"90 s"</c> (or min, h, d). Full precision, invariant. Forms send all they have as text,
/// so <c>"10000"</c> is read as the bare number too.
/// </summary>
internal static class QuantityJson
{
    private const string Forms = "write 10000 for what is counted, \"4.5 %\", \"1.3 pp\", \"12.40 EUR\" or \"90 s\" (min, h, d)";

    public static void Write(Utf8JsonWriter writer, string name, Quantity quantity)
    {
        writer.WritePropertyName(name);
        decimal value = quantity.Value.WithoutTrailingZeros();
        switch (quantity.Unit.Kind)
        {
            case UnitKind.Ratio:
                writer.WriteStringValue(Percent(value) + " %");
                break;
            case UnitKind.PercentagePoints:
                writer.WriteStringValue(Percent(value) + " pp");
                break;
            case UnitKind.Money:
                writer.WriteStringValue($"{value.ToString(CultureInfo.InvariantCulture)} {(quantity.Unit.IsGenericMoney ? "money" : quantity.Unit.Currency.Code)}");
                break;
            case UnitKind.Duration:
                writer.WriteStringValue($"{value.ToString(CultureInfo.InvariantCulture)} s");
                break;
            default:
                writer.WriteNumberValue(value);
                break;
        }
    }

    /// <summary>The same where a bare number would be taken for one of another unit: then the unit is a word.</summary>
    public static void Write(Utf8JsonWriter writer, string name, Quantity quantity, Unit plain)
    {
        bool needsWord = quantity.Unit != plain && IsBare(quantity.Unit);
        if (!needsWord) Write(writer, name, quantity);
        else writer.WriteString(name, $"{quantity.Value.WithoutTrailingZeros().ToString(CultureInfo.InvariantCulture)} {MachineText.Code(quantity.Unit.Kind)}");
    }

    /// <summary>A property as a quantity.</summary>
    /// <param name="json">The object.</param>
    /// <param name="name">The property.</param>
    /// <param name="plain">The unit of a bare number: that of the KPI, where it has no sign.</param>
    public static Quantity? Read(JsonFields json, string name, Unit plain)
    {
        if (json.Value(name) is not { } value) return null;
        string text = value.Kind == JsonValueKind.String ? value.Text : "";
        bool isNumber = value.Kind == JsonValueKind.Number || NumberOf(text) is not null;
        if (isNumber && !IsBare(plain))
            json.Issue(name, $"{GoalFields.Quote(value)} has no unit, and the figure is in {plain}; {Forms}");
        else if (value.Kind == JsonValueKind.Number)
            return json.NumberOf(value) is { } number ? new Quantity(number, plain) : null;
        else if (Parse(text, plain) is { } quantity)
            return quantity;
        else
            json.Issue(name, isNumber ? $"{GoalFields.Quote(value)} may be {Meanings(text)}; write the number without quotes" : $"{GoalFields.Quote(value)} is not a quantity; {Forms}");
        return null;
    }

    /// <summary>A text with its sign or unit as a quantity, or a number alone as one of the plain unit where that has no sign; null when it is neither.</summary>
    public static Quantity? Parse(string text, Unit plain) =>
        Parse(text) ?? (IsBare(plain) && NumberOf(text) is { } number && !HasTwoMeanings(text) ? new Quantity(number, plain) : null);

    /// <summary>Why a text that <see cref="Parse(string, Unit)"/> does not take is none, and what to write, as far as it is a number alone; null when it is not.</summary>
    public static string? WhyNone(string text, Unit unit) => NumberOf(text) is null ? null
        : !IsBare(unit) ? $"'{text}' has no unit, and it is in {unit}; write it with its sign, such as {SignedExample(unit)}"
        : HasTwoMeanings(text) ? $"'{text}' may be {Meanings(text)}; write which is meant"
        : $"'{text}' is a text and no quantity yet; give it as one, such as 1000.AsCount()";

    /// <summary>Whether figures in a unit are written without a sign.</summary>
    private static bool IsBare(Unit unit) => unit.Kind is UnitKind.Count or UnitKind.Number or UnitKind.Points;

    /// <summary>A number alone, without a plus, which would say that it is to be added.</summary>
    private static decimal? NumberOf(string text) =>
        decimal.TryParse(text.AsSpan().Trim(' '), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
        && !text.Contains('+', StringComparison.Ordinal) ? number : null;

    /// <summary>Whether the point may part thousands, as in most languages: 1.000 is one or a thousand, while 0.125 and 1.5 are one number each.</summary>
    private static bool HasTwoMeanings(string text) => text.Trim(' ').TrimStart('-').Split('.') is [{ Length: >= 1 and <= 3 } front, { Length: 3 }] && front[0] != '0';

    private static string Meanings(string text) => $"{NumberOf(text)!.Value.WithoutTrailingZeros().ToString(CultureInfo.InvariantCulture)} or {text.Trim(' ').Replace(".", "", StringComparison.Ordinal)}";

    private static string SignedExample(Unit unit) => unit.Kind switch
    {
        UnitKind.Ratio => "4.5 %",
        UnitKind.PercentagePoints => "1.3 pp",
        UnitKind.Money => "12.40 EUR",
        _ => "90 s (min, h, d)",
    };

    /// <summary>A text with its sign or unit as a quantity; null when it is none.</summary>
    private static Quantity? Parse(string text)
    {
        int sign = text.Length;
        while (sign > 0 && (char.IsAsciiLetter(text[sign - 1]) || text[sign - 1] == '%')) sign--;
        if (!decimal.TryParse(text.AsSpan(0, sign).TrimEnd(' '), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)) return null;
        try
        {
            return text[sign..] switch
            {
                "%" => number.Percent(),
                "pp" => number.PercentagePoints(),
                "s" => number.Seconds(),
                "min" => number.Minutes(),
                "h" => number.Hours(),
                "d" => number.Days(),
                "count" => new Quantity(number, Unit.Count),
                "number" => new Quantity(number, Unit.Number),
                "points" => new Quantity(number, Unit.Points),
                "money" => new Quantity(number, Unit.Money),
                var code => Currency.TryParse(code, out Currency currency) ? number.Of(currency) : null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The decimal point two places to the right, without an overflow for the largest numbers.</summary>
    private static string Percent(decimal fraction) => fraction.ToString("0.############################%", CultureInfo.InvariantCulture)[..^1];
}
