using System.Text;

namespace SocialKpi;

/// <summary>
/// A calculation as plain immutable data: a small closed tree of measures, constants, <c>+ − × ÷</c> and
/// <see cref="At(Context)"/>. The engine, the explainer, the SQL writer and JSON all read this one tree.
/// </summary>
/// <remarks>
/// A formula is evaluated on merged states, in tree order, each step one <see cref="decimal"/> operation, and is never
/// reordered: <c>a / b * 100</c> and <c>100 * a / b</c> are different formulas. Two formulas are equal when their trees
/// and the measures in them are equal. <see cref="Parse"/> reads what <see cref="ToString"/> writes.
/// </remarks>
public abstract class Formula : IEquatable<Formula>
{
    /// <summary>How deep a tree may be; a deeper one is refused, so that reading a formula can never exhaust the stack.</summary>
    public const int MaxDepth = 200;

    /// <summary>How many parts a tree may have, counted as often as they stand there and in the row values of its measures.</summary>
    public const int MaxSize = 10_000;

    private protected Formula(int depth, int size)
    {
        if (depth > MaxDepth)
            throw new ArgumentException($"A formula may be at most {MaxDepth} operations deep. Group the terms with parentheses, or define a measure.");
        if (size > MaxSize)
            throw new ArgumentException($"A formula may have at most {MaxSize} parts. Define a measure for what repeats.");
        (Depth, Size) = (depth, size);
    }

    internal int Depth { get; }

    internal int Size { get; }

    /// <summary>The measures in the formula, each once, in order of first appearance.</summary>
    public IReadOnlyList<Measure> Measures => [.. Leaves().Distinct()];

    /// <summary>The recorded measures that the formula rests on in the end: what facts must have to feed it. Each once, in order of first appearance.</summary>
    public IReadOnlyList<Measure> RecordedMeasures =>
        [.. Leaves().SelectMany(leaf => leaf.Closure()).Where(measure => measure.IsRecorded).Distinct()];

    /// <summary>The dimensions whose different ids its measures count: facts must have them too. Each once, in order of first appearance.</summary>
    public IReadOnlyList<string> CountedDimensions => [.. Leaves().Select(leaf => leaf.Dimension).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>This formula read in another context, for instance <c>mentions.At(Context.Across("brand"))</c>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public Formula At(Context context) => new ContextFormula(this, context);

    /// <summary>Reads a formula such as <c>1000 * spend / impressions</c> or <c>mentions / mentions.at(across("brand"))</c>.</summary>
    /// <param name="text">The text; at most 10,000 characters and <see cref="MaxDepth"/> levels, so untrusted text is safe.</param>
    /// <param name="measures">The measures the text may name.</param>
    /// <exception cref="FormatException">The text is not a formula; the message gives position, problem and remedy, of every unknown name at once.</exception>
    public static Formula Parse(string text, IEnumerable<Measure> measures) => FormulaParser.Parse(text, measures);

    /// <summary>A constant. Trailing zeros carry no meaning: 1.50 is 1.5.</summary>
    public static Formula Constant(decimal value) => new ConstantFormula(value);

    /// <summary>A constant.</summary>
    public static implicit operator Formula(decimal value) => new ConstantFormula(value);

    /// <summary>A constant.</summary>
    public static implicit operator Formula(int value) => new ConstantFormula(value);

    /// <summary>
    /// The sum. A part that is not applicable counts as nothing, with the constants in it: <c>(a + 5) + c</c> is <c>c</c> where
    /// <c>a</c> does not apply. An unknown part makes the sum unknown.
    /// </summary>
    public static Formula operator +(Formula left, Formula right) => new BinaryFormula(Operation.Add, left, right);

    /// <summary>The difference. Parts that are not applicable or unknown are as in a sum.</summary>
    public static Formula operator -(Formula left, Formula right) => new BinaryFormula(Operation.Subtract, left, right);

    /// <summary>The product.</summary>
    public static Formula operator *(Formula left, Formula right) => new BinaryFormula(Operation.Multiply, left, right);

    /// <summary>The quotient. A zero denominator gives an absent reading, never 0, infinity or NaN.</summary>
    public static Formula operator /(Formula left, Formula right) => new BinaryFormula(Operation.Divide, left, right);

    /// <summary>Whether both are the same tree over equal measures.</summary>
    public static bool operator ==(Formula? left, Formula? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the trees or their measures differ.</summary>
    public static bool operator !=(Formula? left, Formula? right) => !(left == right);

    /// <summary>Equal to <see cref="op_Addition"/>, for languages without operators.</summary>
    public static Formula Add(Formula left, Formula right) => left + right;

    /// <summary>Equal to <see cref="op_Subtraction"/>, for languages without operators.</summary>
    public static Formula Subtract(Formula left, Formula right) => left - right;

    /// <summary>Equal to <see cref="op_Multiply"/>, for languages without operators.</summary>
    public static Formula Multiply(Formula left, Formula right) => left * right;

    /// <summary>Equal to <see cref="op_Division"/>, for languages without operators.</summary>
    public static Formula Divide(Formula left, Formula right) => left / right;

    /// <inheritdoc/>
    public abstract bool Equals(Formula? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Formula);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>The formula as text, with parentheses only where the tree needs them; <see cref="Parse"/> reads it back.</summary>
    public sealed override string ToString()
    {
        StringBuilder text = new();
        Write(text, leaf => leaf.Id, context => $".at({context})");
        return text.ToString();
    }

    /// <summary>Whether a measure stands in it anywhere; without one it is a constant.</summary>
    internal bool HasMeasures => Leaves().Any();

    /// <summary>Every context in it, the outer before the inner.</summary>
    internal IEnumerable<Context> Contexts => this switch
    {
        ContextFormula context => context.Inner.Contexts.Prepend(context.Context),
        BinaryFormula binary => binary.Left.Contexts.Concat(binary.Right.Contexts),
        _ => [],
    };

    /// <summary>The dimensions that it reads all values of.</summary>
    internal IEnumerable<string> AcrossDimensions => Contexts.OfType<AcrossContext>().Select(across => across.Dimension);

    /// <summary>The part of it that names only these measures; null when it names none of them.</summary>
    internal Formula? PartOf(Func<Measure, bool> keeps)
    {
        switch (this)
        {
            case Measure measure: return keeps(measure) ? measure : null;
            case ContextFormula context: return context.Inner.PartOf(keeps) is { } inner ? inner == context.Inner ? this : inner.At(context.Context) : null;
            case BinaryFormula binary:
                (Formula? left, Formula? right) = (binary.Left.PartOf(keeps), binary.Right.PartOf(keeps));
                if (left is not null && right is not null) return left == binary.Left && right == binary.Right ? this : new BinaryFormula(binary.Operation, left, right);
                return (left ?? right) is { HasMeasures: true } part ? part : null;
            default: return this;
        }
    }

    /// <summary>Every measure leaf in tree order, repeated as often as it stands there.</summary>
    internal abstract IEnumerable<Measure> Leaves();

    /// <summary>Writes the tree, each leaf and context as the functions say, called in tree order.</summary>
    internal abstract void Write(StringBuilder text, Func<Measure, string> leafText, Func<Context, string> contextText);
}
