using NodaTime;

namespace SocialKpi;

/// <content>How far a figure has come, and how far it should have.</content>
public sealed partial class Goal
{
    private int[]? _borders;

    /// <summary>Whether figures in a unit are figures of this goal; an amount of nothing has no currency yet.</summary>
    internal bool IsIn(Unit unit) => Figures.Unit is not { } mine || unit == mine || unit.IsGenericMoney;

    /// <summary>Whether the figure is a sum since the first day that takes nothing away, so that what it has reached it keeps.</summary>
    internal bool OnlyAdds => Figures.Nature == KpiNature.Accumulating && Current == CurrentFigure.ToDate && Kpi!.OnlyAdds();

    /// <summary>Whether a figure of one period keeps the limit.</summary>
    internal bool IsKeptBy(decimal value) => Shape switch
    {
        GoalShape.KeepAtOrAbove => value >= Lower!.Value.Value,
        GoalShape.KeepAbove => value > Lower!.Value.Value,
        GoalShape.KeepAtOrBelow => value <= Upper!.Value.Value,
        _ => value < Upper!.Value.Value,
    };

    /// <summary>The raw progress of a figure; null where it has no value, or none in the goal's currency.</summary>
    internal decimal? ProgressOf(Reading? reading)
    {
        if (reading is not { HasValue: true } || !IsIn(reading.Unit)) return null;
        try
        {
            return Shape switch
            {
                GoalShape.EstablishBaseline => 1,
                GoalShape.InRange => 1 - (DistanceOf(reading.Value) / Figures.Distance),
                _ => (reading.Value - Figures.Start!.Value.Value) / (Figures.Level!.Value.Value - Figures.Start.Value.Value),
            };
        }
        catch (OverflowException)
        {
            return Shape == GoalShape.InRange ? decimal.MinValue : LargestProgressOf(reading.Value);
        }
    }

    /// <summary>Progress whose parts a decimal cannot hold: worked out by quarters, and else as large as there is, on the side where it lies.</summary>
    private decimal LargestProgressOf(decimal value)
    {
        (decimal start, decimal level) = (Figures.Start!.Value.Value, Figures.Level!.Value.Value);
        decimal way = (level / 4) - (start / 4);
        if (Math.Abs(way) >= 1) return ((value / 4) - (start / 4)) / way;
        return value > start == level > start ? decimal.MaxValue : decimal.MinValue;
    }

    /// <summary>How much of the period has passed at the end of a day, by the goal's day count; 0 before and 1 after it.</summary>
    internal decimal Elapsed(int day) => Math.Clamp((decimal)DaysPassed(day) / DaysInAll, 0, 1);

    internal int DaysPassed(int day) => day - FirstDay + (Terms.DayCount == DayCount.InclusiveBoth ? 1 : 0);

    internal int DaysInAll => LastDay - FirstDay + (Terms.DayCount == DayCount.InclusiveBoth ? 1 : 0);

    /// <summary>The progress expected at the end of a day; null when nothing is.</summary>
    internal decimal? Expected(int day, decimal elapsed)
    {
        if (HasSteps) return WeightOf(step => ReadingDays.Number(step.Due ?? Deadline) <= day);
        if (IsKept || Figures.ExpectsAllAtOnce) return 1;
        if (Shape != GoalShape.RecurringGrowth || Curve != ExpectedCurve.Compound) return Curve.At(elapsed, Figures.Growth);
        return ExpectedGrowth(day);
    }

    /// <summary>How many of the periods in which growth recurs are over at the end of a day.</summary>
    internal int PeriodsBy(int day)
    {
        int at = Array.BinarySearch(Figures.PeriodStarts, day + 1);
        return Math.Max(at < 0 ? ~at - 1 : at, 0);
    }

    /// <summary>The part of all steps, by weight.</summary>
    internal decimal WeightOf(Func<Milestone, bool> counts)
    {
        decimal part = 0, whole = 0;
        foreach (Milestone step in Steps)
        {
            whole += step.Weight;
            if (counts(step)) part += step.Weight;
        }

        return part / whole;
    }

    /// <summary>Whether its period, or of a goal that is kept or grows one of the periods in which it is, begins on one of these days, or ended the day before.</summary>
    internal bool HasBorderWithin(int first, int last)
    {
        int at = Array.BinarySearch(_borders ??= Borders(), first);
        if (at < 0) at = ~at;
        return at < _borders.Length && _borders[at] <= last;
    }

    private int[] Borders() => GrowsByPeriods ? Figures.PeriodStarts
        : !IsKept ? [FirstDay, LastDay + 1]
        : [.. Figures.Periods.SelectMany(period => new[] { period.Start!.Value.Date, period.End!.Value.Date }).Select(ReadingDays.Number).Distinct().Order()];

    private decimal DistanceOf(decimal value) => Math.Max(Math.Max(Lower!.Value.Value - value, value - Upper!.Value.Value), 0);

    /// <summary>What is expected of growth, in periods that all grow alike: a February counts as much as a March.</summary>
    private decimal? ExpectedGrowth(int day)
    {
        if (day >= LastDay) return 1;
        int[] starts = Figures.PeriodStarts;
        int moment = FirstDay + DaysPassed(day);
        int at = Array.BinarySearch(starts, moment);
        if (at >= 0) return Figures.Steps[at];
        at = ~at - 1;
        decimal within = (decimal)(moment - starts[at]) / (starts[at + 1] - starts[at]);
        return Curve.At((at + within) / Figures.Times, Figures.Growth);
    }
}
