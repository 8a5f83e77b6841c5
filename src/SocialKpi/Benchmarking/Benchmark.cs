namespace SocialKpi;

/// <summary>
/// What one source says of one KPI for one cohort and period: a mean, quantiles, a single figure, or the figures of its peers.
/// A reading is compared with it, or the comparison is refused with the reasons.
/// </summary>
/// <remarks>Immutable and thread-safe. Published benchmarks come in a <see cref="BenchmarkSet"/>.</remarks>
public sealed class Benchmark
{
    internal Benchmark(string kpiId, string? kpiHash, Unit? unit, IReadOnlyList<BenchmarkFigure> figures, string source) =>
        (KpiId, KpiHash, Unit, Figures, Source, ShownSource) = (kpiId, kpiHash, unit, figures, source, DisplayText.Name(source));

    /// <summary>The id of the KPI; where no known variant is named, what the source calls it.</summary>
    public string KpiId { get; }

    /// <summary>The hash of the KPI's definition; null when the source names no known variant.</summary>
    public string? KpiHash { get; }

    /// <summary>Whether it is known which variant of a KPI it is of. With another one nothing is compared.</summary>
    public bool IsSpecified => KpiHash is not null;

    /// <summary>The definition in the source's own words, or the formula; empty when the source has none.</summary>
    public string Definition { get; internal init; } = "";

    /// <summary>Of whom it is.</summary>
    public Cohort Cohort { get; internal init; } = Cohort.Everyone;

    /// <summary>The time it is of; null when it is not known, or is no timeframe (<see cref="PeriodText"/>).</summary>
    public Timeframe? Period { get; internal init; }

    /// <summary>The time it is of as the source writes it; empty when the source does not.</summary>
    public string PeriodText { get; internal init; } = "";

    /// <summary>When it was published; null when it is not known.</summary>
    public Timeframe? Published { get; internal init; }

    /// <summary>What it rests on in the source's own words, such as <c>2,100 companies</c>; empty when the source does not say.</summary>
    public string Sample { get; internal init; } = "";

    /// <summary>
    /// How many accounts it rests on: those given as peers, else the number that the source states alone, after n, or before a word for accounts such
    /// as <c>brands</c> or <c>pages</c> (of a range its lower end); null otherwise.
    /// </summary>
    public long? SampleSize { get; internal init; }

    /// <summary>The unit of the figures; null when the source's own (<see cref="UnitText"/>) is none that a KPI can have.</summary>
    public Unit? Unit { get; }

    /// <summary>The unit as the source writes it.</summary>
    public string UnitText { get; internal init; } = "";

    /// <summary>The figures: at least one, unless nothing could be found to compare with.</summary>
    public IReadOnlyList<BenchmarkFigure> Figures { get; private set; }

    /// <summary>Who published or collected it.</summary>
    public string Source { get; }

    /// <summary>The title of the publication; empty when there is none.</summary>
    public string Title { get; internal init; } = "";

    /// <summary>Whether oneself is among the peers.</summary>
    public bool IncludesOneself { get; internal init; }

    /// <summary>The source as it is shown: isolated where it is written from right to left, and where it is words of our own each name in them.</summary>
    internal string ShownSource { get; init; }

    /// <summary>What had to be left out of it, as sentences; why it is empty, where it is.</summary>
    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What must be known of the readings that its figures are, as sentences.</summary>
    internal IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>Why its readings are no figures to compare with: they are in several currencies.</summary>
    internal Refusal? Flaw { get; init; }

    /// <summary>The segment that its readings are of; null of readings of several segments, and of what others published.</summary>
    internal Segment? Segment { get; init; }

    /// <summary>Whether a figure is of a part of its period.</summary>
    internal bool IsPartial { get; init; }

    /// <summary>What time each of the readings that it was made of is of; empty of what others published, who may say of when it is and not how long it counts.</summary>
    internal IReadOnlyList<Timeframe> Times { get; init; } = [];

    /// <summary>When weeks and years start for whoever compares with it; null where that is as in the reading's own query.</summary>
    internal ReportingCalendar? Calendar { get; private set; }

    /// <summary>When what it tells ended: the period, or where that is not known its publication.</summary>
    internal NodaTime.LocalDateTime? Until => Period?.End ?? Published?.End;

    /// <summary>The raw figures of peers: <c>FromPeers(kpi, [("Delta", 4.1m.Percent()), …], source: "Q3 panel")</c>.</summary>
    /// <param name="kpi">What the figures are of.</param>
    /// <param name="peers">Who, and the figure in the KPI's unit. Without any, every comparison is refused.</param>
    /// <param name="source">Who collected them.</param>
    /// <param name="cohort">Of whom; everyone when left out.</param>
    /// <param name="period">For when; not known when left out.</param>
    /// <param name="includesOneself">Whether one of the figures is one's own.</param>
    /// <exception cref="ArgumentException">A figure has another unit than the KPI, the figures are in several currencies, a peer is named more than once (whatever the case), or no source is named; all issues are listed.</exception>
    public static Benchmark FromPeers(
        Kpi kpi, IEnumerable<(string Name, Quantity Value)> peers, string source, Cohort? cohort = null, Timeframe? period = null, bool includesOneself = false)
    {
        ArgumentNullException.ThrowIfNull(peers);
        (string Name, Quantity Value)[] given = [.. peers];
        return Of(kpi, [.. given.Select(peer => (Statistic.Peer, peer.Name ?? "", peer.Value))], source, cohort, period, nameof(peers), given.Length, includesOneself);
    }

    /// <summary>The raw figures of peers without names.</summary>
    /// <inheritdoc cref="FromPeers(Kpi, IEnumerable{ValueTuple{string, Quantity}}, string, Cohort?, Timeframe?, bool)"/>
    public static Benchmark FromPeers(
        Kpi kpi, IEnumerable<Quantity> peers, string source, Cohort? cohort = null, Timeframe? period = null, bool includesOneself = false)
    {
        ArgumentNullException.ThrowIfNull(peers);
        return FromPeers(kpi, peers.Select(peer => ("", peer)), source, cohort, period, includesOneself);
    }

    /// <summary>Published figures: <c>FromFigures(kpi, [(Statistic.Median, 1.2m.Percent()), (Statistic.Quantile(75), 2.0m.Percent())], "Report 2026")</c>.</summary>
    /// <param name="kpi">What the figures are of.</param>
    /// <param name="figures">What each is of the cohort, once, and its value in the KPI's unit.</param>
    /// <param name="source">Who published them.</param>
    /// <param name="cohort">Of whom; everyone when left out.</param>
    /// <param name="period">For when; not known when left out.</param>
    /// <exception cref="ArgumentException">A figure has another unit than the KPI, two figures are the same of the cohort, quantiles fall while their percentage rises, or no source is named; all issues are listed.</exception>
    public static Benchmark FromFigures(
        Kpi kpi, IEnumerable<(Statistic Statistic, Quantity Value)> figures, string source, Cohort? cohort = null, Timeframe? period = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Of(kpi, [.. figures.Select(figure => (figure.Statistic, "", figure.Value))], source, cohort, period, nameof(figures), null, false);
    }

    /// <summary>
    /// One reading to compare others with: the baseline of an audit, or a page's own median. It is of the cohort that its segment says (<see cref="Cohort.Of(Segment)"/>).
    /// Without a value every comparison is refused.
    /// </summary>
    /// <param name="reading">The reading.</param>
    /// <param name="source">What it is, such as <c>baseline of the audit</c>.</param>
    /// <exception cref="ArgumentException">No source is named.</exception>
    public static Benchmark FromReading(Reading reading, string source)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        return FromReadings(reading.Kpi, Statistic.Single, [(reading.Where, reading)], source, reading.Timeframe, segment: reading.Segment);
    }

    /// <summary>
    /// Several readings as peers, such as as many days of each month before. Those without a value are left out, which a note says, as it does of their caveats.
    /// Those of one segment are of the cohort that it says.
    /// </summary>
    /// <param name="readings">The readings, at least one, all of one KPI.</param>
    /// <param name="source">What they are, such as <c>own history</c>.</param>
    /// <exception cref="ArgumentException">There is no reading, they are of several KPIs, or no source is named.</exception>
    public static Benchmark FromReadings(IEnumerable<Reading> readings, string source)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Reading[] given = [.. readings];
        foreach (Reading reading in given) ArgumentNullException.ThrowIfNull(reading, nameof(readings));
        Kpi[] kpis = [.. given.Select(reading => reading.Kpi).Distinct()];
        if (kpis.Length != 1)
        {
            throw new ArgumentException(
                kpis.Length == 0 ? "No reading is given; give at least one." : $"The readings are of several KPIs: {string.Join(", ", kpis.Select(kpi => $"{kpi.Id} ({kpi.Formula})"))}. Give those of one.", nameof(readings));
        }

        bool isOneSegment = given.All(reading => reading.Segment == given[0].Segment), isBounded = given.All(reading => reading.Timeframe.IsBounded);
        return FromReadings(
            kpis[0], Statistic.Peer, [.. given.Select(reading => (isOneSegment ? reading.When : reading.Where, reading))], source,
            isBounded ? Timeframe.Between(given.Min(reading => reading.Timeframe.Start!.Value), given.Max(reading => reading.Timeframe.End!.Value)) : Timeframe.Always,
            segment: isOneSegment ? given[0].Segment : null);
    }

    /// <summary>Compares a reading with it.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="rules">What is demanded; <see cref="ComparisonRules.Default"/> when left out.</param>
    /// <returns>Where the reading stands; refused with every reason where it cannot be compared.</returns>
    public Standing Compare(Reading reading, ComparisonRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new Standing(reading, this, rules ?? ComparisonRules.Default, []);
    }

    /// <summary>The KPI, source and cohort in one line: <c>click_through_rate, Emplifi 2022-Q2, platform = paid social</c>.</summary>
    public override string ToString() => $"{KpiId}, {Origin}{(Cohort == Cohort.Everyone ? "" : $", {Cohort}")}";

    /// <summary>The source and when it is of.</summary>
    internal string Origin => (PeriodText, Published) switch
    {
        ({ Length: > 0 }, _) => $"{ShownSource} {DisplayText.Name(PeriodText)}",
        (_, { } published) => $"{ShownSource} {published}",
        _ => ShownSource,
    };

    /// <summary>
    /// Readings to compare another one with. Those without a value are left out and named. Readings of other definitions are a
    /// mistake of whoever calls. One's own caveats are those of the reading that is compared.
    /// </summary>
    internal static Benchmark FromReadings(
        Kpi kpi, Statistic statistic, IReadOnlyList<(string Name, Reading Reading)> readings, string source, Timeframe period, Reading? oneself = null,
        IReadOnlyList<string>? remarks = null, Segment? segment = null, string? shownSource = null)
    {
        (string Name, Reading Reading)[] known = [.. readings.Where(each => each.Reading.HasValue)];
        Unit[] units = [.. known.Select(each => each.Reading.Unit).Distinct()];
        List<string> leftOut = [.. remarks ?? [], .. readings.Where(each => !each.Reading.HasValue).GroupBy(each => each.Reading.Absence!.Value, each => DisplayText.Name(each.Name))
            .Select(names => $"{string.Join(", ", names)} {(names.Count() == 1 ? "has" : "have")} no value: {names.Key.Describe()}")];
        Refusal? flaw = units.Length > 1 ? Refusals.Currencies(units) : null;
        return new Benchmark(
            kpi.Id, kpi.Hash, units.Length > 0 ? units[0] : kpi.Unit,
            flaw is not null ? [] : [.. known.Select(each => BenchmarkFigure.Measured(statistic, BoundedValue.Of(each.Reading), each.Name))],
            source)
        {
            ShownSource = shownSource ?? DisplayText.Name(source),
            Definition = kpi.Formula.ToString(),
            Cohort = segment is null ? Cohort.Everyone : Cohort.Of(segment),
            Segment = segment,
            Period = period == Timeframe.Always ? null : period,
            PeriodText = period == Timeframe.Always ? "" : period.ToString(),
            SampleSize = statistic.Kind == StatisticKind.Peer ? known.Length : null,
            UnitText = (units.Length > 0 ? units[0] : kpi.Unit).ToString(),
            IncludesOneself = known.Any(each => each.Reading == oneself),
            IsPartial = known.Any(each => each.Reading.IsCut),
            Times = [.. known.Where(each => !each.Reading.IsUndated).Select(each => each.Reading.Timeframe).Distinct()],
            Remarks = leftOut,
            Caveats = [.. CaveatNotes.Of(known.Where(each => each.Reading != oneself))],
            Flaw = flaw,
        };
    }

    /// <summary>The same benchmark with other figures.</summary>
    internal Benchmark WithFigures(IReadOnlyList<BenchmarkFigure> figures)
    {
        Benchmark copy = (Benchmark)MemberwiseClone();
        copy.Figures = figures;
        return copy;
    }

    /// <summary>The same benchmark, to compare with by a calendar.</summary>
    internal Benchmark On(ReportingCalendar calendar)
    {
        Benchmark copy = (Benchmark)MemberwiseClone();
        copy.Calendar = calendar;
        return copy;
    }

    private static Benchmark Of(
        Kpi kpi, (Statistic Statistic, string Peer, Quantity Value)[] given, string source, Cohort? cohort, Timeframe? period, string argument, long? sampleSize, bool includesOneself)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentNullException.ThrowIfNull(source);
        BenchmarkFigure[] figures = [.. given.Select(each => new BenchmarkFigure(each.Statistic, each.Value.Value, each.Peer))];
        Unit[] units = [.. given.Select(each => each.Value.Unit).Distinct()];
        List<string> problems = [.. given.Select(each => Reading.GivenProblem(kpi, each.Value)).OfType<string>().Distinct()];
        if (problems.Count == 0 && units.Length > 1) problems.Add($"the figures are in {string.Join(" and ", units.Select(unit => unit.ToString()).Order(StringComparer.Ordinal))}; give them in one currency");
        problems.AddRange(BenchmarkRules.Problems(figures));
        string wrong = problems.Count > 0 ? argument : nameof(source);
        if (string.IsNullOrWhiteSpace(source)) problems.Add("no source is named; say who published or collected the figures");
        if (problems.Count > 0) throw new ArgumentException($"{string.Join("; ", problems)}.", wrong);
        Unit unit = units.Length > 0 ? units[0] : kpi.Unit;
        return new Benchmark(kpi.Id, kpi.Hash, unit, figures, source)
        {
            Definition = kpi.Formula.ToString(),
            Cohort = cohort ?? Cohort.Everyone,
            Period = period == Timeframe.Always ? null : period,
            PeriodText = period is null || period == Timeframe.Always ? "" : period.Value.ToString(),
            SampleSize = sampleSize,
            UnitText = unit.ToString(),
            IncludesOneself = includesOneself,
        };
    }
}
