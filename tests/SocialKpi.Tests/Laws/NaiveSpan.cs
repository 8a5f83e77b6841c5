namespace SocialKpi.Tests.Laws;

/// <summary>Between which values a figure lies that counts of people went into: a point while it is exact, and without an end once something was divided by what may be 0.</summary>
/// <param name="IsGross">Whether people who may be the same were added somewhere below.</param>
internal readonly record struct NaiveSpan(decimal Low, decimal High, bool IsGross = false, bool HasNoEnd = false)
{
    public static NaiveSpan Point(decimal value) => new(value, value);

    public Bounds? Bounds => IsGross && !HasNoEnd ? new(Low, High) : null;

    /// <summary>The least and the greatest that any value of one side gives with any value of the other: both lie at ends of the sides.</summary>
    public static NaiveSpan Apply(Operation operation, NaiveSpan left, NaiveSpan right)
    {
        bool isGross = left.IsGross || right.IsGross;
        if (left.HasNoEnd || right.HasNoEnd || (operation == Operation.Divide && right.Low <= 0 && right.High >= 0))
            return new(0, 0, isGross, HasNoEnd: true);
        try
        {
            decimal[] corners = [.. from a in new[] { left.Low, left.High } from b in new[] { right.Low, right.High } select Calculate(operation, a, b)];
            return new(corners.Min(), corners.Max(), isGross);
        }
        catch (OverflowException)
        {
            return new(0, 0, isGross, HasNoEnd: true);
        }
    }

    private static decimal Calculate(Operation operation, decimal a, decimal b) => operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        _ => a / b,
    };
}
