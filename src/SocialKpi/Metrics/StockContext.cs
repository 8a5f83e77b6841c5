namespace SocialKpi;

/// <summary>How far a stock looks back: a value from before the cell still holds until it is stale. The plan adds it to every snapshot.</summary>
internal sealed class StockContext(int days) : Context
{
    public override bool Equals(Context? other) => other is StockContext stock && stock.Days == Days;

    public override int GetHashCode() => HashCode.Combine(typeof(StockContext), Days);

    public override string ToString() => $"stock({Days})";

    internal override string Describe() => ToString();

    internal override ContextFrame? Move(ContextFrame frame, ReportingCalendar calendar)
    {
        if (frame.Frame is not { Start: { } start, End: { } end }) return frame;
        NodaTime.LocalDateTime oldest = calendar.Shift(end, -Days, Grain.Day);
        return oldest < start ? frame with { Frame = Timeframe.Between(oldest, end) } : frame;
    }

    private int Days { get; } = days;
}
