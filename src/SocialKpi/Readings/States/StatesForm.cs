using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// All that was gathered for a plan, as bytes: what they are, which plan they belong to, the cells of every scan, and a hash of
/// it all. The same states are the same bytes. The layout is described in the README beside this file.
/// </summary>
internal static class StatesForm
{
    private const byte Version = 1;
    private const int PlanAt = 5;
    private const int CellsAt = PlanAt + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "SKPI"u8;

    public static byte[] Write(QueryPlan plan, IReadOnlyList<ScanResult> results)
    {
        StatesWriter to = new();
        to.Bytes(Magic);
        to.Byte(Version);
        to.Bytes(PlanHash.Of(plan));
        for (int i = 0; i < results.Count; i++) Write(to, plan.Scans[i], results[i]);
        to.Bytes(SHA256.HashData(to.Written));
        return to.Written.ToArray();
    }

    /// <exception cref="StatesException">The bytes are not states of this plan.</exception>
    public static IReadOnlyList<ScanResult> Read(QueryPlan plan, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < PlanAt || !bytes.StartsWith(Magic)) throw new StatesException(0, "they do not begin as states do; give the bytes that Aggregator.ToStates made");
        if (bytes[Magic.Length] != Version)
            throw new StatesException(Magic.Length, string.Create(CultureInfo.InvariantCulture, $"they are of version {bytes[Magic.Length]}, and this library reads version {Version}; read them with the release that wrote them"));
        int end = bytes.Length - SHA256.HashSizeInBytes;
        if (end < CellsAt || !bytes[end..].SequenceEqual(SHA256.HashData(bytes[..end])))
            throw new StatesException(Math.Max(end, 0), "they were changed or cut off since they were written; fetch them again");
        if (!bytes[PlanAt..CellsAt].SequenceEqual(PlanHash.Of(plan)))
            throw new StatesException(PlanAt, "they answer another query or come from other tables of facts; read them with the query that they were made for");

        StatesReader from = new(bytes[..end], CellsAt);
        List<ScanResult> results = [];
        foreach (Scan scan in plan.Scans) results.Add(Read(ref from, scan));
        return from.IsAtEnd ? results : throw StatesReader.Wrong(from.Offset, "bytes follow the last scan");
    }

    private static void Write(StatesWriter to, Scan scan, ScanResult result)
    {
        to.Byte((byte)(result.LastDay is null ? 0 : 1));
        if (result.LastDay is { } lastDay) to.Day(lastDay);
        to.Number(result.TimeBases.Count);
        foreach (TimeBasis basis in result.TimeBases) to.Byte((byte)basis);
        CellSource source = result.Source;
        (CellKey Key, ReadOnlyMemory<int> Cells)[] all = [.. source.ByKey()];
        Array.Sort(all, (left, right) => Compare(left.Key, right.Key));
        to.Number(all.Length);
        foreach ((CellKey key, ReadOnlyMemory<int> cells) in all)
        {
            if (key.Period is { } period) WritePeriod(to, scan, period);
            foreach (string? value in key.Values)
            {
                to.Byte((byte)(value is null ? 0 : 1));
                if (value is not null) to.Text(value);
            }

            for (int rule = 0; rule < source.Rules; rule++) Write(to, source.CoverageOf(cells.Span, rule));
            for (int state = 0; state < source.States; state++) StateForm.Write(to, source.StateOf(cells.Span, state));
        }
    }

    private static ScanResult Read(ref StatesReader from, Scan scan)
    {
        LocalDate? lastDay = ReadFlag(ref from, "whether there is a last day") ? from.Day("the last day") : null;
        TimeBasis[] bases = new TimeBasis[from.Length("the number of time bases", 1)];
        for (int i = 0; i < bases.Length; i++)
        {
            int start = from.Offset;
            bases[i] = (TimeBasis)from.Byte("a time basis");
            if (!Enum.IsDefined(bases[i]) || (i > 0 && bases[i] <= bases[i - 1])) throw StatesReader.Wrong(start, "a time basis is not known, or they are not in order");
        }

        // A scan of nothing has cells of no bytes: one at most, as no key can differ.
        int leastBytes = Math.Max(1, (scan.Grain is null ? 0 : 2) + scan.Dimensions.Count + (6 * scan.Rules.Count) + (2 * scan.States.Count));
        int cells = from.Length("the number of cells", leastBytes);
        ScanMerge read = new(scan);
        int[] measures = scan.PartCounts;
        RowCoverage[] coverage = new RowCoverage[measures.Length];
        Measure[] wanted = [.. scan.States.Select(request => request.Measure)];
        CellState[] states = new CellState[wanted.Length];
        Timeframe? period = null;
        CellKey? last = null;
        for (int i = 0; i < cells; i++)
        {
            int start = from.Offset;
            if (scan.Grain is { } grain) period = ReadPeriod(ref from, scan, grain, period);
            CellKey key = new(period, ReadValues(ref from, scan.Dimensions.Count));
            if (last is not null && Compare(last, key) >= 0) throw StatesReader.Wrong(start, "cells are not in order");
            for (int rule = 0; rule < coverage.Length; rule++) coverage[rule] = ReadCoverage(ref from, measures[rule]);
            for (int state = 0; state < states.Length; state++) states[state] = ReadState(ref from, wanted[state]);
            read.Add(key, coverage, states);
            last = key;
        }

        read.Add(lastDay, bases);
        return read.Result();
    }

    private static void WritePeriod(StatesWriter to, Scan scan, Timeframe period)
    {
        if (period.Start is not { } start || !scan.Calendar.IsPeriod(period, scan.Grain!.Value))
            throw new InvalidOperationException($"The period {period} is not one {scan.Grain} of the query's calendar, so its states cannot be written. The source that gathered it must group by the calendar of the scan.");
        to.Day(start.Date);
        to.Number(start.Hour);
    }

    private static Timeframe ReadPeriod(ref StatesReader from, Scan scan, Grain grain, Timeframe? before)
    {
        int start = from.Offset;
        LocalDate day = from.Day("the day a period starts");
        long hour = from.Number("the hour a period starts");
        if (hour > 23) throw StatesReader.Wrong(start, "a period starts at an hour that no day has");
        LocalDateTime moment = day + new LocalTime((int)hour, 0);
        if (before?.Start == moment) return before.Value;
        if (!CommonEra.IsBoundary(moment)) throw StatesReader.Wrong(start, "a period starts beyond the calendar");
        try
        {
            if (scan.Calendar.Containing(moment, grain) is var period && period.Start == moment) return period;
        }
        catch (ArgumentOutOfRangeException)
        {
            // The last period of the calendar reaches beyond it.
        }

        throw StatesReader.Wrong(start, $"no {grain} of the query's calendar starts where a period does");
    }

    private static string?[] ReadValues(ref StatesReader from, int count)
    {
        string?[] values = new string?[count];
        for (int i = 0; i < count; i++) values[i] = ReadFlag(ref from, "whether a dimension has a value") ? from.Text("the value of a dimension") : null;
        return values;
    }

    private static void Write(StatesWriter to, RowCoverage coverage)
    {
        to.Number(coverage.Used);
        to.Number(coverage.Young);
        to.Number(coverage.Unknown);
        to.Number(coverage.NotApplicable);
        to.Number(coverage.Undefined);
        to.Number(coverage.UnknownByMeasure.Count);
        foreach (long unknown in coverage.UnknownByMeasure) to.Number(unknown);
    }

    private static RowCoverage ReadCoverage(ref StatesReader from, int measures)
    {
        int start = from.Offset;
        long used = from.Number("the rows used");
        long young = from.Number("the young rows");
        long unknown = from.Number("the rows not known");
        long notApplicable = from.Number("the rows that do not apply");
        long undefined = from.Number("the rows without a ratio");
        if (young > used) throw StatesReader.Wrong(start, "more rows are young than used");
        _ = StateForm.Added(StateForm.Added(StateForm.Added(used, unknown, start), notApplicable, start), undefined, start);
        long[] byMeasure = new long[from.Length("the number of measures", 1)];
        bool hasNoRows = used + unknown + notApplicable + undefined == 0;
        if (byMeasure.Length != (hasNoRows ? 0 : measures))
            throw StatesReader.Wrong(start, "rows are counted for another number of measures than the formula has");
        for (int i = 0; i < byMeasure.Length; i++) byMeasure[i] = from.Number("the rows on which a measure is not known");
        return RowCoverage.Of(used, unknown, notApplicable, undefined, byMeasure, young);
    }

    private static CellState ReadState(ref StatesReader from, Measure measure)
    {
        int start = from.Offset;
        CellState state = StateForm.Read(ref from);
        return state.IsLike(CellState.OfNoRows(measure.Aggregation)) ? state : throw StatesReader.Wrong(start, $"a {state.GetType().Name} stands where {measure} needs the state of a {measure.Aggregation}");
    }

    private static bool ReadFlag(ref StatesReader from, string what)
    {
        int start = from.Offset;
        byte flag = from.Byte(what);
        return flag <= 1 ? flag == 1 : throw StatesReader.Wrong(start, $"{what} is neither 0 nor 1");
    }

    /// <summary>By period, then by the values in ordinal order, a blank one first.</summary>
    private static int Compare(CellKey left, CellKey right)
    {
        int order = Nullable.Compare(left.Period, right.Period);
        for (int i = 0; order == 0 && i < left.Texts.Length; i++) order = string.CompareOrdinal(left.Texts[i], right.Texts[i]);
        return order;
    }
}
