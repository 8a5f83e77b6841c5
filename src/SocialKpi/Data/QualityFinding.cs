namespace SocialKpi;

/// <summary>One thing that a look at the quality of facts found: what, where, when, on how many rows, and what to do.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class QualityFinding
{
    private const int Shown = 5;

    internal QualityFinding(QualityKind kind, string? column, Segment segment, Timeframe? when, long count, IEnumerable<int> rows, string message)
    {
        (Kind, Column, Segment, When, Count, Message) = (kind, column, segment, when, count, message);
        FirstRows = [.. rows.Order().Take(Shown).Select(row => row + 1)];
    }

    /// <summary>What kind of finding.</summary>
    public QualityKind Kind { get; }

    /// <summary>The measure or row value; the parts joined by + for <see cref="QualityKind.PartAboveWhole"/>; null when whole rows are concerned.</summary>
    public string? Column { get; }

    /// <summary>The entity, by the dimensions of <see cref="QualityRules.Entity"/>; <see cref="Segment.Whole"/> when it is about all rows.</summary>
    public Segment Segment { get; }

    /// <summary>From the first day concerned to the last; null when the facts have no time, or none of it is known.</summary>
    public Timeframe? When { get; }

    /// <summary>How many rows are concerned; for <see cref="QualityKind.MissingDays"/> and <see cref="QualityKind.UnknownDays"/> how many days.</summary>
    public long Count { get; }

    /// <summary>The first of the rows concerned, five at most, counted from 1 over the rows that the facts kept; empty where there is no row.</summary>
    public IReadOnlyList<int> FirstRows { get; }

    /// <summary>What is the matter and what to do, in a sentence.</summary>
    public string Message { get; }

    /// <summary>The finding as one line: kind, entity and days, then the sentence.</summary>
    public override string ToString()
    {
        string entity = Segment.IsWhole ? "" : $", {Segment}";
        string when = When is { } days ? $", {days}" : "";
        return DisplayText.Visible($"{QualityText.Describe(Kind)}{entity}{when}: {Message}");
    }
}
