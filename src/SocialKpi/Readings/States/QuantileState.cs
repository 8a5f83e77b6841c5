using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>All row values, exact and in order, of which a median or percentile is made once everything is merged.</summary>
/// <remarks>
/// Equal values are kept once with their number of rows, so the state is as large as the different values are many. Rows
/// that do not meet the measure's conditions are no part of it.
/// </remarks>
public sealed class QuantileState : CellState
{
    // In ascending order: one array is a fraction of the memory and time of a tree.
    private readonly ImmutableArray<KeyValuePair<BigInteger, long>> _counts;
    private readonly ImmutableArray<Currency> _currencies;

    private QuantileState(Quantile quantile, ImmutableArray<KeyValuePair<BigInteger, long>> counts, int decimals, ImmutableArray<Currency> currencies, long rows, long outside) =>
        (Quantile, _counts, Decimals, _currencies, Rows, Outside) = (quantile, counts, decimals, currencies, rows, outside);

    /// <summary>Which value the state is read for.</summary>
    public Quantile Quantile { get; }

    /// <summary>How many rows have each value; a value is given times ten to the power of <see cref="Decimals"/>. In ascending order.</summary>
    public IReadOnlyDictionary<BigInteger, long> Counts => _counts.ToImmutableSortedDictionary();

    /// <summary>The same as they are kept.</summary>
    internal ImmutableArray<KeyValuePair<BigInteger, long>> Values => _counts;

    /// <summary>The number of decimals, 0 to 18: no more than the values need.</summary>
    public int Decimals { get; }

    /// <summary>The currencies of the rows, ordered by code; empty for anything but money. More than one never becomes a figure.</summary>
    public IReadOnlyList<Currency> Currencies => _currencies;

    /// <inheritdoc/>
    public override long Rows { get; }

    /// <summary>How many rows do not meet the measure's conditions.</summary>
    public long Outside { get; }

    /// <summary>The quantile of no rows, which has no value.</summary>
    public static QuantileState OfNoRows(Quantile quantile) => new(quantile, [], 0, [], 0, 0);

    /// <summary>The state of counted values.</summary>
    /// <param name="quantile">Which value the state is read for.</param>
    /// <param name="counts">How many rows have each value, times ten to the power of <paramref name="decimals"/>; a value given twice has both numbers of rows.</param>
    /// <param name="decimals">The number of decimals, 0 to 18.</param>
    /// <param name="currencies">The currencies that went into the values; none for anything but money.</param>
    /// <param name="outside">How many rows do not meet the measure's conditions.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of rows is not positive, or decimals or outside are out of range.</exception>
    public static QuantileState Of(Quantile quantile, IEnumerable<KeyValuePair<BigInteger, long>> counts, int decimals, IReadOnlyList<Currency>? currencies = null, long outside = 0)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, ExactNumber.MaxDigits);
        ArgumentOutOfRangeException.ThrowIfNegative(outside);
        ImmutableArray<KeyValuePair<BigInteger, long>> all = InOrder([.. counts]);

        // The same values have one form, whatever the decimals of the column they come from.
        for (; decimals > 0 && all.All(pair => (pair.Key % 10).IsZero); decimals--)
            all = [.. all.Select(pair => KeyValuePair.Create(pair.Key / 10, pair.Value))];
        long rows = 0;
        foreach ((_, long count) in all) rows += count;
        return rows == 0
            ? new QuantileState(quantile, all, 0, [], 0, outside)
            : new QuantileState(quantile, all, decimals, CurrencyUnion.InOrder(currencies ?? []), rows, outside);
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other)
    {
        QuantileState values = Same<QuantileState>(other);
        if (!IsLike(values))
            throw new ArgumentException($"The state of percentile {Quantile} merges with its own kind only, not with percentile {values.Quantile}.", nameof(other));
        long outside = Outside + values.Outside;
        if (values.Rows == 0) return new QuantileState(Quantile, _counts, Decimals, _currencies, Rows, outside);
        if (Rows == 0) return new QuantileState(Quantile, values._counts, values.Decimals, values._currencies, values.Rows, outside);

        int decimals = Math.Max(Decimals, values.Decimals);
        return new QuantileState(
            Quantile, Together(ScaledTo(decimals), values.ScaledTo(decimals)), decimals, _currencies.Union(values._currencies), Rows + values.Rows, outside);
    }

    /// <summary>Halves are merged before they are merged with each other, so that no value is copied once for every state.</summary>
    private protected override CellState MergeAll(IReadOnlyList<CellState> states)
    {
        CellState[] left = [.. states];
        for (; left.Length > 1; left = [.. left.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : pair[0].Merge(pair[1]))])
        {
        }

        return left[0];
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) => other is QuantileState values
        && (values.Quantile, values.Decimals, values.Rows, values.Outside) == (Quantile, Decimals, Rows, Outside)
        && values._currencies.SequenceEqual(_currencies) && values._counts.SequenceEqual(_counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Quantile, Decimals, Rows, Outside, _counts.Length);

    /// <inheritdoc/>
    internal override long OtherRows => Outside;

    internal override bool IsLike(CellState other) => other is QuantileState values && values.Quantile == Quantile;

    internal override Figure Finalise()
    {
        if (Rows == 0) return Figure.Absent(Outside > 0 ? Absence.NoRows : Absence.NotApplicable);
        if (_currencies.Length > 1) return Figure.Absent(Absence.MixedCurrencies);
        (long below, BigInteger numerator, BigInteger denominator) = Quantile.Among(Rows);
        BigInteger lower = ValueAt(below);
        BigInteger upper = ValueAt(below + 1);
        decimal? value = ExactNumber.ToDecimal((lower * denominator) + ((upper - lower) * numerator), denominator * BigInteger.Pow(10, Decimals));
        return Figure.Of(value, _currencies.Length == 1 ? _currencies[0] : null);
    }

    /// <summary>The value with a number in the order of rows, from 1; before the first stands the first, after the last the last.</summary>
    private BigInteger ValueAt(long number)
    {
        long passed = 0;
        foreach ((BigInteger value, long count) in _counts)
        {
            passed += count;
            if (passed >= number) return value;
        }

        return _counts[^1].Key;
    }

    private ImmutableArray<KeyValuePair<BigInteger, long>> ScaledTo(int decimals)
    {
        if (decimals == Decimals) return _counts;
        BigInteger factor = BigInteger.Pow(10, decimals - Decimals);
        return [.. _counts.Select(pair => KeyValuePair.Create(pair.Key * factor, pair.Value))];
    }

    /// <summary>Counted values in ascending order, each once.</summary>
    private static ImmutableArray<KeyValuePair<BigInteger, long>> InOrder(KeyValuePair<BigInteger, long>[] counts)
    {
        bool isInOrder = true;
        for (int at = 0; at < counts.Length; at++)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(counts[at].Value, nameof(counts));
            isInOrder &= at == 0 || counts[at - 1].Key < counts[at].Key;
        }

        if (isInOrder) return ImmutableCollectionsMarshal.AsImmutableArray(counts);
        Array.Sort(counts, (left, right) => left.Key.CompareTo(right.Key));
        int last = 0;
        for (int at = 1; at < counts.Length; at++)
        {
            if (counts[at].Key == counts[last].Key) counts[last] = new(counts[at].Key, counts[last].Value + counts[at].Value);
            else counts[++last] = counts[at];
        }

        return [.. counts.AsSpan(0, last + 1)];
    }

    /// <summary>Two lists in order as one.</summary>
    private static ImmutableArray<KeyValuePair<BigInteger, long>> Together(ImmutableArray<KeyValuePair<BigInteger, long>> left, ImmutableArray<KeyValuePair<BigInteger, long>> right)
    {
        ImmutableArray<KeyValuePair<BigInteger, long>>.Builder all = ImmutableArray.CreateBuilder<KeyValuePair<BigInteger, long>>(left.Length + right.Length);
        (int mine, int theirs) = (0, 0);
        while (mine < left.Length && theirs < right.Length)
        {
            int order = left[mine].Key.CompareTo(right[theirs].Key);
            all.Add(order < 0 ? left[mine] : order > 0 ? right[theirs] : new(left[mine].Key, left[mine].Value + right[theirs].Value));
            if (order <= 0) mine++;
            if (order >= 0) theirs++;
        }

        all.AddRange(left.AsSpan(mine..));
        all.AddRange(right.AsSpan(theirs..));
        return all.DrainToImmutable();
    }
}
