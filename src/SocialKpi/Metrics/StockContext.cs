using NodaTime;

namespace SocialKpi;

/// <summary>How far back a value of a stock still holds in a cell. The plan adds it to every snapshot.</summary>
internal sealed class StockContext(int days) : Context
{
    public override bool Equals(Context? other) => other is StockContext stock && stock.Days == Days;

    public override int GetHashCode() => HashCode.Combine(typeof(StockContext), Days);

    public override string ToString() => $"stock({Days})";

    internal override string Describe() => ToString();

    internal override ContextFrame? Move(ContextFrame frame, ReportingCalendar calendar)
    {
        if (frame.Frame.Start is not { } start) return frame;

        // Without an end the last day of the facts is one: which that is nobody knows yet, but it lies after the start.
        if (frame.Frame.End is not { } end) return frame with { Frame = Timeframe.Since(calendar.Shift(start.Date, -Days, Grain.Day)) };
        LocalDateTime oldest = calendar.Shift(end.PlusTicks(-1).Date, -Days, Grain.Day).AtMidnight();
        return oldest < start ? frame with { Frame = Timeframe.Between(oldest, end) } : frame;
    }

    private int Days { get; } = days;
}
