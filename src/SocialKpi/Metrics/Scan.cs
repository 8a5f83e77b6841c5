namespace SocialKpi;

/// <summary>One pass over the facts: which rows, grouped by what, and which states to gather in each group.</summary>
public sealed class Scan
{
    private readonly List<Formula> _rules = [];
    private readonly List<StateRequest> _states = [];

    internal Scan(ScanShape shape, Grain? grain, ReportingCalendar calendar) => (Shape, Grain, Calendar) = (shape, grain, calendar);

    /// <summary>The stretch of time read.</summary>
    public Timeframe Timeframe => Shape.Timeframe;

    /// <summary>The length of the periods that group rows; null for none.</summary>
    public Grain? Grain { get; }

    /// <summary>When weeks and years start.</summary>
    public ReportingCalendar Calendar { get; }

    /// <summary>The dimensions that group rows, in order.</summary>
    public IReadOnlyList<string> Dimensions => Shape.Dimensions;

    /// <summary>The conditions a row must meet; all of them.</summary>
    public IReadOnlyList<Condition> Filters => Shape.Filters;

    /// <summary>Formulas that say which rows take part: those on which every measure named is known. Each is counted per cell.</summary>
    public IReadOnlyList<Formula> Rules => _rules;

    /// <summary>The states to gather in each cell, in this order.</summary>
    public IReadOnlyList<StateRequest> States => _states;

    internal ScanShape Shape { get; }

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
