using System.Text;

namespace SocialKpi;

/// <summary>A formula read in another context than the cell's own.</summary>
public sealed class ContextFormula : Formula
{
    internal ContextFormula(Formula inner, Context context)
        : base(1 + inner.Depth, 1 + inner.Size)
    {
        ArgumentNullException.ThrowIfNull(context);
        (Inner, Context) = (inner, context);
    }

    /// <summary>What is read.</summary>
    public Formula Inner { get; }

    /// <summary>Where it is read.</summary>
    public Context Context { get; }

    /// <inheritdoc/>
    public override bool Equals(Formula? other) =>
        other is ContextFormula formula && formula.Context == Context && formula.Inner == Inner;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Context, Inner);

    internal override IEnumerable<Measure> Leaves() => Inner.Leaves();

    internal override void Write(StringBuilder text, Func<Measure, string> leafText, Func<Context, string> contextText)
    {
        bool parentheses = Inner is BinaryFormula or ConstantFormula;
        if (parentheses) text.Append('(');
        Inner.Write(text, leafText, contextText);
        if (parentheses) text.Append(')');
        text.Append(contextText(Context));
    }
}
