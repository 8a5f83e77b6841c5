using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;

namespace SocialKpi;

/// <summary>
/// What the clock of a zone shows at the instants of a column: its offsets stand in a table of transitions, made once, so that nothing is
/// asked of the zone for a row.
/// </summary>
internal sealed class ZoneClock
{
    private readonly DateTimeZone _zone;
    private readonly Instant[] _starts;
    private readonly Offset[] _offsets;
    private readonly ConcurrentDictionary<LocalDate, Instant> _startsOfDays = new();

    /// <param name="zone">The zone.</param>
    /// <param name="instants">The instants that will be asked for.</param>
    public ZoneClock(DateTimeZone zone, ReadOnlySpan<Instant> instants)
    {
        _zone = zone;
        (Instant first, Instant last) = instants.IsEmpty ? default : (instants[0], instants[0]);
        foreach (Instant instant in instants) (first, last) = (Instant.Min(first, instant), Instant.Max(last, instant));
        List<Instant> starts = [first];
        List<Offset> offsets = [];
        for (ZoneInterval interval = zone.GetZoneInterval(first); ; interval = zone.GetZoneInterval(interval.End))
        {
            offsets.Add(interval.WallOffset);
            if (!interval.HasEnd || interval.End > last) break;
            starts.Add(interval.End);
        }

        (_starts, _offsets) = ([.. starts], [.. offsets]);
    }

    /// <summary>The local moment of an instant.</summary>
    public LocalDateTime At(Instant instant)
    {
        (int low, int high) = (0, _starts.Length - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_starts[middle] <= instant) low = middle;
            else high = middle - 1;
        }

        return instant.WithOffset(_offsets[low]).LocalDateTime;
    }

    /// <summary>When a local day of an instant begins; a day that the zone skipped has none.</summary>
    public Instant StartOf(LocalDate day) => _startsOfDays.GetOrAdd(day, one => _zone.AtStartOfDay(one).ToInstant());
}
