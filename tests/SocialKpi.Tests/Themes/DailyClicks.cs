using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>Facts of clicks alone, so that a figure tells which days were read.</summary>
internal static class DailyClicks
{
    internal static Facts On(params (LocalDate Day, decimal? Clicks)[] days) => Facts.FromColumns(columns => columns
        .Time([.. days.Select(day => day.Day)])
        .Measure(Measures.Clicks, [.. days.Select(day => day.Clicks)]));

    /// <summary>One click a day: a figure is a number of days.</summary>
    internal static Facts Each(LocalDate first, LocalDate last) =>
        On([.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(day => (first.PlusDays(day), (decimal?)1))]);

    /// <summary>One click at each instant, read on the clock of a zone.</summary>
    internal static Facts At(IReadOnlyList<Instant> instants, DateTimeZone zone) => Facts.FromColumns(columns => columns
        .Time(instants, zone)
        .Measure(Measures.Clicks, [.. instants.Select(_ => (decimal?)1)]));

    /// <summary>The clicks of each row of the table, in order; null where they are absent.</summary>
    internal static decimal?[] Of(KpiTable table, Kpi kpi) => [.. table.Rows.Select(row => row[kpi].HasValue ? row[kpi].Value : (decimal?)null)];
}
