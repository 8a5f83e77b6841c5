namespace SocialKpi;

/// <summary>The four operations of a formula.</summary>
public enum Operation
{
    /// <summary>The sum of both operands.</summary>
    Add,

    /// <summary>The left operand less the right one.</summary>
    Subtract,

    /// <summary>The product of both operands.</summary>
    Multiply,

    /// <summary>The left operand divided by the right one.</summary>
    Divide,
}
