namespace SocialKpi;

/// <summary>How several segments together meet a goal.</summary>
public enum ScopeCombination
{
    /// <summary>Their rows together are one figure: 10,000 followers on both platforms.</summary>
    Sum,

    /// <summary>Each must reach the target, and the weakest stands for all: 10,000 followers on each platform.</summary>
    Each,

    /// <summary>Each is a goal of its own; together they are judged by the mean.</summary>
    Separate,
}
