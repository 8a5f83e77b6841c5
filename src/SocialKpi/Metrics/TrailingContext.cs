using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>The last periods up to the end of the cell.</summary>
public sealed class TrailingContext : Context
{
    internal TrailingContext(int count, Grain grain) => (Count, Grain) = (Counted(count, grain), grain);

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
        ? new ContextFrame(Timeframe.Between(StartOf(end, calendar), end), Count, Grain)
        : null;

    /// <summary>Up to the end of a month whole months lead back; up to another day, to the day after the same one then, so that no day counts twice.</summary>
    private LocalDateTime StartOf(LocalDateTime end, ReportingCalendar calendar) => end.Day == 1 || end.TimeOfDay != LocalTime.Midnight || Grain < Grain.Month
        ? calendar.Shift(end, -Count, Grain)
        : calendar.Shift(end.Date.PlusDays(-1), -Count, Grain).PlusDays(1).AtMidnight();
}
