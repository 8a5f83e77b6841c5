namespace SocialKpi;

/// <summary>The moment at which the cell begins.</summary>
public sealed class OpeningContext : Context
{
    internal OpeningContext()
    {
    }

    /// <inheritdoc/>
    public override bool Equals(Context? other) => other is OpeningContext;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(OpeningContext).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => "opening";

    internal override string Describe() => "the start of the period";

    /// <summary>The day that ends where the cell begins: a stock looks back from there.</summary>
    internal override ContextFrame? Move(ContextFrame frame, ReportingCalendar calendar) => frame.Frame.Start is { } start
        ? new ContextFrame(Timeframe.Between(calendar.Shift(start, -1, Grain.Day), start), 1, Grain.Day)
        : null;
}
