using NodaTime;

namespace SocialKpi;

/// <summary>One pass over the facts: which rows, grouped by what, and which states to gather in each group.</summary>
public sealed class Scan
{
    private readonly List<Formula> _rules = [];
    private readonly List<StateRequest> _states = [];
    private readonly KpiQuery _query;

    internal Scan(int table, ScanShape shape, KpiQuery query)
    {
        (Table, Shape, _query) = (table, shape, query);
        (Rules, States) = (_rules.AsReadOnly(), _states.AsReadOnly());
        (Timeframe, Grain) = HasWindows ? WindowReach.Of(this, query) : (query.Horizon, query.Grain);
    }

    /// <summary>The index in <see cref="QueryPlan.Tables"/> of the table that is read.</summary>
    public int Table { get; }

    /// <summary>The stretch of time read.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>
    /// The length of the periods that group rows; null for none. In a context in time these are the pieces, days or hours,
    /// of which the windows of the cells are put together by merging.
    /// </summary>
    public Grain? Grain { get; }

    /// <summary>When weeks and years start.</summary>
    public ReportingCalendar Calendar => _query.Calendar;

    /// <summary>The dimensions that group rows, in order.</summary>
    public IReadOnlyList<string> Dimensions => Shape.Dimensions;

    /// <summary>The conditions a row must meet; all of them.</summary>
    public IReadOnlyList<Condition> Filters => Shape.Filters;

    /// <summary>Formulas that say which rows take part: those on which every measure named is known. Each is counted per cell.</summary>
    public IReadOnlyList<Formula> Rules { get; }

    /// <summary>The states to gather in each cell, in this order.</summary>
    public IReadOnlyList<StateRequest> States { get; }

    internal ScanShape Shape { get; }

    /// <summary>For each of <see cref="Rules"/>, of how many parts it is counted on which rows they are unknown.</summary>
    internal int[] PartCounts => [.. _rules.Select(rule => rule.RecordedMeasures.Count + rule.CountedDimensions.Count)];

    /// <summary>Whether it gathers the same as a scan of another plan of the query.</summary>
    internal bool IsLike(Scan other) => other.Table == Table && other.Shape.Equals(Shape) && other.Rules.SequenceEqual(Rules) && other.States.SequenceEqual(States);

    /// <summary>Whether cells look at another time than their own.</summary>
    internal bool HasWindows => Shape.Windows.Count > 0;

    /// <summary>Whether it gathers stocks, whose cells reach back as far as anything is known.</summary>
    internal bool IsOfStocks => Shape.Windows is [.., StockContext];

    /// <summary>The stretch of time that a cell of the table reads; null when there is none.</summary>
    internal Timeframe? WindowOf(Timeframe? period, LocalDate? lastDay) => FrameOf(period, lastDay, Shape.Windows);

    /// <summary>The same, without what a stock looks back: values from before it are carried forward.</summary>
    internal Timeframe? OwnFrameOf(Timeframe? period, LocalDate? lastDay) => FrameOf(period, lastDay, Shape.Windows.Where(window => window is not StockContext));

    private Timeframe? FrameOf(Timeframe? period, LocalDate? lastDay, IEnumerable<Context> windows)
    {
        ContextFrame? frame = ContextFrame.Of(period, _query, lastDay);
        try
        {
            foreach (Context window in windows) frame = frame is { } known ? window.Move(known, Calendar) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // Before the first year of the calendar lies nothing.
            return null;
        }

        return frame?.Frame;
    }

    internal int RuleOf(Formula formula) => IndexOf(_rules, formula);

    internal int StateOf(StateRequest request) => IndexOf(_states, request);

    private static int IndexOf<T>(List<T> list, T item)
    {
        int index = list.IndexOf(item);
        if (index >= 0) return index;
        list.Add(item);
        return list.Count - 1;
    }
}
