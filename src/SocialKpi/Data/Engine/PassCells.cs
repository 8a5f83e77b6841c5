namespace SocialKpi;

/// <summary>The cells of one scan among those that a pass gathered for several: in its timeframe, by its periods and dimensions, of its rules and states.</summary>
internal sealed class PassCells : CellSource
{
    private readonly ScanPass _pass;
    private readonly SharedScan _shared;
    private readonly SharedScan.Member _member;

    /// <param name="pass">The pass; nothing is read or merged after.</param>
    /// <param name="shared">What it gathered for all scans.</param>
    /// <param name="member">The scan.</param>
    public PassCells(ScanPass pass, SharedScan shared, SharedScan.Member member)
    {
        (_pass, _shared, _member) = (pass, shared, member);
        Cells = IsOfAllTime ? pass.Groups : [.. Places().Select(at => pass.Groups[at])];
    }

    public override IReadOnlyList<int> Cells { get; }

    public override int Rules => _member.Rules.Length;

    public override int States => _member.States.Length;

    /// <summary>Each row is counted once for a rule and each of its parts, and at most once in a state and once beside it.</summary>
    public override Int128 MostRows => (Int128)_pass.Facts.RowCount * (_member.Scan.PartCounts.Sum(parts => 1 + parts) + (2 * States));

    public override RowCoverage CoverageOf(ReadOnlySpan<int> cells, int rule) => _pass.CoverageOf(cells, _member.Rules[rule]);

    public override CellState StateOf(ReadOnlySpan<int> cells, int state) => _pass.StateOf(cells, _member.States[state]);

    /// <summary>Whether every cell of the pass lies in the scan's timeframe.</summary>
    private bool IsOfAllTime => _shared.Timeframe == _member.Scan.Timeframe;

    protected override CellColumns MakeColumns()
    {
        CellColumns all = _pass.Columns;
        Scan scan = _member.Scan;
        if (IsOfAllTime && _shared.Grain == scan.Grain && _shared.Dimensions.SequenceEqual(scan.Dimensions, StringComparer.Ordinal)) return all;

        // Finer periods in order are coarser periods in order.
        int[] places = Places();
        List<Timeframe?> periods = [];
        int[] indexOf = new int[all.Periods.Length];
        bool[] occurs = new bool[all.Periods.Length];
        foreach (int place in places) occurs[all.PeriodOf[place]] = true;
        for (int period = 0; period < indexOf.Length; period++)
        {
            if (!occurs[period]) continue;
            Timeframe? own = scan.Grain is { } grain ? scan.Calendar.Containing(all.Periods[period]!.Value.Start!.Value, grain) : null;
            if (periods.Count == 0 || periods[^1] != own) periods.Add(own);
            indexOf[period] = periods.Count - 1;
        }

        int[] dimensions = [.. scan.Dimensions.Select(name => Index(_shared.Dimensions, name))];
        return new CellColumns(
            [.. periods],
            Array.ConvertAll(places, place => indexOf[all.PeriodOf[place]]),
            Array.ConvertAll(dimensions, dimension => all.Values[dimension]),
            Array.ConvertAll(dimensions, dimension => Array.ConvertAll(places, place => all.ValueOf[dimension][place])));
    }

    private static int Index(IReadOnlyList<string> names, string name) => Enumerable.Range(0, names.Count).First(at => names[at] == name);

    /// <summary>The places of the scan's cells among those of the pass.</summary>
    private int[] Places()
    {
        CellColumns columns = _pass.Columns;
        bool[] isIn = Array.ConvertAll(columns.Periods, period => IsOfAllTime || _member.Scan.Timeframe.Contains(period!.Value));
        return [.. Enumerable.Range(0, columns.PeriodOf.Length).Where(at => isIn[columns.PeriodOf[at]])];
    }
}
