using NodaTime;

namespace SocialKpi;

/// <summary>The period of each row.</summary>
internal abstract class PeriodCodes : RowCodes
{
    /// <summary>The period that a code stands for.</summary>
    public abstract Timeframe PeriodOf(int code);

    /// <param name="time">The time of the rows, of which there is at least one.</param>
    /// <param name="calendar">When weeks and years start.</param>
    /// <param name="grain">The length of the periods.</param>
    public static PeriodCodes Of(TimeColumn time, ReportingCalendar calendar, Grain grain) =>
        grain == Grain.Hour ? new HourCodes(time, calendar) : new CalendarCodes(time, calendar, grain);
}

/// <summary>Hours, numbered from the start of the first day.</summary>
internal sealed class HourCodes(TimeColumn time, ReportingCalendar calendar) : PeriodCodes
{
    public override int Count => (time.Days.Last - time.Days.First + 1) * NodaConstants.HoursPerDay;

    public override Timeframe PeriodOf(int code) => calendar.Containing(DayNumbers.DayOf(time.Days.First).AtMidnight().PlusHours(code), Grain.Hour);

    public override void Read(RowBlock block, int[] codes)
    {
        ReadOnlySpan<int> days = time.Days.Span.Slice(block.Start, block.Count);
        for (int at = 0; at < days.Length; at++) codes[at] = ((days[at] - time.Days.First) * NodaConstants.HoursPerDay) + time.At(block.Start + at).Hour;
    }
}

/// <summary>Days and what is made of them, looked up by day in a table that is made once a scan.</summary>
internal sealed class CalendarCodes : PeriodCodes
{
    private readonly TimeColumn _time;
    private readonly ReportingCalendar _calendar;
    private readonly Grain _grain;
    private readonly int[] _codeOf;
    private readonly List<int> _firstDays = [];

    public CalendarCodes(TimeColumn time, ReportingCalendar calendar, Grain grain)
    {
        (_time, _calendar, _grain) = (time, calendar, grain);
        _codeOf = new int[time.Days.Last - time.Days.First + 1];
        int end = time.Days.First;
        for (int day = time.Days.First; day <= time.Days.Last; day++)
        {
            if (day == end)
            {
                _firstDays.Add(day);
                end = grain == Grain.Day ? day + 1 : DayNumbers.NumberOf(PeriodOf(_firstDays.Count - 1).End!.Value.Date);
            }

            _codeOf[day - time.Days.First] = _firstDays.Count - 1;
        }
    }

    public override int Count => _firstDays.Count;

    public override Timeframe PeriodOf(int code) => _calendar.Containing(DayNumbers.DayOf(_firstDays[code]), _grain);

    public override void Read(RowBlock block, int[] codes)
    {
        ReadOnlySpan<int> days = _time.Days.Span.Slice(block.Start, block.Count);
        ReadOnlySpan<int> codeOf = _codeOf;
        Span<int> to = codes.AsSpan(0, days.Length);
        int first = _time.Days.First;
        for (int at = 0; at < days.Length; at++) to[at] = codeOf[unchecked(days[at] - first)];
    }
}
