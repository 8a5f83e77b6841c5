using System.Globalization;
using System.Text.Json;

namespace SocialKpi;

/// <summary>
/// Quantities as people write them in JSON: a bare number for what has no unit sign (counts, numbers, points), else text with its sign:
/// <c>"4.5 %"</c>, <c>"1.3 pp"</c>, <c>"12.40 EUR"</c>, <c>"90 s"</c> (or min, h, d). Full precision, invariant.
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
        bool needsWord = quantity.Unit != plain && quantity.Unit.Kind is UnitKind.Count or UnitKind.Number or UnitKind.Points;
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
        if (value.Kind == JsonValueKind.Number)
        {
            if (plain.Kind is UnitKind.Count or UnitKind.Number or UnitKind.Points) return json.NumberOf(value) is { } number ? new Quantity(number, plain) : null;
            json.Issue(name, $"{GoalFields.Quote(value)} has no unit, and the figure is in {plain}; {Forms}");
            return null;
        }

        if (value.Kind == JsonValueKind.String && Parse(value.Text) is { } quantity) return quantity;
        json.Issue(name, $"{GoalFields.Quote(value)} is not a quantity; {Forms}");
        return null;
    }

    /// <summary>A text with its sign or unit as a quantity; null when it is none.</summary>
    public static Quantity? Parse(string text)
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
