namespace SocialKpi;

/// <summary>What went into a reading, told when it is asked for: most readings are never explained.</summary>
internal abstract class InputSource
{
    /// <summary>Of a figure that was given itself.</summary>
    public static InputSource None { get; } = new NoInputs();

    /// <summary>The measures of the formula, in its order.</summary>
    public abstract IReadOnlyList<ReadingInput> Inputs(Kpi kpi);

    private sealed class NoInputs : InputSource
    {
        public override IReadOnlyList<ReadingInput> Inputs(Kpi kpi) => [];
    }
}
