using System.Numerics;

namespace SocialKpi;

/// <summary>The figures of a measure on the rows of the current block, exact: integers of one number of decimals.</summary>
internal abstract class RowFigures : BlockStep
{
    /// <summary>The number of decimals.</summary>
    public abstract int Decimals { get; }

    /// <summary>The figure of a row that has one, times ten to the power of <see cref="Decimals"/>; false when it needs more than 128 bits.</summary>
    public abstract bool TryRead(RowBlock block, int at, out Int128 scaled);

    /// <summary>The figure of a row that needs more than 128 bits.</summary>
    public virtual BigInteger WideAt(int at) => throw new InvalidOperationException("All figures fit into 128 bits.");
}

/// <summary>The figures of a recorded column, read in place.</summary>
internal sealed class RecordedFigures(ValueColumn column) : RowFigures
{
    public ValueColumn Column => column;

    public override int Decimals => column.Decimals;

    public override bool TryRead(RowBlock block, int at, out Int128 scaled)
    {
        scaled = column.Scaled[block.Start + at];
        return true;
    }

    public override void Read(RowBlock block)
    {
    }
}

/// <summary>One for every row: what a count adds up.</summary>
internal sealed class OneEach : RowFigures
{
    public static OneEach Row { get; } = new();

    public override int Decimals => 0;

    public override bool TryRead(RowBlock block, int at, out Int128 scaled)
    {
        scaled = 1;
        return true;
    }

    public override void Read(RowBlock block)
    {
    }
}

/// <summary>The figures of a row formula that 64-bit integers are enough for.</summary>
internal sealed class IntegerFigures(IntegerFormula formula) : RowFigures
{
    private readonly long[] _figures = new long[RowBlock.Size];

    public IntegerFormula Formula => formula;

    public override int Decimals => formula.Decimals;

    /// <summary>The figures of the current block.</summary>
    public ReadOnlySpan<long> Figures => _figures;

    public override bool TryRead(RowBlock block, int at, out Int128 scaled)
    {
        scaled = _figures[at];
        return true;
    }

    public override void Read(RowBlock block) => formula.Read(block)[..block.Count].CopyTo(_figures);
}

/// <summary>The figures of a row formula: each is worked out once a block, and rows without one are undefined.</summary>
internal sealed class CalculatedFigures : RowFigures
{
    private readonly RowExpression _expression;
    private readonly RowStatuses _before;
    private readonly Int128[] _scaled = new Int128[RowBlock.Size];
    private readonly Dictionary<int, BigInteger> _wide = [];
    private readonly IntegerQuotient? _quotient;
    private readonly BlockMask _zero = new();

    /// <param name="expression">The formula.</param>
    /// <param name="statuses">What rows can say about it, but for divisions by zero.</param>
    public CalculatedFigures(RowExpression expression, RowStatuses statuses)
    {
        (_expression, _before, _quotient) = (expression, statuses, expression.AsQuotient);
        Statuses = expression.CanBeUndefined ? statuses with { Undefined = new BlockMask() } : statuses;
    }

    public RowStatuses Statuses { get; }

    /// <summary>The figures of the current block; behind rows without one, or whose figure needs more than 128 bits, stands anything.</summary>
    public ReadOnlySpan<Int128> Scaled => _scaled;

    /// <summary>The places of rows whose figure needs more than 128 bits.</summary>
    public IReadOnlyCollection<int> WideRows => _wide.Keys;

    public override int Decimals => _expression.Decimals;

    public override bool TryRead(RowBlock block, int at, out Int128 scaled)
    {
        scaled = _scaled[at];
        return _wide.Count == 0 || !_wide.ContainsKey(at);
    }

    public override BigInteger WideAt(int at) => _wide[at];

    public override void Read(RowBlock block)
    {
        if (_quotient is not null)
        {
            _quotient.Read(block, _scaled, _zero);
            for (int word = 0; word < RowBlock.MaskWords; word++)
                Statuses.Undefined![word] = (_before.Undefined?[word] ?? 0) | (_zero[word] & ~_before.WithoutFigure(word));
            return;
        }

        if (_wide.Count > 0) _wide.Clear();
        for (int word = 0; word < RowBlock.MaskWords; word++)
        {
            ulong undefined = _before.Undefined?[word] ?? 0;
            for (ulong left = block.AllRows(word) & ~_before.WithoutFigure(word); left != 0; left &= left - 1)
            {
                int at = (word * RowMask.WordSize) + BitOperations.TrailingZeroCount(left);
                if (_expression.At(block, at) is not { } figure) undefined |= 1UL << (at % RowMask.WordSize);
                else if (!figure.TryScale(Decimals, out _scaled[at])) _wide.Add(at, figure.Scaled(Decimals));
            }

            if (Statuses.Undefined is { } mask) mask[word] = undefined;
        }
    }
}
