namespace SocialKpi;

/// <summary>
/// What drove the change of a figure: for each segment of a table its effect, so that all effects together are the whole change.
/// Of a sum it is the segment's own change. Of a rate it is split in two: what the segment's own rate did, and what its volume did.
/// </summary>
/// <remarks>
/// <para>A rate R = a ÷ b is the mean of the segments' rates r, weighted by their shares w of what it divides by. With the mean of
/// before and after written as m(…), a segment's rate effect is m(w) × (r₁ − r₀) and its volume effect is (w₁ − w₀) × (m(r) − m(R)):
/// gaining share lifts the whole only where the rate is better than the whole. Neither side is the base, so exchanging before and
/// after changes the signs and nothing else. Where a segment has no rate on one side (it entered, left, or divides by nothing there)
/// its whole contribution, w₁r₁ − w₀r₀ − (w₁ − w₀) × m(R), is volume.</para>
/// <para>Any formula that is one sum of measures divided by another, each times a constant, splits: ROI, net sentiment, cost per mille.
/// Products of rates, medians, means of rows, people and different ids have no parts that add up, and a stock has only where each of
/// its entities (each account) is in one segment; the rest is refused with the reason, see <see cref="Refusal"/>. A stock neither enters nor leaves: where it has no
/// value on one side, what it was there is not known.</para>
/// <para>Everything is calculated exactly and rounded once, half-even, to 18 decimals (fewer where a decimal has no room for them).
/// The change is the sum of all contributions, <see cref="NotAttributable"/> and <see cref="Rounding"/>, to the last digit. Sources: Kitagawa
/// (1955), Components of a Difference Between Two Rates; Griliches and Regev (1995) for segments that enter and leave. Immutable and thread-safe.</para>
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class Drivers : IDisplayed
{
    private readonly DriverParts? _parts;
    private readonly AdditiveForm? _form;
    private readonly EffectScale? _scale;
    private readonly IReadOnlyList<Driver> _segments = [];

    private Drivers(Kpi kpi, Reading from, Reading to) => (Kpi, From, To) = (kpi, from, to);

    private Drivers(Drivers other, DriverParts parts, AdditiveForm form, EffectScale scale)
        : this(other.Kpi, other.From, other.To)
    {
        (_parts, _form, _scale, Dimensions, WhenFrom, WhenTo) = (parts, form, scale, other.Dimensions, other.WhenFrom, other.WhenTo);
        _segments = [.. parts.Drivers.Select(exact => new Driver(this, exact, exact.Rate, exact.Volume))];
    }

    /// <summary>The KPI whose change it is.</summary>
    public Kpi Kpi { get; }

    /// <summary>The whole before.</summary>
    public Reading From { get; }

    /// <summary>The whole after.</summary>
    public Reading To { get; }

    /// <summary>Why the change has no parts, and what to ask for instead; null when it has. Then nothing but the readings of the whole can be asked for.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>Every segment that has a part, the greatest contribution first, whatever its sign; the rest of a <see cref="Top"/> last.</summary>
    /// <exception cref="InvalidOperationException">The change has no parts.</exception>
    public IReadOnlyList<Driver> Segments => Known(_segments);

    /// <summary>The segments as plain values, for libraries of charts and tables.</summary>
    /// <exception cref="InvalidOperationException">The change has no parts.</exception>
    public IReadOnlyList<DriverRow> Rows => [.. Segments.Select(DriverRow.Of)];

    /// <summary>The whole after less the whole before; of two ratios in percentage points.</summary>
    /// <exception cref="InvalidOperationException">The change has no parts.</exception>
    public Quantity Change => Known(() => Effect(_parts!.Effects.Change));

    /// <summary>The rate effects of all segments together.</summary>
    /// <exception cref="InvalidOperationException">The change has no parts.</exception>
    public Quantity RateEffect => Known(() => _scale!.Sum(_segments.Select(driver => driver.RateEffect)));

    /// <summary>The volume effects of all segments together, with what entered and what left.</summary>
    /// <exception cref="InvalidOperationException">The change has no parts.</exception>
    public Quantity VolumeEffect => Known(() => _scale!.Sum(_segments.Select(driver => driver.VolumeEffect)));

    /// <summary>What is left of the change for the segments of which one side is not known, together; 0 when there are none.</summary>
    /// <exception cref="InvalidOperationException">The change has no parts.</exception>
    public Quantity NotAttributable => Known(() => Effect(_parts!.Remainder));

    /// <summary>What rounding every part left over.</summary>
    /// <exception cref="InvalidOperationException">The change has no parts.</exception>
    public Quantity Rounding => Known(() => Change - _scale!.Sum(_segments.Select(driver => driver.Contribution)) - NotAttributable);

    /// <summary>
    /// The segments of which one side is not known, and why: not reported, suppressed, a stock without a value there; and those that bring nothing by nothing. What
    /// they did is in <see cref="NotAttributable"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The change has no parts.</exception>
    public IReadOnlyList<UnattributedSegment> Unattributed => Known(() => _parts!.Unattributed);

    /// <summary>What a rate divides by, such as <c>impressions</c>; empty for a sum.</summary>
    internal string Volume => _form?.Volume ?? "";

    internal IReadOnlyList<string> Dimensions { get; private init; } = [];

    internal string WhenFrom { get; private init; } = "";

    internal string WhenTo { get; private init; } = "";

    /// <summary>What drove the change from one period of a table to another.</summary>
    /// <param name="table">A table by periods and at least one dimension.</param>
    /// <param name="kpi">One of its KPIs.</param>
    /// <param name="from">The period before.</param>
    /// <param name="to">The period after.</param>
    /// <exception cref="ArgumentException">The table does not have the KPI or a period, is by no dimension, or both periods are the same.</exception>
    public static Drivers Of(KpiTable table, Kpi kpi, Timeframe from, Timeframe to)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(kpi);
        return from == to
            ? throw new ArgumentException($"Both periods are {to}; nothing changed from it to itself. Give two different ones.", nameof(to))
            : Of(new DriverSide(table, kpi, from), new DriverSide(table, kpi, to), null, nameof(table));
    }

    /// <summary>
    /// What drove the change from another context: <c>Drivers.Of(table, kpi, Context.Previous, period)</c>. The table must read the KPI there
    /// too, as a KPI of its own whose formula is <c>kpi.Formula.At(Context.Previous)</c>; a period that is not over yet is then compared with as many days.
    /// </summary>
    /// <param name="table">A table by at least one dimension.</param>
    /// <param name="kpi">One of its KPIs.</param>
    /// <param name="against">The context to compare with.</param>
    /// <param name="period">One of its periods; all of them together when left out.</param>
    /// <exception cref="ArgumentException">The table does not have the KPI, here or in the context, or the period, or is by no dimension.</exception>
    public static Drivers Of(KpiTable table, Kpi kpi, Context against, Timeframe? period = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentNullException.ThrowIfNull(against);
        Formula there = kpi.Formula.At(against);
        Kpi before = table.Query.Kpis.FirstOrDefault(other => other.Formula == there && other.Unit == kpi.Unit)
            ?? throw new ArgumentException($"The query does not read {kpi.Id} at {against}. Ask for a KPI with the formula {there} and the unit {kpi.Unit} beside it.", nameof(against));
        return Of(new DriverSide(table, before, period), new DriverSide(table, kpi, period), Named(against, table.Query, period), nameof(table));
    }

    /// <summary>What makes one table differ from another: two stretches of time of any length, or two groups such as test and control.</summary>
    /// <param name="from">What is compared with, by at least one dimension.</param>
    /// <param name="to">What is compared, by the same dimensions; filters and timeframe may be its own.</param>
    /// <param name="kpi">A KPI of both.</param>
    /// <exception cref="ArgumentException">A table does not have the KPI, the dimensions differ or there are none, a table has a rest of top segments, or only one sums each measure independently.</exception>
    public static Drivers Of(KpiTable from, KpiTable to, Kpi kpi)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(kpi);
        if (!from.Query.Dimensions.ToHashSet(StringComparer.Ordinal).SetEquals(to.Query.Dimensions))
            throw new ArgumentException($"One table is by {Named(from)}, the other by {Named(to)}. Read both by the same dimensions.", nameof(to));
        if (from.Query.Ranking is not null || to.Query.Ranking is not null)
            throw new ArgumentException("A table of top segments puts others into its rest than the other table does. Read both without Top(…), and take the Top of the drivers.", nameof(to));
        if (from.Query.SumsIndependently != to.Query.SumsIndependently)
            throw new ArgumentException("One table sums each measure over its own rows, the other does not. Read both alike.", nameof(to));
        return Of(new DriverSide(from, kpi, null), new DriverSide(to, kpi, null), null, nameof(to));
    }

    /// <summary>These drivers with the segments of the greatest contribution named, and one driver for all the others, whose effects are added up.</summary>
    /// <param name="count">How many segments are named, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public Drivers Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return _parts is null ? this : new Drivers(this, _parts.Top(count), _form!, _scale!);
    }

    /// <summary>The change in a sentence, then the segments as aligned text, effects that add up as they are shown; the same under every culture.</summary>
    public override string ToString() => ToText();

    /// <summary>The same for a display.</summary>
    /// <param name="width">
    /// The columns of the display, which no line leaves: names are shortened with … and sentences broken, figures never; where the columns do not fit even so, the
    /// figures of each segment stand under its name. Null for whole lines.
    /// </param>
    public string ToText(int? width = null) => DriverText.Sheet(this).ToText(width);

    /// <summary>The same as a Markdown table.</summary>
    public string ToMarkdown() => DriverText.Sheet(this).ToMarkdown();

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages.</summary>
    public string ToHtml() => DriverText.Sheet(this).ToHtml();

    /// <summary>The same drivers rounded to so many decimals.</summary>
    internal Drivers RoundedTo(int decimals) => new(this, _parts!, _form!, _scale!.AtMost(decimals));

    internal Quantity Effect(Rational exact) => _scale!.Round(exact);

    internal decimal? ShareBefore(SegmentAmounts segment) => _form!.IsRate ? _parts!.Effects.ShareBefore(segment).ToDecimal() : null;

    internal decimal? ShareAfter(SegmentAmounts segment) => _form!.IsRate ? _parts!.Effects.ShareAfter(segment).ToDecimal() : null;

    private static Drivers Of(DriverSide from, DriverSide to, string? against, string argument)
    {
        to.CheckSegments(argument);
        Reading before = from.Total, after = to.Total;
        Drivers none = new(to.Kpi, before, after);
        AdditiveForm? form = AdditiveForm.Of(to.Kpi.Formula, out string problem);
        if (form is null) return none.Refused(RefusalReason.NoParts, problem);
        if ((from.Problem() ?? to.Problem()) is { } noParts) return none.Refused(RefusalReason.NoParts, noParts);
        if (WhyNotComparable(before, after, against) is var (reason, why)) return none.Refused(reason, why);

        (string whenFrom, string whenTo) = against is not null ? (against, after.When) : before.When == after.When ? ("before", "after") : (before.When, after.When);
        DriverEffects effects = new(SegmentAmounts.Of(before, form)!.Value, SegmentAmounts.Of(after, form)!.Value, form.IsRate);
        DriverParts parts = DriverParts.Of(effects, form, (from, whenFrom), (to, whenTo));
        Unit unit = (new Quantity(0, after.Unit) - new Quantity(0, before.Unit)).Unit;
        return EffectScale.For(parts.Terms, unit) is { } scale
            ? new Drivers(new Drivers(to.Kpi, before, after) { Dimensions = to.Table.Query.Dimensions, WhenFrom = whenFrom, WhenTo = whenTo }, parts, form, scale)
            : none.Refused(RefusalReason.OutOfRange, "their effects lie outside what a decimal can hold");
    }

    private Drivers Refused(RefusalReason reason, string why) => new(Kpi, From, To) { Refusal = new Refusal(reason, $"{DisplayText.Name(Kpi.ShortName)} has no drivers: {why}") };

    private static (RefusalReason Reason, string Why)? WhyNotComparable(Reading before, Reading after, string? against)
    {
        foreach ((Reading reading, string side, string where) in new[] { (before, "before", against ?? before.Where), (after, "after", after.Where) })
        {
            if (reading.Absence is { } absence) return (RefusalReason.AbsentReading, $"the whole has no value {side} ({where}): {absence.Describe()}; compare with a time or group that has one");
        }

        return before.Unit == after.Unit ? null : (RefusalReason.OtherCurrency, $"it is in {before.Unit.Currency.Code} before and in {after.Unit.Currency.Code} after; convert to one currency first");
    }

    /// <summary>The time that a step back leads to, by its name; of any other context, and of a time without end, what the context is called.</summary>
    private static string Named(Context against, KpiQuery query, Timeframe? period)
    {
        bool isStep = against is PreviousContext or AgoContext;
        if (!isStep || ContextFrame.Of(period, query, lastDay: null) is not { } here || against.Move(here, query.Calendar) is not { Frame: { Start: { } start, IsBounded: true } there }) return against.Describe();
        return query.Grain is { } grain && query.Calendar.Containing(start, grain) == there ? query.Calendar.Label(there, grain) : there.ToString();
    }

    private static string Named(KpiTable table) => table.Query.Dimensions.Count == 0 ? "no dimension" : string.Join(" and ", table.Query.Dimensions);

    private T Known<T>(Func<T> value) => Refusal is null ? value() : throw new InvalidOperationException($"{Refusal}.");

    private T Known<T>(T value) => Known(() => value);
}
