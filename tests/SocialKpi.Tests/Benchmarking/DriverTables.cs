using NodaTime;

namespace SocialKpi.Tests.Benchmarking;

/// <summary>Small tables of which the drivers can be reckoned by hand.</summary>
internal static class DriverTables
{
    public static readonly Timeframe January = Timeframe.Month(2026, 1);
    public static readonly Timeframe February = Timeframe.Month(2026, 2);

    public static Segment On(string? platform) => Segment.Of("platform", platform);

    /// <summary>Linkedin's rate rises from 3 to 4 % while it shrinks; instagram's stays at 1 %.</summary>
    public static KpiTable Ctr => Clicks((1, "linkedin", 4000, 120), (1, "instagram", 9000, 90), (2, "linkedin", 1000, 40), (2, "instagram", 9000, 90));

    public static Facts ClickFacts(params (int Month, string? Platform, int? Impressions, int? Clicks)[] rows) => Facts.FromRows(rows, row => row
        .Time(post => new LocalDate(2026, post.Month, 3))
        .Dimension("platform", post => post.Platform)
        .Measure(Measures.Impressions, post => post.Impressions)
        .Measure(Measures.Clicks, post => post.Clicks));

    public static KpiTable Clicks(params (int Month, string? Platform, int? Impressions, int? Clicks)[] rows) =>
        ClickFacts(rows).Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.ClickCount, Kpis.ImpressionCount).By(Grain.Month).By("platform"));

    public static Driver Of(this Drivers drivers, string? platform) => drivers.Segments.Single(driver => driver.Segment == On(platform));

    /// <summary>Everything named, as it is returned.</summary>
    public static decimal Sum(this Drivers drivers) =>
        drivers.Segments.Sum(driver => driver.Contribution.Value) + drivers.NotAttributable.Value + drivers.Rounding.Value;
}
