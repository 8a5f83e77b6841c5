namespace SocialKpi;

/// <summary>Reads the unit of a published figure, and brings the figure to the unit that readings have.</summary>
internal static class BenchmarkUnit
{
    public const string Known = "percent, ratio, percentage_points, count, number, points, seconds, minutes, hours, days, or a currency such as EUR";

    /// <summary>The unit and how many of it one is; null for a text that is no unit of a KPI, such as <c>posts/week</c>.</summary>
    public static (Unit Unit, decimal Factor)? Read(string text) => text switch
    {
        "percent" or "%" => (Unit.Ratio, 0.01m),
        "pp" => (Unit.PercentagePoints, 0.01m),
        "seconds" => (Unit.Duration, 1),
        "minutes" => (Unit.Duration, 60),
        "hours" => (Unit.Duration, 3_600),
        "days" => (Unit.Duration, 86_400),
        _ when Currency.TryParse(text, out Currency currency) => (Unit.MoneyIn(currency), 1),
        _ when Unit.TryParse(text, out Unit unit) && !unit.IsGenericMoney => (unit, 1),
        _ => null,
    };

    /// <summary>The unit of a figure of a KPI; null when it cannot be one. A number of things a post, say, is published as a count.</summary>
    public static Unit? For(Kpi kpi, Unit read) => (kpi.Unit.Kind, read.Kind) switch
    {
        (UnitKind.Money, UnitKind.Money) => kpi.Unit.IsGenericMoney || kpi.Unit == read ? read : null,
        (UnitKind.Number or UnitKind.Count or UnitKind.Points, UnitKind.Number or UnitKind.Count) => kpi.Unit,
        var (wanted, found) => wanted == found ? kpi.Unit : null,
    };
}
