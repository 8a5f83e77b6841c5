using NodaTime;

namespace SocialKpi;

/// <summary>
/// Facts in memory: immutable columns of exact figures, dimensions and at most one time. Made once, then read by any
/// number of queries and threads.
/// </summary>
public sealed class Facts : FactSource
{
    private readonly Lazy<LocalDate?> _lastDay;
    private readonly Dictionary<string, DimensionColumn> _dimensions;
    private readonly Dictionary<string, ValueColumn> _values;

    internal Facts(int rowCount, TimeColumn? time, Dictionary<string, DimensionColumn> dimensions, Dictionary<string, ValueColumn> values, int duplicatesDropped) =>
        (RowCount, Time, _dimensions, _values, DuplicatesDropped, _lastDay) = (rowCount, time, dimensions, values, duplicatesDropped, new(() => LastDayOf(time, rowCount)));

    /// <summary>How many rows there are, after duplicates were dropped.</summary>
    public int RowCount { get; }

    /// <summary>How many rows were dropped because another row has the same key.</summary>
    public int DuplicatesDropped { get; }

    /// <summary>Whether the rows have a time; without one only whole-table readings are possible.</summary>
    public bool HasTime => Time is not null;

    /// <summary>The names of the dimensions, in ordinal order.</summary>
    public IReadOnlyList<string> Dimensions => [.. _dimensions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The ids of the recorded measures and row values, in ordinal order.</summary>
    public IReadOnlyList<string> RowValues => [.. _values.Keys.Order(StringComparer.Ordinal)];

    internal TimeColumn? Time { get; }

    /// <summary>The last day of any row; null without rows or time.</summary>
    internal LocalDate? LastDay => _lastDay.Value;

    /// <summary>Makes facts from objects: <c>Facts.FromRows(posts, row => row.Dimension(…).Measure(…))</c>. Each object is read once.</summary>
    /// <exception cref="FactsException">Figures are not exact, or keys repeat; all issues are listed.</exception>
    /// <exception cref="DefinitionException">The description contradicts itself.</exception>
    public static Facts FromRows<T>(IEnumerable<T> rows, Action<FactRows<T>> describe)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(describe);
        FactRows<T> description = new();
        describe(description);
        return description.Read(rows);
    }

    /// <summary>Makes facts from columns of equal length: <c>Facts.FromColumns(columns => columns.Dimension(…).Measure(…))</c>. The columns are copied.</summary>
    /// <exception cref="FactsException">Figures are not exact, lengths differ, or keys repeat; all issues are listed.</exception>
    /// <exception cref="DefinitionException">The description contradicts itself.</exception>
    public static Facts FromColumns(Action<FactColumns> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        FactColumns columns = new();
        describe(columns);
        return columns.Build([]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lacks(Kpi kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return [.. PlanCheck.IssuesOf(this, KpiQuery.Of(kpi).Plan()).Select(issue => issue.Message)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ScanResult> Execute(QueryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Tables.Count > 1) throw new ArgumentException("The plan is for several tables of facts; these are one.", nameof(plan));
        PlanCheck.Against(this, plan);
        RowReader reader = new(this);
        return [.. plan.Scans.Select(scan => ScanRun.Execute(this, scan, reader))];
    }

    internal DimensionColumn? DimensionOf(string name) => _dimensions.GetValueOrDefault(name);

    internal ValueColumn? ValueOf(string name) => _values.GetValueOrDefault(name);

    private static LocalDate? LastDayOf(TimeColumn? time, int rows) =>
        time is null || rows == 0 ? null : Enumerable.Range(0, rows).Max(row => time.At(row)).Date;
}
