namespace SocialKpi.Tests.Laws;

/// <summary>What one row gives to a measure or a row formula.</summary>
/// <param name="IsOutside">Known, but kept out by a condition of the measure: there is nothing of it.</param>
internal readonly record struct NaivePart(NaiveStatus Status, NaiveRational Value = default, bool IsOutside = false);

/// <summary>Formulas on a single row: whether every measure is known there, and what a row formula gives.</summary>
internal static class NaiveRowFormula
{
    /// <summary>
    /// Whether a row can be read by a formula: every measure it names is known, and the parts of a sum that do not apply are no obstacle.
    /// Stocks have no say in it: they look at rows of their own.
    /// </summary>
    public static NaiveStatus StatusOf(Formula formula, NaiveRow row) => formula switch
    {
        Measure { IsStock: true } => NaiveStatus.Known,
        Measure measure => PartOf(measure, row).Status,
        ContextFormula context => StatusOf(context.Inner, row),
        BinaryFormula binary => Both(binary, StatusOf(binary.Left, row), StatusOf(binary.Right, row)),
        _ => NaiveStatus.Known,
    };

    /// <summary>Whether a formula names no measure that picks rows.</summary>
    public static bool IsConstant(Formula formula) => formula switch
    {
        ConstantFormula or Measure { IsStock: true } => true,
        ContextFormula context => IsConstant(context.Inner),
        BinaryFormula binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        _ => false,
    };

    public static NaivePart PartOf(Measure measure, NaiveRow row)
    {
        IReadOnlyList<bool?> met = [.. measure.Conditions.Select(row.Meets)];
        NaivePart? ofRow = measure.RowValue is { } formula ? PartOf(formula, row) : null;

        // Kept out by one condition it is out, whatever nobody knows about another.
        if (met.Contains(false) || ofRow is { IsOutside: true })
            return new(NaiveStatus.Known, IsOutside: true);
        if (met.Contains(null))
            return new(NaiveStatus.Unknown);
        if (measure.Dimension is { } dimension)
            return new(row.Text(dimension) is null ? NaiveStatus.Unknown : NaiveStatus.Known);
        if (ofRow is { } part)
            return part with { Value = part.Value.Round(18) };
        NaiveFigure figure = row.Figures[measure.Id];
        return new(figure.Status, NaiveRational.Of(figure.Value));
    }

    private static NaivePart PartOf(Formula formula, NaiveRow row)
    {
        if (formula is Measure measure)
            return PartOf(measure, row);
        if (formula is ConstantFormula constant)
            return new(NaiveStatus.Known, NaiveRational.Of(constant.Value));
        var binary = (BinaryFormula)formula;
        (NaivePart left, NaivePart right) = (PartOf(binary.Left, row), PartOf(binary.Right, row));

        // Constants are no part of which a row could have something or nothing.
        NaivePart[] measured = [.. new[] { (binary.Left, Part: left), (binary.Right, Part: right) }.Where(side => side.Item1.Measures.Count > 0).Select(side => side.Part)];
        if (measured.Any(part => part.Status == NaiveStatus.Unknown))
            return new(NaiveStatus.Unknown);
        bool isSum = binary.Operation is Operation.Add or Operation.Subtract;
        NaivePart[] nothing = [.. measured.Where(HasNothing)];
        if (nothing.Length > 0 && (!isSum || nothing.Length == measured.Length))
        {
            // Of a sum of which one part does not apply and the other is kept out it is known that there is nothing.
            bool applies = isSum ? nothing.Any(part => part.IsOutside) : nothing.All(part => part.IsOutside);
            return applies ? new(NaiveStatus.Known, IsOutside: true) : new(NaiveStatus.NotApplicable);
        }

        if (measured.Any(part => part.Status == NaiveStatus.Undefined))
            return new(NaiveStatus.Undefined);
        NaiveRational Part(NaivePart part) => HasNothing(part) ? NaiveRational.Zero : part.Value;
        return binary.Operation switch
        {
            Operation.Add => new(NaiveStatus.Known, Part(left) + Part(right)),
            Operation.Subtract => new(NaiveStatus.Known, Part(left) - Part(right)),
            Operation.Multiply => new(NaiveStatus.Known, left.Value * right.Value),
            _ when right.Value.IsZero => new(NaiveStatus.Undefined),
            _ => new(NaiveStatus.Known, left.Value / right.Value),
        };
    }

    private static bool HasNothing(NaivePart part) => part.Status == NaiveStatus.NotApplicable || part.IsOutside;

    private static NaiveStatus Both(BinaryFormula binary, NaiveStatus left, NaiveStatus right)
    {
        NaiveStatus[] both = [left, right];
        if (IsConstant(binary.Left) || IsConstant(binary.Right))
            return IsConstant(binary.Left) ? right : left;
        bool isSum = binary.Operation is Operation.Add or Operation.Subtract;
        return both.Contains(NaiveStatus.Unknown) ? NaiveStatus.Unknown
            : (isSum ? both.All(s => s == NaiveStatus.NotApplicable) : both.Contains(NaiveStatus.NotApplicable)) ? NaiveStatus.NotApplicable
            : both.Contains(NaiveStatus.Undefined) ? NaiveStatus.Undefined
            : NaiveStatus.Known;
    }
}
