namespace SocialKpi;

/// <summary>Where a segment has a part in the figure.</summary>
public enum DriverPresence
{
    /// <summary>On both sides of the comparison.</summary>
    Both,

    /// <summary>Only after: it has no rows before, or nothing that a rate could be made of.</summary>
    Entered,

    /// <summary>Only before.</summary>
    Left,
}
