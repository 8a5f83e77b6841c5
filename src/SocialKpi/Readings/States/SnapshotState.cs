using System.Collections.Immutable;
using System.Numerics;

namespace SocialKpi;

/// <summary>A stock: the last known value of every entity, which are summed once everything is merged.</summary>
/// <remarks>An entity that several cells know has the latest of their values, so a total over time is the latest, never a sum.</remarks>
public sealed class SnapshotState : CellState
{
    // In ordinal order of the entities: most states hold one or few, and a dictionary of its own for each would cost more than they do.
    private readonly ImmutableArray<KeyValuePair<string, SnapshotValue>> _entities;

    private SnapshotState(ImmutableArray<KeyValuePair<string, SnapshotValue>> entities, long rows, long withoutEntity) =>
        (_entities, Rows, WithoutEntity) = (entities, rows, withoutEntity);

    /// <summary>The stock of no rows.</summary>
    public static SnapshotState Empty { get; } = new([], 0, 0);

    /// <summary>The last known value of each entity, by its name in ordinal order.</summary>
    public IReadOnlyDictionary<string, SnapshotValue> Entities => _entities.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The currencies of the last known values, ordered by code; empty for anything but money. More than one never becomes a figure;
    /// one that an entity has left behind counts no more.
    /// </summary>
    public IReadOnlyList<Currency> Currencies => CurrencyUnion.InOrder(_entities.SelectMany(pair => pair.Value.Currencies));

    /// <summary>How many rows with a known value or outside the measure's conditions there are.</summary>
    public override long Rows { get; }

    /// <summary>How many rows do not name their entity; they are left out.</summary>
    public long WithoutEntity { get; }

    /// <summary>The state of rows.</summary>
    /// <param name="values">The entity and value of each row; the later of an entity stands, and different ones of one moment contradict each other.</param>
    /// <param name="rows">How many rows have a known value or lie outside the measure's conditions.</param>
    /// <param name="withoutEntity">How many rows do not name their entity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of rows is negative, or there are fewer rows than entities with a value.</exception>
    public static SnapshotState Of(IEnumerable<KeyValuePair<string, SnapshotValue>> values, long rows, long withoutEntity = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(withoutEntity);
        ImmutableArray<KeyValuePair<string, SnapshotValue>> entities = Latest(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, entities.Count(pair => pair.Value.IsKnown));
        return new SnapshotState(entities, rows, withoutEntity);
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other) => MergeAll([this, Same<SnapshotState>(other)]);

    /// <inheritdoc/>
    private protected override CellState MergeAll(IReadOnlyList<CellState> states)
    {
        (long rows, long withoutEntity) = (0, 0);
        foreach (CellState state in states)
        {
            SnapshotState stock = Same<SnapshotState>(state);
            (rows, withoutEntity) = (checked(rows + stock.Rows), checked(withoutEntity + stock.WithoutEntity));
        }

        return new SnapshotState(OneEntity(states) ?? Latest(states.SelectMany(state => ((SnapshotState)state)._entities)), rows, withoutEntity);
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) => other is SnapshotState stock
        && (stock.Rows, stock.WithoutEntity) == (Rows, WithoutEntity) && stock._entities.SequenceEqual(_entities);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, WithoutEntity, _entities.Length);

    /// <inheritdoc/>
    internal override long OtherRows => WithoutEntity;

    /// <summary>The entities and their values, in ordinal order.</summary>
    internal ImmutableArray<KeyValuePair<string, SnapshotValue>> Values => _entities;

    /// <summary>The same stock of only these entities.</summary>
    internal SnapshotState Only(Func<string, SnapshotValue, bool> keeps) =>
        new([.. _entities.Where(pair => keeps(pair.Key, pair.Value))], Rows, WithoutEntity);

    internal override Figure Finalise()
    {
        if (_entities.Any(pair => pair.Value.IsConflicting)) return Figure.Absent(Absence.Conflicting);
        IReadOnlyList<Currency> currencies = Currencies;
        if (currencies.Count > 1) return Figure.Absent(Absence.MixedCurrencies);
        if (Rows == 0) return Figure.Absent(WithoutEntity > 0 ? Absence.NotReported : Absence.NotApplicable);

        int decimals = _entities.Select(pair => pair.Value.Decimals).DefaultIfEmpty().Max();
        BigInteger sum = _entities.Where(pair => pair.Value.IsKnown).Aggregate(BigInteger.Zero, (total, pair) => total + pair.Value.ScaledTo(decimals));
        return Figure.Of(ExactNumber.ToDecimal(sum, decimals), currencies.Count == 1 ? currencies[0] : null);
    }

    /// <summary>The last value of the only entity there is, as where one account is followed over time; null where there are several.</summary>
    private static ImmutableArray<KeyValuePair<string, SnapshotValue>>? OneEntity(IReadOnlyList<CellState> states)
    {
        (string? entity, SnapshotValue latest) = (null, default);
        foreach (CellState state in states)
        {
            foreach ((string name, SnapshotValue value) in ((SnapshotState)state)._entities)
            {
                if (entity is not null && entity != name) return null;
                (entity, latest) = (name, entity is null ? value : latest.Merge(value));
            }
        }

        return entity is null ? [] : [new(entity, latest)];
    }

    private static ImmutableArray<KeyValuePair<string, SnapshotValue>> Latest(IEnumerable<KeyValuePair<string, SnapshotValue>> values)
    {
        if (values is IReadOnlyList<KeyValuePair<string, SnapshotValue>> { Count: <= 1 } few) return [.. few];
        Dictionary<string, SnapshotValue> latest = new(StringComparer.Ordinal);
        foreach ((string entity, SnapshotValue value) in values) latest[entity] = latest.TryGetValue(entity, out SnapshotValue before) ? before.Merge(value) : value;
        return [.. latest.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }
}
