namespace SocialKpi;

/// <summary>One reason why a reading is not compared, ranked or taken apart: which, and in words, with the remedy where there is one.</summary>
/// <param name="Reason">Which reason.</param>
/// <param name="Text">A sentence without its full stop.</param>
public sealed record Refusal(RefusalReason Reason, string Text)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Text;
}
