using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>Which rows a cell sees at another time, worked out from the words of the design, moment by moment.</summary>
internal sealed class NaiveWindow
{
    private LocalDateTime? _from;
    private LocalDateTime? _until;
    private readonly bool _exists;
    private Timeframe _whole;

    private NaiveWindow(LocalDateTime? from, LocalDateTime? until, bool exists) => (_from, _until, _exists) = (from, until, exists);

    /// <param name="lastDay">The last day of the facts: a whole without end ends with it.</param>
    public NaiveWindow(KpiQuery query, Timeframe? period, IReadOnlyList<Context> times, LocalDate? lastDay)
    {
        Timeframe? cell = period is { } whole ? query.Timeframe.Intersect(whole) : query.Timeframe;
        LocalDateTime? dayAfter = query.AsOfDay?.PlusDays(1).AtMidnight();
        if (cell is not { } start || start.Start >= dayAfter) return;
        (_from, _until, _exists) = (start.Start, dayAfter < start.End ? dayAfter : start.End ?? dayAfter, true);
        LocalDateTime? dataEnd = lastDay?.PlusDays(1).AtMidnight();
        if (period is null && _until is null && !(dataEnd <= _from)) _until = dataEnd;
        _whole = period ?? (query.Timeframe.IsBounded ? query.Timeframe : Own);

        // What was asked for as a whole steps back by its own length, however much of it has been.
        (int count, Grain grain) step = period is not null ? (1, query.Grain!.Value) : Length(start.Start, start.End ?? _until);
        foreach (Context context in times)
        {
            (bool isBounded, bool hasEnd) = (_from is not null && _until is not null, _until is not null);
            switch (context)
            {
                case PreviousContext when isBounded: Back(query.Calendar, step.count, step.grain, step == (1, Grain.Week)); break;
                case AgoContext ago when isBounded: Back(query.Calendar, ago.Count, ago.Grain, step == (1, Grain.Week)); break;
                case TrailingContext trailing when hasEnd:
                    _from = query.Calendar.Shift(_until!.Value, -trailing.Count, trailing.Grain);
                    step = (trailing.Count, trailing.Grain);
                    break;
                case ToDateContext toDate when hasEnd:
                    _from = query.Calendar.Containing(_until!.Value.PlusNanoseconds(-1), toDate.Grain).Start;
                    step = (1, toDate.Grain);
                    break;
                case OpeningContext when _from is { } opening:
                    (_from, _until, step) = (opening.PlusDays(-1), opening, (1, Grain.Day));
                    break;
                default: _exists = false; return;
            }

            if (context is TrailingContext or ToDateContext or OpeningContext) _whole = Own;
        }
    }

    /// <summary>Whether a row lies in it; where there is no time, every row does.</summary>
    public bool Holds(NaiveRow row) => _exists && (row.Time is not { } time || ((_from is not { } from || time >= from) && (_until is not { } until || time < until)));

    /// <summary>The window in which a stock looks for values: from the start of this one, or as many days before its end, where that is earlier.</summary>
    public NaiveWindow BackTo(int days) => new((_until ?? _from) is { } end && end.PlusDays(-days) < _from ? end.PlusDays(-days) : _from, _until, _exists);

    /// <summary>The moment at which the age of a value is asked: the end, or that of the last day with rows where it is earlier, but never before the start.</summary>
    public LocalDateTime? Reference(LocalDate? lastDay)
    {
        LocalDateTime? end = lastDay?.PlusDays(1).AtMidnight();
        LocalDateTime? known = _until is { } until && !(end < until) ? until : end;
        return known < _from ? _from : known;
    }

    private Timeframe Own => _from is { } from && _until is { } until ? Timeframe.Between(from, until) : Timeframe.Always;

    /// <summary>The period moves as a whole, a week to the week that holds its middle day then; a part that ends early has as many days of it.</summary>
    private void Back(ReportingCalendar calendar, int count, Grain grain, bool isWeek)
    {
        isWeek = isWeek && calendar.Containing(_whole.Start!.Value, Grain.Week) == _whole;
        Timeframe moved = isWeek && grain >= Grain.Month
            ? calendar.Containing(calendar.Shift(_whole.Start!.Value.Date.PlusDays(3), -count, grain), Grain.Week)
            : calendar.Shift(_whole, -count, grain);
        LocalDateTime from = _from == _whole.Start ? moved.Start!.Value
            : isWeek ? moved.Start!.Value.PlusDays(Period.DaysBetween(_whole.Start!.Value.Date, _from!.Value.Date)) + Period.FromTicks(_from!.Value.TickOfDay)
            : calendar.Shift(Own, -count, grain).Start!.Value;
        Duration lasts = _until!.Value.InUtc().ToInstant() - _from!.Value.InUtc().ToInstant();
        LocalDateTime asLong = (from.InUtc().ToInstant() + lasts).InUtc().LocalDateTime;
        _until = _until == _whole.End || asLong > moved.End ? moved.End : asLong;
        (_from, _whole) = (from, moved);
    }

    private static (int Count, Grain Grain) Length(LocalDateTime? from, LocalDateTime? until)
    {
        if (from is not { } start || until is not { } end) return (1, Grain.Day);
        bool isMonths = start.Day == 1 && end.Day == 1;
        return isMonths ? (((end.Year - start.Year) * 12) + end.Month - start.Month, Grain.Month) : (Period.DaysBetween(start.Date, end.Date), Grain.Day);
    }
}
