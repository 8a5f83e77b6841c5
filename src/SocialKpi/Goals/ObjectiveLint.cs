namespace SocialKpi;

/// <summary>Something unwise about an objective or a key result. It is allowed all the same.</summary>
/// <param name="Code">What it is, for programs: <c>no-key-result</c>, <c>more-than-five-key-results</c>, <c>placeholder-number</c>, <c>two-results-in-one</c>, <c>baseline-period-differs</c>, <c>baseline-after-start</c>,
/// <c>impossible-target</c>, <c>everything-above-0.9</c>.</param>
/// <param name="Subject">The objective or key result.</param>
/// <param name="Message">What is unwise, and what to do.</param>
public sealed record ObjectiveLint(string Code, string Subject, string Message)
{
    /// <summary>The subject as it is shown.</summary>
    internal string Shown { get; init; } = DisplayText.Name(Subject);

    /// <summary>One line: subject, message and code.</summary>
    public override string ToString() => DisplayText.Visible($"{Shown}: {Message} ({Code})");
}
