using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>Which rows a cell sees at another time, worked out from the words of the design, moment by moment.</summary>
internal sealed class NaiveWindow
{
    private LocalDateTime? _from;
    private LocalDateTime? _until;
    private readonly bool _exists;

    public NaiveWindow(KpiQuery query, Timeframe? period, IReadOnlyList<Context> times)
    {
        Timeframe? cell = period is { } whole ? query.Timeframe.Intersect(whole) : query.Timeframe;
        LocalDateTime? dayAfter = query.AsOfDay?.PlusDays(1).AtMidnight();
        if (cell is not { } start || start.Start >= dayAfter) return;
        (_from, _until, _exists) = (start.Start, dayAfter < start.End ? dayAfter : start.End ?? dayAfter, true);

        // What was asked for as a whole steps back by its own length, however much of it has been.
        (int count, Grain grain) step = period is not null ? (1, query.Grain!.Value) : Length(start.Start, start.End ?? _until);
        foreach (Context context in times)
        {
            (bool isBounded, bool hasEnd) = (_from is not null && _until is not null, _until is not null);
            switch (context)
            {
                case PreviousContext when isBounded: Back(query.Calendar, step.count, step.grain); break;
                case AgoContext ago when isBounded: Back(query.Calendar, ago.Count, ago.Grain); break;
                case TrailingContext trailing when hasEnd:
                    _from = query.Calendar.Shift(_until!.Value, -trailing.Count, trailing.Grain);
                    step = (trailing.Count, trailing.Grain);
                    break;
                case ToDateContext toDate when hasEnd:
                    _from = query.Calendar.Containing(_until!.Value.PlusNanoseconds(-1), toDate.Grain).Start;
                    step = (1, toDate.Grain);
                    break;
                default: _exists = false; return;
            }
        }
    }

    public bool Holds(NaiveRow row) => _exists && (_from is not { } from || row.Time >= from) && (_until is not { } until || row.Time < until);

    /// <summary>Every chain of contexts in time in a formula, outermost first, of leaves that keep all dimensions.</summary>
    public static IEnumerable<IReadOnlyList<Context>> LooksOf(Formula formula, IReadOnlyList<Context> around, IReadOnlyList<string> dimensions) => formula switch
    {
        Measure => around.Count > 0 ? [around] : [],
        BinaryFormula binary => LooksOf(binary.Left, around, dimensions).Concat(LooksOf(binary.Right, around, dimensions)),
        ContextFormula { Context: AcrossContext across } when dimensions.Contains(across.Dimension) => [],
        ContextFormula { Context: AcrossContext } context => LooksOf(context.Inner, around, dimensions),
        ContextFormula context => LooksOf(context.Inner, [.. around, context.Context], dimensions),
        _ => [],
    };

    private void Back(ReportingCalendar calendar, int count, Grain grain)
    {
        Timeframe moved = calendar.Shift(Timeframe.Between(_from!.Value, _until!.Value), -count, grain);
        (_from, _until) = (moved.Start, moved.End);
    }

    private static (int Count, Grain Grain) Length(LocalDateTime? from, LocalDateTime? until)
    {
        if (from is not { } start || until is not { } end) return (1, Grain.Day);
        bool isMonths = start.Day == 1 && end.Day == 1;
        return isMonths ? (((end.Year - start.Year) * 12) + end.Month - start.Month, Grain.Month) : (Period.DaysBetween(start.Date, end.Date), Grain.Day);
    }
}
