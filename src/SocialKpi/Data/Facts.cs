using System.Data;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// Facts in memory: immutable columns of exact figures, dimensions and at most one time. Made once, then read by any
/// number of queries and threads.
/// </summary>
public sealed class Facts : FactSource
{
    private readonly FactContent _content;
    private readonly Lazy<LocalDate?> _lastDay;

    internal Facts(FactContent content) => (_content, _lastDay) = (content, new(() => LastDayOf(content.Time, content.RowCount)));

    /// <summary>How many rows there are, after duplicates were dropped.</summary>
    public int RowCount => _content.RowCount;

    /// <summary>How many rows were dropped because another row has the same key.</summary>
    public int DuplicatesDropped => _content.DuplicatesDropped;

    /// <summary>Whether the rows have a time; without one only whole-table readings are possible.</summary>
    public bool HasTime => Time is not null;

    /// <summary>The names of the dimensions, in ordinal order.</summary>
    public IReadOnlyList<string> Dimensions => [.. _content.Dimensions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The ids of the recorded measures and row values, in ordinal order.</summary>
    public IReadOnlyList<string> RowValues => [.. _content.Values.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What the figures say about the time of their row, as the facts were described.</summary>
    public TimeBasis TimeBasis => _content.TimeBasis;

    /// <summary>The latest day on which rows were exported; null when none was stated.</summary>
    public LocalDate? ExportedOn => _content.ExportDates is [_, ..] dates ? dates.Max() : _content.ExportedOn;

    internal TimeColumn? Time => _content.Time;

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

    /// <summary>
    /// Makes facts from the rows of a database query: <c>Facts.FromReader(reader, table => table.Day("published").Measure(…))</c>.
    /// The reader is read to the end of its current result, once, and left open.
    /// </summary>
    /// <exception cref="FactsException">Columns are missing or hold what they cannot mean, figures are not exact, or keys repeat; all issues are listed.</exception>
    /// <exception cref="DefinitionException">The description contradicts itself.</exception>
    public static Facts FromReader(IDataReader reader, Action<FactReader> describe)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(describe);
        FactReader description = new(reader);
        describe(description);
        return description.Read();
    }

    /// <summary>Makes facts from a table in memory, described as for <see cref="FromReader"/>. Deleted rows are left out.</summary>
    /// <exception cref="FactsException">Columns are missing or hold what they cannot mean, figures are not exact, or keys repeat; all issues are listed.</exception>
    /// <exception cref="DefinitionException">The description contradicts itself.</exception>
    public static Facts FromTable(DataTable table, Action<FactReader> describe)
    {
        ArgumentNullException.ThrowIfNull(table);
        using DataTableReader reader = table.CreateDataReader();
        return FromReader(reader, describe);
    }

    /// <summary>Makes facts from columns of equal length: <c>Facts.FromColumns(columns => columns.Dimension(…).Measure(…))</c>. Lists are copied; integers in memory are read in place.</summary>
    /// <exception cref="FactsException">Figures are not exact, lengths differ, or keys repeat; all issues are listed.</exception>
    /// <exception cref="DefinitionException">The description contradicts itself.</exception>
    public static Facts FromColumns(Action<FactColumns> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        FactColumns columns = new();
        describe(columns);
        return columns.Build([]);
    }

    /// <summary>Whether these facts have every measure and dimension that a KPI needs.</summary>
    public bool CanFeed(Kpi kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        List<DefinitionIssue> issues = [];
        PlanCheck.CheckKpi(this, kpi, issues);
        return issues.Count == 0;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ScanResult> Execute(QueryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PlanCheck.Against(this, plan);
        RowReader reader = new(this);
        return [.. plan.Scans.Select(scan => ScanRun.Execute(this, scan, reader))];
    }

    internal DimensionColumn? DimensionOf(string name) => _content.Dimensions.GetValueOrDefault(name);

    internal ValueColumn? ValueOf(string name) => _content.Values.GetValueOrDefault(name);

    private static LocalDate? LastDayOf(TimeColumn? time, int rows) =>
        time is null || rows == 0 ? null : Enumerable.Range(0, rows).Max(row => time.At(row)).Date;
}
