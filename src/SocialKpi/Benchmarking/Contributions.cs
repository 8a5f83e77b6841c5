namespace SocialKpi;

/// <summary>
/// What each segment of a table brings to a figure, so that all parts together are the whole. Of a sum it is the segment's own figure; of a
/// rate a ÷ b it is the segment's a by the b of all, which is its own rate times its share: a segment with a high rate and a small share brings little.
/// </summary>
/// <remarks>
/// The same figures have parts as have <see cref="Drivers"/>, and the same are refused. Everything is calculated exactly and rounded once, half-even,
/// to 18 decimals (fewer where a decimal has no room for them); the whole is the sum of all parts, <see cref="NotAttributable"/> and
/// <see cref="Rounding"/>, to the last digit. Immutable and thread-safe.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class Contributions : IDisplayed
{
    private readonly AdditiveForm? _form;
    private readonly SegmentAmounts _whole;
    private readonly IReadOnlyList<(Segment Segment, Quantity? Value, SegmentAmounts Amounts)> _exact = [];
    private readonly IReadOnlyList<UnattributedSegment> _unattributed = [];
    private readonly EffectScale? _scale;
    private readonly IReadOnlyList<Contribution> _segments = [];

    private Contributions(Reading reading, IReadOnlyList<string> dimensions) => (Reading, Dimensions) = (reading, dimensions);

    private Contributions(
        Contributions other, AdditiveForm form, SegmentAmounts whole, IReadOnlyList<(Segment Segment, Quantity? Value, SegmentAmounts Amounts)> exact,
        IReadOnlyList<UnattributedSegment> unattributed, EffectScale scale)
        : this(other.Reading, other.Dimensions)
    {
        (_form, _whole, _exact, _unattributed, _scale) = (form, whole, exact, unattributed, scale);
        Rational all = PartOf(whole);
        _segments =
        [
            .. exact.Select(part => new Contribution(
                part.Segment, part.Value, scale.Round(PartOf(part.Amounts)),
                all.IsZero ? null : (PartOf(part.Amounts) / all).ToDecimal(), form.IsRate ? (part.Amounts.Bottom / whole.Bottom).ToDecimal() : null)),
        ];
    }

    /// <summary>The KPI.</summary>
    public Kpi Kpi => Reading.Kpi;

    /// <summary>The reading of the whole.</summary>
    public Reading Reading { get; }

    /// <summary>Why the figure has no parts, and what to ask for instead; null when it has. Then nothing but the reading of the whole can be asked for.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>The whole, rounded as its parts are.</summary>
    /// <exception cref="InvalidOperationException">The figure has no parts.</exception>
    public Quantity Whole => Known(() => _scale!.Round(PartOf(_whole)));

    /// <summary>Every segment that has a part, the greatest part first, whatever its sign; the rest of a <see cref="Top"/> last.</summary>
    /// <exception cref="InvalidOperationException">The figure has no parts.</exception>
    public IReadOnlyList<Contribution> Segments => Known(() => _segments);

    /// <summary>The segments as plain values, for libraries of charts and tables.</summary>
    /// <exception cref="InvalidOperationException">The figure has no parts.</exception>
    public IReadOnlyList<ContributionRow> Rows => [.. Segments.Select(ContributionRow.Of)];

    /// <summary>What is left of the whole for the segments that are not known, together; 0 when there are none.</summary>
    /// <exception cref="InvalidOperationException">The figure has no parts.</exception>
    public Quantity NotAttributable => Known(() => _scale!.Round(Remainder));

    /// <summary>What rounding every part left over.</summary>
    /// <exception cref="InvalidOperationException">The figure has no parts.</exception>
    public Quantity Rounding => Known(() => new Quantity(Whole.Value - NotAttributable.Value - _segments.Sum(part => part.Amount.Value), _scale!.Unit));

    /// <summary>The segments that are not known, and why: not reported, suppressed, stale. What they bring is in <see cref="NotAttributable"/>.</summary>
    /// <exception cref="InvalidOperationException">The figure has no parts.</exception>
    public IReadOnlyList<UnattributedSegment> Unattributed => Known(() => _unattributed);

    /// <summary>What a rate divides by, such as <c>impressions</c>; empty for a sum.</summary>
    internal string Volume => _form?.Volume ?? "";

    internal IReadOnlyList<string> Dimensions { get; }

    private Rational Remainder => PartOf(_whole) - PartOf(SegmentAmounts.Sum(_exact.Select(part => part.Amounts)));

    /// <summary>What the segments of a table bring to one of its figures.</summary>
    /// <param name="table">A table by at least one dimension.</param>
    /// <param name="kpi">One of its KPIs.</param>
    /// <param name="period">One of its periods; all of them together when left out.</param>
    /// <exception cref="ArgumentException">The table does not have the KPI or the period, or is by no dimension.</exception>
    public static Contributions Of(KpiTable table, Kpi kpi, Timeframe? period = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(kpi);
        DriverSide side = new(table, kpi, period);
        side.CheckSegments(nameof(table));
        Contributions none = new(side.Total, table.Query.Dimensions);
        AdditiveForm? form = AdditiveForm.Of(kpi.Formula, out string problem);
        if (form is null) return none.Refused(RefusalReason.NoParts, problem);
        if (side.Problem() is { } noParts) return none.Refused(RefusalReason.NoParts, noParts);
        if (none.Reading.Absence is { } absence) return none.Refused(RefusalReason.AbsentReading, $"the whole has no value ({none.Reading.Where}): {absence.Describe()}");

        SegmentAmounts whole = SegmentAmounts.Of(none.Reading, form)!.Value;
        List<(Segment Segment, Quantity? Value, SegmentAmounts Amounts)> exact = [];
        List<UnattributedSegment> unattributed = [];
        foreach (Segment segment in side.Segments)
        {
            Reading reading = side.Of(segment);
            SegmentAmounts? amounts = SegmentAmounts.Of(reading, form);
            if (amounts is { } known && (reading.HasValue || !known.IsNothing)) exact.Add((segment, reading.HasValue ? reading.Quantity : null, known));
            else if (reading.Absence is { } why and not Absence.NoRows) unattributed.Add(new UnattributedSegment(segment, why.Describe()));
        }

        Comparer<Rational> bySize = Comparer<Rational>.Create(Rational.Compare);
        Contributions named = new(none, form, whole, [.. exact.OrderBy(part => part.Segment.IsRest).ThenByDescending(part => form.PartOf(part.Amounts, whole).Magnitude, bySize)], unattributed, new EffectScale(0, none.Reading.Unit));
        return EffectScale.For([.. exact.Select(part => named.PartOf(part.Amounts)), named.PartOf(whole), named.Remainder], none.Reading.Unit) is { } scale
            ? new Contributions(named, form, whole, named._exact, unattributed, scale)
            : none.Refused(RefusalReason.OutOfRange, "its parts lie outside what a decimal can hold");
    }

    /// <summary>These contributions with the greatest named, and one part for all the others.</summary>
    /// <param name="count">How many segments are named, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public Contributions Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (Refusal is not null) return this;
        (Segment Segment, Quantity? Value, SegmentAmounts Amounts)[] named = [.. _exact.Where(part => !part.Segment.IsRest).Take(count)];
        if (named.Length == _exact.Count) return this;
        HashSet<Segment> names = [.. named.Select(part => part.Segment)];
        SegmentAmounts rest = SegmentAmounts.Sum(_exact.Where(part => !names.Contains(part.Segment)).Select(part => part.Amounts));
        return new Contributions(this, _form!, _whole, [.. named, (Segment.Rest, rest.ValueOf(_form!.IsRate, _scale!.Unit), rest)], _unattributed, _scale);
    }

    /// <summary>The figure in a sentence, then the segments as aligned text, parts that add up as they are shown; the same under every culture.</summary>
    public override string ToString() => ContributionText.Sheet(this).ToText();

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown() => ContributionText.Sheet(this).ToMarkdown();

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml() => ContributionText.Sheet(this).ToHtml();

    /// <summary>The same contributions rounded to so many decimals.</summary>
    internal Contributions RoundedTo(int decimals) => new(this, _form!, _whole, _exact, _unattributed, _scale!.AtMost(decimals));

    private Rational PartOf(SegmentAmounts amounts) => _form!.PartOf(amounts, _whole);

    private Contributions Refused(RefusalReason reason, string why) => new(Reading, Dimensions) { Refusal = new Refusal(reason, $"{DisplayText.Name(Kpi.ShortName)} has no parts: {why}") };

    private T Known<T>(Func<T> value) => Refusal is null ? value() : throw new InvalidOperationException($"{Refusal}.");
}
