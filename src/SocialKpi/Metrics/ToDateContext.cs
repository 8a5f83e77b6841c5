namespace SocialKpi;

/// <summary>From the start of a longer period up to the end of the cell.</summary>
public sealed class ToDateContext : Context
{
    internal ToDateContext(Grain grain) => Grain = Defined(grain);

    /// <summary>The longer period, from whose start is read.</summary>
    public Grain Grain { get; }

    /// <inheritdoc/>
    public override bool Equals(Context? other) => other is ToDateContext toDate && toDate.Grain == Grain;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(ToDateContext), Grain);

    /// <inheritdoc/>
    public override string ToString() => $"to_date({Word(Grain)})";

    internal override string Describe() => $"{Word(Grain)} to date";

    internal override ContextFrame? Move(ContextFrame frame, ReportingCalendar calendar) => frame.Frame.End is { } end
        ? new ContextFrame(Timeframe.Between(calendar.Containing(end.PlusTicks(-1), Grain).Start!.Value, end), 1, Grain)
        : null;
}
