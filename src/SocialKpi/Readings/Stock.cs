using NodaTime;

namespace SocialKpi;

/// <summary>What one cell knows of a stock: the entities whose value holds there, and why the others are left out.</summary>
internal sealed class Stock
{
    private readonly SnapshotState _all;
    private readonly LocalDateTime? _start;
    private readonly LocalDate? _oldest;
    private SnapshotState _used;

    // They have rows in another table, and none here.
    private string[] _unseen = [];

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

    public int AllEntities => _all.Values.Length + _unseen.Length;

    /// <summary>Entities of which nothing is known.</summary>
    public IEnumerable<string> Unknown => _all.Values.Where(pair => !pair.Value.IsKnown).Select(pair => pair.Key).Concat(_unseen).Order(StringComparer.Ordinal);

    /// <summary>Entities that were last known too long ago.</summary>
    public IEnumerable<KeyValuePair<string, SnapshotValue>> Stale => _all.Values.Where(pair => pair.Value.IsKnown && IsStale(pair.Value));

    /// <summary>Entities whose value comes from before the cell, or from before rows on which it is not known.</summary>
    public IEnumerable<KeyValuePair<string, SnapshotValue>> Carried => _used.Values.Where(pair => (_start is { } start && MomentOf(pair.Value) < start) || pair.Value.LastRow > pair.Value.Day);

    /// <summary>Entities that contradict themselves.</summary>
    public IEnumerable<KeyValuePair<string, SnapshotValue>> Conflicting => _used.Values.Where(pair => pair.Value.IsConflicting);

    /// <summary>Parts of a whole, such as countries of an audience, that a later list of it does not have.</summary>
    public IReadOnlyList<KeyValuePair<string, SnapshotValue>> Dropped { get; private set; } = [];

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

    /// <summary>Leaves out the parts that the latest list of their whole does not have: it replaces the lists before it.</summary>
    /// <param name="lists">All parts of each whole.</param>
    public void Replace(SnapshotState lists)
    {
        int[] whole = [.. Measure.Per.Select((name, at) => (name, at)).Where(per => !Measure.PartDimensions.Contains(per.name)).Select(per => per.at)];
        Dictionary<string, LocalDate> latest = new(StringComparer.Ordinal);
        foreach ((string part, SnapshotValue value) in lists.Values) latest[WholeOf(part)] = LocalDate.Max(latest.GetValueOrDefault(WholeOf(part), value.LastRow), value.LastRow);
        Dropped = [.. _used.Values.Where(pair => pair.Value.LastRow < latest[WholeOf(pair.Key)])];
        if (Dropped.Count > 0) _used = _used.Only((part, value) => value.LastRow == latest[WholeOf(part)]);

        string WholeOf(string part)
        {
            IReadOnlyList<string> values = QuotedText.ReadAll(part);
            return QuotedText.WriteAll(whole.Select(at => values[at]));
        }
    }

    /// <summary>Names the entities that have rows in another table, so that those without any here are known to be left out.</summary>
    public void Expect(DistinctState entities) => _unseen = [.. _unseen.Union(entities.Ids.Except(_all.Values.Select(pair => pair.Key), StringComparer.Ordinal))];

    public Figure Figure()
    {
        if (_used.Values.Length > 0 || !_all.Values.Any(pair => pair.Value.IsKnown)) return _used.Finalise();
        return SocialKpi.Figure.Absent(Unpaired.Count + Dropped.Count == 0 ? Absence.Stale : Absence.NotReported);
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
