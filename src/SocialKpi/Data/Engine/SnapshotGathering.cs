using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>Gathers the last known value of each entity, by the codes of the dimensions that name them.</summary>
internal sealed class SnapshotGathering : StateGathering
{
    private readonly RequestRows _rows;
    private readonly RowReader.MeasureRows _measure;
    private readonly TimeColumn? _time;
    private readonly DimensionCodes[] _codes;
    private readonly Numbering _entities;
    private readonly GroupCount _outside;
    private readonly GroupedKeys _keys = new();
    private LastValue[] _values = new LastValue[64];
    private long[] _known = [];
    private long[] _withoutEntity = [];

    public SnapshotGathering(ScanPass pass, Measure measure, RequestRows rows)
    {
        (_rows, _measure, _time) = (rows, pass.Reader.Measure(measure), pass.Facts.Time);
        _codes = [.. measure.Per.Select(name => DimensionCodes.Of(pass.Facts, name))];
        _entities = pass.Reader.Step(new Numbering(_codes, null, pass.Facts.RowCount, skipsBlanks: true));
        _outside = pass.Count(rows.Outside);
    }

    public override void Reserve(int groups)
    {
        if (groups <= _known.Length) return;
        Array.Resize(ref _known, Math.Max(groups, _known.Length * 2));
        Array.Resize(ref _withoutEntity, _known.Length);
    }

    public override void Add(RowBlock block, ReadOnlySpan<int> groups)
    {
        for (int at = 0; at < groups.Length; at++)
        {
            if (groups[at] == Numbering.NoGroup) continue;
            bool isUnknown = _measure.Statuses.Unknown is { } unknown && unknown.Holds(at);
            if (!isUnknown && !_rows.Takes(at)) continue;
            if (_entities.Numbers[at] == Numbering.NoGroup)
            {
                _withoutEntity[groups[at]]++;
                continue;
            }

            int day = _time?.Days[block.Start + at] ?? 0;
            if (isUnknown)
            {
                ValueOf(groups[at], _entities.Numbers[at]).MeetUnknown(day);
                continue;
            }

            _known[groups[at]]++;
            ref LastValue value = ref ValueOf(groups[at], _entities.Numbers[at]);
            long nanoseconds = _time?.NanosecondsIntoDay(block.Start + at) ?? 0;
            if (_measure.Figures.TryRead(block, at, out Int128 figure)) value.Meet(day, nanoseconds, figure);
            else value.Meet(day, nanoseconds, _measure.Figures.WideAt(at));
        }
    }

    public override void Merge(StateGathering other, GroupMap groupOf)
    {
        SnapshotGathering theirs = (SnapshotGathering)other;
        for (int group = 0; group < groupOf.Count; group++)
        {
            _known[groupOf[group]] += theirs._known[group];
            _withoutEntity[groupOf[group]] += theirs._withoutEntity[group];
        }

        GroupMap entityOf = _entities.MapOf(theirs._entities);
        for (int number = 0; number < theirs._keys.Count; number++)
            ValueOf(groupOf[theirs._keys.GroupOf(number)], entityOf[theirs._keys.KeyOf(number)]).Meet(theirs._values[number]);
    }

    public override void Finish() => _keys.Sort();

    public override CellState StateOf(ReadOnlySpan<int> groups)
    {
        (long rows, long withoutEntity) = (_outside.Of(groups), 0);
        Dictionary<int, LastValue> latest = [];
        foreach (int group in groups)
        {
            (rows, withoutEntity) = (rows + _known[group], withoutEntity + _withoutEntity[group]);
            foreach (int number in _keys.Of(group)) CollectionsMarshal.GetValueRefOrAddDefault(latest, _keys.KeyOf(number), out _).Meet(_values[number]);
        }

        return SnapshotState.Of(
            latest.Select(pair => KeyValuePair.Create(EntityOf(pair.Key), pair.Value.ToSnapshot(_measure.Figures.Decimals, _measure.Currencies, _time is not null))), rows, withoutEntity);
    }

    private ref LastValue ValueOf(int group, int entity)
    {
        int number = _keys.NumberOf(group, entity);
        if (number >= _values.Length) Array.Resize(ref _values, _values.Length * 2);
        return ref _values[number];
    }

    /// <summary>The values of several dimensions are one text.</summary>
    private string EntityOf(int number)
    {
        int[] codes = new int[_codes.Length];
        _entities.CodesOf(number, codes);
        return codes.Length == 1 ? _codes[0].TextOf(codes[0])! : QuotedText.WriteAll(codes.Select((code, part) => _codes[part].TextOf(code)!));
    }
}
