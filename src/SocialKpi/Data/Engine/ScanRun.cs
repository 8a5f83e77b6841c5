using NodaTime;

namespace SocialKpi;

/// <summary>One scan over facts in memory, block by block, by one thread or several. However rows are shared out, the states are the same.</summary>
internal static class ScanRun
{
    /// <param name="facts">The facts.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="lastDay">The last day of which the source has any row, in this table or another.</param>
    public static ScanResult Execute(Facts facts, Scan scan, LocalDate? lastDay)
    {
        TimeBasis[] bases = facts.HasTime ? [facts.TimeBasis] : [];
        if (facts.RowCount == 0) return new ScanResult([], lastDay, bases);
        ScanPass pass = Read(facts, scan);
        pass.Finish();
        return new ScanResult(pass, lastDay, bases) { GatheredFor = scan };
    }

    private static ScanPass Read(Facts facts, Scan scan)
    {
        int blocks = (facts.RowCount + RowBlock.Size - 1) / RowBlock.Size;
        int threads = Math.Min(facts.Parallelism, blocks);
        ScanPass[] passes = new ScanPass[threads];
        if (threads == 1) ReadPart(0);
        else Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, ReadPart);
        foreach (ScanPass later in passes.AsSpan(1)) passes[0].Merge(later);
        return passes[0];

        void ReadPart(int part)
        {
            passes[part] = new ScanPass(facts, scan);
            passes[part].Read(StartOf(part), StartOf(part + 1));
        }

        int StartOf(int part) => (int)Math.Min(facts.RowCount, (long)blocks * part / threads * RowBlock.Size);
    }
}
