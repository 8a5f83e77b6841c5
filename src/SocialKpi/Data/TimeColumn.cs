using NodaTime;
using NodaTime.TimeZones;

namespace SocialKpi;

/// <summary>The time of each row, as the local clock showed it.</summary>
internal abstract class TimeColumn(DayNumbers days)
{
    /// <summary>The local day of each row.</summary>
    public DayNumbers Days => days;

    /// <summary>Whether the time of day is known, so that hours can be told apart.</summary>
    public abstract bool HasTimeOfDay { get; }

    /// <summary>The local moment of a row; the start of the day when only the day is known.</summary>
    public abstract LocalDateTime At(int row);

    /// <summary>How long after the start of its local day a row lies: unlike the clock this never runs backwards.</summary>
    public abstract long NanosecondsIntoDay(int row);

    /// <summary>What the times are, in words: columns of one kind can follow one another.</summary>
    public abstract string Kind { get; }

    /// <summary>The day after a day; one that the zone skips is none, as 30 December 2011 in Apia.</summary>
    public virtual LocalDate DayAfter(LocalDate day) => day.PlusDays(1);

    /// <summary>The same column of only these rows.</summary>
    public abstract TimeColumn Of(RowSelection rows);

    /// <summary>This column, then another of its kind.</summary>
    public abstract TimeColumn Followed(TimeColumn by);
}

/// <summary>Days without a time of day.</summary>
internal sealed class DayColumn(DayNumbers days) : TimeColumn(days)
{
    public override bool HasTimeOfDay => false;

    public override LocalDateTime At(int row) => DayNumbers.DayOf(Days[row]).AtMidnight();

    public override long NanosecondsIntoDay(int row) => 0;

    public override string Kind => "days";

    public override TimeColumn Of(RowSelection rows) => new DayColumn(Days.Of(rows));

    public override TimeColumn Followed(TimeColumn by) => new DayColumn(Days.Followed(by.Days));
}

/// <summary>Local moments, of a zone that nobody needs to know.</summary>
internal sealed class LocalTimeColumn(BorrowedColumn<LocalDateTime> moments, DayNumbers days) : TimeColumn(days)
{
    // A moment is a moment, in whatever calendar it was written; read in place where it is an ISO one.
    private readonly BorrowedColumn<LocalDateTime> _moments = moments.With(CommonEra.Iso);

    public LocalTimeColumn(BorrowedColumn<LocalDateTime> moments)
        : this(moments, DayNumbers.Of(moments.Length, row => moments[row].Date))
    {
    }

    public override bool HasTimeOfDay => true;

    public override LocalDateTime At(int row) => _moments[row];

    public override long NanosecondsIntoDay(int row) => _moments[row].NanosecondOfDay;

    public override string Kind => "local moments";

    public override TimeColumn Of(RowSelection rows) => new LocalTimeColumn(_moments.Of(rows), Days.Of(rows));

    public override TimeColumn Followed(TimeColumn by) => new LocalTimeColumn(_moments.Followed(((LocalTimeColumn)by)._moments), Days.Followed(by.Days));
}

/// <summary>Instants, read on the clock of a zone: days there may have 23 or 25 hours.</summary>
internal sealed class InstantColumn : TimeColumn
{
    private readonly BorrowedColumn<Instant> _instants;
    private readonly DateTimeZone _zone;
    private readonly ZoneClock _clock;

    public InstantColumn(BorrowedColumn<Instant> instants, DateTimeZone zone)
        : this(instants, zone, new ZoneClock(zone, instants.Span))
    {
    }

    private InstantColumn(BorrowedColumn<Instant> instants, DateTimeZone zone, ZoneClock clock)
        : base(DayNumbers.Of(instants.Length, row => clock.At(instants[row]).Date)) => (_instants, _zone, _clock) = (instants, zone, clock);

    public override bool HasTimeOfDay => true;

    public override LocalDateTime At(int row) => _clock.At(_instants[row]);

    public Instant InstantAt(int row) => _instants[row];

    public override long NanosecondsIntoDay(int row)
    {
        Instant instant = _instants[row];
        return (instant - _clock.StartOf(_clock.At(instant).Date)).ToInt64Nanoseconds();
    }

    public override LocalDate DayAfter(LocalDate day)
    {
        ZoneLocalMapping midnight = _zone.MapLocal(day.PlusDays(1).AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.IsoLocalStart.Date : day.PlusDays(1);
    }

    public override string Kind => $"instants in {_zone.Id}";

    public override TimeColumn Of(RowSelection rows) => new InstantColumn(_instants.Of(rows), _zone);

    public override TimeColumn Followed(TimeColumn by) => new InstantColumn(_instants.Followed(((InstantColumn)by)._instants), _zone);
}
