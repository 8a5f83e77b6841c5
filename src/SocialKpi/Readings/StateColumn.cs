namespace SocialKpi;

/// <summary>One state of many cells: a few numbers for each that is a sum which 64 bits hold, as almost all are, and the state itself for any other. Mutable.</summary>
internal sealed class StateColumn
{
    private long[] _sums = [];
    private long[] _rows = [];
    private byte[] _decimals = [];
    private CellState?[] _others = [];

    // The first sum: others of the column are in its currencies as a rule.
    private SumState _first = SumState.Empty;

    public CellState Of(int cell) => cell < _others.Length && _others[cell] is { } other ? other : SumState.Of(_sums[cell], _decimals[cell], _rows[cell], _first.Currencies);

    public void Set(int cell, CellState state)
    {
        SumState? plain = state is SumState { Rows: > 0 } sum && sum.Scaled >= long.MinValue && sum.Scaled <= long.MaxValue ? sum : null;
        if (_first.Rows == 0) _first = plain ?? _first;
        if (plain?.IsInCurrenciesOf(_first) == true)
        {
            ColumnRoom.Of(ref _sums, cell) = (long)plain.Scaled;
            ColumnRoom.Of(ref _rows, cell) = plain.Rows;
            ColumnRoom.Of(ref _decimals, cell) = (byte)plain.Decimals;
            if (cell < _others.Length) _others[cell] = null;
        }
        else
        {
            ColumnRoom.Of(ref _others, cell) = state;
        }
    }

    public StateColumn Copy() => new() { _sums = [.. _sums], _rows = [.. _rows], _decimals = [.. _decimals], _others = [.. _others], _first = _first };
}
