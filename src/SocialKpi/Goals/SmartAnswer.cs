namespace SocialKpi;

/// <summary>How far a goal answers a letter of SMART. It says whether the answer is there, not whether it is a good one.</summary>
public enum SmartAnswer
{
    /// <summary>Nothing is said.</summary>
    Absent,

    /// <summary>Nothing can be said, for want of a history or of an objective to look at.</summary>
    NotCheckable,

    /// <summary>Something is said, and something is left open.</summary>
    Partial,

    /// <summary>All is said.</summary>
    Present,
}
