namespace SocialKpi;

/// <summary>One scan over facts in memory, column by column: plain and clear, and so the oracle for anything faster.</summary>
internal static class ScanRun
{
    public static ScanResult Execute(Facts facts, Scan scan, RowReader reader)
    {
        Grouping grouping = Grouping.Of(facts, scan, reader);
        RowStatus[][] rules = [.. scan.Rules.Select(reader.Status)];
        RowCoverage[][] coverage = [.. scan.Rules.Select((rule, index) => Count(grouping, rules[index], rule, reader))];
        CellState[][] states = [.. scan.States.Select(request => Gather(grouping, rules[request.Rule], request, reader))];

        return new ScanResult(grouping.Keys
            .Select((key, cell) => KeyValuePair.Create(key, new Cell(coverage.Select(counts => counts[cell]), states.Select(state => state[cell])))));
    }

    private static RowCoverage[] Count(Grouping grouping, RowStatus[] status, Formula rule, RowReader reader)
    {
        RowStatus[][] recorded = [.. rule.RecordedMeasures.Select(measure => reader.Read(measure).Status)];
        int cells = grouping.Keys.Count;
        (long[] used, long[] unknown, long[] notApplicable, long[] undefined) = (new long[cells], new long[cells], new long[cells], new long[cells]);
        long[] none = new long[recorded.Length];
        long[]?[] unknownByMeasure = new long[]?[cells];
        for (int row = 0; row < status.Length; row++)
        {
            int cell = grouping.CellOf[row];
            if (cell == Grouping.Excluded) continue;
            switch (status[row])
            {
                case RowStatus.Known or RowStatus.Outside: used[cell]++; break;
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
            bool isComplete = unknown[cell] + notApplicable[cell] + undefined[cell] == 0;
            if (isComplete && complete.TryGetValue(used[cell], out coverage[cell]!)) continue;
            coverage[cell] = RowCoverage.Of(used[cell], unknown[cell], notApplicable[cell], undefined[cell], unknownByMeasure[cell] ?? none);
            if (isComplete) complete.Add(used[cell], coverage[cell]);
        }

        return coverage;
    }

    private static CellState[] Gather(Grouping grouping, RowStatus[] rule, StateRequest request, RowReader reader)
    {
        RowNumbers numbers = reader.Read(request.Measure);
        RowStatus[]? term = request.Term is { } product ? reader.Status(product) : null;
        RowFigure?[]? zeros = request.WhereZero is { } formula ? reader.Figures(formula) : null;
        ExactSum[] sums = new ExactSum[grouping.Keys.Count];
        long[] outside = new long[sums.Length];
        for (int row = 0; row < rule.Length; row++)
        {
            int cell = grouping.CellOf[row];
            if (cell == Grouping.Excluded || !IsRead(rule[row]) || (term is not null && !IsRead(term[row]))) continue;
            if (zeros is not null && (zeros[row] is not { IsZero: true } || numbers.Scaled[row].IsZero)) continue;
            if (numbers.Status[row] == RowStatus.Known) sums[cell].Add(numbers.Scaled[row]);
            else if (numbers.Status[row] == RowStatus.Outside) outside[cell]++;
        }

        return [.. sums.Select((sum, cell) => StateOf(request.Measure.Aggregation, sum, outside[cell], numbers))];
    }

    private static bool IsRead(RowStatus status) => status is RowStatus.Known or RowStatus.Outside;

    /// <summary>A row outside adds nothing to a sum, not even a currency, and is no part of a mean.</summary>
    private static CellState StateOf(Aggregation aggregation, ExactSum sum, long outside, RowNumbers numbers) => aggregation == Aggregation.Mean
        ? MeanState.Of(SumState.Of(sum.Scaled, numbers.Decimals, sum.Rows, numbers.Currencies), outside)
        : SumState.Of(sum.Scaled, numbers.Decimals, sum.Rows + outside, sum.Rows > 0 ? numbers.Currencies : []);
}
