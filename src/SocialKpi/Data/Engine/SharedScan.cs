namespace SocialKpi;

/// <summary>
/// What one pass over facts gathers for several scans of a plan: those that read the same rows differ in periods and dimensions alone, and
/// the cells of a coarser one are some of its cells together. So a comparison with the period before costs no second look at the rows.
/// </summary>
internal sealed class SharedScan
{
    private const int FewGroups = 1 << 12;
    private const int RowsPerGroup = 16;

    private readonly List<Formula> _rules = [];
    private readonly List<StateRequest> _states = [];
    private readonly List<Member> _members = [];

    private SharedScan(Scan scan)
    {
        (Timeframe, Grain, Dimensions, Filters, Calendar) = (scan.Timeframe, scan.Grain, scan.Dimensions, scan.Filters, scan.Calendar);
        Add(scan);
    }

    /// <summary>The stretch of time read.</summary>
    public Timeframe Timeframe { get; private set; }

    /// <summary>The length of the periods that group rows; null for none.</summary>
    public Grain? Grain { get; private set; }

    /// <summary>The dimensions that group rows.</summary>
    public IReadOnlyList<string> Dimensions { get; private set; }

    public IReadOnlyList<Condition> Filters { get; }

    public ReportingCalendar Calendar { get; }

    /// <summary>The rules of all its scans, each once.</summary>
    public IReadOnlyList<Formula> Rules => _rules;

    /// <summary>The states of all its scans, each once.</summary>
    public IReadOnlyList<StateRequest> States => _states;

    /// <summary>The scans that it gathers for.</summary>
    public IReadOnlyList<Member> Members => _members;

    /// <param name="Scan">A scan.</param>
    /// <param name="Rules">Where each of its rules is among all.</param>
    /// <param name="States">Where each of its states is among all.</param>
    public sealed record Member(Scan Scan, int[] Rules, int[] States);

    /// <summary>As few passes as the scans of one table of facts need.</summary>
    public static IReadOnlyList<SharedScan> Of(Facts facts, IEnumerable<Scan> scans)
    {
        List<SharedScan> passes = [];
        foreach (Scan scan in scans)
        {
            if (!passes.Exists(pass => pass.TryJoin(facts, scan))) passes.Add(new SharedScan(scan));
        }

        return passes;
    }

    private bool TryJoin(Facts facts, Scan scan)
    {
        if (!scan.Filters.SequenceEqual(Filters)) return false;
        bool isSame = scan.Timeframe == Timeframe && scan.Grain == Grain && scan.Dimensions.SequenceEqual(Dimensions, StringComparer.Ordinal);
        if (!isSame)
        {
            if (!_members.TrueForAll(member => AddsUp(member.Scan)) || !AddsUp(scan)) return false;
            if (Wider(Dimensions, scan.Dimensions) is not { } dimensions || !TryFinest(Grain, scan.Grain, out Grain? grain)) return false;
            Timeframe hull = Hull(Timeframe, scan.Timeframe);
            if (!_members.Select(member => member.Scan).Append(scan).All(each => each.Timeframe == hull || IsOfWhole(each.Timeframe, grain))) return false;
            if (GroupsOf(facts, grain, dimensions) > FewGroups + (facts.RowCount / RowsPerGroup)) return false;
            (Timeframe, Grain, Dimensions) = (hull, grain, dimensions);
        }

        Add(scan);
        return true;
    }

    private void Add(Scan scan)
    {
        int[] rules = [.. scan.Rules.Select(rule => IndexOf(_rules, rule))];
        _members.Add(new Member(scan, rules, [.. scan.States.Select(state => IndexOf(_states, state with { Rule = rules[state.Rule] }))]));
    }

    private static int IndexOf<T>(List<T> list, T item)
    {
        int index = list.IndexOf(item);
        if (index >= 0) return index;
        list.Add(item);
        return list.Count - 1;
    }

    /// <summary>Whether a state of many small cells costs no more than that of one: values and ids that repeat would be kept once for each.</summary>
    private static bool AddsUp(Scan scan) => scan.States.All(state => state.Measure.Aggregation is not (QuantileAggregation or DistinctAggregation or SnapshotAggregation));

    private static IReadOnlyList<string>? Wider(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        (IReadOnlyList<string> more, IReadOnlyList<string> fewer) = left.Count >= right.Count ? (left, right) : (right, left);
        return fewer.All(more.Contains) ? more : null;
    }

    /// <summary>The finer of two grains; false where the periods of one do not nest in those of the other, as weeks in months.</summary>
    private static bool TryFinest(Grain? left, Grain? right, out Grain? finest)
    {
        finest = left is null || right < left ? right : left;
        Grain? coarser = finest == left ? right : left;
        return coarser is null || coarser == finest || finest <= SocialKpi.Grain.Day || finest > SocialKpi.Grain.Week;
    }

    private static Timeframe Hull(Timeframe left, Timeframe right) => Timeframe.TryBetween(
        left.Start is null || right.Start is null ? null : left.Start < right.Start ? left.Start : right.Start,
        left.End is null || right.End is null ? null : left.End > right.End ? left.End : right.End)!.Value;

    /// <summary>Whether a timeframe cuts no period.</summary>
    private bool IsOfWhole(Timeframe timeframe, Grain? grain) => grain is { } periods
        && new[] { timeframe.Start, timeframe.End }.All(edge => edge is not { } moment || Calendar.Containing(moment, periods).Start == moment);

    private static double GroupsOf(Facts facts, Grain? grain, IReadOnlyList<string> dimensions)
    {
        int days = facts.Time is { Days: { Count: > 0 } numbers } ? numbers.Last - numbers.First + 1 : 1;
        double groups = grain switch { null => 1, SocialKpi.Grain.Hour => days * 24.0, SocialKpi.Grain.Day => days, _ => 1 + (days / 7) };
        foreach (string dimension in dimensions) groups *= DimensionCodes.Of(facts, dimension).Count;
        return groups;
    }
}
