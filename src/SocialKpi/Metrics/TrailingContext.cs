using System.Globalization;

namespace SocialKpi;

/// <summary>The last periods up to the end of the cell.</summary>
public sealed class TrailingContext : Context
{
    internal TrailingContext(int count, Grain grain) => (Count, Grain) = (Positive(count), Defined(grain));

    /// <summary>How many periods, up to the end of the cell.</summary>
    public int Count { get; }

    /// <summary>The length of these periods.</summary>
    public Grain Grain { get; }

    /// <inheritdoc/>
    public override bool Equals(Context? other) => other is TrailingContext trailing && trailing.Count == Count && trailing.Grain == Grain;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(TrailingContext), Count, Grain);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"trailing({Count}, {Word(Grain)})");

    internal override string Describe() => string.Create(CultureInfo.InvariantCulture, $"the trailing {Count} {Word(Grain)}{(Count == 1 ? "" : "s")}");

    internal override ContextFrame? Move(ContextFrame frame, ReportingCalendar calendar) => frame.Frame.End is { } end
        ? new ContextFrame(Timeframe.Between(calendar.Shift(end, -Count, Grain), end), Count, Grain)
        : null;
}
