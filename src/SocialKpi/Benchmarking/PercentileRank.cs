using System.Globalization;

namespace SocialKpi;

/// <summary>Which percentage of the peers has a lower value, whichever way the KPI gets better.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Kind">What counts as below.</param>
public readonly record struct PercentileRank(decimal Percent, PercentileRankKind Kind)
{
    /// <summary>The percentage to one decimal, and the kind: <c>66.7 (mean)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(Percent, 1, MidpointRounding.AwayFromZero):0.0} ({MachineText.Code(Kind)})");
}
