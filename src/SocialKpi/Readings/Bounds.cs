using System.Globalization;

namespace SocialKpi;

/// <summary>Between which values the true figure lies, both included, when the figure itself is gross.</summary>
/// <param name="Lower">The least it can be.</param>
/// <param name="Upper">The most it can be.</param>
public readonly record struct Bounds(decimal Lower, decimal Upper)
{
    /// <summary>Whether a value lies between them.</summary>
    public bool Contains(decimal value) => Lower <= value && value <= Upper;

    /// <summary>Both values, with all their digits; the same under every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Lower}, {Upper}]");

    /// <summary>What an operation can give when each side lies between its bounds; null when that has no end, or lies outside what a decimal can hold.</summary>
    internal static Bounds? Combine(Operation operation, Bounds left, Bounds right)
    {
        try
        {
            return operation switch
            {
                Operation.Add => new(left.Lower + right.Lower, left.Upper + right.Upper),
                Operation.Subtract => new(left.Lower - right.Upper, left.Upper - right.Lower),
                Operation.Multiply => Around([left.Lower * right.Lower, left.Lower * right.Upper, left.Upper * right.Lower, left.Upper * right.Upper]),
                _ when right.Contains(0) => null,
                _ => Around([left.Lower / right.Lower, left.Lower / right.Upper, left.Upper / right.Lower, left.Upper / right.Upper]),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Bounds Around(decimal[] corners) => new(corners.Min(), corners.Max());
}
