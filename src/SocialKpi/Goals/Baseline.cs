namespace SocialKpi;

/// <summary>Where a goal starts from: the figure, of when, where it comes from, and whether it was measured or assumed.</summary>
/// <remarks>A quantity alone is an assumed baseline: it says nothing about when and where it was measured.</remarks>
public sealed record Baseline
{
    private Baseline(Quantity quantity) => Quantity = quantity;

    /// <summary>The figure.</summary>
    public Quantity Quantity { get; }

    /// <summary>Of when it is; null when nobody said.</summary>
    public Timeframe? Period { get; private init; }

    /// <summary>Where it comes from; empty when nobody said.</summary>
    public string Source { get; private init; } = "";

    /// <summary>Whether it was measured, and not assumed.</summary>
    public bool IsMeasured { get; private init; }

    /// <summary>A figure that was measured.</summary>
    /// <param name="quantity">The figure.</param>
    /// <param name="period">Of when it is.</param>
    /// <param name="source">Where it comes from.</param>
    public static Baseline Measured(Quantity quantity, Timeframe period, string source = "") =>
        new(quantity) { Period = period, Source = source ?? "", IsMeasured = true };

    /// <summary>A figure that somebody assumes.</summary>
    /// <param name="quantity">The figure.</param>
    /// <param name="period">Of when it would be; null when that is open.</param>
    /// <param name="source">Who assumes it, or on what ground.</param>
    public static Baseline Assumed(Quantity quantity, Timeframe? period = null, string source = "") =>
        new(quantity) { Period = period, Source = source ?? "" };

    /// <summary>A reading as a baseline.</summary>
    /// <exception cref="InvalidOperationException">The reading has no value; a baseline is never a false zero.</exception>
    public static Baseline Of(Reading reading, string source = "")
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Measured(reading.Quantity, reading.Timeframe, source);
    }

    /// <summary>A quantity alone is assumed.</summary>
    public static implicit operator Baseline(Quantity quantity) => Assumed(quantity);

    /// <summary>The baseline in words: <c>3.20 % (2026-Q2, measured, Meta export)</c>.</summary>
    public override string ToString()
    {
        string[] parts = [Period?.ToString() ?? "", IsMeasured ? "measured" : "assumed", Source];
        return $"{Quantity} ({string.Join(", ", parts.Where(part => part.Length > 0))})";
    }
}
