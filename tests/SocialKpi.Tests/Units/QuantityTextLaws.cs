using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Units;

public sealed class QuantityTextLaws
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void Every_quantity_has_a_text_in_every_format_and_culture_and_no_zero_has_a_sign()
    {
        string[] formats = ["G", .. Enumerable.Range(0, 29).Select(decimals => $"N{decimals}")];
        CultureInfo[] cultures = [CultureInfo.InvariantCulture, .. Cultures.Names.Select(CultureInfo.GetCultureInfo)];
        Arbitrary<(Quantity, string, CultureInfo)> cases =
            (from quantity in UnitArbitraries.AnyQuantity.Generator
             from format in Gen.Elements(formats)
             from culture in Gen.Elements(cultures)
             select (quantity, format, culture)).ToArbitrary();

        Prop.ForAll(cases, given =>
        {
            (Quantity quantity, string format, CultureInfo culture) = given;
            string text = quantity.ToString(format, culture);
            bool signed = text.Contains(culture.NumberFormat.NegativeSign, StringComparison.Ordinal);
            bool zero = !text.Any(letter => letter is >= '1' and <= '9');
            return signed ? !zero && quantity.Value < 0 : zero || quantity.Value > 0;
        }).Check(Thorough);
    }

    [Fact]
    public void The_number_in_a_fixed_format_parses_back_to_the_rounded_value()
    {
        Arbitrary<(decimal, Unit)> cases =
            (from value in UnitArbitraries.SmallDecimal
             from scale in Gen.Elements(1m, 1e-6m, 1e-12m)
             from unit in UnitArbitraries.AnyUnit.Generator
             select (value * scale, unit)).ToArbitrary();

        Prop.ForAll(cases, given =>
        {
            (decimal value, Unit unit) = given;
            decimal shown = unit.Kind is UnitKind.Ratio or UnitKind.PercentagePoints ? value * 100 : value;
            return FirstNumber(new Quantity(value, unit).ToString("N10", null))
                == Math.Round(shown, 10, MidpointRounding.AwayFromZero);
        }).Check(Thorough);
    }

    [Fact]
    public void The_usual_text_of_a_number_is_never_more_than_half_a_percent_off() =>
        Prop.ForAll(UnitArbitraries.AnyDecimal.ToArbitrary(), value =>
            Math.Abs(FirstNumber(value.AsNumber().ToString()) - value) <= Math.Abs(value) / 200).Check(Thorough);

    [Fact]
    public void The_parts_of_a_duration_add_up_to_it()
    {
        Arbitrary<decimal> seconds = UnitArbitraries.SmallDecimal.Select(value => Math.Round(value, 2)).ToArbitrary();

        Prop.ForAll(seconds, value =>
        {
            string[] words = value.Seconds().ToString().TrimStart('-').Split(' ');
            decimal total = words.Chunk(2).Sum(part => FirstNumber(part[0]) * part[1] switch { "h" => 3600, "min" => 60, _ => 1 });
            return total == Math.Abs(value);
        }).Check(Thorough);
    }

    private static decimal FirstNumber(string text) =>
        decimal.Parse(text.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture);
}
