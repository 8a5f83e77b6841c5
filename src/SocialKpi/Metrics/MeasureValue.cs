namespace SocialKpi;

/// <summary>A number given for a measure, for a calculation without rows: <c>Measures.Clicks.Is(120)</c>.</summary>
/// <remarks>The <c>default</c> names no measure and is refused where a value is needed.</remarks>
public readonly record struct MeasureValue
{
    internal MeasureValue(Measure measure, Quantity? value) => (Measure, Value) = (measure, value);

    /// <summary>What the number is of.</summary>
    public Measure Measure { get; }

    /// <summary>The number with its unit; null when it is not known.</summary>
    public Quantity? Value { get; }
}
