using System.Globalization;
using System.Text;

namespace SocialKpi;

/// <summary>A constant in a formula: an exact, plain number.</summary>
public sealed class ConstantFormula : Formula
{
    internal ConstantFormula(decimal value)
        : base(1, 1) => Value = value.WithoutTrailingZeros();

    /// <summary>The number, without trailing zeros.</summary>
    public decimal Value { get; }

    /// <inheritdoc/>
    public override bool Equals(Formula? other) => other is ConstantFormula constant && constant.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    internal override IEnumerable<Measure> Leaves() => [];

    internal override void Write(StringBuilder text, Func<Measure, string> leafText, Func<Context, string> contextText) =>
        text.Append(Value.ToString(CultureInfo.InvariantCulture));
}
