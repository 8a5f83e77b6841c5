using System.Globalization;
using SocialKpi;

namespace KpiReport;

/// <summary>A KPI in another context, as a KPI of its own: its change, its trailing window, its figure to date.</summary>
internal static class Variants
{
    /// <summary>How much it changed against the period before: <c>x / x.At(previous) - 1</c>.</summary>
    public static Kpi Change(Kpi kpi) =>
        Define(kpi, "change", (kpi.Formula / kpi.Formula.At(Context.Previous)) - 1, Unit.Ratio, "change");

    /// <summary>The KPI of the period before.</summary>
    public static Kpi Before(Kpi kpi) => Define(kpi, "before", kpi.Formula.At(Context.Previous), kpi.Unit, "before");

    /// <summary>The KPI of the stretch that ends where the cell ends.</summary>
    public static Kpi Trailing(Kpi kpi, int count, Grain grain)
    {
        string word = Word(grain);
        return Define(
            kpi,
            string.Create(CultureInfo.InvariantCulture, $"trailing_{count}_{word}"),
            kpi.Formula.At(Context.Trailing(count, grain)),
            kpi.Unit,
            string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}"));
    }

    /// <summary>The KPI from the start of the year (or quarter, month, week, day) to the cell's end.</summary>
    public static Kpi ToDate(Kpi kpi, Grain grain) =>
        Define(kpi, $"{Word(grain)}_to_date", kpi.Formula.At(Context.ToDate(grain)), kpi.Unit, $"{Word(grain)} to date");

    private static Kpi Define(Kpi kpi, string suffix, Formula formula, Unit unit, string words)
    {
        try
        {
            return Kpi.Define($"{kpi.Id}.{suffix}", formula, unit, kpi.Direction, $"{kpi.Label}, {words}", category: kpi.Category, tier: kpi.Tier, shortName: $"{kpi.ShortName}, {words}");
        }
        catch (DefinitionException problem)
        {
            throw new OptionException($"{kpi.Id} has no {words}: {string.Join("; ", problem.Issues)}; choose other KPIs with --kpi");
        }
    }

    private static string Word(Grain grain) => grain.ToString().ToLowerInvariant();
}
