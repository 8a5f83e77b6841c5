using System.Text;

namespace SocialKpi;

/// <summary>Two formulas and an operation between them.</summary>
public sealed class BinaryFormula : Formula
{
    internal BinaryFormula(Operation operation, Formula left, Formula right)
        : base(1 + Math.Max(NotNull(left, nameof(left)).Depth, NotNull(right, nameof(right)).Depth), 1 + left.Size + right.Size) =>
        (Operation, Left, Right) = (operation, left, right);

    /// <summary>What is done with both operands.</summary>
    public Operation Operation { get; }

    /// <summary>The left operand, evaluated first.</summary>
    public Formula Left { get; }

    /// <summary>The right operand.</summary>
    public Formula Right { get; }

    internal bool IsSum => Operation is Operation.Add or Operation.Subtract;

    /// <inheritdoc/>
    public override bool Equals(Formula? other) =>
        other is BinaryFormula binary && binary.Operation == Operation && binary.Left == Left && binary.Right == Right;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operation, Left, Right);

    internal override IEnumerable<Measure> Leaves() => Left.Leaves().Concat(Right.Leaves());

    internal override void Write(StringBuilder text, Func<Measure, string> leafText, Func<Context, string> contextText)
    {
        // The tree is left-associative, so a right operand of the same rank keeps its parentheses.
        WriteOperand(Left, text, leafText, contextText, parentheses: !IsSum && Left is BinaryFormula { IsSum: true });
        text.Append(Operation switch
        {
            Operation.Add => " + ",
            Operation.Subtract => " - ",
            Operation.Multiply => " * ",
            _ => " / ",
        });
        WriteOperand(Right, text, leafText, contextText, parentheses: Right is BinaryFormula right && (!IsSum || right.IsSum));
    }

    private static void WriteOperand(Formula operand, StringBuilder text, Func<Measure, string> leafText, Func<Context, string> contextText, bool parentheses)
    {
        if (parentheses) text.Append('(');
        operand.Write(text, leafText, contextText);
        if (parentheses) text.Append(')');
    }

    private static Formula NotNull(Formula operand, string name)
    {
        ArgumentNullException.ThrowIfNull(operand, name);
        return operand;
    }
}
