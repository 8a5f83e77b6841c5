namespace SocialKpi;

/// <summary>The letters of SMART.</summary>
public enum SmartLetter
{
    /// <summary>What is measured, of which part, so that two people mean the same.</summary>
    Specific,

    /// <summary>How much of it, from where, so that anybody can tell whether it is reached.</summary>
    Measurable,

    /// <summary>How what is asked stands to what happened before.</summary>
    Achievable,

    /// <summary>Whether the KPI tells of the objective.</summary>
    Relevant,

    /// <summary>By when.</summary>
    TimeBound,
}
