namespace SocialKpi;

/// <summary>Readings of one KPI in order of their values; equal ones stay in the order given, absent ones are left out.</summary>
/// <param name="Ranked">Those with a value.</param>
/// <param name="LeftOut">Those without.</param>
internal sealed record ReadingOrder(IReadOnlyList<Reading> Ranked, IReadOnlyList<Reading> LeftOut)
{
    public static ReadingOrder Nothing { get; } = new([], []);

    /// <summary>All that share the first place, or within their bounds may; none when all do.</summary>
    public IReadOnlyList<Reading> First => Outermost(isFirst: true);

    /// <summary>All that share the last place, or within their bounds may; none when all do.</summary>
    public IReadOnlyList<Reading> Last => Outermost(isFirst: false);

    public static ReadingOrder Of(IEnumerable<Reading> readings, bool largestFirst)
    {
        Reading[] all = [.. readings];
        IEnumerable<Reading> known = all.Where(reading => reading.HasValue);
        return new ReadingOrder([.. largestFirst ? known.OrderByDescending(reading => reading.Value) : known.OrderBy(reading => reading.Value)], [.. all.Where(reading => !reading.HasValue)]);
    }

    /// <summary>Why these cannot be ranked; null when they can.</summary>
    public string? Problem()
    {
        Unit[] units = [.. Ranked.Select(reading => reading.Unit).Distinct()];
        return units.Length < 2 ? null : Refusals.Currencies(units).Text;
    }

    /// <summary>The readings of a table for each value of one of its dimensions, in the table's order, over all the others.</summary>
    public static IEnumerable<Reading> By(KpiTable table, Kpi kpi, string dimension) =>
        new DriverSide(table, kpi, null).Segments.Where(segment => !segment.IsRest).Concat(table.Rest)
            .Select(segment => segment[dimension]).Distinct(StringComparer.Ordinal)
            .OrderBy(value => value is null).ThenBy(value => value, StringComparer.Ordinal)
            .Select(value => table[kpi, Segment.Of(dimension, value)]);

    /// <summary>What is ranked and left out as a table, and under it what must be known of it.</summary>
    public EffectSheet Sheet(string? sentence, IReadOnlyList<string> dimensions, Func<Segment, IEnumerable<string>> labels, string kpi, IEnumerable<string> notes) => new(
        sentence, Table(dimensions, labels, kpi), [.. notes, .. CaveatNotes.Of(Ranked.Concat(LeftOut).Select(reading => (string.Join(", ", labels(reading.Segment).Select(DisplayText.Name)), reading)))]);

    /// <summary>All that nothing surely lies beyond.</summary>
    private Reading[] Outermost(bool isFirst)
    {
        if (Ranked.Count == 0) return [];
        bool isGreatest = isFirst == Ranked[0].Value > Ranked[^1].Value;
        decimal surely = isGreatest ? Ranked.Max(reading => BoundedValue.Of(reading).Lower) : Ranked.Min(reading => BoundedValue.Of(reading).Upper);
        Reading[] outermost = [.. Ranked.Where(reading => isGreatest
            ? ReferenceValues.Order(BoundedValue.Of(reading).Upper, surely) >= 0
            : ReferenceValues.Order(BoundedValue.Of(reading).Lower, surely) <= 0)];
        return outermost.Length == Ranked.Count ? [] : outermost;
    }

    /// <summary>A grid of what is ranked, the best or busiest first, and of what is left out with the reason.</summary>
    private Grid Table(IReadOnlyList<string> dimensions, Func<Segment, IEnumerable<string>> labels, string kpi)
    {
        Grid grid = new([.. dimensions.Select(dimension => new GridColumn(dimension)), new(kpi, true), new("rows", true)]);
        foreach (Reading reading in Ranked) grid.Add([.. labels(reading.Segment), $"{reading}", CaveatText.Write(reading.RowsUsed)]);
        bool isFirst = true;
        foreach (Reading reading in LeftOut)
        {
            string[] cells = [.. labels(reading.Segment), $"{reading}", reading.Absence == Absence.Suppressed ? "" : CaveatText.Write(reading.RowsUsed)];
            _ = isFirst ? grid.AddGroup(cells) : grid.Add(cells);
            isFirst = false;
        }

        return grid;
    }
}
