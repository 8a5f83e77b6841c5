namespace SocialKpi;

/// <summary>What a blank in a column means. Missing is not zero, unless the column says so.</summary>
public enum Blank
{
    /// <summary>The figure exists, but it is not known.</summary>
    Unknown,

    /// <summary>The source writes nothing where it means zero.</summary>
    Zero,

    /// <summary>The figure does not exist there, as saves do not on a platform without them; in a sum it counts as nothing.</summary>
    NotApplicable,
}
