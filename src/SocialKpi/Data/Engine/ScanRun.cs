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
        long[][] unknownByMeasure = [.. grouping.Keys.Select(_ => new long[recorded.Length])];
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
                    for (int i = 0; i < recorded.Length; i++)
                    {
                        if (recorded[i][row] == RowStatus.Unknown) unknownByMeasure[cell][i]++;
                    }

                    break;
            }
        }

        return [.. grouping.Keys.Select((_, cell) => RowCoverage.Of(used[cell], unknown[cell], notApplicable[cell], undefined[cell], unknownByMeasure[cell]))];
    }

    private static CellState[] Gather(Grouping grouping, RowStatus[] rule, StateRequest request, RowReader reader)
    {
        RowNumbers numbers = reader.Read(request.Measure);
        decimal?[]? zeros = request.WhereZero is { } formula ? reader.Figures(formula) : null;
        ExactSum[] sums = new ExactSum[grouping.Keys.Count];
        for (int row = 0; row < rule.Length; row++)
        {
            int cell = grouping.CellOf[row];
            bool read = cell != Grouping.Excluded && rule[row] is RowStatus.Known or RowStatus.Outside && numbers.Status[row] == RowStatus.Known;
            if (read && (zeros is null || (zeros[row] == 0 && numbers.Scaled[row] != 0))) sums[cell].Add(numbers.Scaled[row]);
        }

        return [.. sums.Select(sum => StateOf(request.Measure.Aggregation, SumState.Of(sum.Scaled, numbers.Decimals, sum.Rows, numbers.Currency)))];
    }

    private static CellState StateOf(Aggregation aggregation, SumState sum) =>
        aggregation == Aggregation.Mean ? MeanState.Of(sum) : sum;
}
