namespace SocialKpi;

/// <summary>
/// When posts did best: the hours of the day and the days of the week in which they were published, by what they achieved. It does not say
/// when the audience is there, which is <see cref="AudienceActivity"/>.
/// </summary>
/// <remarks>
/// A time of few posts is no finding: ask for enough of them, <c>AtLeast(Measures.Posts, 10)</c>. A plain sum, such as likes, leads where most was
/// posted, which a note says: ask for a rate or a figure per post. That posts of an hour did better does not show that the hour was
/// the reason: they may be of another kind. Immutable and thread-safe.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class PostingTimes : IDisplayed
{
    private PostingTimes(Kpi kpi, BestAndWorst? hours, BestAndWorst? weekdays) => (Kpi, Hours, Weekdays) = (kpi, hours, weekdays);

    /// <summary>The KPI.</summary>
    public Kpi Kpi { get; }

    /// <summary>The hours of the day from best to worst, over all weekdays; null when the table is not by hour of day.</summary>
    public BestAndWorst? Hours { get; }

    /// <summary>The weekdays from best to worst, over all hours; null when the table is not by weekday.</summary>
    public BestAndWorst? Weekdays { get; }

    /// <summary>The hours and then the weekdays as plain values, for libraries of charts and tables.</summary>
    public IReadOnlyList<ReadingRow> Rows => [.. Hours?.Rows ?? [], .. Weekdays?.Rows ?? []];

    /// <summary>From a table of posts by <see cref="TimeDimension.HourOfDay"/>, <see cref="TimeDimension.Weekday"/>, or both.</summary>
    /// <param name="posts">The table; the time of its facts is when posts were published.</param>
    /// <param name="kpi">One of its KPIs.</param>
    /// <exception cref="ArgumentException">The table does not have the KPI, is neither by hour of day nor by weekday, or the KPI reads an audience and no posts.</exception>
    public static PostingTimes Of(KpiTable posts, Kpi kpi)
    {
        TimeLabels.Check(posts, kpi);
        if (kpi.Formula.Measures.All(measure => measure.IsStock || measure.Aggregation == Aggregation.Unique))
            throw new ArgumentException($"{kpi.Id} reads an audience, which is no result of a post. Ask for AudienceActivity, or for a KPI of posts such as an engagement rate.", nameof(kpi));
        return new PostingTimes(kpi, By(posts, kpi, TimeDimension.HourOfDay), By(posts, kpi, TimeDimension.Weekday));
    }

    /// <summary>Hours and weekdays from best to worst as aligned text; the same under every culture.</summary>
    public override string ToString() => string.Join("\n\n", Sheets.Select(sheet => sheet.ToText()));

    /// <summary>The same as Markdown tables.</summary>
    public string ToMarkdown() => string.Join("\n\n", Sheets.Select(sheet => sheet.ToMarkdown()));

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml() => HtmlSheet.Write(Sheets.Select(sheet => sheet.ToMarkup()));

    private IEnumerable<EffectSheet> Sheets =>
    [
        new($"When posts did best, by when they were published: {Kpi.ShortName}", null, TimeDependence.OfRows(Kpi.Formula) is not 0 and var power
            ? [$"{Kpi.ShortName} {(power > 0 ? "grows" : "shrinks")} with how much was posted, so a time may lead by its number of posts alone; compare rates or figures per post"]
            : []),
        .. new[] { Hours, Weekdays }.OfType<BestAndWorst>().Select(times => times.Sheet(TimeLabels.Labels)),
    ];

    private static BestAndWorst? By(KpiTable posts, Kpi kpi, string dimension) => TimeLabels.IsBy(posts, dimension) ? BestAndWorst.By(posts, kpi, dimension) : null;
}
