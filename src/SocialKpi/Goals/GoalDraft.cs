using System.Text;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// What somebody has written down of a goal so far; everything may be left out, and nothing is guessed. <see cref="CheckSmart"/> says what is
/// open, <see cref="ToGoal"/> makes the goal once nothing is.
/// </summary>
/// <remarks>Immutable and thread-safe. Add answers with <c>draft with { Due = … }</c>.</remarks>
public sealed partial record GoalDraft
{
    private readonly Period? _length;

    /// <summary>The goal in the words of whoever wrote it; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>What is measured; null while no KPI is chosen.</summary>
    public Kpi? Kpi { get; init; }

    /// <summary>What is measured, in words, while no KPI is chosen; empty for nothing.</summary>
    public string Metric { get; init; } = "";

    /// <summary>What is asked; null when it is not said whether the figure should rise, fall, grow again and again, or be kept.</summary>
    public GoalShape? Shape { get; init; }

    /// <summary>The number asked for: the target, the limit that is kept, or the rate of recurring growth.</summary>
    public DraftAmount? Amount { get; init; }

    /// <summary>Whether the number is a level, a gain, per cent of the baseline or percentage points; null when it is not said.</summary>
    public GoalTargetForm? Form { get; init; }

    /// <summary>Of zones what is committed; the target is <see cref="Amount"/>.</summary>
    public Quantity? Commit { get; init; }

    /// <summary>Of zones the stretch.</summary>
    public Quantity? Stretch { get; init; }

    /// <summary>The lower limit of a range.</summary>
    public DraftAmount? Lower { get; init; }

    /// <summary>The upper limit of a range.</summary>
    public DraftAmount? Upper { get; init; }

    /// <summary>The figure to start from.</summary>
    public DraftAmount? Baseline { get; init; }

    /// <summary>Of when the baseline is. Said without a figure, it says which figure to look up.</summary>
    public Timeframe? BaselinePeriod { get; init; }

    /// <summary>Whether the baseline was measured.</summary>
    public bool IsBaselineMeasured { get; init; }

    /// <summary>Where the baseline comes from; empty when nobody said.</summary>
    public string BaselineSource { get; init; } = "";

    /// <summary>In which periods a limit is kept or growth recurs.</summary>
    public Grain? Per { get; init; }

    /// <summary>The first day.</summary>
    public LocalDate? Start { get; init; }

    /// <summary>The last day.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>A time at whose end it is due, such as a year: its last day is taken, which the check says.</summary>
    public Timeframe? DueIn { get; init; }

    /// <summary>The last day without its year, such as 31 December.</summary>
    public AnnualDate? DueDay { get; init; }

    /// <summary>How long it takes, such as six months. With <see cref="Start"/> it says the last day.</summary>
    /// <exception cref="ArgumentException">It has hours or less, or is not above zero.</exception>
    public Period? Length
    {
        get => _length;
        init => _length = value is null or { HasTimeComponent: false, Years: >= 0, Months: >= 0, Weeks: >= 0, Days: >= 0 } && value != Period.Zero
            ? value
            : throw new ArgumentException($"A goal takes whole days, and at least one; '{value}' is something else.", nameof(value));
    }

    /// <summary>The parts of the facts it is for, such as platforms; <see cref="Segment.Whole"/> alone for everything; null when it is not said.</summary>
    public IReadOnlyList<Segment>? Segments { get; init; }

    /// <summary>How several parts meet the goal: summed, each, or apart; null when it is not said.</summary>
    public ScopeCombination? Combination { get; init; }

    /// <summary>Of what posts collect, whether the mean of a post is meant (true) or the sum of all posts (false); null when it is not said.</summary>
    public bool? IsPerPost { get; init; }

    /// <summary>Of when a stock in a denominator is, in words, such as <c>followers at the end of the period</c>; empty when it is not said.</summary>
    public string DenominatorDate { get; init; } = "";

    /// <summary>What the result should come through, such as <c>social media</c>; empty when all of the figure counts.</summary>
    public string Through { get; init; } = "";

    /// <summary>By which rule a result counts as come through there, such as <c>entry point of the visit</c>; empty when it is not said.</summary>
    public string Attribution { get; init; } = "";

    /// <summary>Other results that the same sentence asks for, in words.</summary>
    public IReadOnlyList<string> OtherResults { get; init; } = [];

    /// <summary>The steps of a goal without a KPI.</summary>
    public IReadOnlyList<Milestone> Steps { get; init; } = [];

    /// <summary>Everything else that was agreed. Its scope is not looked at: that is <see cref="Segments"/> and <see cref="Combination"/>.</summary>
    public GoalTerms Terms { get; init; } = new();

    /// <summary>What the draft is called: its words, its name, or what it measures.</summary>
    internal string Title => Text.Length > 0 ? Text : Terms.Name.Length > 0 ? Terms.Name : Kpi?.Label ?? (Metric.Length > 0 ? Metric : "goal");

    internal bool HasSteps => Shape is GoalShape.Milestones or GoalShape.YesNo;

    internal bool IsKept => Shape is GoalShape.KeepAtOrAbove or GoalShape.KeepAbove or GoalShape.KeepAtOrBelow or GoalShape.KeepBelow;

    internal bool IsMovement => Shape is GoalShape.Increase or GoalShape.Decrease;

    internal bool Falls => Shape is GoalShape.Decrease or GoalShape.KeepAtOrBelow or GoalShape.KeepBelow;

    /// <summary>Whether the KPI begins at zero and adds up over the period.</summary>
    internal bool AddsUp => Kpi?.Nature() == KpiNature.Accumulating && Terms.Current != CurrentFigure.LatestPeriod;

    /// <summary>How the number is meant: as said, or the only way in which it can be: per cent of a KPI that is not in per cent itself.</summary>
    internal GoalTargetForm? SettledForm => Form ?? (IsInPercent && Kpi is { } kpi && !IsRatio(kpi.Unit)
        ? Amount!.Quantity?.Unit == Unit.PercentagePoints ? GoalTargetForm.PercentagePoints : GoalTargetForm.Relative
        : null);

    internal bool IsInPercent => Amount is { } amount && (amount.Quantity is { } quantity ? IsRatio(quantity.Unit) : amount.Text.Contains('%', StringComparison.Ordinal));

    /// <summary>The unit of the amount as far as it is said: a change that is relative, or in points, has a sign of its own, whatever the KPI's figures have.</summary>
    internal static Unit UnitOfAmount(Unit plain, GoalShape? shape, GoalTargetForm? form) => form switch
    {
        GoalTargetForm.PercentagePoints => Unit.PercentagePoints,
        GoalTargetForm.Relative => Unit.Ratio,
        _ => shape == GoalShape.RecurringGrowth ? Unit.Ratio : plain,
    };

    /// <summary>The unit that an amount of the draft is in.</summary>
    internal Unit UnitOf(DraftAmount amount)
    {
        Unit plain = Kpi?.Unit ?? Unit.Number;
        return ReferenceEquals(amount, Amount) ? UnitOfAmount(plain, Shape, Form) : plain;
    }

    internal static bool IsRatio(Unit unit) => unit.Kind is UnitKind.Ratio or UnitKind.PercentagePoints;

    /// <summary>What is to be reached, as far as it can be worked out.</summary>
    internal Quantity? Level
    {
        get
        {
            if (!IsMovement || Amount?.Quantity is not { } amount || SettledForm is not { } form) return null;
            if (form is GoalTargetForm.Level or GoalTargetForm.Zones) return amount;
            if (Baseline?.Quantity is not { } baseline) return null;
            try
            {
                decimal change = form == GoalTargetForm.Relative ? baseline.Value * amount.Value : amount.Value;
                return baseline with { Value = Falls ? baseline.Value - change : baseline.Value + change };
            }
            catch (OverflowException)
            {
                return null;
            }
        }
    }

    /// <summary>The last day, as far as it is known or follows from what is said.</summary>
    internal LocalDate? LastDay => Due ?? DayAfterLength ?? DueIn?.End?.Date.PlusDays(-1);

    /// <summary>The last day by start and length.</summary>
    internal LocalDate? DayAfterLength => Start is { } start && Length is { } length ? start.Plus(length).PlusDays(-1) : null;

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Text).Part(Kpi).Part(Metric).Part(Shape).Part(Amount).Part(Form).Part(Commit).Part(Stretch).Part(Lower).Part(Upper).Part(Baseline)
        .Part(BaselinePeriod).Part(IsBaselineMeasured).Part(BaselineSource).Part(Per).Part(Start).Part(Due).Part(DueIn).Part(DueDay).Part(Length)
        .Part(Segments).Part(Combination).Part(IsPerPost).Part(DenominatorDate).Part(Through).Part(Attribution).Part(OtherResults).Part(Steps)
        .Part(Terms)
        .IsWritten;
}
