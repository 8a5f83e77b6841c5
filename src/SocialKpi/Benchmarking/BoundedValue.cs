namespace SocialKpi;

/// <summary>A figure, and between what the true one lies where it is gross.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Within">The bounds; null when it is exact.</param>
internal readonly record struct BoundedValue(decimal Value, Bounds? Within)
{
    public decimal Lower => Within?.Lower ?? Value;

    public decimal Upper => Within?.Upper ?? Value;

    public static BoundedValue Of(Reading reading) => new(reading.Value, reading.Bounds);

    public static BoundedValue Of(BenchmarkFigure figure) => new(figure.Value, figure.Bounds);

    /// <summary>1 when the true figure is greater than the other one, -1 when it is less, 0 when both are exact and the same; null where their bounds leave it open.</summary>
    public int? OrderTo(BoundedValue other) =>
        ReferenceValues.Order(Lower, other.Upper) > 0 ? 1
        : ReferenceValues.Order(Upper, other.Lower) < 0 ? -1
        : Lower == Upper && other.Lower == other.Upper ? 0
        : null;

    /// <summary>What is known of an order that their bounds leave open, as the end of a sentence: where they only touch, one of both is not the greater.</summary>
    public string OpenOrderTo(BoundedValue other) =>
        ReferenceValues.Order(Lower, other.Upper) >= 0 ? "it is greater or the same"
        : ReferenceValues.Order(Upper, other.Lower) <= 0 ? "it is less or the same"
        : "either may be the greater";

    /// <summary>What it is, or between what it lies, as the end of a sentence.</summary>
    public string Describe(Unit unit) => Lower == Upper ? $"is {new Quantity(Value, unit)}" : $"lies between {new Quantity(Lower, unit)} and {new Quantity(Upper, unit)}";
}
