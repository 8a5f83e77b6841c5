using NodaTime;

namespace SocialKpi.Tests.Readings;

/// <summary>Two months of two platforms, small enough to reckon by hand: one blank, and one cell without clicks.</summary>
internal static class SmallTable
{
    internal static readonly Timeframe January = Timeframe.Month(2026, 1);
    internal static readonly Timeframe February = Timeframe.Month(2026, 2);
    internal static readonly Segment Instagram = Segment.Of("platform", "instagram");
    internal static readonly Segment LinkedIn = Segment.Of("platform", "linkedin");

    internal static KpiQuery Query { get; } = KpiQuery.Of(Kpis.ClickThroughRate, Kpis.CostPerClick).By(Grain.Month).By("platform");

    internal static KpiTable Table { get; } = FactsIn(Currency.EUR).Read(Query);

    internal static Facts FactsIn(Currency currency) => Facts.FromColumns(columns => columns
        .Time((LocalDate[])[new(2026, 2, 14), new(2026, 1, 20), new(2026, 1, 5), new(2026, 1, 9), new(2026, 2, 3)])
        .Dimension("platform", ["linkedin", "instagram", "instagram", "linkedin", "instagram"])
        .Measure(Measures.Impressions, [400, 1000, 1000, 500, 2000])
        .Measure(Measures.Clicks, [0, null, 30, 10, 80])
        .Measure(Measures.Spend, [7.25m, 8.00m, 12.00m, 25.50m, 20.00m], currency));
}
