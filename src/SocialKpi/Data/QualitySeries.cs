using NodaTime;

namespace SocialKpi;

/// <summary>The rows of one entity, in row order.</summary>
internal sealed class QualitySeries
{
    private readonly Facts _facts;
    private readonly IReadOnlyList<string> _dimensions;
    private readonly string?[] _values;

    private QualitySeries(Facts facts, IReadOnlyList<string> dimensions, string?[] values, int[] rows) =>
        (_facts, _dimensions, _values, Rows) = (facts, dimensions, values, rows);

    /// <summary>Made when it is asked for: most of a million posts have no finding.</summary>
    public Segment Segment => Segment.Of([.. _dimensions], _values);

    public int[] Rows { get; }

    /// <summary>The rows of each day, in order of time; asked for only where the facts have a time.</summary>
    public IReadOnlyList<(LocalDate Day, int[] Rows)> Days =>
        field ??= [.. Rows.GroupBy(DayOf).OrderBy(day => day.Key).Select(day => (day.Key, day.ToArray()))];

    /// <summary>The day that follows another where the rows were recorded.</summary>
    public LocalDate DayAfter(LocalDate day) => _facts.Time!.DayAfter(day);

    /// <summary>All rows as one series.</summary>
    public static QualitySeries Whole(Facts facts) => new(facts, [], [], [.. Enumerable.Range(0, facts.RowCount)]);

    /// <summary>One series for each combination of values, in ordinal order, blank last.</summary>
    public static IReadOnlyList<QualitySeries> Per(Facts facts, IReadOnlyList<string> dimensions)
    {
        IEnumerable<(string?[] Values, int[] Rows)> parts = [([], [.. Enumerable.Range(0, facts.RowCount)])];
        foreach (string name in dimensions)
        {
            DimensionColumn dimension = facts.DimensionOf(name)!;
            parts = [.. parts.SelectMany(part => part.Rows.GroupBy(row => dimension.Codes[row])
                .Select(rows => (Text: dimension.TextOf(rows.Key), Rows: rows.ToArray()))
                .OrderBy(value => value.Text is null).ThenBy(value => value.Text, StringComparer.Ordinal)
                .Select(value => ((string?[])[.. part.Values, value.Text], value.Rows)))];
        }

        return [.. parts.Select(part => new QualitySeries(facts, dimensions, part.Values, part.Rows))];
    }

    /// <summary>From the first day of these rows to the last; null without rows or time.</summary>
    public Timeframe? Span(IReadOnlyCollection<int> rows) =>
        _facts.HasTime && rows.Count > 0 ? Timeframe.Days(rows.Min(DayOf), rows.Max(DayOf)) : null;

    private LocalDate DayOf(int row) => CommonEra.Iso(_facts.Time!.At(row)).Date;
}
