namespace SocialKpi;

/// <summary>A number as somebody wrote it down: a quantity, or text that is none yet, such as <c>XX</c> or <c>100 or 1,000</c>.</summary>
public sealed record DraftAmount
{
    private DraftAmount(Quantity? quantity, string text) => (Quantity, Text) = (quantity, text);

    /// <summary>The quantity; null while it is not known.</summary>
    public Quantity? Quantity { get; }

    /// <summary>The text as it was written; of a quantity its own.</summary>
    public string Text { get; }

    /// <summary>Whether something stands for the number, such as XX, N, [n], ?? or TBD.</summary>
    public bool IsPlaceholder => Quantity is null && GoalWords.IsPlaceholder(Text);

    /// <summary>A quantity.</summary>
    public static DraftAmount Of(Quantity quantity) => new(quantity, quantity.ToString());

    /// <summary>Text that is no quantity yet.</summary>
    /// <exception cref="ArgumentException">The text is blank; leave the number out instead.</exception>
    public static DraftAmount Open(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new(null, text);
    }

    /// <summary>A quantity.</summary>
    public static implicit operator DraftAmount(Quantity quantity) => Of(quantity);

    /// <summary>Text that is no quantity yet.</summary>
    /// <exception cref="ArgumentException">The text is blank; leave the number out instead.</exception>
    public static implicit operator DraftAmount(string text) => Open(text);

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
