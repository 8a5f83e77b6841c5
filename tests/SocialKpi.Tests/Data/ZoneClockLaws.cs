using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Data;

/// <summary>The table of transitions shows what the zone itself shows: through changes of the clock, half hours, and a day that is skipped.</summary>
public class ZoneClockLaws
{
    private static readonly string[] Zones = ["Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "UTC"];

    private static Gen<(DateTimeZone Zone, Instant[] Instants)> Columns { get; } =
        from zone in Gen.Elements(Zones)
        from hours in Gen.ArrayOf(Gen.Choose(-1_000_000, 1_000_000), 40)
        from nanoseconds in Gen.Choose(-1, 1)
        select (DateTimeZoneProviders.Tzdb[zone], Array.ConvertAll(hours, hour => Instant.FromUtc(2011, 12, 30, 10, 0).Plus(Duration.FromMinutes(hour * 7)).PlusNanoseconds(nanoseconds)));

    [Fact]
    public void An_instant_is_shown_as_the_zone_shows_it() => Prop.ForAll(Columns.ToArbitrary(), column =>
    {
        ZoneClock clock = new(column.Zone, column.Instants);
        foreach (Instant instant in column.Instants)
        {
            ZonedDateTime shown = instant.InZone(column.Zone);
            Assert.Equal(shown.LocalDateTime, clock.At(instant));
            Assert.Equal(column.Zone.AtStartOfDay(shown.Date).ToInstant(), clock.StartOf(shown.Date));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_edges_of_every_change_of_the_clock_are_shown_as_the_zone_shows_them()
    {
        foreach (DateTimeZone zone in Zones.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            Instant[] edges = [.. zone.GetZoneIntervals(Instant.FromUtc(2009, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 1, 0, 0))
                .Where(interval => interval.HasStart)
                .SelectMany(interval => (Instant[])[interval.Start.PlusNanoseconds(-1), interval.Start])];
            ZoneClock clock = new(zone, edges);
            Assert.All(edges, edge => Assert.Equal(edge.InZone(zone).LocalDateTime, clock.At(edge)));
        }
    }
}
