using System.Globalization;

namespace SocialKpi;

/// <summary>
/// Where a reading stands against a benchmark: how far from its middle, in which part of it, at which place; or every reason why
/// it is not compared.
/// </summary>
/// <remarks>
/// What cannot be said is null, and <see cref="Notes"/> say why where that is not plain. Exact decimals throughout; what a
/// decimal cannot hold is rounded once, half-even, to 28 digits. Immutable and thread-safe.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class Standing : IDisplayed
{
    private const string Outside = "it lies outside what a decimal can hold";

    private readonly List<string> _notes = [];
    private BoundedValue? _centre;
    private BoundedValue? _lowerQuartile;
    private BoundedValue? _upperQuartile;

    internal Standing(Reading reading, Benchmark against, ComparisonRules rules, IReadOnlyList<CohortTrait> relaxed, string? note = null)
    {
        (Reading, Against, Relaxed) = (reading, against, relaxed);
        BenchmarkFigure[] figures = [.. against.Figures.Where(figure => rules.Kind is null || figure.Statistic.Kind == rules.Kind)];
        Refusals = [.. SocialKpi.Refusals.Of(reading, against, figures, rules)];
        if (IsRefused) return;

        if (note is not null) _notes.Add(note);
        _notes.AddRange(against.Remarks);
        if (against.Period is null && against.PeriodText.Length > 0) _notes.Add($"'{against.PeriodText}' is no time that can be read, so it is not known whether {against.Source} is of the reading's");
        if (IsOfEarlierTime) _notes.Add(against.Period is null ? $"{against.Source} was published in {against.Published}, after {reading.When}" : $"{against.Origin} is of a later time than {reading.When}");
        _notes.AddRange(CaveatNotes.Of([(reading.Where, reading)]).Concat(against.Caveats).Distinct());
        Kind = figures[0].Statistic.Kind;
        Action<BenchmarkFigure[], ComparisonRules> position = Kind switch
        {
            StatisticKind.Peer => AmongPeers,
            StatisticKind.Quantile => (all, _) => BetweenQuantiles(all),
            _ => (all, _) => _centre = BoundedValue.Of(all[0]),
        };
        position(figures, rules);
        FromCentre();
        if (_lowerQuartile is { } lower && _upperQuartile is { } upper)
        {
            Band = (Own.OrderTo(lower), Own.OrderTo(upper)) switch
            {
                ( < 0, _) => QuartileBand.Lowest,
                (_, > 0) => QuartileBand.Highest,
                _ when ReferenceValues.Order(Own.Lower, lower.Upper) >= 0 && ReferenceValues.Order(Own.Upper, upper.Lower) <= 0 => QuartileBand.Middle,
                _ => null,
            };
        }

        int? side = SideOf(figures);
        (Side, Verdict) = (side ?? 0, Judge(side));
        if (side is null && Direction is Direction.HigherIsBetter or Direction.LowerIsBetter)
            _notes.Add($"no verdict: it {Own.Describe(reading.Unit)}, {(_centre is { } centre ? $"{CentreName} {centre.Describe(reading.Unit)}, so {Own.OpenOrderTo(centre)}" : $"and {NoMedian}")}");
    }

    internal Standing(Reading reading, Refusal refusal) => (Reading, Relaxed, Refusals) = (reading, [], [refusal]);

    /// <summary>What is compared.</summary>
    public Reading Reading { get; }

    /// <summary>What it is compared with; null when there is no benchmark at all.</summary>
    public Benchmark? Against { get; }

    /// <summary>The traits of the cohort asked for that the benchmark leaves open; empty when it is of that cohort, or none was asked for.</summary>
    public IReadOnlyList<CohortTrait> Relaxed { get; }

    /// <summary>Why it is not compared: all reasons; empty when it is.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Whether it is not compared.</summary>
    public bool IsRefused => Refusals.Count > 0;

    /// <summary>What sort of figures it is compared with.</summary>
    public StatisticKind Kind { get; }

    /// <summary>The median of peers or of published quantiles, else the mean or the single figure; null when quantiles are known and the median is not.</summary>
    public Quantity? Centre => QuantityOf(_centre);

    /// <summary>The reading less the centre; of two ratios in percentage points.</summary>
    public Quantity? Difference { get; private set; }

    /// <summary>The reading ÷ the centre: 1.2 is a fifth more. Only of a reading that is not negative and a centre above zero.</summary>
    public decimal? Ratio { get; private set; }

    /// <summary>
    /// 100 at the median (or the single figure), and the higher the better: 100 × reading ÷ median, or 100 × median ÷ reading where lower is
    /// better. Null of a mean, of a median that is zero or negative, of a negative reading, where lower is better of a reading that is zero, and where a
    /// decimal cannot hold it.
    /// </summary>
    public decimal? Index { get; private set; }

    /// <summary>The first quartile, where it is known or calculated from peers.</summary>
    public Quantity? LowerQuartile => QuantityOf(_lowerQuartile);

    /// <summary>The third quartile, where it is known or calculated from peers.</summary>
    public Quantity? UpperQuartile => QuantityOf(_upperQuartile);

    /// <summary>Where the reading lies against both quartiles, where they are known; null where that cannot be told within its bounds and theirs.</summary>
    public QuartileBand? Band { get; }

    /// <summary>
    /// The percentage of peers below: counted among raw peers, or interpolated where the reading lies between two published quantiles. Null where its
    /// bounds leave it open, which a note says.
    /// </summary>
    public PercentileRank? PercentileRank { get; private set; }

    /// <summary>0.6745 × (reading − median) ÷ MAD, MAD being the median distance of the peers from their median; only of raw peers that differ.</summary>
    public decimal? RobustZ { get; private set; }

    /// <summary>The place among the peers, oneself included, the best first; only of raw peers, a KPI with a better way, and where no bounds leave the place open.</summary>
    public PeerRank? Rank { get; private set; }

    /// <summary>Whether it is better, by the direction of the KPI. None where the bounds of both (<see cref="Reading.Bounds"/>) leave open which is the greater: a note names them.</summary>
    public Verdict Verdict { get; }

    /// <summary>The standing as plain values, for libraries of charts and tables: one row.</summary>
    public IReadOnlyList<StandingRow> Rows => [StandingRow.Of(this)];

    /// <summary>What must be known beside the figures: peers without a value, the caveats of the reading and of those it is compared with, and why a difference, ratio, index, robust z, rank or verdict is missing (of a KPI without a better way there is no verdict).</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>How many peers it is compared with; null when it is compared with no raw peers.</summary>
    internal int? Peers { get; private set; }

    /// <summary>1 when the reading is greater, -1 when it is less, 0 when it is the same or nobody can say.</summary>
    internal int Side { get; }

    /// <summary>Whether all of the reading's time lies before that of the benchmark, or where that is not known before its publication.</summary>
    internal bool IsOfEarlierTime => (Against?.Period ?? Against?.Published)?.Start is { } start && Reading.Timeframe.End is { } end && end <= start;

    private Direction Direction => Reading.Kpi.Direction;

    private string NoMedian => Kind == StatisticKind.Quantile ? "the median is not known" : "the median lies outside what a decimal can hold";

    private BoundedValue Own => BoundedValue.Of(Reading);

    private string CentreName => Kind switch
    {
        StatisticKind.Mean => "the mean",
        StatisticKind.Single => "what it is compared with",
        _ => "the median",
    };

    /// <summary>The standing as aligned text, the same under every culture.</summary>
    public override string ToString() => StandingText.Text(this);

    /// <summary>The standing as a Markdown table.</summary>
    public string ToMarkdown() => StandingText.Markdown(this);

    /// <summary>The standing as a self-contained HTML fragment, readable on light and dark pages, with the verdict and the place among the others.</summary>
    public string ToHtml() => StandingHtml.Write(this);

    private void AmongPeers(BenchmarkFigure[] figures, ComparisonRules rules)
    {
        BoundedValues bounded = new([.. figures.Select(BoundedValue.Of)]);
        ReferenceValues peers = bounded.Values;
        Peers = peers.Count;
        decimal value = Reading.Value;
        Quantile middle = Quantile.At(50, rules.QuantileType);
        (_centre, _lowerQuartile, _upperQuartile) = (At(middle), At(Quantile.At(25, rules.QuantileType)), At(Quantile.At(75, rules.QuantileType)));
        decimal? distance = _centre is { Value: var median } ? peers.MedianDistance(median, middle) : null;
        if (distance > 0) RobustZ = ReferenceValues.RobustZ(Beside(_centre!.Value.Value), _centre.Value.Value, distance.Value);
        if (RobustZ is null) _notes.Add($"no robust z: {(distance == 0 ? "half of the peers or more have the median" : Outside)}");

        int below = peers.Below(value), equal = peers.Equal(value);
        int twice = rules.PercentileRank switch
        {
            PercentileRankKind.Strict => 2 * below,
            PercentileRankKind.Weak => 2 * (below + equal),
            _ => (2 * below) + equal,
        };
        int better = Direction == Direction.LowerIsBetter ? below : peers.Count - below - equal;
        int oneself = Against!.IncludesOneself && equal > 0 ? 1 : 0;
        if (Against.IncludesOneself && equal == 0) _notes.Add($"{Reading} is not among the peers, of whom one should be oneself: it is ranked beside all of them");

        // Within its bounds it may be above or below itself too, which says nothing.
        BoundedValue own = Own;
        int unsettled = figures.Select(BoundedValue.Of).Count(peer => own.OrderTo(peer) is null) - (oneself == 1 && own.OrderTo(own) is null ? 1 : 0);
        if (unsettled > 0)
        {
            _notes.Add(string.Create(CultureInfo.InvariantCulture, $"no rank and no percentile rank: within the bounds of both it may be above or below {unsettled} of {peers.Count - oneself} peers"));
            return;
        }

        PercentileRank = new PercentileRank(ReferenceValues.Quotient(twice, 2 * peers.Count, 100)!.Value, rules.PercentileRank);
        if (Direction is Direction.HigherIsBetter or Direction.LowerIsBetter)
            Rank = new PeerRank(better + 1, peers.Count + 1 - oneself, Math.Max(0, equal - oneself));

        BoundedValue? At(Quantile quantile) => bounded.Read(values => values.At(quantile));
    }

    private void BetweenQuantiles(BenchmarkFigure[] figures)
    {
        (_centre, _lowerQuartile, _upperQuartile) = (At(50), At(25), At(75));
        BenchmarkFigure[] known = [.. figures.OrderBy(figure => figure.Statistic.Percent)];
        if (known.FirstOrDefault(figure => OrderTo(figure) is null) is { } within)
        {
            _notes.Add($"no percentile rank: it {Own.Describe(Reading.Unit)}, the {within.Statistic} {BoundedValue.Of(within).Describe(Reading.Unit)}, so {Own.OpenOrderTo(BoundedValue.Of(within))}");
            return;
        }

        BenchmarkFigure? low = known.LastOrDefault(figure => OrderTo(figure) >= 0), high = known.FirstOrDefault(figure => OrderTo(figure) <= 0);
        if (low is null || high is null)
        {
            if (known.Length > 1) _notes.Add(low is null ? $"below the {known[0].Statistic}, the lowest quantile published" : $"above the {known[^1].Statistic}, the highest quantile published");
            return;
        }

        (PercentileRank? rank, PercentileRank? lower, PercentileRank? upper) = (RankOf(Reading.Value), RankOf(Own.Lower), RankOf(Own.Upper));
        if (lower == upper) PercentileRank = rank;
        else _notes.Add($"no percentile rank: it {Own.Describe(Reading.Unit)}, whose own are {lower} and {upper}");

        // A value that several quantiles share lies in the middle of them.
        PercentileRank? RankOf(decimal value)
        {
            decimal? height = OrderTo(low) == 0 && OrderTo(high) == 0
                ? (low.Statistic.Percent + high.Statistic.Percent) / 2
                : ReferenceValues.Height(value, (low.Value, low.Statistic.Percent), (high.Value, high.Statistic.Percent));
            return height is { } percent ? new PercentileRank(percent, PercentileRankKind.Interpolated) : null;
        }

        BoundedValue? At(decimal at) => figures.FirstOrDefault(figure => figure.Statistic.Percent == at) is { } figure ? BoundedValue.Of(figure) : null;
    }

    private void FromCentre()
    {
        if (_centre is not { Value: var centre })
        {
            _notes.Add($"no difference, no ratio and no index: {NoMedian}");
            return;
        }

        decimal value = Beside(centre);
        try
        {
            Difference = new Quantity(value, Reading.Unit) - Centre!.Value;
        }
        catch (OverflowException)
        {
            _notes.Add($"no difference: {Outside}");
        }

        if (value < 0 || centre < 0)
        {
            _notes.Add("no ratio and no index: of negative values they mean nothing");
            return;
        }

        if (centre == 0)
        {
            _notes.Add($"no ratio{(Kind == StatisticKind.Mean ? "" : " and no index")}: {CentreName} is zero");
            return;
        }

        Ratio = ReferenceValues.Quotient(value, centre);
        if (Ratio is null) _notes.Add($"no ratio: {Outside}");
        if (Kind == StatisticKind.Mean) return;
        Index = Direction == Direction.LowerIsBetter ? ReferenceValues.Quotient(centre, value, 100) : ReferenceValues.Quotient(value, centre, 100);
        if (Index is null) _notes.Add($"no index: {(value == 0 ? "the value is zero" : Outside)}");
    }

    /// <summary>1 above the centre, -1 below it, 0 on it; without a centre by the quantiles above or below which it lies. Null where nobody can say.</summary>
    private int? SideOf(BenchmarkFigure[] figures) => _centre is { } centre ? Own.OrderTo(centre)
        : Kind != StatisticKind.Quantile ? null
        : figures.Any(figure => figure.Statistic.Percent > 50 && OrderTo(figure) > 0) ? 1
        : figures.Any(figure => figure.Statistic.Percent < 50 && OrderTo(figure) < 0) ? -1
        : null;

    private int? OrderTo(BenchmarkFigure figure) => Own.OrderTo(BoundedValue.Of(figure));

    /// <summary>The value to calculate with beside another one: that one itself where both are the same but for the last digit of a division.</summary>
    private decimal Beside(decimal other) => ReferenceValues.Order(Reading.Value, other) == 0 ? other : Reading.Value;

    private Verdict Judge(int? side) => (Direction, side) switch
    {
        (not (Direction.HigherIsBetter or Direction.LowerIsBetter), _) or (_, null) => Verdict.None,
        (_, 0) => Verdict.Level,
        (Direction.HigherIsBetter, > 0) or (Direction.LowerIsBetter, < 0) => Verdict.Better,
        _ => Verdict.Worse,
    };

    private Quantity? QuantityOf(BoundedValue? figure) => figure is { Value: var known } ? new Quantity(known, Reading.Unit) : null;
}
