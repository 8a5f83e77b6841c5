using NodaTime;

namespace SocialKpi;

/// <summary>Finds rows that speak of the same entity and moment: they repeat each other, or they are in conflict.</summary>
internal sealed class QualityOverlaps(Facts facts, QualityRules rules)
{
    private readonly (string Name, ValueColumn Column)[] _columns = [.. facts.RowValues.Select(name => (name, facts.ValueOf(name)!))];

    public IEnumerable<QualityFinding> Find(IReadOnlyList<QualitySeries> entities)
    {
        if (rules.Entity.Count == 0 && !rules.IsDaily) return Repeated(QualitySeries.Whole(facts), EqualRows());

        List<QualityFinding> findings = [];
        List<int> repeated = [];
        foreach (QualitySeries entity in entities.Where(entity => entity.Rows.Length > 1))
        {
            foreach (int[] rows in entity.Rows.GroupBy(MomentOf).OrderBy(moment => moment.Key).Select(moment => moment.ToArray()).Where(rows => rows.Length > 1))
            {
                QualityFinding[] conflicts = [.. Conflicts(entity, rows)];
                findings.AddRange(conflicts);
                if (conflicts.Length == 0) repeated.AddRange(rows.Skip(1));
            }

            if (!rules.IsDaily) continue;
            findings.AddRange(Repeated(entity, repeated));
            repeated.Clear();
        }

        return rules.IsDaily ? findings : findings.Concat(Repeated(QualitySeries.Whole(facts), repeated));
    }

    private IEnumerable<QualityFinding> Repeated(QualitySeries series, List<int> rows)
    {
        if (rows.Count == 0) return [];
        string text = QualityText.Repeated(rows.Count, series.Rows.Length, rules);
        return [new(QualityKind.RepeatedRows, null, series.Segment, series.Span(rows), rows.Count, rows, text)];
    }

    private IEnumerable<QualityFinding> Conflicts(QualitySeries entity, int[] rows)
    {
        foreach ((string name, ValueColumn column) in _columns)
        {
            int[] known = [.. rows.Where(row => column.IsKnown(row))];
            long[] values = [.. known.Select(row => column.Scaled[row]).Distinct().Order()];
            if (values.Length < 2) continue;
            string written = string.Join(" and ", values.Select(value => QualityText.Exact(value, column.Decimals, column.Unit)));
            yield return new(QualityKind.ConflictingRows, name, entity.Segment, entity.Span(known), known.Length, known, QualityText.Conflicting(name, written, rules));
        }
    }

    /// <summary>
    /// The rows after the first of those that are equal in everything. Without a time nothing is compared: two answers of 9 in a
    /// survey are two people.
    /// </summary>
    private List<int> EqualRows()
    {
        if (!facts.HasTime) return [];
        DimensionColumn[] dimensions = [.. facts.Dimensions.Select(name => facts.DimensionOf(name)!)];
        HashSet<int> seen = new(EqualityComparer<int>.Create(
            (a, b) => MomentOf(a) == MomentOf(b)
                && Array.TrueForAll(dimensions, dimension => dimension.Codes[a] == dimension.Codes[b])
                && Array.TrueForAll(_columns, pair => pair.Column.StatusAt(a) == pair.Column.StatusAt(b) && pair.Column.Scaled[a] == pair.Column.Scaled[b]),
            row =>
            {
                HashCode hash = default;
                hash.Add(MomentOf(row));
                foreach (DimensionColumn dimension in dimensions) hash.Add(dimension.Codes[row]);
                foreach ((_, ValueColumn column) in _columns) hash.Add(column.Scaled[row]);
                return hash.ToHashCode();
            }));
        return [.. Enumerable.Range(0, facts.RowCount).Where(row => !seen.Add(row))];
    }

    /// <summary>The day in a daily series, else the very moment; all the same where there is no time.</summary>
    private (LocalDate Day, long Nanoseconds) MomentOf(int row)
    {
        if (facts.Time is not { } time) return default;
        return (DayNumbers.DayOf(time.Days[row]), rules.IsDaily ? 0 : time.NanosecondsIntoDay(row));
    }
}
