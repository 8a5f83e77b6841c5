using NodaTime;
using NodaTime.TimeZones;

namespace SocialKpi;

/// <summary>The time of each row, as the local clock showed it.</summary>
internal abstract class TimeColumn
{
    /// <summary>Whether the time of day is known, so that hours can be told apart.</summary>
    public abstract bool HasTimeOfDay { get; }

    /// <summary>The local moment of a row; the start of the day when only the day is known.</summary>
    public abstract LocalDateTime At(int row);

    /// <summary>The local day of a row and how long after its start the row lies: unlike the clock this never runs backwards.</summary>
    public virtual (LocalDate Day, long NanosecondsIntoDay) MomentOf(int row) => (At(row).Date, At(row).NanosecondOfDay);

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
internal sealed class DayColumn(BorrowedColumn<LocalDate> days) : TimeColumn
{
    // A day is a day, in whatever calendar it was written; read in place where it is an ISO one.
    private readonly BorrowedColumn<LocalDate> _days = days.With(CommonEra.Iso);

    public override bool HasTimeOfDay => false;

    public override LocalDateTime At(int row) => _days[row].AtMidnight();

    public override string Kind => "days";

    public override TimeColumn Of(RowSelection rows) => new DayColumn(_days.Of(rows));

    public override TimeColumn Followed(TimeColumn by) => new DayColumn(_days.Followed(((DayColumn)by)._days));
}

/// <summary>Local moments, of a zone that nobody needs to know.</summary>
internal sealed class LocalTimeColumn(BorrowedColumn<LocalDateTime> moments) : TimeColumn
{
    private readonly BorrowedColumn<LocalDateTime> _moments = moments.With(CommonEra.Iso);

    public override bool HasTimeOfDay => true;

    public override LocalDateTime At(int row) => _moments[row];

    public override string Kind => "local moments";

    public override TimeColumn Of(RowSelection rows) => new LocalTimeColumn(_moments.Of(rows));

    public override TimeColumn Followed(TimeColumn by) => new LocalTimeColumn(_moments.Followed(((LocalTimeColumn)by)._moments));
}

/// <summary>Instants, read on the clock of a zone: days there may have 23 or 25 hours.</summary>
internal sealed class InstantColumn(BorrowedColumn<Instant> instants, DateTimeZone zone) : TimeColumn
{
    private readonly BorrowedColumn<Instant> _instants = instants;

    public override bool HasTimeOfDay => true;

    public override LocalDateTime At(int row) => _instants[row].InZone(zone).LocalDateTime;

    public Instant InstantAt(int row) => _instants[row];

    public override (LocalDate Day, long NanosecondsIntoDay) MomentOf(int row)
    {
        LocalDate day = At(row).Date;
        return (day, (_instants[row] - zone.AtStartOfDay(day).ToInstant()).ToInt64Nanoseconds());
    }

    public override LocalDate DayAfter(LocalDate day)
    {
        ZoneLocalMapping midnight = zone.MapLocal(day.PlusDays(1).AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.IsoLocalStart.Date : day.PlusDays(1);
    }

    public override string Kind => $"instants in {zone.Id}";

    public override TimeColumn Of(RowSelection rows) => new InstantColumn(_instants.Of(rows), zone);

    public override TimeColumn Followed(TimeColumn by) => new InstantColumn(_instants.Followed(((InstantColumn)by)._instants), zone);
}
