using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>
/// The slow, obvious oracle: rows filtered one by one, formula trees evaluated by recursion, sums as fractions, and a
/// division only at the end. Written from the design's words, so that it can disagree with the engine.
/// </summary>
internal sealed class Naive(IReadOnlyList<NaiveRow> rows, KpiQuery query)
{
    /// <summary>The cells in which rows lie: period and values of the dimensions.</summary>
    public IReadOnlyList<(Timeframe? Period, Segment Segment)> Cells =>
        [.. Rows(period: null, Segment.Whole, []).Select(row => (PeriodOf(row), SegmentOf(row))).Distinct()];

    /// <summary>The cells of a table: those, and in the same periods the segments that have rows only at another time that a KPI looks at; a stock looks back.</summary>
    public IEnumerable<(Timeframe? Period, Segment Segment)> CellsOfTable
    {
        get
        {
            IEnumerable<Segment> segments = rows.Select(SegmentOf).Distinct();
            IReadOnlyList<NaiveLook> looks = [.. query.Kpis.SelectMany(kpi => NaiveLook.Of(kpi.Formula)).Where(look => look.LooksElsewhere && !look.Across.Any(IsGroupedOrFiltered))];
            return Cells.Concat(
                from period in Cells.Select(cell => cell.Period).Distinct()
                from segment in segments
                where looks.Any(look => RowsOf(look, period, segment).Count > 0)
                select (period, segment)).Distinct();
        }
    }

    public NaiveAnswer Read(Kpi kpi, Timeframe? period, Segment segment)
    {
        NaiveAnswer answer = new NaiveCell(this, kpi, period, segment).Evaluate(kpi.Formula, []);
        IReadOnlyList<(MinimumVolume Minimum, NaiveAnswer Volume)> volumes = [.. query.Minimums.Select(minimum => (minimum, VolumeOf(kpi, minimum.Measure, period, segment)))];
        IReadOnlyList<(MinimumVolume Minimum, NaiveAnswer Volume)> below = [.. volumes.Where(each => each.Volume.Absence is not null || each.Volume.Value < each.Minimum.Amount)];
        bool isEmpty = answer.Absence == Absence.NoRows && below.All(each => each.Volume.Absence == Absence.NoRows);
        return below.Count == 0 || isEmpty ? answer : NaiveAnswer.None(Absence.Suppressed);
    }

    /// <summary>How many rows of the cell have this status for the KPI's formula.</summary>
    public long Count(Kpi kpi, Timeframe? period, Segment segment, NaiveStatus status) =>
        Rows(period, segment, []).Count(row => NaiveRowFormula.StatusOf(kpi.Formula, row) == status);

    /// <summary>The rows of a cell, when filters and grouping on some dimensions are dropped.</summary>
    internal IReadOnlyList<NaiveRow> Rows(Timeframe? period, Segment segment, IReadOnlyList<string> across, IReadOnlyList<Context>? times = null) =>
        Rows(times is { Count: > 0 } ? Window(period, times).Holds : row => IsInCell(row, period), segment, across);

    internal IReadOnlyList<NaiveRow> Rows(Func<NaiveRow, bool> isInTime, Segment segment, IReadOnlyList<string> across) =>
    [
        .. rows.Where(isInTime)
            .Where(row => query.Filters.Where(filter => !across.Contains(filter.Field)).All(filter => row.Meets(filter) == true))
            .Where(row => segment.Dimensions.Where(name => !across.Contains(name)).All(name => row.Text(name) == segment[name])),
    ];

    /// <summary>How much of a measure lies in a cell; of a KPI that reads one other time and nothing else, how much lies then. A moment holds nothing.</summary>
    private NaiveAnswer VolumeOf(Kpi kpi, Measure measure, Timeframe? period, Segment segment)
    {
        IReadOnlyList<NaiveLook> looks = [.. NaiveLook.Of(kpi.Formula)];
        bool isElsewhere = looks.All(look => look.Times.SequenceEqual(looks[0].Times) && !look.Times.Contains(Context.Opening) && !look.Across.Any());
        Formula there = isElsewhere ? looks[0].Times.Reverse().Aggregate((Formula)measure, (formula, time) => formula.At(time)) : measure;
        return new NaiveCell(this, Kpi.Define("volume", measure, Unit.Count), period, segment).Evaluate(there, []);
    }

    private bool IsInCell(NaiveRow row, Timeframe? period) =>
        row.Time is not { } time || (query.Timeframe.Contains(time) && !(query.AsOfDay < time.Date) && (period is not { } frame || frame.Contains(time)));

    internal NaiveWindow Window(Timeframe? period, IReadOnlyList<Context> times) => new(query, period, times, LastDay);

    internal NaiveStock Stock(NaiveLook look, Timeframe? period, Segment segment) => new(this, look.Measure, Window(period, look.Times), segment, look.Across);

    internal bool IsIndependent => query.SumsIndependently;

    /// <summary>The last day of which there is any row at all, whatever is known on it; as of a day that day itself, which then ends every cell.</summary>
    internal LocalDate? LastDay => query.AsOfDay is null ? rows.Max(row => row.Time?.Date) : null;

    internal bool IsFiltered(string dimension) => query.Filters.Any(filter => filter.Field == dimension);

    private bool IsGroupedOrFiltered(string dimension) => query.Dimensions.Contains(dimension) || IsFiltered(dimension);

    private IReadOnlyList<NaiveRow> RowsOf(NaiveLook look, Timeframe? period, Segment segment) =>
        look.Measure.IsStock ? Stock(look, period, segment).RecentRows : Rows(period, segment, look.Across, look.Times);

    private Timeframe? PeriodOf(NaiveRow row) => query.Grain is { } grain ? query.Calendar.Containing(row.Time!.Value, grain) : null;

    private Segment SegmentOf(NaiveRow row) => query.Dimensions.Aggregate(Segment.Whole, (segment, name) => segment.And(name, row.Text(name)));
}
