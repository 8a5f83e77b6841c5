namespace SocialKpi;

/// <summary>How a KPI is called and described in one language.</summary>
public sealed record KpiText
{
    /// <summary>The text of a KPI in one language.</summary>
    /// <param name="label">The name people read.</param>
    /// <param name="shortName">What fits into the head of a column; the label when left out.</param>
    /// <param name="description">One line that says what it tells; none when left out.</param>
    /// <param name="terms">Whose words these are.</param>
    /// <exception cref="ArgumentException">The label is blank, or a text holds half a character.</exception>
    public KpiText(string label, string? shortName = null, string? description = null, Terms terms = Terms.Settled)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        UnicodeText.ThrowIfBroken(label, nameof(label));
        UnicodeText.ThrowIfBroken(shortName, nameof(shortName));
        UnicodeText.ThrowIfBroken(description, nameof(description));
        if (!Enum.IsDefined(terms)) throw OutOfRange.Of(terms, "Terms are settled or English.");
        (Label, ShortName, Description, Terms) = (label, string.IsNullOrWhiteSpace(shortName) ? label : shortName, description ?? "", terms);
    }

    /// <summary>The name people read.</summary>
    public string Label { get; }

    /// <summary>What fits into the head of a column.</summary>
    public string ShortName { get; }

    /// <summary>One line that says what it tells; may be empty.</summary>
    public string Description { get; }

    /// <summary>Whose words these are.</summary>
    public Terms Terms { get; }

    /// <summary>The label.</summary>
    public override string ToString() => Label;
}
