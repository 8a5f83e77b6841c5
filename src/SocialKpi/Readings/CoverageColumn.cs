using System.Collections.ObjectModel;

namespace SocialKpi;

/// <summary>The counts of one rule in many cells: a number for each cell all of whose rows are used, as those of almost all are. Mutable.</summary>
/// <param name="parts">Of how many measures and dimensions the rule counts unknown rows.</param>
internal sealed class CoverageColumn(int parts)
{
    private readonly ReadOnlyCollection<long> _nothing = Array.AsReadOnly(new long[parts]);
    private long[] _used = [];
    private RowCoverage?[] _others = [];

    public RowCoverage Of(int cell) => cell < _others.Length && _others[cell] is { } other ? other : RowCoverage.AllUsed(_used[cell], _nothing);

    public void Set(int cell, RowCoverage coverage)
    {
        bool isPlain = coverage.IsPlain && coverage.UnknownByMeasure.Count == _nothing.Count;
        if (isPlain) ColumnRoom.Of(ref _used, cell) = coverage.Used;
        else ColumnRoom.Of(ref _others, cell) = coverage;
        if (isPlain && cell < _others.Length) _others[cell] = null;
    }

    public CoverageColumn Copy() => new(_nothing.Count) { _used = [.. _used], _others = [.. _others] };
}
