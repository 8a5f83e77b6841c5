using System.Globalization;

namespace SocialKpi;

/// <summary>Writes effects for readers, so that those of one table add up as they are shown.</summary>
internal static class EffectText
{
    /// <summary>A number of three significant digits is at least a hundred of its last one.</summary>
    private const int Hundred = 100;

    private const int UsualDecimals = 2;
    private const int MostDecimals = 26;
    private const string None = "–";

    public static string Value(Quantity? quantity) => quantity?.ToString(null, CultureInfo.InvariantCulture) ?? None;

    public static string Share(decimal? share) => Value(share is { } known ? new Quantity(known, Unit.Ratio) : null);

    public static string Signed(Quantity effect, string? format = null) => $"{(effect.Value > 0 ? "+" : "")}{effect.ToString(format, CultureInfo.InvariantCulture)}";

    /// <summary>How many places of the value the decimals that are shown begin behind: two for what is shown in per cent.</summary>
    public static int ShiftOf(Unit unit) => unit.Kind is UnitKind.Ratio or UnitKind.PercentagePoints ? 2 : 0;

    public static string Format(int shown) => string.Create(CultureInfo.InvariantCulture, $"N{shown}");

    /// <summary>As many decimals for every effect as the greatest needs for three significant digits, and at least two of points, and of money its own; no zeros that all share.</summary>
    public static int ShownDecimals(IReadOnlyCollection<Quantity> effects)
    {
        Unit unit = effects.First().Unit;
        int shift = ShiftOf(unit);
        int least = unit.Kind == UnitKind.Money ? unit.Currency.MinorDigits : shift;
        int shown = unit.Kind == UnitKind.Money ? least : UsualDecimals;
        decimal greatest = effects.Max(effect => Math.Abs(effect.Value));
        decimal last = 1;
        for (int i = 0; i < shown + shift; i++) last /= 10;
        for (; greatest != 0 && greatest < last * Hundred && shown + shift < MostDecimals; last /= 10) shown++;
        while (shown > least && effects.All(effect => decimal.Round(effect.Value, shown + shift - 1) == effect.Value)) shown--;
        return shown;
    }

    /// <summary>The cells that name a segment, one a dimension.</summary>
    public static IEnumerable<string> Labels(IReadOnlyList<string> dimensions, Segment segment) =>
        segment.IsRest ? Term(dimensions, "(rest)") : dimensions.Select(dimension => Segment.Named(segment[dimension]));

    /// <summary>The cells that name a line that is no segment.</summary>
    public static IEnumerable<string> Term(IReadOnlyList<string> dimensions, string name) => dimensions.Select((_, at) => at == 0 ? name : "");
}
