using NodaTime;

namespace SocialKpi;

/// <summary>One scan over facts in memory, column by column: plain and clear, and so the oracle for anything faster.</summary>
internal static class ScanRun
{
    /// <param name="facts">The facts.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="reader">Reads the facts.</param>
    /// <param name="lastDay">The last day of which the source has any row, in this table or another.</param>
    public static ScanResult Execute(Facts facts, Scan scan, RowReader reader, LocalDate? lastDay)
    {
        Grouping grouping = Grouping.Of(facts, scan, reader);
        RowStatus[][] rules = [.. scan.Rules.Select(reader.Status)];
        RowCoverage[][] coverage = [.. scan.Rules.Select((rule, index) => Count(grouping, rules[index], rule, reader, facts.Young))];
        CellState[][] states = [.. scan.States.Select(request => Gather(grouping, rules[request.Rule], request, reader))];

        return new ScanResult(grouping.Keys
            .Select((key, cell) => KeyValuePair.Create(key, new Cell(coverage.Select(counts => counts[cell]), states.Select(state => state[cell])))), lastDay, facts.HasTime ? [facts.TimeBasis] : []);
    }

    private static RowCoverage[] Count(Grouping grouping, RowStatus[] status, Formula rule, RowReader reader, bool[]? isYoung)
    {
        RowStatus[][] recorded =
        [
            .. rule.RecordedMeasures.Select(reader.Status),
            .. rule.CountedDimensions.Select(dimension => RowReader.StatusOf(reader.DimensionOf(dimension)!)),
        ];
        int cells = grouping.Keys.Count;
        (long[] used, long[] unknown, long[] notApplicable, long[] undefined) = (new long[cells], new long[cells], new long[cells], new long[cells]);
        long[] young = new long[cells];
        long[] none = new long[recorded.Length];
        long[]?[] unknownByMeasure = new long[]?[cells];
        for (int row = 0; row < status.Length; row++)
        {
            int cell = grouping.CellOf[row];
            if (cell == Grouping.Excluded) continue;
            switch (status[row])
            {
                case RowStatus.Known or RowStatus.Outside:
                    used[cell]++;
                    if (isYoung?[row] == true) young[cell]++;
                    break;
                case RowStatus.NotApplicable: notApplicable[cell]++; break;
                case RowStatus.Undefined: undefined[cell]++; break;
                default:
                    unknown[cell]++;
                    long[] counts = unknownByMeasure[cell] ??= new long[recorded.Length];
                    for (int i = 0; i < recorded.Length; i++)
                    {
                        if (recorded[i][row] == RowStatus.Unknown) counts[i]++;
                    }

                    break;
            }
        }

        // Most cells have no row that cannot be read, and many as many rows: they share what they hold.
        Dictionary<long, RowCoverage> complete = [];
        RowCoverage[] coverage = new RowCoverage[cells];
        for (int cell = 0; cell < cells; cell++)
        {
            bool isComplete = unknown[cell] + notApplicable[cell] + undefined[cell] + young[cell] == 0;
            if (isComplete && complete.TryGetValue(used[cell], out coverage[cell]!)) continue;
            coverage[cell] = RowCoverage.Of(used[cell], unknown[cell], notApplicable[cell], undefined[cell], unknownByMeasure[cell] ?? none, young[cell]);
            if (isComplete) complete.Add(used[cell], coverage[cell]);
        }

        return coverage;
    }

    private static CellState[] Gather(Grouping grouping, RowStatus[] rule, StateRequest request, RowReader reader)
    {
        RowStatus[] status = reader.Status(request.Measure);
        RowStatus[]? term = request.Term is { } product ? reader.Status(product) : null;
        bool[]? orphans = request.WhereZero is { } zero ? Orphans(reader.Read(request.Measure), reader.Figures(zero)) : null;
        StateGathering gathering = StateGathering.Of(request.Measure, reader, grouping.Keys.Count);
        for (int row = 0; row < rule.Length; row++)
        {
            int cell = grouping.CellOf[row];
            if (gathering.ReadsUnknown && cell != Grouping.Excluded && status[row] == RowStatus.Unknown) gathering.AddUnknown(cell, row);
            if (cell == Grouping.Excluded || !IsRead(rule[row]) || (term is not null && !IsRead(term[row])) || orphans?[row] == false) continue;
            if (status[row] == RowStatus.Known) gathering.Add(cell, row);
            else if (status[row] == RowStatus.Outside) gathering.AddOutside(cell);
        }

        return gathering.States();
    }

    /// <summary>Where there is something of a measure, but of another formula nothing at all.</summary>
    private static bool[] Orphans(RowNumbers numbers, RowFigure?[] zeros) =>
        [.. zeros.Select((figure, row) => figure is { IsZero: true } && !numbers.Scaled[row].IsZero)];

    private static bool IsRead(RowStatus status) => status is RowStatus.Known or RowStatus.Outside;
}
