using System.Globalization;

namespace SocialKpi;

/// <summary>The same stretch of time, some periods earlier by the calendar.</summary>
public sealed class AgoContext : Context
{
    internal AgoContext(int count, Grain grain) => (Count, Grain) = (Counted(count, grain), grain);

    /// <summary>How many periods earlier.</summary>
    public int Count { get; }

    /// <summary>The length of these periods.</summary>
    public Grain Grain { get; }

    /// <inheritdoc/>
    public override bool Equals(Context? other) => other is AgoContext ago && ago.Count == Count && ago.Grain == Grain;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(AgoContext), Count, Grain);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ago({Count}, {Word(Grain)})");

    internal override string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Word(Grain)}{(Count == 1 ? "" : "s")} earlier");

    internal override ContextFrame? Move(ContextFrame frame, ReportingCalendar calendar) => frame.Before(Count, Grain, calendar);
}
