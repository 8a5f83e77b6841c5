using NodaTime;

namespace SocialKpi;

/// <summary>The scans of a plan over facts in memory, block by block, by one thread or several. However rows and scans are shared out, the states are the same.</summary>
internal static class ScanRun
{
    /// <param name="facts">The facts.</param>
    /// <param name="scans">The scans of these facts.</param>
    /// <param name="lastDay">The last day of which the source has any row, in this table or another.</param>
    public static IReadOnlyList<ScanResult> Execute(Facts facts, IReadOnlyList<Scan> scans, LocalDate? lastDay)
    {
        // Figures of no rows say nothing of any time.
        if (facts.RowCount == 0) return [.. scans.Select(_ => new ScanResult([], lastDay))];
        TimeBasis[] bases = facts.HasTime ? [facts.TimeBasis] : [];
        Dictionary<Scan, ScanResult> results = new(ReferenceEqualityComparer.Instance);
        foreach (SharedScan shared in SharedScan.Of(facts, scans))
        {
            ScanPass pass = Read(facts, shared);
            pass.Finish();
            foreach (SharedScan.Member member in shared.Members)
                results.Add(member.Scan, new ScanResult(new PassCells(pass, shared, member), lastDay, bases) { GatheredFor = member.Scan });
        }

        return [.. scans.Select(scan => results[scan])];
    }

    private static ScanPass Read(Facts facts, SharedScan scan)
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
