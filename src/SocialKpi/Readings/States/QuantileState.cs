using System.Collections.Immutable;
using System.Numerics;

namespace SocialKpi;

/// <summary>All row values, exact and in order, of which a median or percentile is made once everything is merged.</summary>
/// <remarks>
/// Equal values are kept once with their number of rows, so the state is as large as the different values are many. Rows
/// that do not meet the measure's conditions are no part of it.
/// </remarks>
public sealed class QuantileState : CellState
{
    private readonly ImmutableSortedDictionary<BigInteger, long> _counts;
    private readonly ImmutableArray<Currency> _currencies;

    private QuantileState(Quantile quantile, ImmutableSortedDictionary<BigInteger, long> counts, int decimals, ImmutableArray<Currency> currencies, long rows, long outside) =>
        (Quantile, _counts, Decimals, _currencies, Rows, Outside) = (quantile, counts, decimals, currencies, rows, outside);

    /// <summary>Which value the state is read for.</summary>
    public Quantile Quantile { get; }

    /// <summary>How many rows have each value; a value is given times ten to the power of <see cref="Decimals"/>. In ascending order.</summary>
    public IReadOnlyDictionary<BigInteger, long> Counts => _counts;

    /// <summary>The number of decimals, 0 to 18: no more than the values need.</summary>
    public int Decimals { get; }

    /// <summary>The currencies of the rows, ordered by code; empty for anything but money. More than one never becomes a figure.</summary>
    public IReadOnlyList<Currency> Currencies => _currencies;

    /// <inheritdoc/>
    public override long Rows { get; }

    /// <summary>How many rows do not meet the measure's conditions.</summary>
    public long Outside { get; }

    /// <summary>The quantile of no rows, which has no value.</summary>
    public static QuantileState OfNoRows(Quantile quantile) => new(quantile, ImmutableSortedDictionary<BigInteger, long>.Empty, 0, [], 0, 0);

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
        ImmutableSortedDictionary<BigInteger, long> all = Add(ImmutableSortedDictionary<BigInteger, long>.Empty, counts);

        // The same values have one form, whatever the decimals of the column they come from.
        for (; decimals > 0 && all.Keys.All(value => (value % 10).IsZero); decimals--)
            all = all.ToImmutableSortedDictionary(pair => pair.Key / 10, pair => pair.Value);
        long rows = 0;
        foreach (long count in all.Values) rows += count;
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

        // The smaller goes into the larger: a roll-up of many small cells stays cheap.
        int decimals = Math.Max(Decimals, values.Decimals);
        (ImmutableSortedDictionary<BigInteger, long> larger, ImmutableSortedDictionary<BigInteger, long> smaller) = (ScaledTo(decimals), values.ScaledTo(decimals));
        if (larger.Count < smaller.Count) (larger, smaller) = (smaller, larger);
        return new QuantileState(Quantile, Add(larger, smaller), decimals, _currencies.Union(values._currencies), Rows + values.Rows, outside);
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) => other is QuantileState values
        && (values.Quantile, values.Decimals, values.Rows, values.Outside) == (Quantile, Decimals, Rows, Outside)
        && values._currencies.SequenceEqual(_currencies) && values._counts.SequenceEqual(_counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Quantile, Decimals, Rows, Outside, _counts.Count);

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

        return _counts.Keys.Last();
    }

    private ImmutableSortedDictionary<BigInteger, long> ScaledTo(int decimals)
    {
        if (decimals == Decimals) return _counts;
        BigInteger factor = BigInteger.Pow(10, decimals - Decimals);
        return _counts.ToImmutableSortedDictionary(pair => pair.Key * factor, pair => pair.Value);
    }

    private static ImmutableSortedDictionary<BigInteger, long> Add(ImmutableSortedDictionary<BigInteger, long> to, IEnumerable<KeyValuePair<BigInteger, long>> counts)
    {
        ImmutableSortedDictionary<BigInteger, long>.Builder all = to.ToBuilder();
        foreach ((BigInteger value, long count) in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, nameof(counts));
            all[value] = all.GetValueOrDefault(value) + count;
        }

        return all.ToImmutable();
    }
}
