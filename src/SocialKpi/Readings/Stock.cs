using NodaTime;

namespace SocialKpi;

/// <summary>What one cell knows of a stock: the entities whose value holds there, and why the others are left out.</summary>
internal sealed class Stock
{
    private readonly SnapshotState _all;
    private readonly LocalDateTime? _start;
    private readonly LocalDate? _oldest;
    private SnapshotState _used;

    /// <param name="measure">The stock.</param>
    /// <param name="context">The context it is read in, in words; null in the cell's own.</param>
    /// <param name="state">All that is known in the cell and as far back as the stock looks.</param>
    /// <param name="frame">Where the cell stands; null when nothing lies there.</param>
    /// <param name="lastDay">The last day of which the source has any row.</param>
    public Stock(Measure measure, string? context, SnapshotState state, Timeframe? frame, LocalDate? lastDay)
    {
        (Measure, Context, _all, _start) = (measure, context, state, frame?.Start);
        _oldest = Reference(frame, lastDay)?.PlusTicks(-1).Date.PlusDays(-((SnapshotAggregation)measure.Aggregation).StaleAfterDays);
        _used = state.Only((_, value) => value.IsKnown && !IsStale(value));
    }

    public Measure Measure { get; }

    public string? Context { get; }

    public int UsedEntities => _used.Values.Length;

    /// <summary>Rows that do not name their entity.</summary>
    public long RowsWithoutEntity => _all.WithoutEntity;

    public int AllEntities => _all.Values.Length;

    /// <summary>Entities of which nothing is known.</summary>
    public IEnumerable<string> Unknown => _all.Values.Where(pair => !pair.Value.IsKnown).Select(pair => pair.Key);

    /// <summary>Entities that were last known too long ago.</summary>
    public IEnumerable<KeyValuePair<string, SnapshotValue>> Stale => _all.Values.Where(pair => pair.Value.IsKnown && IsStale(pair.Value));

    /// <summary>Entities whose value comes from before the cell, or from before rows on which it is not known.</summary>
    public IEnumerable<KeyValuePair<string, SnapshotValue>> Carried => _used.Values.Where(pair => (_start is { } start && MomentOf(pair.Value) < start) || pair.Value.LastRow > pair.Value.Day);

    /// <summary>Entities that contradict themselves.</summary>
    public IEnumerable<KeyValuePair<string, SnapshotValue>> Conflicting => _used.Values.Where(pair => pair.Value.IsConflicting);

    /// <summary>Entities with a value here but none at another moment that the formula compares with.</summary>
    public List<string> Unpaired { get; } = [];

    /// <summary>Leaves out, in stocks that are compared with each other, what is not known in all of them.</summary>
    public static void Pair(IReadOnlyList<Stock> moments)
    {
        HashSet<string> common = [.. moments[0]._used.Values.Select(pair => pair.Key)];
        foreach (Stock moment in moments) common.IntersectWith(moment._used.Values.Select(pair => pair.Key));
        foreach (Stock moment in moments)
        {
            moment.Unpaired.AddRange(moment._used.Values.Select(pair => pair.Key).Where(entity => !common.Contains(entity)));
            moment._used = moment._used.Only((entity, _) => common.Contains(entity));
        }
    }

    public Figure Figure()
    {
        if (_used.Values.Length > 0 || !_all.Values.Any(pair => pair.Value.IsKnown)) return _used.Finalise();
        return SocialKpi.Figure.Absent(Unpaired.Count == 0 ? Absence.Stale : Absence.NotReported);
    }

    /// <summary>The moment at which the values must still hold: the end of the cell, or of all rows when they end earlier.</summary>
    private static LocalDateTime? Reference(Timeframe? frame, LocalDate? lastDay)
    {
        LocalDateTime? end = frame?.End;
        LocalDateTime? known = lastDay?.PlusDays(1).AtMidnight();
        LocalDateTime? reference = end is null || known < end ? known : end;
        return frame?.Start is { } start && reference < start ? start : reference;
    }

    private bool IsStale(SnapshotValue value) => _oldest is { } oldest && value.Day < oldest;

    private static LocalDateTime MomentOf(SnapshotValue value) => value.Day.AtMidnight().PlusNanoseconds(value.NanosecondsIntoDay);
}
