namespace SocialKpi;

/// <summary>Something that a goal leaves open.</summary>
/// <param name="Code">What it is, for programs, such as <c>level-or-delta</c>; <see cref="SmartCheck.Of"/> lists them.</param>
/// <param name="Letter">Which letter it concerns.</param>
/// <param name="Message">What is open, and what to write.</param>
public sealed record SmartLint(string Code, SmartLetter Letter, string Message)
{
    /// <summary>The best that the letter can be while this is open.</summary>
    internal SmartAnswer AtMost { get; init; } = SmartAnswer.Partial;

    /// <summary>One line: message and code.</summary>
    public override string ToString() => DisplayText.Visible($"{Message} ({Code})");
}
