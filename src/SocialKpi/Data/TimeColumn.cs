using NodaTime;

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

    /// <summary>The same column of only these rows.</summary>
    public abstract TimeColumn Of(RowSelection rows);
}

/// <summary>Days without a time of day.</summary>
internal sealed class DayColumn(BorrowedColumn<LocalDate> days) : TimeColumn
{
    public override bool HasTimeOfDay => false;

    public override LocalDateTime At(int row) => days[row].AtMidnight();

    public override TimeColumn Of(RowSelection rows) => new DayColumn(days.Of(rows));
}

/// <summary>Local moments, of a zone that nobody needs to know.</summary>
internal sealed class LocalTimeColumn(BorrowedColumn<LocalDateTime> moments) : TimeColumn
{
    public override bool HasTimeOfDay => true;

    public override LocalDateTime At(int row) => moments[row];

    public override TimeColumn Of(RowSelection rows) => new LocalTimeColumn(moments.Of(rows));
}

/// <summary>Instants, read on the clock of a zone: days there may have 23 or 25 hours.</summary>
internal sealed class InstantColumn(BorrowedColumn<Instant> instants, DateTimeZone zone) : TimeColumn
{
    public override bool HasTimeOfDay => true;

    public override LocalDateTime At(int row) => instants[row].InZone(zone).LocalDateTime;

    public override (LocalDate Day, long NanosecondsIntoDay) MomentOf(int row)
    {
        LocalDate day = At(row).Date;
        return (day, (instants[row] - zone.AtStartOfDay(day).ToInstant()).ToInt64Nanoseconds());
    }

    public override TimeColumn Of(RowSelection rows) => new InstantColumn(instants.Of(rows), zone);
}
