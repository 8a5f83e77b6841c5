namespace SocialKpi;

/// <summary>How several segments together meet a goal.</summary>
public enum ScopeCombination
{
    /// <summary>Their rows together are one figure: 10,000 followers on both platforms.</summary>
    Sum,

    /// <summary>Each must reach the target, and the weakest stands for all: 10,000 followers on each platform.</summary>
    Each,

    /// <summary>
    /// Each is a goal of its own; together they are judged by the mean of those that can be, and are not on track while one of them is stale or
    /// without data. Some achieved and some not is partly achieved; where one is not known and decides, the whole is not known.
    /// </summary>
    Separate,
}
