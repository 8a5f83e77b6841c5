using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>What must hold for a goal; every breach is an issue of its own, with its remedy. Works out the goal's figures on the way.</summary>
internal sealed class GoalRules
{
    private readonly GoalParts _parts;
    private readonly List<DefinitionIssue> _issues;
    private readonly string _subject;
    private readonly KpiNature _nature;

    private GoalRules(GoalParts parts, List<DefinitionIssue> issues)
    {
        (_parts, _issues) = (parts, issues);
        _subject = parts.Terms.Id.Length > 0 ? $"goal {parts.Terms.Id}" : parts.Terms.Name.Length > 0 ? $"goal '{parts.Terms.Name}'" : parts.Kpi is { } kpi ? $"goal for {kpi.Id}" : "goal";
        _nature = parts.Kpi?.Nature() ?? KpiNature.Rate;
    }

    /// <summary>Whether the current figure begins at zero on the first day, whatever the baseline was.</summary>
    private bool BeginsAtZero => _nature == KpiNature.Accumulating && _parts.Terms.Current != CurrentFigure.LatestPeriod;

    /// <summary>Adds all issues to the list; the figures mean something only where there are none, and nothing is missing of the parts.</summary>
    public static GoalFigures Check(GoalParts parts, List<DefinitionIssue> issues) => new GoalRules(parts, issues).Check();

    private GoalFigures Check()
    {
        bool hasPeriod = _parts.HasPeriod && CheckPeriod();
        CheckTerms(hasPeriod);
        if (!_parts.HasShape) return new();
        CheckShape();
        CheckUnits();
        GoalFigures figures = _parts.Shape switch
        {
            GoalShape.Increase or GoalShape.Decrease => Movement(),
            GoalShape.RecurringGrowth => Growth(hasPeriod),
            GoalShape.InRange => Range(),
            GoalShape.Milestones or GoalShape.YesNo => Steps(hasPeriod),
            GoalShape.EstablishBaseline => new(),
            _ => Kept(hasPeriod),
        };
        return figures with { Nature = _nature, Unit = (_parts.Baseline?.Quantity ?? _parts.Target?.Amount ?? _parts.Lower ?? _parts.Upper)?.Unit };
    }

    private bool CheckPeriod()
    {
        Timeframe period = _parts.Period;
        if (period is not { Start: { } start, End: { } end })
        {
            Issue($"its period '{period}' is open; give it a first and a last day");
            return false;
        }

        if (start.TimeOfDay != LocalTime.Midnight || end.TimeOfDay != LocalTime.Midnight)
        {
            Issue($"its period {period} begins or ends within a day; give whole days");
            return false;
        }

        if (_parts.Terms.DayCount == DayCount.DayDifference && Period.DaysBetween(start.Date, end.Date) == 1)
            Issue($"its period {period} is one day, between whose ends lies no day to count; use DayCount.InclusiveBoth");
        return true;
    }

    private void CheckTerms(bool hasPeriod)
    {
        GoalTerms terms = _parts.Terms;
        if (terms.Id.Length > 0 && !Identifier.IsDotted(terms.Id.Replace('-', '_'))) Issue($"'{terms.Id}' is not an id: {Identifier.Rule}; words may be joined by dots and hyphens");
        foreach (string problem in terms.Scope.Problems()) Issue(problem);
        if (!Enum.IsDefined(terms.DayCount)) Issue("its day count is not one that there is; use DayCount.InclusiveBoth or DayCount.DayDifference");
        if (terms.Current is { } current && !Enum.IsDefined(current)) Issue("its current figure is not one that there is; use CurrentFigure.ToDate or CurrentFigure.LatestPeriod");
        if (!Enum.IsDefined(terms.DataPolicy.MissingPeriods)) Issue("what a missing period means is not one that there is; use MissingPeriods.Exclude or MissingPeriods.CountAsMiss");
        if (hasPeriod)
        {
            foreach (LocalDate day in terms.CheckIns.Where(day => !_parts.Period.Contains(day)))
                Issue($"the check-in on {TimeframeText.Write(day)} lies outside its period {_parts.Period}; move it inside");
        }

    }

    private void CheckShape()
    {
        GoalTerms terms = _parts.Terms;
        bool isMovement = _parts.Shape is GoalShape.Increase or GoalShape.Decrease or GoalShape.RecurringGrowth or GoalShape.InRange;
        if (!isMovement && terms.Curve is { } curve && curve != ExpectedCurve.None)
            Issue($"it has the curve {curve}, but {Shape} is not something that comes about bit by bit; leave the curve out");
        if (terms.Current is not null && (HasSteps || IsKept))
            Issue($"it says which reading is current, but {Shape} looks at every period or at no reading at all; leave it out");
        if (IsKept && (terms.VerdictRule.CountsOnceReached || terms.VerdictRule.LateDays > 0))
            Issue($"its verdict counts what is reached once or late, but {Shape} asks for every period; leave that out, or let a part count by VerdictRule.WithPartialFrom");
    }

    private void CheckUnits()
    {
        if (_parts.Kpi is not { } kpi) return;
        Quantity?[] said = [_parts.Baseline?.Quantity, .. LevelsOf(_parts.Target), _parts.Lower, _parts.Upper];
        foreach (string problem in said.Select(quantity => Reading.GivenProblem(kpi, quantity)).OfType<string>().Distinct()) Issue(problem);
        if (_parts.Target is { Form: GoalTargetForm.Gain, Amount: var gain } && kpi.Unit.Kind != UnitKind.Ratio && Reading.GivenProblem(kpi, gain) is { } wrong) Issue(wrong);

        string[] currencies = [.. said.Append(_parts.Target is { Form: GoalTargetForm.Gain } target ? target.Amount : null).OfType<Quantity>()
            .Where(quantity => quantity.Unit.Kind == UnitKind.Money).Select(quantity => quantity.Unit.ToString()).Distinct()];
        if (currencies.Length > 1) Issue($"its figures are in different currencies ({string.Join(", ", currencies)}); give them in one");
    }

    private static Quantity?[] LevelsOf(GoalTarget? target) => target?.Form switch
    {
        GoalTargetForm.Level => [target.Amount],
        GoalTargetForm.Zones => [target.CommitLevel, target.Amount, target.StretchLevel],
        _ => [],
    };

    private GoalFigures Movement()
    {
        bool rises = _parts.Shape == GoalShape.Increase;
        Quantity? from = _parts.Baseline?.Quantity;
        if (_parts.Terms.Ambition is { IsAspirational: true } && _parts.Target?.Form == GoalTargetForm.Zones)
            Issue("it is aspirational and has zones, which both say what less than the target is worth; leave one of them out");
        if (!rises && BeginsAtZero)
            Issue($"{_parts.Kpi!.Id} adds up from zero during the period, so it cannot fall to a target; keep it at or below a limit, or compare period with period by CurrentFigure.LatestPeriod");
        if (_parts.Target is not { } target) return new();
        Quantity? reached = target.Form is GoalTargetForm.Level or GoalTargetForm.Zones ? target.Amount : Changed(target, from, rises);
        Quantity? start = rises && BeginsAtZero ? (from ?? reached) is { } unit ? unit with { Value = 0 } : null : from;
        if (from is { } baseline && reached is { } level && level.Unit == baseline.Unit) CheckSide(rises, baseline, start!.Value, level);
        CheckZones(target, rises, start);
        return start is { } first && reached is { } last ? Compounded(new() { Start = first, Level = last }, first.Value, last.Value) : new();
    }

    /// <summary>What a change makes of the baseline; null, with issues where it contradicts something, when that cannot be worked out.</summary>
    private Quantity? Changed(GoalTarget target, Quantity? from, bool rises)
    {
        int before = _issues.Count;
        Quantity amount = target.Amount;
        if (amount.Value <= 0) Issue($"its target is {target}, which changes nothing or the other way; give a change above 0 and let Goal.Increase or Goal.Decrease say which way");
        if (_parts.Kpi is { } kpi) CheckForm(target, kpi);
        if (target.Form == GoalTargetForm.Relative)
        {
            if (from is { Value: <= 0 }) Issue($"its target is {amount} of a baseline of {from}, which is undefined; give a level or a gain, or a baseline above 0");
            if (amount.Unit == Unit.Ratio && !rises && amount.Value > 1) Issue($"its target takes {amount} off the baseline, which is more than all of it; give at most 100 %");
        }

        if (!rises && _issues.Count == before && from is { Value: >= 0 } all) CheckTaken(target, all);
        if (_issues.Count > before || from is not { } baseline) return null;
        try
        {
            decimal change = target.Form == GoalTargetForm.Relative ? baseline.Value * amount.Value : amount.Value;
            return baseline with { Value = rises ? baseline.Value + change : baseline.Value - change };
        }
        catch (OverflowException)
        {
            Issue($"its target of {target} from {baseline} is a number too large to hold");
            return null;
        }
    }

    /// <summary>What is counted has no more than all of it to lose, as little as what is said in per cent. A level below zero is advised against.</summary>
    private void CheckTaken(GoalTarget target, Quantity all)
    {
        if (target.Form == GoalTargetForm.Relative || (target.Form == GoalTargetForm.Gain && target.Amount.Unit != all.Unit)) return;
        if (target.Amount.Value <= all.Value || _parts.Kpi?.Range() is not { Lowest: 0 }) return;
        string remedy = all.Value > 0 ? $"give at most {target.Amount with { Value = all.Value }}" : "look at the baseline again";
        Issue($"its target takes {target.Amount} off a baseline of {all}, which is more than all of it; {remedy}");
    }

    /// <summary>Whether a change can be said in this form of this KPI.</summary>
    private void CheckForm(GoalTarget target, Kpi kpi)
    {
        Unit unit = target.Amount.Unit;
        bool isRatio = kpi.Unit.Kind is UnitKind.Ratio or UnitKind.PercentagePoints;
        switch (target.Form)
        {
            case GoalTargetForm.Gain when isRatio:
                Issue($"its target is {target}, but {kpi.Id} is in per cent: that may mean a part of the baseline or percentage points; use GoalTarget.Relative or GoalTarget.PercentagePoints");
                break;
            case GoalTargetForm.PercentagePoints:
                if (!isRatio) Issue($"its target is in percentage points, but {kpi.Id} is in {kpi.Unit}; use GoalTarget.Gain for an amount, or GoalTarget.Relative for per cent of the baseline");
                if (unit != Unit.PercentagePoints) Issue($"its target is said to be in percentage points, but the number is in {unit}; write 1.3m.PercentagePoints()");
                break;
            case GoalTargetForm.Relative when unit != Unit.Ratio:
                Issue($"its target is said to be relative, but the number is in {unit}; write 20.Percent()");
                break;
        }
    }

    private void CheckSide(bool rises, Quantity baseline, Quantity start, Quantity level)
    {
        bool wrongSide = rises ? level.Value < baseline.Value : level.Value > baseline.Value;
        if (level.Value == baseline.Value)
            Issue($"start and target are both {level}, so there is nothing to {(rises ? "increase" : "decrease")}; to stay there use Goal.{(rises ? "KeepAtOrAbove" : "KeepAtOrBelow")}");
        if (wrongSide && SumsOfOtherLength() is { } length)
            Issue($"its target {level} lies {(rises ? "below" : "above")} the baseline {baseline}, which is of {length}, while {_parts.Kpi!.Id} adds up over {_parts.Period}; give the figure of a time as long");
        else if (wrongSide) Issue($"its target {level} lies {(rises ? "below" : "above")} the baseline {baseline}; use Goal.{(rises ? "Decrease" : "Increase")}, or look at the numbers again");
        if (rises && start.Value >= level.Value && start != baseline)
            Issue($"{_parts.Kpi!.Id} adds up from zero during the period, so a target of {level} is reached before it begins; give one above 0");
    }

    /// <summary>Of a sum the period of the baseline, where that is of another length than the goal's; null else.</summary>
    private Timeframe? SumsOfOtherLength() => BeginsAtZero && _parts is { Baseline.Period: { IsBounded: true } of, HasPeriod: true, Period: { Start: { } start, End: { } end } }
        && FigureLints.IsOfOtherLength(of, start.Date, end.Date.PlusDays(-1)) ? of : null;

    /// <summary>Zones lie one beyond the other, in the direction in which the target lies: which is the right one is another matter.</summary>
    private void CheckZones(GoalTarget zones, bool rises, Quantity? start)
    {
        if (zones is not { Form: GoalTargetForm.Zones, Amount: var target, CommitLevel: { } commit, StretchLevel: { } stretch }) return;
        if (commit.Unit != target.Unit || stretch.Unit != target.Unit || (start is { } one && one.Unit != target.Unit)) return;
        int sign = start is { } from && from.Value != target.Value ? target.Value.CompareTo(from.Value) : rises ? 1 : -1;
        if (commit.Value * sign >= target.Value * sign || target.Value * sign >= stretch.Value * sign)
            Issue($"its zones {zones} are out of order; from the baseline come commit, target and stretch, each further than the one before");
        if (start is { } first && first.Value != target.Value && commit.Value * sign <= first.Value * sign)
            Issue($"what is committed, {commit}, is reached at the start of {first} already; give more");
    }

    private GoalFigures Growth(bool hasPeriod)
    {
        if (_parts.Terms.Current == CurrentFigure.ToDate && _nature == KpiNature.Accumulating)
            Issue($"{_parts.Kpi!.Id} adds up during the period, while growth compares one {(_parts.Per is { } grain ? Word(grain) : "period")} with the next; leave out the current figure, or use CurrentFigure.LatestPeriod");
        if (_parts.Rate is { } said && said.Unit != Unit.Ratio) Issue($"its rate is in {said.Unit}; give a ratio such as 10.Percent()");
        if (_parts.Rate is { Value: <= 0 }) Issue($"its rate of {_parts.Rate} is no growth; give one above 0, or use Goal.Decrease");
        if (_parts.Baseline is { Quantity: { Value: <= 0 } start }) Issue($"growth from a baseline of {start} is undefined; give a baseline above 0");
        if (_parts.Per is not { } per) return new();
        int times = hasPeriod && Enum.IsDefined(per) ? WholePeriods(per) : 0;
        if (!Enum.IsDefined(per) || per == Grain.Hour) Issue("growth recurs per day, week, month, quarter or year; give one of these");
        else if (hasPeriod && times == 0) Issue($"its period {_parts.Period} is not a whole number of {Word(per)}s; let it end where one ends");
        if (times == 0 || _parts is not { Rate: { Value: > 0 } rate, Baseline.Quantity: { Value: > 0 } baseline }) return new();
        try
        {
            Quantity level = baseline with { Value = baseline.Value * DecimalPower.Of(1 + rate.Value, times) };
            int[] starts = StartsOf(per, times);
            Timeframe[] periods = [.. starts.Zip(starts.Skip(1), (first, next) => Timeframe.Between(ReadingDays.Day(first), ReadingDays.Day(next)))];
            return Compounded(
                new() { Start = baseline, Level = level, Times = times, PeriodStarts = starts, Periods = periods, Steps = StepsOf(1 + rate.Value, times) }, baseline.Value, level.Value);
        }
        catch (OverflowException)
        {
            Issue($"{rate} a {Word(per)} from {baseline} becomes a number too large to hold; look at the rate again");
            return new();
        }
    }

    private int WholePeriods(Grain per)
    {
        LocalDate start = _parts.Period.Start!.Value.Date, end = _parts.Period.End!.Value.Date;
        int days = Period.DaysBetween(start, end);
        int guess = per switch
        {
            Grain.Day => days,
            Grain.Week => days / 7,
            _ => Period.Between(start, end, PeriodUnits.Months).Months / (per == Grain.Year ? 12 : per == Grain.Quarter ? 3 : 1),
        };
        return guess > 0 && CalendarShift.Move(start, guess, per) == end ? guess : 0;
    }

    private int[] StartsOf(Grain per, int times) =>
        [.. Enumerable.Range(0, times + 1).Select(at => ReadingDays.Number(CalendarShift.Move(_parts.Period.Start!.Value.Date, at, per)))];

    private static decimal[] StepsOf(decimal factor, int times)
    {
        (decimal whole, decimal grown) = (DecimalPower.Of(factor, times) - 1, 1);
        decimal[] steps = new decimal[times + 1];
        for (int at = 0; at <= times; at++)
        {
            steps[at] = whole == 0 ? (decimal)at / times : (grown - 1) / whole;
            if (at < times) grown *= factor;
        }

        return steps;
    }

    private GoalFigures Compounded(GoalFigures figures, decimal start, decimal level)
    {
        ExpectedCurve? curve = _parts.Terms.Curve ?? (_parts.Shape == GoalShape.RecurringGrowth ? ExpectedCurve.Compound : null);
        if (curve != ExpectedCurve.Compound) return figures;
        decimal growth = start > 0 && level > 0 ? Quotient(level, start) : 0;
        if (growth > 0 && growth != 1) return figures with { Growth = growth };
        if (start != level)
            Issue(string.Create(CultureInfo.InvariantCulture, $"its curve is compound, but there is no rate from {start:0.############} to {level:0.############}; use another curve, or figures above 0"));
        return figures;
    }

    private static decimal Quotient(decimal level, decimal start)
    {
        try
        {
            return level / start;
        }
        catch (OverflowException)
        {
            return 0;
        }
    }

    private GoalFigures Range()
    {
        if (_parts.Terms.Curve is { Kind: ExpectedCurveKind.Compound }) Issue("its curve is compound, but a range is not grown into; use another curve");
        if (_parts is not { Lower: { } lower, Upper: { } upper }) return new();
        if (lower.Value > upper.Value) Issue($"its range from {lower} to {upper} is empty; exchange the limits");
        if (lower.Value == upper.Value) Issue($"its range is the one figure {lower}; give it a width, or keep to one side of a limit");
        if (lower.Value >= upper.Value) return new();
        Quantity? start = BeginsAtZero ? lower with { Value = 0 } : _parts.Baseline?.Quantity;
        decimal outside = start is { } from ? Math.Max(Math.Max(lower.Value - from.Value, from.Value - upper.Value), 0) : 0;
        return new() { Start = start, Distance = outside > 0 ? outside : upper.Value - lower.Value, ExpectsAllAtOnce = outside == 0 };
    }

    private GoalFigures Kept(bool hasPeriod)
    {
        if (_parts.Per is not { } per) return new();
        if (!Enum.IsDefined(per) || per == Grain.Hour)
        {
            Issue("a limit is kept per day, week, month, quarter or year; give one of these");
            return new();
        }

        if (!hasPeriod) return new();
        Timeframe[] periods = [.. _parts.Terms.Calendar.Split(_parts.Period, per).Where(_parts.Period.Contains)];
        if (periods.Length == 0) Issue($"no whole {Word(per)} lies in its period {_parts.Period}; make the period longer, or look at shorter periods");
        return new() { Periods = periods };
    }

    private GoalFigures Steps(bool hasPeriod)
    {
        if (!_parts.Terms.Scope.Segments.SequenceEqual(GoalScope.Whole.Segments)) Issue("it has steps and no KPI, so it has no segments either; leave the scope out");
        if (_parts.Steps.Count == 0 && _parts.HasAllSteps) Issue("it has no step; give at least one");
        foreach (IGrouping<string, Milestone> same in _parts.Steps.GroupBy(step => step.Name).Where(same => same.Count() > 1)) Issue($"the step '{same.Key}' is named twice; name each once");
        foreach (Milestone step in _parts.Steps)
        {
            if (string.IsNullOrWhiteSpace(step.Name)) Issue("a step has no name; say what is to be done");
            if (step.Weight is <= 0 or > ExpectedCurve.MostWeight) Issue($"the step '{step.Name}' weighs {step.Weight.ToPlainText()}; give a weight above 0, of at most {ExpectedCurve.MostWeight}, or leave the step out");
            if (hasPeriod && step.Due is { } due && !_parts.Period.Contains(due)) Issue($"the step '{step.Name}' is due on {TimeframeText.Write(due)}, outside the period {_parts.Period}; move one of them");
        }

        return new();
    }

    private bool HasSteps => _parts.Shape is GoalShape.Milestones or GoalShape.YesNo;

    private bool IsKept => _parts.Shape is GoalShape.KeepAtOrAbove or GoalShape.KeepAbove or GoalShape.KeepAtOrBelow or GoalShape.KeepBelow;

    private string Shape => MachineText.Code(_parts.Shape).Replace('_', ' ');

    private static string Word(Grain grain) => MachineText.Code(grain);

    private void Issue(string message) => _issues.Add(new DefinitionIssue(_subject, message));
}
