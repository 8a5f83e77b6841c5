namespace SocialKpi;

/// <summary>Gives numbers to measures.</summary>
public static class MeasureValues
{
    /// <summary>This measure has this value, in the measure's own unit; null says that it is not known, which is not zero.</summary>
    /// <remarks>A bare number for a money measure is money in a currency not stated; give it one with <c>12.40m.Of(Currency.EUR)</c>.</remarks>
    public static MeasureValue Is(this Measure measure, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(measure);
        Unit unit = measure.Unit == Unit.Money ? Unit.MoneyIn(Currency.Unspecified) : measure.Unit;
        return new MeasureValue(measure, value is { } known ? new Quantity(known, unit) : null);
    }

    /// <summary>This measure has this value.</summary>
    /// <exception cref="ArgumentException">The value has another unit than the measure.</exception>
    public static MeasureValue Is(this Measure measure, Quantity value)
    {
        ArgumentNullException.ThrowIfNull(measure);
        bool fits = value.Unit == measure.Unit || (measure.Unit == Unit.Money && value.Unit.Kind == UnitKind.Money);
        return fits
            ? new MeasureValue(measure, value)
            : throw new ArgumentException($"{measure.Id} is measured in {measure.Unit}, but the value given is in {value.Unit}.", nameof(value));
    }
}
