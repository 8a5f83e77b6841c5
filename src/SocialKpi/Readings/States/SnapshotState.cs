using System.Collections.Immutable;
using System.Numerics;

namespace SocialKpi;

/// <summary>A stock: the last known value of every entity, which are summed once everything is merged.</summary>
/// <remarks>An entity that several cells know has the latest of their values, so a total over time is the latest, never a sum.</remarks>
public sealed class SnapshotState : CellState
{
    // In ordinal order of the entities: most states hold one or few, and a dictionary of its own for each would cost more than they do.
    private readonly ImmutableArray<KeyValuePair<string, SnapshotValue>> _entities;
    private readonly ImmutableArray<Currency> _currencies;

    private SnapshotState(ImmutableArray<KeyValuePair<string, SnapshotValue>> entities, ImmutableArray<Currency> currencies, long rows, long withoutEntity) =>
        (_entities, _currencies, Rows, WithoutEntity) = (entities, currencies, rows, withoutEntity);

    /// <summary>The stock of no rows.</summary>
    public static SnapshotState Empty { get; } = new([], [], 0, 0);

    /// <summary>The last known value of each entity, by its name in ordinal order.</summary>
    public IReadOnlyDictionary<string, SnapshotValue> Entities => _entities.ToImmutableSortedDictionary(StringComparer.Ordinal);

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
        ImmutableArray<KeyValuePair<string, SnapshotValue>> entities = Latest(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, entities.Count(pair => pair.Value.IsKnown));
        return new SnapshotState(entities, CurrencyUnion.InOrder(currencies ?? []), rows, withoutEntity);
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other) => MergeAll([this, Same<SnapshotState>(other)]);

    /// <inheritdoc/>
    private protected override CellState MergeAll(IReadOnlyList<CellState> states)
    {
        SnapshotState[] stocks = [.. states.Select(Same<SnapshotState>)];
        return new SnapshotState(
            Latest(stocks.SelectMany(stock => stock._entities)),
            stocks.Aggregate(_currencies, (all, stock) => all.Union(stock._currencies)),
            stocks.Sum(stock => stock.Rows),
            stocks.Sum(stock => stock.WithoutEntity));
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) => other is SnapshotState stock
        && (stock.Rows, stock.WithoutEntity) == (Rows, WithoutEntity)
        && stock._currencies.SequenceEqual(_currencies) && stock._entities.SequenceEqual(_entities);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, WithoutEntity, _entities.Length);

    /// <summary>The entities and their values, in ordinal order.</summary>
    internal ImmutableArray<KeyValuePair<string, SnapshotValue>> Values => _entities;

    /// <summary>The same stock of only these entities.</summary>
    internal SnapshotState Only(Func<string, SnapshotValue, bool> keeps) =>
        new([.. _entities.Where(pair => keeps(pair.Key, pair.Value))], _currencies, Rows, WithoutEntity);

    internal override Figure Finalise()
    {
        if (_entities.Any(pair => pair.Value.IsConflicting)) return Figure.Absent(Absence.Conflicting);
        if (_currencies.Length > 1) return Figure.Absent(Absence.MixedCurrencies);
        if (Rows == 0) return Figure.Absent(WithoutEntity > 0 ? Absence.NotReported : Absence.NotApplicable);

        // Each value fits a decimal; their sum may need more digits than one has.
        decimal[] values = [.. _entities.Where(pair => pair.Value.IsKnown).Select(pair => pair.Value.Value)];
        int decimals = values.Select(value => (int)value.Scale).DefaultIfEmpty().Max();
        BigInteger sum = values.Aggregate(BigInteger.Zero, (total, value) => total + ((BigInteger)ExactNumber.Unscaled(value) * BigInteger.Pow(10, decimals - value.Scale)));
        return Figure.Of(ExactNumber.ToDecimal(sum, decimals), _currencies.Length == 1 ? _currencies[0] : null);
    }

    private static ImmutableArray<KeyValuePair<string, SnapshotValue>> Latest(IEnumerable<KeyValuePair<string, SnapshotValue>> values)
    {
        Dictionary<string, SnapshotValue> latest = new(StringComparer.Ordinal);
        foreach ((string entity, SnapshotValue value) in values) latest[entity] = latest.GetValueOrDefault(entity).Merge(value);
        return [.. latest.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }
}
