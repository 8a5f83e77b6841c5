namespace SocialKpi;

/// <summary>Finds figures that cannot be, row by row: parts above their whole and counts below zero.</summary>
internal sealed class QualityFigures(Facts facts, QualityRules rules)
{
    public IEnumerable<QualityFinding> Find(QualitySeries series) =>
        QualityLimit.Standard.Concat(rules.Limits).Select(limit => AboveWhole(series, limit))
            .Concat(facts.RowValues.Select(name => Negative(series, name)))
            .OfType<QualityFinding>();

    private QualityFinding? AboveWhole(QualitySeries series, QualityLimit limit)
    {
        if (facts.ValueOf(limit.Whole.Id) is not { } whole) return null;
        (string Id, ValueColumn Column)[] parts = [.. limit.Parts
            .Select(part => (part.Id, Column: facts.ValueOf(part.Id)))
            .Where(part => part.Column?.Unit == whole.Unit)
            .Select(part => (part.Id, part.Column!))];
        if (parts.Length == 0) return null;

        int decimals = parts.Max(part => Math.Max(part.Column.Decimals, whole.Decimals));
        List<int> rows = [];
        Int128 worst = 0;
        foreach (int row in series.Rows)
        {
            if (!whole.IsKnown(row)) continue;
            Int128 excess = -Aligned(whole, row, decimals);
            bool isKnown = false;
            foreach ((_, ValueColumn part) in parts)
            {
                if (!part.IsKnown(row)) continue;
                excess += Aligned(part, row, decimals);
                isKnown = true;
            }

            if (!isKnown || excess <= 0) continue;
            rows.Add(row);
            worst = Int128.Max(worst, excess);
        }

        string names = string.Join(" + ", parts.Select(part => part.Id));
        return rows.Count == 0 ? null : new(
            QualityKind.PartAboveWhole, names, series.Segment, series.Span(rows), rows.Count, rows,
            QualityText.AboveWhole(names, limit.Whole.Id, QualityText.Share(rows.Count, series.Rows.Length), QualityText.Exact(worst, decimals, whole.Unit)));
    }

    private QualityFinding? Negative(QualitySeries series, string name)
    {
        ValueColumn column = facts.ValueOf(name)!;
        if (column.Unit != Unit.Count) return null;
        int[] rows = [.. series.Rows.Where(row => column.IsKnown(row) && column.Scaled[row] < 0)];
        if (rows.Length == 0) return null;
        bool isNet = rules.IsDaily && facts.TimeBasis == TimeBasis.PerPeriod && !facts.IsStock(name);
        return new(
            isNet ? QualityKind.NetCount : QualityKind.NegativeCount, name, series.Segment, series.Span(rows), rows.Length, rows,
            QualityText.Negative(name, isNet, facts.IsStock(name), QualityText.Share(rows.Length, series.Rows.Length), QualityText.Exact(rows.Min(row => column.Scaled[row]), column.Decimals, column.Unit)));
    }

    private static Int128 Aligned(ValueColumn column, int row, int decimals) => column.Scaled[row] * ExactNumber.PowerOfTen(decimals - column.Decimals);
}
