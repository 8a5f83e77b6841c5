namespace SocialKpi;

/// <summary>The rows that a scan reads: those that meet all its conditions and lie in its timeframe.</summary>
internal sealed class RowFilter : BlockStep
{
    private readonly IReadOnlyList<RowCondition> _conditions;
    private readonly TimeColumn? _time;
    private readonly Timeframe _timeframe;
    private readonly (int First, int Last)? _days;

    private RowFilter(IReadOnlyList<RowCondition> conditions, TimeColumn? time, Timeframe timeframe)
    {
        (_conditions, _time, _timeframe) = (conditions, time, timeframe);
        if (IsMidnight(timeframe.Start) && IsMidnight(timeframe.End))
        {
            int first = timeframe.Start is { } start ? DayNumbers.NumberOf(start.Date) : int.MinValue;
            _days = (first, timeframe.End is { } end ? DayNumbers.NumberOf(end.Date) - 1 : int.MaxValue);
        }
    }

    /// <summary>The rows that are read.</summary>
    public BlockMask Rows { get; } = new();

    /// <summary>The filter of a scan; null when it reads every row.</summary>
    public static RowFilter? Of(Facts facts, SharedScan scan, RowReader reader)
    {
        RowFilter filter = new([.. scan.Filters.Select(reader.Condition)], facts.Time, scan.Timeframe);
        bool isAlways = filter._time is not { } time || facts.RowCount == 0 || (filter._days is var (first, last) && time.Days.First >= first && time.Days.Last <= last);
        if (isAlways && filter._conditions.Count == 0) return null;
        return isAlways ? new RowFilter(filter._conditions, null, Timeframe.Always) : filter;
    }

    public override void Read(RowBlock block)
    {
        Rows.Clear();
        if (_time is null)
        {
            for (int word = 0; word < RowBlock.MaskWords; word++) Rows[word] = block.AllRows(word);
        }
        else if (_days is var (first, last))
        {
            RangeMask.Set(_time.Days.Span.Slice(block.Start, block.Count), first, last, Rows);
        }
        else
        {
            for (int at = 0; at < block.Count; at++)
            {
                if (_timeframe.Contains(_time.At(block.Start + at))) Rows.Set(at);
            }
        }

        foreach (RowCondition condition in _conditions)
        {
            for (int word = 0; word < RowBlock.MaskWords; word++) Rows[word] &= ~(condition.Fails[word] | condition.Unknown[word]);
        }
    }

    private static bool IsMidnight(NodaTime.LocalDateTime? boundary) => boundary is not { } moment || moment.TimeOfDay == NodaTime.LocalTime.Midnight;
}
