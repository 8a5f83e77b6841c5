using NodaTime;

namespace SocialKpi;

/// <summary>Gathers the last known value of each entity, by the codes of the dimension that names them.</summary>
internal sealed class SnapshotGathering(RowNumbers numbers, DimensionColumn entities, TimeColumn? time, int cells) : StateGathering(cells)
{
    private readonly Dictionary<int, SnapshotValue>?[] _values = new Dictionary<int, SnapshotValue>?[cells];
    private readonly long[] _rows = new long[cells];
    private readonly long[] _withoutEntity = new long[cells];

    public override bool ReadsUnknown => true;

    public override void Add(int cell, int row)
    {
        (LocalDate day, long nanoseconds) = time?.MomentOf(row) ?? default;
        if (Put(cell, row, SnapshotValue.At(day, nanoseconds, ExactNumber.ToDecimal(numbers.Scaled[row], numbers.Decimals)!.Value, numbers.Currencies))) _rows[cell]++;
    }

    public override void AddUnknown(int cell, int row) => Put(cell, row, SnapshotValue.Unknown(time?.MomentOf(row).Day ?? default));

    protected override CellState StateOf(int cell, long outside) => SnapshotState.Of(
        (_values[cell] ?? []).Select(pair => KeyValuePair.Create(entities.Values[pair.Key], pair.Value)),
        _rows[cell] + outside,
        _withoutEntity[cell]);

    private bool Put(int cell, int row, SnapshotValue value)
    {
        int entity = entities.Codes[row];
        if (entity == DimensionColumn.Blank)
        {
            _withoutEntity[cell]++;
            return false;
        }

        Dictionary<int, SnapshotValue> values = _values[cell] ??= [];
        values[entity] = values.GetValueOrDefault(entity).Merge(value);
        return true;
    }
}
