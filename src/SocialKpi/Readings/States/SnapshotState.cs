using System.Collections.Immutable;
using System.Numerics;
using NodaTime;

namespace SocialKpi;

/// <summary>A stock: the last known value of every entity, which are summed once everything is merged.</summary>
/// <remarks>An entity that several cells know has the latest of their values, so a total over time is the latest, never a sum.</remarks>
public sealed class SnapshotState : CellState
{
    private readonly ImmutableSortedDictionary<string, SnapshotValue> _entities;
    private readonly ImmutableArray<Currency> _currencies;

    private SnapshotState(ImmutableSortedDictionary<string, SnapshotValue> entities, ImmutableArray<Currency> currencies, long rows, long withoutEntity) =>
        (_entities, _currencies, Rows, WithoutEntity) = (entities, currencies, rows, withoutEntity);

    /// <summary>The stock of no rows.</summary>
    public static SnapshotState Empty { get; } = new(ImmutableSortedDictionary.Create<string, SnapshotValue>(StringComparer.Ordinal), [], 0, 0);

    /// <summary>The last known value of each entity, by its name in ordinal order.</summary>
    public IReadOnlyDictionary<string, SnapshotValue> Entities => _entities;

    /// <summary>The currencies of the rows, ordered by code; empty for anything but money. More than one never becomes a figure.</summary>
    public IReadOnlyList<Currency> Currencies => _currencies;

    /// <summary>How many rows with a known value or outside the measure's conditions there are.</summary>
    public override long Rows { get; }

    /// <summary>How many rows do not name their entity; they are left out.</summary>
    public long WithoutEntity { get; }

    /// <summary>The state of rows.</summary>
    /// <param name="values">The entity and value of each row; the later of an entity stands, and different ones of one moment contradict each other.</param>
    /// <param name="rows">How many rows have a known value or lie outside the measure's conditions.</param>
    /// <param name="currencies">The currencies of the values, for money; none otherwise.</param>
    /// <param name="withoutEntity">How many rows do not name their entity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of rows is negative, or there are fewer rows than entities with a value.</exception>
    public static SnapshotState Of(IEnumerable<KeyValuePair<string, SnapshotValue>> values, long rows, IReadOnlyList<Currency>? currencies = null, long withoutEntity = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(withoutEntity);
        ImmutableSortedDictionary<string, SnapshotValue> entities = Add(Empty._entities, values);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, entities.Values.Count(value => value.IsKnown));
        return new SnapshotState(entities, CurrencyUnion.InOrder(currencies ?? []), rows, withoutEntity);
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other)
    {
        SnapshotState stock = Same<SnapshotState>(other);
        (SnapshotState larger, SnapshotState smaller) = _entities.Count >= stock._entities.Count ? (this, stock) : (stock, this);
        return new SnapshotState(
            Add(larger._entities, smaller._entities), _currencies.Union(stock._currencies), Rows + stock.Rows, WithoutEntity + stock.WithoutEntity);
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) => other is SnapshotState stock
        && (stock.Rows, stock.WithoutEntity) == (Rows, WithoutEntity)
        && stock._currencies.SequenceEqual(_currencies) && stock._entities.SequenceEqual(_entities);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, WithoutEntity, _entities.Count);

    /// <summary>The last day on which anything is known; null when nothing is.</summary>
    internal LocalDate? LastDay
    {
        get
        {
            LocalDate? last = null;
            foreach (SnapshotValue value in _entities.Values)
            {
                if (value.IsKnown && (last is null || value.Day > last)) last = value.Day;
            }

            return last;
        }
    }

    /// <summary>The same stock of only these entities.</summary>
    internal SnapshotState Only(Func<string, SnapshotValue, bool> keeps) =>
        new(_entities.RemoveRange(_entities.Where(pair => !keeps(pair.Key, pair.Value)).Select(pair => pair.Key)), _currencies, Rows, WithoutEntity);

    internal override Figure Finalise()
    {
        if (_entities.Values.Any(value => value.IsConflicting)) return Figure.Absent(Absence.Conflicting);
        if (_currencies.Length > 1) return Figure.Absent(Absence.MixedCurrencies);
        if (Rows == 0) return Figure.Absent(WithoutEntity > 0 ? Absence.NotReported : Absence.NotApplicable);

        // Each value fits a decimal; their sum may need more digits than one has.
        decimal[] values = [.. _entities.Values.Where(value => value.IsKnown).Select(value => value.Value)];
        int decimals = values.Select(value => (int)value.Scale).DefaultIfEmpty().Max();
        BigInteger sum = values.Aggregate(BigInteger.Zero, (total, value) => total + ((BigInteger)ExactNumber.Unscaled(value) * BigInteger.Pow(10, decimals - value.Scale)));
        return Figure.Of(ExactNumber.ToDecimal(sum, decimals), _currencies.Length == 1 ? _currencies[0] : null);
    }

    private static ImmutableSortedDictionary<string, SnapshotValue> Add(ImmutableSortedDictionary<string, SnapshotValue> to, IEnumerable<KeyValuePair<string, SnapshotValue>> values)
    {
        ImmutableSortedDictionary<string, SnapshotValue>.Builder all = to.ToBuilder();
        foreach ((string entity, SnapshotValue value) in values) all[entity] = all.GetValueOrDefault(entity).Merge(value);
        return all.ToImmutable();
    }
}
