namespace SocialKpi;

/// <summary>
/// When the audience is there: the hours of the day and the days of the week by how many people were active. It does not say what performs,
/// which is <see cref="PostingTimes"/>: most people may be there when most others post, too.
/// </summary>
/// <remarks>
/// Platforms count the people who are active in each hour of some days; the same people are active on many days, so an hour of several days
/// is a mean and never a sum: <c>Measure.Mean("mean_active_followers", Unit.Count, of: "active_followers")</c>. A median, a percentile, and a sum by a
/// number of counts will do too. Immutable and thread-safe.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class AudienceActivity : IDisplayed
{
    private readonly ReadingOrder _hours;
    private readonly ReadingOrder _weekdays;

    private AudienceActivity(Kpi kpi, ReadingOrder hours, ReadingOrder weekdays) => (Kpi, _hours, _weekdays) = (kpi, hours, weekdays);

    /// <summary>The KPI: a number of people.</summary>
    public Kpi Kpi { get; }

    /// <summary>The hours of the day, those with the most people first; empty when the table is not by hour of day.</summary>
    public IReadOnlyList<Reading> Hours => _hours.Ranked;

    /// <summary>The weekdays, those with the most people first; empty when the table is not by weekday.</summary>
    public IReadOnlyList<Reading> Weekdays => _weekdays.Ranked;

    /// <summary>The hour with the most people, or all that share the first place; empty when no two hours differ.</summary>
    public IReadOnlyList<Reading> BusiestHours => _hours.First;

    /// <summary>The weekday with the most people, or all that share the first place; empty when no two weekdays differ.</summary>
    public IReadOnlyList<Reading> BusiestWeekdays => _weekdays.First;

    /// <summary>Hours and weekdays without a figure: their readings say why.</summary>
    public IReadOnlyList<Reading> LeftOut => [.. _hours.LeftOut, .. _weekdays.LeftOut];

    /// <summary>The hours, then the weekdays, then those without a figure, as plain values for libraries of charts and tables.</summary>
    public IReadOnlyList<ReadingRow> Rows => [.. Hours.Concat(Weekdays).Concat(LeftOut).Select(ReadingRow.Of)];

    /// <summary>From a table of counts of active people by <see cref="TimeDimension.HourOfDay"/>, <see cref="TimeDimension.Weekday"/>, or both.</summary>
    /// <param name="activity">The table.</param>
    /// <param name="kpi">One of its KPIs: a mean of counts of people.</param>
    /// <exception cref="ArgumentException">The table does not have the KPI, is neither by hour of day nor by weekday, or the KPI is no number of people at a time: it adds up over days, is a stock, or is no number at all.</exception>
    public static AudienceActivity Of(KpiTable activity, Kpi kpi)
    {
        TimeLabels.Check(activity, kpi);
        string? problem = kpi.Unit != Unit.Count ? "it is no count"
            : TimeDependence.OfRows(kpi.Formula) != 0 ? "it adds up over days, and the same people are there on many"
            : kpi.Formula.Measures.Any(measure => measure.IsStock) ? "it reads a stock, which is of the last moment and not of an hour"
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(
                $"{kpi.Id} = {kpi.Formula} in {kpi.Unit} is no number of people at a time: {problem}. Ask for a mean or median of counts of active people, or for PostingTimes if it is a result of posts.", nameof(kpi));
        }

        return new AudienceActivity(kpi, By(activity, kpi, TimeDimension.HourOfDay), By(activity, kpi, TimeDimension.Weekday));
    }

    /// <summary>Hours and weekdays with the most people first as aligned text, with their caveats; the same under every culture.</summary>
    public override string ToString() => string.Join("\n\n", Sheets.Select(sheet => sheet.ToText()));

    /// <summary>The same as Markdown tables.</summary>
    public string ToMarkdown() => string.Join("\n\n", Sheets.Select(sheet => sheet.ToMarkdown()));

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml() => HtmlSheet.Write(Sheets.Select(sheet => sheet.ToMarkup()));

    private IEnumerable<EffectSheet> Sheets =>
    [
        new($"When the audience is there, which says nothing of what performs: {Kpi.ShortName}", null, []),
        .. new[] { (Order: _hours, Dimension: TimeDimension.HourOfDay), (Order: _weekdays, Dimension: TimeDimension.Weekday) }
            .Where(times => times.Order.Ranked.Count + times.Order.LeftOut.Count > 0)
            .Select(times => times.Order.Sheet(null, [times.Dimension], segment => TimeLabels.Labels([times.Dimension], segment), Kpi.ShortName, [])),
    ];

    private static ReadingOrder By(KpiTable activity, Kpi kpi, string dimension) =>
        TimeLabels.IsBy(activity, dimension) ? ReadingOrder.Of(ReadingOrder.By(activity, kpi, dimension), largestFirst: true) : ReadingOrder.Nothing;
}
