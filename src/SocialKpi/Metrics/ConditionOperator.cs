namespace SocialKpi;

/// <summary>The closed set of comparisons in a <see cref="Condition"/>.</summary>
public enum ConditionOperator
{
    /// <summary>Equal to one value.</summary>
    Is,

    /// <summary>Equal to one of several values.</summary>
    In,

    /// <summary>Between two numbers, both included.</summary>
    Between,

    /// <summary>A number or more.</summary>
    AtLeast,

    /// <summary>A number or less.</summary>
    AtMost,

    /// <summary>Not known.</summary>
    Missing,
}
