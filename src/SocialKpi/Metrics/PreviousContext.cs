namespace SocialKpi;

/// <summary>The period before the cell's own, of the same length.</summary>
public sealed class PreviousContext : Context
{
    internal PreviousContext()
    {
    }

    /// <inheritdoc/>
    public override bool Equals(Context? other) => other is PreviousContext;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(PreviousContext).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => "previous";

    internal override string Describe() => "the period before";

    internal override ContextFrame? Move(ContextFrame frame, ReportingCalendar calendar) => frame.Before(frame.Steps, frame.Step, calendar);
}
