namespace SocialKpi;

/// <summary>Whether a reading is better than what it is compared with, by the direction of its KPI.</summary>
public enum Verdict
{
    /// <summary>There is none: the comparison was refused, neither way is better in itself, or too little is known.</summary>
    None = 0,

    /// <summary>Worse than the middle, the mean or the single figure.</summary>
    Worse,

    /// <summary>Exactly the same.</summary>
    Level,

    /// <summary>Better.</summary>
    Better,
}
