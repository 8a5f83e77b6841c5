using NodaTime;

namespace SocialKpi;

/// <summary>
/// Where a goal stands as of a day: the figure, how far it has come and should have, what that means by which rule, and whether the goal
/// was achieved. Null is not zero: what nobody knows has no number.
/// </summary>
/// <remarks>
/// All of it follows from the goal, the day and the readings. After the deadline progress stays that of the deadline. Immutable and thread-safe.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class GoalEvaluation : IDisplayed
{
    internal GoalEvaluation(Goal goal, LocalDate asOf, GoalEvidence evidence)
    {
        (Goal, AsOf, Evidence) = (goal, CommonEra.Iso(asOf), evidence);
        int day = ReadingDays.Number(asOf);
        Day = Math.Min(day, goal.LastDay);
        HasStarted = day >= goal.FirstDay;
        if (HasStarted)
        {
            Elapsed = goal.Elapsed(Day);
            Due = goal.JudgesPeriods && evidence.Current?.Timeframe is { IsBounded: true } latest ? Math.Min(Day, ReadingDays.Of(latest).Last) : Day;
            ExpectedProgress = goal.Expected(Due, goal.Elapsed(Due));
            RawProgress = RawOf(evidence);
            if (IsPastItsRange) ExpectedProgress = 1;
        }

        Status = StatusNow();
        Verdict = VerdictOf(day);
    }

    internal GoalEvaluation(Goal goal, LocalDate asOf, IReadOnlyList<GoalEvaluation> parts)
    {
        (Goal, AsOf, Parts) = (goal, CommonEra.Iso(asOf), parts);
        GoalEvaluation first = parts[0];
        bool needsAll = goal.Terms.Scope.Combination == ScopeCombination.Each;
        (Day, HasStarted, Elapsed) = (first.Day, first.HasStarted, first.Elapsed);
        RawProgress = needsAll ? PartGoals.Weakest(parts) : PartGoals.Mean(parts);
        Status = needsAll ? PartGoals.Worst(parts) : PartGoals.StatusOfMean(goal, parts);

        // The latest periods of segments may differ, and then so does what is expected of each.
        GoalEvaluation standing = needsAll && PartGoals.Deciding(this) is { } at ? parts[at] : first;
        Due = standing.Due;
        ExpectedProgress = needsAll && parts.Any(part => part.Due != Due) ? standing.ExpectedProgress : PartGoals.Expected(parts);
        Verdict = needsAll ? PartGoals.VerdictOfAll(parts) : PartGoals.VerdictOfEach(parts);
    }

    /// <summary>What was evaluated.</summary>
    public Goal Goal { get; }

    /// <summary>The last day that counted.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The current figure (see <see cref="CurrentFigure"/>), absent with its reason; of a kept limit that of the last period. Null for steps and for several parts.</summary>
    public Reading? Current => Evidence.Current;

    /// <summary>How far it has come: 0 at the start, 1 at the target; below 0 when worse than the start, above 1 beyond the target. Null when nobody knows.</summary>
    public decimal? RawProgress { get; }

    /// <summary>The same between 0 and 1.</summary>
    public decimal? Progress => RawProgress is { } raw ? Math.Clamp(raw, 0, 1) : null;

    /// <summary>
    /// How far it should have come by now, or where the latest period is looked at by the end of that period, as later ones are not known yet;
    /// null before the goal's period and where nothing is expected yet. All of it for a sum that is past its range, as it does not come back.
    /// </summary>
    public decimal? ExpectedProgress { get; }

    /// <summary>The figure expected by now; null where progress does not run from a start to a target.</summary>
    public Quantity? ExpectedFigure => !Goal.IsMovement || ExpectedProgress is not { } expected ? null
        : Goal.Curve == ExpectedCurve.Linear && Parts.All(part => part.Due == Due) ? FigureAt(Goal.DaysPassed(Due), Goal.DaysInAll) ?? FigureAt(expected)
        : FigureAt(expected) is { } figure ? figure with { Value = ExactNumber.Settled(figure.Value) } : null;

    /// <summary>
    /// Expected less raw progress, to 20 decimals: 0.1 is 10 percentage points behind, a negative gap is ahead. Null where either is not
    /// known, or the difference too large to hold.
    /// </summary>
    public decimal? Gap => RawProgress is { } raw && ExpectedProgress is { } expected ? Held(() => decimal.Round(expected - raw, ExactNumber.SettledDigits)) : null;

    /// <summary>Raw ÷ expected progress: 1 is just as expected. Null where either is not known, nothing is expected, or the quotient is too large to hold.</summary>
    public decimal? Pace => RawProgress is { } raw && ExpectedProgress is { } expected and > 0 ? Held(() => raw / expected) : null;

    /// <summary>Of a target with zones the highest that was reached; null for others, and when nobody knows.</summary>
    public GoalZone? Zone => GoalZones.Of(Goal, Current);

    /// <summary>How it is going.</summary>
    public GoalStatus Status { get; }

    /// <summary>The name of the rule by which the status is told.</summary>
    public string RuleName => Goal.Terms.StatusRule.Name;

    /// <summary>Whether it was achieved.</summary>
    public GoalVerdict Verdict { get; }

    /// <summary>The day by which it was first reached, for verdict rules that look at it (once reached, or late) and for steps; null otherwise.</summary>
    public LocalDate? ReachedOn => Evidence.ReachedOn;

    /// <summary>What comes of it if it goes on like this, and what it would take; null where the data do not carry that, and the reasons say why.</summary>
    public GoalForecast? Forecast => GoalForecast.Of(this, out _);

    /// <summary>
    /// How much of the time so far the observations cover: days, or for a kept limit periods; of several parts the mean. Null before the period and for steps.
    /// </summary>
    public decimal? Coverage => !HasStarted || Goal.HasSteps ? null
        : Parts.Count > 0 ? Parts.Average(part => part.Coverage)
        : !Goal.IsKept ? (decimal)Evidence.ObservedDays / (Day - Goal.FirstDay + 1)
        : Evidence.Possible == 0 ? null : (decimal)Evidence.Known / Evidence.Possible;

    /// <summary>Of a goal whose segments are judged one by one, the evaluation of each; empty for others.</summary>
    public IReadOnlyList<GoalEvaluation> Parts { get; } = [];

    /// <summary>The evaluation as plain values, for libraries of charts and tables: one row, or where segments are judged one by one, one for each.</summary>
    public IReadOnlyList<GoalRow> Rows => Parts.Count == 0
        ? [GoalRow.Of(this, Goal.Terms.Scope.Together)]
        : [.. Parts.Zip(Goal.Terms.Scope.Segments, GoalRow.Of)];

    /// <summary>How all this came about, in sentences; composed when asked for.</summary>
    public IReadOnlyList<string> Reasons => [.. GoalText.Reasons(this)];

    internal GoalEvidence Evidence { get; }

    /// <summary>The day of the evaluation or the deadline, whichever is earlier, as days since 1970-01-01.</summary>
    internal int Day { get; }

    /// <summary>The last day of which the current figure should be what is expected: that day, or of the latest period its own last day.</summary>
    internal int Due { get; }

    internal bool HasStarted { get; }

    /// <summary>The last day of which something is known: that an observation covers, or on which a step was done.</summary>
    internal LocalDate? ObservedOn => Parts.Count > 0 ? Parts.Max(part => part.ObservedOn)
        : Goal.HasSteps ? Goal.Steps.Max(step => step.DoneOn <= AsOf ? step.DoneOn : null)
        : Evidence.LastDay;

    /// <summary>How much of the period has passed.</summary>
    internal decimal Elapsed { get; }

    /// <summary>Whether the last observation is older than it may be; never where a period without one is a miss, and so is known, nor
    /// where a sum that only adds up is at its target, which no later observation takes back. Of several parts whether any is.</summary>
    internal bool IsStale => Parts.Count > 0 ? Parts.Any(part => part.IsStale)
        : !(Goal.OnlyAdds && Goal.Shape == GoalShape.Increase && RawProgress >= 1) && !Goal.HasSteps && !MissesWhatIsMissing && Evidence.LastDay is { } last && Day - ReadingDays.Number(last) > StaleAfterDays;

    internal int StaleAfterDays => Goal.Terms.DataPolicy.StaleAfterDays ?? 2 * Evidence.Interval;

    /// <summary>Whether a period without a reading counts as one in which the limit was not kept.</summary>
    internal bool MissesWhatIsMissing => Goal.IsKept && Goal.Terms.DataPolicy.MissingPeriods == MissingPeriods.CountAsMiss;

    /// <summary>Whether a sum that only adds up is above the range in which it should end.</summary>
    internal bool IsPastItsRange => HasStarted && Goal.OnlyAdds && Goal.Shape == GoalShape.InRange && RawProgress is not null && Current!.Value > Goal.Upper!.Value.Value;

    /// <summary>Whether between the latest period and the deadline there was time for another one, of which nothing is known. A February is a tenth shorter than a January.</summary>
    internal bool LacksLastPeriod => Goal.JudgesPeriods && Current?.Timeframe is { IsBounded: true } latest
        && (Goal.LastDay - Due) * 31 >= ReadingDays.Of(latest).Length * 28;

    internal bool IsEarly => AsOf < Goal.Deadline && Elapsed < Goal.Terms.DataPolicy.EarlyShare;

    /// <summary>Whether it was reached after the deadline, and within the days that the goal allows.</summary>
    internal bool WasReachedLate => ReachedOn > Goal.Deadline && ReadingDays.Number(ReachedOn.Value) <= Goal.LastDay + Goal.Terms.VerdictRule.LateDays;

    internal bool IsSuccess => RawProgress >= Goal.Terms.Ambition.SuccessAt;

    /// <summary>One line: <c>OnTrack, 76 %, expected 50 %, by rule GapPoints(5, 25)</c>; the same under every culture.</summary>
    public override string ToString() => DisplayText.Visible(GoalText.Summary(this));

    /// <summary>The goal, where it stands, and how that came about, as Markdown; the same under every culture.</summary>
    public string ToMarkdown() => GoalDisplay.Markdown(this);

    /// <summary>The same as a self-contained HTML fragment, readable on light and dark pages, with a bar of the progress and a mark where it should be.</summary>
    public string ToHtml() => GoalDisplay.Html(this);

    /// <summary>The figure at a progress.</summary>
    internal Quantity? FigureAt(decimal progress)
    {
        (Quantity start, Quantity level) = (Goal.Start!.Value, Goal.Level!.Value);
        try
        {
            return start with { Value = progress == 1 ? level.Value : start.Value + (progress * (level.Value - start.Value)) };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The figure at a part of the way, which is divided last: 20 of 30 days of 300 are 200 and not 200.000…01.</summary>
    private Quantity? FigureAt(int part, int whole)
    {
        (Quantity start, Quantity level) = (Goal.Start!.Value, Goal.Level!.Value);
        return Held(() => start.Value + ((level.Value - start.Value) * part / whole)) is { } figure ? start with { Value = figure } : null;
    }

    /// <summary>A number, or null where a decimal cannot hold it.</summary>
    internal static decimal? Held(Func<decimal> number)
    {
        try
        {
            return number();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private decimal? RawOf(in GoalEvidence evidence)
    {
        if (Goal.HasSteps)
        {
            LocalDate until = AsOf < Goal.Deadline ? AsOf : Goal.Deadline;
            return Goal.WeightOf(step => step.DoneOn <= until);
        }

        if (!Goal.IsKept) return Goal.ProgressOf(evidence.Current);
        int counted = MissesWhatIsMissing ? evidence.Possible : evidence.Known;
        return counted == 0 ? null : (decimal)evidence.Met / counted;
    }

    private GoalStatus StatusNow()
    {
        if (!HasStarted) return GoalStatus.NotStarted;
        if (IsEarly) return GoalStatus.TooEarly;
        if (RawProgress is not { } raw) return GoalStatus.NoData;
        if (IsStale) return GoalStatus.Stale;
        if (ExpectedProgress is not { } expected) return raw >= 1 ? GoalStatus.OnTrack : GoalStatus.TooEarly;
        GoalPosition position = new(raw, expected, Goal.Elapsed(Due));
        if (ExpectedFigure is { } figure)
            position = position with { Current = Current!.Value, ExpectedFigure = figure.Value, LowerIsBetter = Goal.Shape == GoalShape.Decrease };
        return Goal.Terms.StatusRule.StatusOf(position);
    }

    private GoalVerdict VerdictOf(int day)
    {
        VerdictRule rule = Goal.Terms.VerdictRule;
        int maturity = Goal.Terms.DataPolicy.MaturationDays;
        bool wasReached = ReachedOn is { } reached && reached <= Goal.Deadline && (rule.CountsOnceReached || Goal.HasSteps);
        if (wasReached && day > ReadingDays.Number(ReachedOn!.Value) + maturity) return GoalVerdict.Achieved;
        if (day <= Goal.LastDay + maturity) return GoalVerdict.Pending;
        bool isKnown = RawProgress is not null && !IsStale && !LacksLastPeriod;
        bool isReachedForGood = Goal.OnlyAdds && Goal.Shape == GoalShape.Increase;
        if ((isKnown || isReachedForGood) && IsSuccess) return GoalVerdict.Achieved;
        if (WasReachedLate && day > ReadingDays.Number(ReachedOn!.Value) + maturity) return GoalVerdict.AchievedLate;
        if (rule.LateDays > 0 && day <= Goal.LastDay + rule.LateDays + maturity) return GoalVerdict.Pending;
        if (!isKnown || Goal.Shape == GoalShape.EstablishBaseline) return GoalVerdict.Unknown;
        return RawProgress >= rule.PartialFrom || Zone >= GoalZone.Commit ? GoalVerdict.Partial : GoalVerdict.NotAchieved;
    }
}
