using System.Data;
using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// Facts in memory: immutable columns of exact figures, dimensions and at most one time. Made once, then read by any
/// number of queries and threads.
/// </summary>
public sealed class Facts : FactSource
{
    private readonly FactContent _content;
    private readonly Lazy<RowMask?> _young;

    internal Facts(FactContent content) => (_content, _young) = (content, new(content.Young));

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

    /// <summary>How many days a row must be old at its export for its figures to have settled; null when nothing was said. Readings over younger rows have a caveat.</summary>
    public int? YoungUnderDays => _content.YoungUnderDays;

    /// <summary>Which money was converted to another currency while it was loaded, a sentence each: "spend: USD to EUR by the caller's rates, 2 rates". Of appended facts the sentences of both, as each was loaded.</summary>
    public IReadOnlyList<string> Conversions => _content.Conversions;

    /// <summary>What <see cref="WithAsOf"/> joined, and how many rows found a value then; empty for facts as they were loaded, and of appended facts those of both, as each was joined.</summary>
    public IReadOnlyList<AsOfJoin> Joins => _content.Joins;

    /// <summary>How many threads read them; see <see cref="WithParallelism"/>.</summary>
    public int Parallelism { get; private init; } = 1;

    internal TimeColumn? Time => _content.Time;

    /// <summary>The last day of any row; null without rows or time.</summary>
    internal LocalDate? LastDay => Time is { } time && RowCount > 0 ? DayNumbers.DayOf(time.Days.Last) : null;

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

    /// <summary>
    /// These facts and a later export of the same kind as one set of facts. The key rule that both state holds across them: with
    /// <see cref="Duplicates.KeepLast"/> the later export replaces rows instead of adding to them, by export date where both
    /// state one, else because it comes later.
    /// </summary>
    /// <exception cref="DefinitionException">The two differ in columns, units, currencies, time, time basis, age of young rows or key rule, or have no key; all that differs is listed.</exception>
    /// <exception cref="FactsException">A key stands in both though none may repeat, or figures do not fit one column.</exception>
    public Facts Append(Facts later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return FactAppend.Of(_content, later._content);
    }

    /// <summary>
    /// These facts and, for every row, the last known value of a measure in other facts at or before the time of the row, of the
    /// same entity: <c>posts.WithAsOf(daily, Measures.Followers, @as: Measures.FollowersAtPublish, per: "account")</c>.
    /// </summary>
    /// <remarks>
    /// Where either knows only days, days are compared, and a value of the same day counts. A row whose entity has no value by
    /// then, or none young enough, is unknown and never zero; <see cref="Joins"/> counts them. Rows with a blank entity, and
    /// values that are not known, are passed over.
    /// </remarks>
    /// <param name="daily">The facts with the history, such as the followers of each account on each day.</param>
    /// <param name="measure">The measure they record.</param>
    /// <param name="as">The measure to record here; of the same unit and not here yet.</param>
    /// <param name="per">The dimension of both that names the entity.</param>
    /// <param name="staleAfterDays">How many days a value is carried forward, 0 for the same day only; null without limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is negative.</exception>
    /// <exception cref="DefinitionException">A time, dimension or measure is missing, or the units differ; all is listed.</exception>
    /// <exception cref="FactsException">An entity has two different values at one moment; all are listed.</exception>
    public Facts WithAsOf(Facts daily, Measure measure, Measure @as, string per, int? staleAfterDays = null)
    {
        ArgumentNullException.ThrowIfNull(daily);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(@as);
        ArgumentException.ThrowIfNullOrWhiteSpace(per);
        ArgumentOutOfRangeException.ThrowIfNegative(staleAfterDays ?? 0, nameof(staleAfterDays));
        (ValueColumn column, AsOfJoin join) = AsOfHistory.Join(_content, daily._content, measure, @as, per, staleAfterDays);
        return new Facts(_content with
        {
            Values = new Dictionary<string, ValueColumn>(_content.Values, StringComparer.Ordinal) { [@as.Id] = column },
            Joins = [.. _content.Joins, join],
        })
        {
            Parallelism = Parallelism,
        };
    }

    /// <summary>
    /// The same facts, read by several threads at once: <c>facts.WithParallelism(Environment.ProcessorCount)</c>. It pays from some
    /// hundred thousand rows on; every reading is the same for any number.
    /// </summary>
    /// <param name="threads">How many threads read one query at most; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public Facts WithParallelism(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return new Facts(_content) { Parallelism = threads };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lacks(Kpi kpi)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        return [.. PlanCheck.IssuesOf(this, KpiQuery.Of(kpi).Plan()).Select(issue => issue.Message)];
    }

    /// <summary>
    /// What looks wrong or needs a second look: dropped, repeated and conflicting rows, impossible and negative figures; in a daily
    /// series also missing and unknown days and jumps. It reports only: <c>daily.Quality(QualityRules.Default.Per("account").Daily())</c>.
    /// </summary>
    /// <param name="rules">What names an entity, whether the rows are a daily series, further limits; <see cref="QualityRules.Default"/> when null.</param>
    /// <exception cref="DefinitionException">The rules name a dimension, a measure or a time that the facts lack; all are listed.</exception>
    public QualityReport Quality(QualityRules? rules = null) => QualityCheck.Run(this, rules ?? QualityRules.Default);

    /// <inheritdoc/>
    public override IReadOnlyList<ScanResult> Execute(QueryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Tables.Count > 1) throw new ArgumentException("The plan is for several tables of facts; these are one.", nameof(plan));
        PlanCheck.Against(this, plan);
        return ScanRun.Execute(this, plan.Scans, LastDay);
    }

    /// <summary>What there is, in one line that is the same under every culture: <c>1,200 rows from 2026-01-01 to 2026-03-31, by platform, of clicks, impressions</c>.</summary>
    public override string ToString()
    {
        string time = Time is null ? " without time" : RowCount == 0 ? "" : $" from {MachineText.Write(DayNumbers.DayOf(Time.Days.First))} to {MachineText.Write(DayNumbers.DayOf(Time.Days.Last))}";
        string by = Dimensions is { Count: > 0 } dimensions ? $", by {string.Join(", ", dimensions)}" : "";
        string of = RowValues is { Count: > 0 } values ? $", of {string.Join(", ", values)}" : "";
        return DisplayText.Visible(string.Create(CultureInfo.InvariantCulture, $"{RowCount:N0} {(RowCount == 1 ? "row" : "rows")}{time}{by}{of}"));
    }

    /// <summary>Which rows were young at their export; null when none was.</summary>
    internal RowMask? Young => _young.Value;

    internal bool IsStock(string name) => _content.Stocks.Contains(name);

    internal DimensionColumn? DimensionOf(string name) => _content.Dimensions.GetValueOrDefault(name);

    internal ValueColumn? ValueOf(string name) => _content.Values.GetValueOrDefault(name);
}
