namespace SocialKpi;

/// <summary>A row formula that can be worked out for any row of the current block.</summary>
internal abstract class RowExpression
{
    /// <summary>How many decimals its figure is rounded to, once, when the row is done: all it can have, or as many as a recorded one may have.</summary>
    public abstract int Decimals { get; }

    /// <summary>Whether a row may have no figure because something is divided by zero.</summary>
    public virtual bool CanBeUndefined => false;

    /// <summary>The same for a whole block in 64-bit integers; null where these might not be enough.</summary>
    public abstract IntegerFormula? AsIntegers { get; }

    /// <summary>The two sides of a quotient in 64-bit integers; null for anything else, or where these might not be enough.</summary>
    public virtual IntegerQuotient? AsQuotient => null;

    /// <summary>The figure of a row, by its place in the block; null where it has none.</summary>
    public abstract RowFigure? At(RowBlock block, int at);
}

/// <summary>The same figure on every row.</summary>
internal sealed class ConstantExpression(decimal value) : RowExpression
{
    private readonly RowFigure _figure = RowFigure.Of(value);

    public override int Decimals => Math.Min((int)value.Scale, ExactNumber.MaxDigits);

    public override IntegerFormula? AsIntegers => IntegerFormula.Of(value);

    public override RowFigure? At(RowBlock block, int at) => _figure;
}

/// <summary>The figure of a measure; where the row has no part in it, or it does not apply, it is nothing.</summary>
internal sealed class MeasureExpression(RowFigures figures, RowStatuses statuses) : RowExpression
{
    public override int Decimals => figures.Decimals;

    public override bool CanBeUndefined => statuses.Undefined is not null;

    public override IntegerFormula? AsIntegers => figures is RecordedFigures { Column: var column } ? IntegerFormula.Of(column, statuses) : null;

    public override RowFigure? At(RowBlock block, int at)
    {
        int word = at / RowMask.WordSize;
        ulong bit = 1UL << (at % RowMask.WordSize);
        if ((statuses.WithoutFigure(word) & bit) == 0)
            return figures.TryRead(block, at, out Int128 narrow) ? RowFigure.Of(narrow, figures.Decimals) : RowFigure.Of(figures.WideAt(at), figures.Decimals);
        bool isMissing = (((statuses.Unknown?[word] ?? 0) | (statuses.Undefined?[word] ?? 0)) & bit) != 0;
        return isMissing ? null : default(RowFigure);
    }
}

/// <summary>An operation on two figures of a row. A part of a sum of which the row has nothing is nothing, whatever constants stand in it.</summary>
internal sealed class BinaryExpression(Operation operation, RowExpression left, RowStatuses? leftPart, RowExpression right, RowStatuses? rightPart) : RowExpression
{
    public override int Decimals => operation switch
    {
        Operation.Divide => ExactNumber.MaxDigits,
        Operation.Multiply => Math.Min(ExactNumber.MaxDigits, left.Decimals + right.Decimals),
        _ => Math.Max(left.Decimals, right.Decimals),
    };

    public override bool CanBeUndefined => operation == Operation.Divide || left.CanBeUndefined || right.CanBeUndefined;

    public override IntegerFormula? AsIntegers =>
        Part(left.AsIntegers, leftPart) is { } a && Part(right.AsIntegers, rightPart) is { } b ? IntegerFormula.Combine(operation, a, b) : null;

    public override IntegerQuotient? AsQuotient =>
        operation == Operation.Divide && left.AsIntegers is { } a && right.AsIntegers is { } b ? IntegerQuotient.Of(a, b) : null;

    public override RowFigure? At(RowBlock block, int at) =>
        Part(left, leftPart, block, at) is { } a && Part(right, rightPart, block, at) is { } b ? RowFigure.Combine(operation, a, b) : null;

    private static RowFigure? Part(RowExpression operand, RowStatuses? part, RowBlock block, int at) =>
        part?.NotApplicable?.Holds(at) == true || part?.Outside?.Holds(at) == true ? default(RowFigure) : operand.At(block, at);

    private static IntegerFormula? Part(IntegerFormula? operand, RowStatuses? part) => part is null ? operand : operand?.ZeroWithout(part);
}
