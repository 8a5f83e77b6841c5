namespace SocialKpi;

/// <summary>The segments of a table by rank: those it names, and those that make its rest.</summary>
internal sealed class RankedSegments
{
    private readonly Dictionary<Segment, int> _rankOf = [];

    private RankedSegments(IReadOnlyList<Segment> named, IReadOnlyList<Segment> rest)
    {
        for (int rank = 0; rank < named.Count; rank++) _rankOf.Add(named[rank], rank);
        _rankOf.Add(Segment.Rest, named.Count);
        Rest = rest;
    }

    /// <summary>The segments that are not named, by rank.</summary>
    public IReadOnlyList<Segment> Rest { get; }

    /// <summary>Ranks segments by their readings, largest first, absent ones last; of equal ones the first given comes first.</summary>
    /// <exception cref="DefinitionException">The readings are in different currencies.</exception>
    public static RankedSegments Of(SegmentRanking ranking, IReadOnlyList<Segment> segments, Func<Segment, Reading> read)
    {
        // Of each reading no more is kept than its value: segments may be many.
        decimal?[] values = new decimal?[segments.Count];
        HashSet<Currency> currencies = [];
        for (int at = 0; at < values.Length; at++)
        {
            Reading reading = read(segments[at]);
            if (!reading.HasValue) continue;
            values[at] = reading.Value;
            if (reading.Unit.Currency is var currency && currency != Currency.Unspecified) currencies.Add(currency);
        }

        if (currencies.Count > 1)
            throw new DefinitionException([new("query", $"it ranks segments by {ranking.By.Id}, which is in {string.Join(" and ", currencies.Select(currency => currency.Code).Order(StringComparer.Ordinal))}, and different currencies are never compared; rank by a KPI that is not money, or convert to one currency")]);

        Segment[] ranked = [.. Enumerable.Range(0, values.Length).OrderBy(at => values[at] is null).ThenByDescending(at => values[at] ?? 0).Select(at => segments[at])];
        return new RankedSegments(ranked[..Math.Min(ranking.Count, ranked.Length)], ranked[Math.Min(ranking.Count, ranked.Length)..]);
    }

    /// <summary>The segment of the table that holds this one: itself or the rest.</summary>
    public Segment Holder(Segment segment) => _rankOf.ContainsKey(segment) ? segment : Segment.Rest;

    /// <summary>The place of a named segment, or of the rest behind them all.</summary>
    public int RankOf(Segment segment) => _rankOf[segment];
}
