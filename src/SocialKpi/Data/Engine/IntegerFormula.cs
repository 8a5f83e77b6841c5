using System.Numerics;

namespace SocialKpi;

/// <summary>
/// A row formula that is worked out in 64-bit integers for a whole block at once: sums, differences and products of recorded columns
/// whose ranges show that nothing on the way can leave 64 bits. Rows on which a column is nothing, or not known, have a zero there.
/// </summary>
internal abstract class IntegerFormula(int decimals, Int128 least, Int128 greatest)
{
    /// <summary>The number of decimals of the integers.</summary>
    public int Decimals => decimals;

    /// <summary>No figure is less.</summary>
    public Int128 Least => least;

    /// <summary>No figure is greater.</summary>
    public Int128 Greatest => greatest;

    /// <summary>The figures of a block; behind a short one stands anything.</summary>
    public abstract ReadOnlySpan<long> Read(RowBlock block);

    /// <summary>The formula of a recorded column.</summary>
    public static IntegerFormula Of(ValueColumn column, RowStatuses statuses) => new ColumnFormula(column).ZeroWithout(statuses);

    /// <summary>The formula of a constant; null when it has too many digits.</summary>
    public static IntegerFormula? Of(decimal constant) =>
        ExactNumber.TryScale(constant, out long scaled, out int decimals) ? new ConstantFormula(scaled, decimals) : null;

    /// <summary>The formula of an operation; null when 64 bits might not be enough, or it divides.</summary>
    public static IntegerFormula? Combine(Operation operation, IntegerFormula left, IntegerFormula right)
    {
        if (operation == Operation.Divide || (operation == Operation.Multiply && left.Decimals + right.Decimals > ExactNumber.MaxDigits)) return null;
        int decimals = operation == Operation.Multiply ? left.Decimals + right.Decimals : Math.Max(left.Decimals, right.Decimals);
        (Int128 a, Int128 b) = operation == Operation.Multiply ? (1, 1) : (ExactNumber.PowerOfTen(decimals - left.Decimals), ExactNumber.PowerOfTen(decimals - right.Decimals));

        // Figures lie in 64 bits and powers of ten below 60, so 128 bits hold each of these.
        (Int128 low, Int128 high, Int128 otherLow, Int128 otherHigh) = (left.Least * a, left.Greatest * a, right.Least * b, right.Greatest * b);
        Int128[] edges = operation switch
        {
            Operation.Add => [low + otherLow, high + otherHigh],
            Operation.Subtract => [low - otherHigh, high - otherLow],
            _ => [low * otherLow, low * otherHigh, high * otherLow, high * otherHigh],
        };
        bool fits = Array.TrueForAll([.. edges, low, high, otherLow, otherHigh], edge => edge >= long.MinValue && edge <= long.MaxValue);
        return fits ? new CombinedFormula(operation, left, (long)a, right, (long)b, decimals, edges.Min(), edges.Max()) : null;
    }

    /// <summary>The same formula, and zero on every row without a figure.</summary>
    public IntegerFormula ZeroWithout(RowStatuses statuses) => statuses.AreAllKnown ? this : new PartFormula(this, statuses);

    private sealed class ColumnFormula(ValueColumn column) : IntegerFormula(column.Decimals, column.Scaled.Least, column.Scaled.Greatest)
    {
        private readonly long[] _figures = column.Scaled.IsNarrow ? new long[RowBlock.Size] : [];

        public override ReadOnlySpan<long> Read(RowBlock block)
        {
            if (!column.Scaled.IsNarrow) return column.Scaled.Wide[block.Start..];
            column.Scaled.CopyTo(block, _figures);
            return _figures;
        }
    }

    private sealed class PartFormula(IntegerFormula formula, RowStatuses statuses)
        : IntegerFormula(formula.Decimals, Int128.Min(formula.Least, 0), Int128.Max(formula.Greatest, 0))
    {
        private readonly long[] _figures = new long[RowBlock.Size];
        private readonly BlockMask _known = new();

        public override ReadOnlySpan<long> Read(RowBlock block)
        {
            for (int word = 0; word < RowBlock.MaskWords; word++) _known[word] = block.AllRows(word) & ~statuses.WithoutFigure(word);
            MaskedCopy.Copy(formula.Read(block)[..block.Count], _known, _figures);
            return _figures;
        }
    }

    private sealed class ConstantFormula(long scaled, int decimals) : IntegerFormula(decimals, scaled, scaled)
    {
        private readonly long[] _figures = [.. Enumerable.Repeat(scaled, RowBlock.Size)];

        public override ReadOnlySpan<long> Read(RowBlock block) => _figures;
    }

    private sealed class CombinedFormula(
        Operation operation, IntegerFormula left, long leftFactor, IntegerFormula right, long rightFactor, int decimals, Int128 least, Int128 greatest)
        : IntegerFormula(decimals, least, greatest)
    {
        private readonly long[] _figures = new long[RowBlock.Size];

        public override ReadOnlySpan<long> Read(RowBlock block)
        {
            ReadOnlySpan<long> a = left.Read(block)[..block.Count];
            ReadOnlySpan<long> b = right.Read(block)[..block.Count];
            int at = 0;
            for (int width = Vector<long>.Count; at + width <= block.Count; at += width)
            {
                (Vector<long> mine, Vector<long> theirs) = (new Vector<long>(a[at..]) * leftFactor, new Vector<long>(b[at..]) * rightFactor);
                (operation switch { Operation.Add => mine + theirs, Operation.Subtract => mine - theirs, _ => mine * theirs }).CopyTo(_figures, at);
            }

            for (; at < block.Count; at++)
            {
                (long mine, long theirs) = (a[at] * leftFactor, b[at] * rightFactor);
                _figures[at] = operation switch { Operation.Add => mine + theirs, Operation.Subtract => mine - theirs, _ => mine * theirs };
            }

            return _figures;
        }
    }
}
