namespace SocialKpi;

/// <summary>What went into a reading, told when it is asked for: most readings are never explained.</summary>
internal abstract class InputSource
{
    /// <summary>Of a figure that was given itself.</summary>
    public static InputSource None { get; } = new NoInputs();

    /// <summary>When weeks and years start where it was read; null where nobody said.</summary>
    public virtual ReportingCalendar? Calendar => null;

    /// <summary>The measures of the formula, in its order.</summary>
    public abstract IReadOnlyList<ReadingInput> Inputs(Kpi kpi);

    private sealed class NoInputs : InputSource
    {
        public override IReadOnlyList<ReadingInput> Inputs(Kpi kpi) => [];
    }
}
