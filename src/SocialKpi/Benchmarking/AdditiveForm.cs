namespace SocialKpi;

/// <summary>
/// A formula as a sum of its measures, each times a constant, or as one such sum divided by another: the formulas of which each
/// segment has a part of its own. The measures are the leaves in tree order.
/// </summary>
internal sealed class AdditiveForm
{
    private readonly Rational[] _top;
    private readonly Rational[]? _bottom;

    private AdditiveForm(Rational[] top, Rational[]? bottom, string volume) => (_top, _bottom, Volume) = (top, bottom, volume);

    /// <summary>Whether it divides, so that it is a rate and not a sum.</summary>
    public bool IsRate => _bottom is not null;

    /// <summary>What it divides by, in the formula's own words; empty for a sum.</summary>
    public string Volume { get; }

    /// <summary>The form of a formula; null when it has none, with what stands in the way and what to do about it.</summary>
    public static AdditiveForm? Of(Formula formula, out string problem)
    {
        Leaves leaves = new(formula.Leaves().Count());
        Step? step = leaves.Read(formula);
        problem = step is null ? $"{leaves.Problem}; ask for the drivers of its parts, each as a KPI of its own" : "";
        return step is null ? null : new AdditiveForm(step.Top ?? new Rational[leaves.Count], step.Bottom, step.Volume);
    }

    /// <summary>The sum, or what is divided, for these figures of the leaves.</summary>
    public Rational Top(IReadOnlyList<Rational> leaves) => Weighted(_top, leaves);

    /// <summary>What is divided by; zero for a sum.</summary>
    public Rational Bottom(IReadOnlyList<Rational> leaves) => _bottom is null ? default : Weighted(_bottom, leaves);

    /// <summary>What a segment brings to the figure of the whole.</summary>
    public Rational PartOf(SegmentAmounts segment, SegmentAmounts whole) => IsRate ? segment.Top / whole.Bottom : segment.Top;

    private static Rational Weighted(Rational[] weights, IReadOnlyList<Rational> leaves)
    {
        Rational sum = default;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!weights[i].IsZero) sum += weights[i] * leaves[i];
        }

        return sum;
    }

    /// <summary>What a part of the formula amounts to: a constant (no top), a sum (no bottom) or a rate.</summary>
    private sealed record Step(Rational Constant, Rational[]? Top, Rational[]? Bottom, string Volume)
    {
        public bool IsConstant => Top is null;

        public bool IsSum => Top is not null && Bottom is null;

        public Step Times(Rational factor) => this with { Constant = Constant * factor, Top = Top is null ? null : [.. Top.Select(weight => weight * factor)] };

        /// <summary>Both added; null where the sum has no part for each segment.</summary>
        public Step? Plus(Step other) => (IsConstant, other.IsConstant) switch
        {
            (true, true) => this with { Constant = Constant + other.Constant },
            (true, false) => other.Plus(this),
            (false, true) when Bottom is { } bottom => this with { Top = Add(Top!, [.. bottom.Select(weight => weight * other.Constant)]) },
            (false, false) when IsSum && other.IsSum => this with { Top = Add(Top!, other.Top!) },
            _ => null,
        };

        private static Rational[] Add(Rational[] left, Rational[] right) => [.. left.Zip(right, (a, b) => a + b)];
    }

    private sealed class Leaves(int count)
    {
        private int _next;

        public int Count => count;

        public string Problem { get; private set; } = "";

        public Step? Read(Formula formula)
        {
            switch (formula)
            {
                case Measure:
                    Rational[] top = new Rational[count];
                    top[_next++] = Rational.Of(1);
                    return new Step(default, top, null, "");
                case ConstantFormula constant: return new Step(Rational.Of(constant.Value), null, null, "");
                case ContextFormula context: return Read(context.Inner);
                default:
                    BinaryFormula binary = (BinaryFormula)formula;
                    Step? left = Read(binary.Left), right = Read(binary.Right);
                    if (left is null || right is null) return null;
                    Step? step = Combine(binary, left, right);
                    if (step is null) Problem = $"'{binary}' {WhyNot(binary)}";
                    return step;
            }
        }

        private static Step? Combine(BinaryFormula binary, Step left, Step right) => binary.Operation switch
        {
            Operation.Add => left.Plus(right),
            Operation.Subtract => left.Plus(right.Times(Rational.Of(-1))),
            Operation.Multiply when right.IsConstant => left.Times(right.Constant),
            Operation.Multiply when left.IsConstant => right.Times(left.Constant),
            Operation.Divide when right.IsConstant && !right.Constant.IsZero => left.Times(Rational.Of(1) / right.Constant),
            Operation.Divide when left.IsSum && right.IsSum => left with { Bottom = right.Top, Volume = binary.Right.ToString() },
            _ => null,
        };

        private static string WhyNot(BinaryFormula binary) => binary.Operation switch
        {
            Operation.Add or Operation.Subtract => "adds what has no common denominator, so it is not made of one part a segment",
            Operation.Multiply => "multiplies figures that each depend on all segments, so no part of the product belongs to one of them",
            _ => "divides by what is no sum over segments, or no sum by one, so no part of the quotient belongs to one of them",
        };
    }
}
