using System.Globalization;

namespace SocialKpi;

/// <summary>How much of a measure a cell must hold, at the least, to be shown: 1,000 impressions.</summary>
public sealed record MinimumVolume
{
    internal MinimumVolume(Measure measure, decimal amount) => (Measure, Amount) = (measure, amount);

    /// <summary>The measure, a sum or a count.</summary>
    public Measure Measure { get; }

    /// <summary>The least that a cell must hold of it, in its unit; more than 0.</summary>
    public decimal Amount { get; }

    /// <summary>The minimum in words, the same under every culture: <c>at least 1,000 impressions</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"at least {AmountText}");

    /// <summary>How much of what: <c>1,000 impressions</c>, <c>500 of spend</c>.</summary>
    internal string AmountText => string.Create(
        CultureInfo.InvariantCulture, $"{Amount:#,0.##################} {(IsCounted ? "" : "of ")}{Measure.Id}");

    /// <summary>Whether there are fewer of it, and not less.</summary>
    internal bool IsCounted => Measure.Unit.Kind == UnitKind.Count;
}
