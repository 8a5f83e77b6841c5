using System.Collections.Immutable;
using System.Numerics;

namespace SocialKpi;

/// <summary>An exact sum of row values: a scaled integer with its number of decimals, how many rows, and their currencies.</summary>
/// <remarks>
/// A row that does not meet the measure's conditions is a row of it with nothing to add: no promoters among ten answers is a
/// sum of 0, while no rows at all is no sum. Sums are integer sums of any size, so the order of rows, chunks and merges
/// cannot change a digit.
/// </remarks>
public sealed class SumState : CellState
{
    private readonly ImmutableArray<Currency> _currencies;

    private SumState(BigInteger scaled, int decimals, long rows, ImmutableArray<Currency> currencies)
    {
        // One sum has one form, whatever the decimals of the columns it comes from.
        for (; decimals > 0 && (scaled % 10).IsZero; decimals--) scaled /= 10;
        (Scaled, Decimals, Rows, _currencies) = (scaled, decimals, rows, currencies);
    }

    /// <summary>The sum of no rows.</summary>
    public static SumState Empty { get; } = new(0, 0, 0, []);

    /// <summary>The sum times ten to the power of <see cref="Decimals"/>.</summary>
    public BigInteger Scaled { get; }

    /// <summary>The number of decimals, 0 to 18: no more than the sum needs.</summary>
    public int Decimals { get; }

    /// <inheritdoc/>
    public override long Rows { get; }

    /// <summary>The currencies of the rows, ordered by code; empty for anything but money. More than one never becomes a figure.</summary>
    public IReadOnlyList<Currency> Currencies => _currencies;

    /// <summary>The state of summed rows.</summary>
    /// <param name="scaled">The sum times ten to the power of <paramref name="decimals"/>.</param>
    /// <param name="decimals">The number of decimals, 0 to 18.</param>
    /// <param name="rows">How many row values were summed; with 0 the state is <see cref="Empty"/>.</param>
    /// <param name="currencies">The currencies of the rows, for money; none otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">Decimals or rows are out of range, or no rows have a sum.</exception>
    public static SumState Of(BigInteger scaled, int decimals, long rows, params IReadOnlyList<Currency> currencies)
    {
        ArgumentNullException.ThrowIfNull(currencies);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, ExactNumber.MaxDigits);
        if (rows > 0) return new SumState(scaled, decimals, rows, CurrencyUnion.InOrder(currencies));
        return scaled.IsZero ? Empty : throw OutOfRange.Of(rows, "A sum that is not zero needs at least one row.");
    }

    /// <inheritdoc/>
    public override CellState Merge(CellState other)
    {
        SumState sum = Same<SumState>(other);
        if (sum.Rows == 0) return this;
        if (Rows == 0) return sum;
        int decimals = Math.Max(Decimals, sum.Decimals);
        return new SumState(ScaledTo(decimals) + sum.ScaledTo(decimals), decimals, checked(Rows + sum.Rows), _currencies.Union(sum._currencies));
    }

    /// <inheritdoc/>
    private protected override CellState MergeAll(IReadOnlyList<CellState> states)
    {
        (BigInteger scaled, int decimals, long rows) = (BigInteger.Zero, 0, 0);
        ImmutableArray<Currency> currencies = [];
        foreach (CellState state in states)
        {
            SumState sum = Same<SumState>(state);
            if (sum.Rows == 0) continue;
            if (sum.Decimals > decimals) (scaled, decimals) = (scaled * BigInteger.Pow(10, sum.Decimals - decimals), sum.Decimals);
            scaled += sum.ScaledTo(decimals);
            rows = checked(rows + sum.Rows);
            currencies = currencies.Union(sum._currencies);
        }

        return rows == 0 ? Empty : new SumState(scaled, decimals, rows, currencies);
    }

    /// <inheritdoc/>
    public override bool Equals(CellState? other) =>
        other is SumState sum && sum.Rows == Rows && sum.Decimals == Decimals && sum.Scaled == Scaled && sum._currencies.SequenceEqual(_currencies);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scaled, Decimals, Rows);

    internal bool IsInCurrenciesOf(SumState other) => _currencies.SequenceEqual(other._currencies);

    internal override Figure Finalise() => Rows == 0
        ? Figure.Absent(Absence.NotApplicable)
        : _currencies.Length > 1
        ? Figure.Absent(Absence.MixedCurrencies)
        : Figure.Of(ExactNumber.ToDecimal(Scaled, Decimals), _currencies.Length == 1 ? _currencies[0] : null);

    private BigInteger ScaledTo(int decimals) => decimals == Decimals ? Scaled : Scaled * BigInteger.Pow(10, decimals - Decimals);
}
