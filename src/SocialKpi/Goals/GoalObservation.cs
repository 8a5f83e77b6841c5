using NodaTime;

namespace SocialKpi;

/// <summary>Gathers what a series of readings says about a goal as of a day. Nothing is allocated but what is merged.</summary>
internal static class GoalObservation
{
    public static GoalEvidence Of(Goal goal, KpiSeries series, int asOf)
    {
        int until = Math.Min(asOf, goal.LastDay);
        GoalEvidence counted = Count(goal, series.Days, series.Readings, asOf, until, out int last, out int lastWhole);
        if (asOf < goal.FirstDay) return counted;
        Reading? cut = Astride(goal, series, asOf);
        if (goal.IsKept) return cut is null ? Keep(goal, series, until, counted) : counted with { Current = cut };
        Reading? current = Current(goal, series, until, last, lastWhole);

        // A sum that only adds up is at least that of the periods that lie in the goal's time as a whole.
        if (cut is not null && !(goal is { OnlyAdds: true, Shape: GoalShape.Increase } && goal.ProgressOf(current) >= goal.Terms.Ambition.SuccessAt)) return counted with { Current = cut };
        return counted with { Current = current, ReachedOn = Reached(goal, series, asOf) };
    }

    private static GoalEvidence Count(Goal goal, ReadOnlySpan<ReadingDays> days, IReadOnlyList<Reading> readings, int asOf, int until, out int last, out int lastWhole)
    {
        int observed = 0, absent = 0, covered = 0, after = 0, cut = 0, before = 0, coveredUntil = goal.FirstDay - 1;
        Span<int> gaps = days.Length <= 64 ? stackalloc int[64] : new int[days.Length];
        (last, lastWhole) = (-1, -1);
        for (int i = 0; i < days.Length; i++)
        {
            ReadingDays span = days[i];
            if (span.Last > until)
            {
                if (span.First > asOf) after++;
                else if (span.Last > asOf && span.First <= until) cut++;
            }
            else if (span.First < goal.FirstDay) before++;
            else if (!readings[i].HasValue) absent++;
            else
            {
                if (last >= 0) gaps[observed - 1] = span.Last - days[last].Last;
                observed++;
                // Several periods of one day, such as hours, cover it once.
                covered += Math.Max(span.Last - Math.Max(span.First - 1, coveredUntil), 0);
                coveredUntil = Math.Max(coveredUntil, span.Last);
                last = i;
                if (span.IsWhole) lastWhole = i;
            }
        }

        return new GoalEvidence
        {
            Observed = observed,
            Absent = absent,
            ObservedDays = covered,
            LastDay = last < 0 ? null : ReadingDays.Day(days[last].Last),
            Interval = last < 0 ? 0 : Math.Max(days[last].Length, Median(gaps[..(observed - 1)])),
            LastLength = last < 0 ? 0 : days[last].Length,
            After = after,
            Cut = cut,
            Before = before,
        };
    }

    /// <summary>The middle one, of an even number the larger of the two; 0 of none.</summary>
    private static int Median(Span<int> gaps)
    {
        gaps.Sort();
        return gaps.Length == 0 ? 0 : gaps[gaps.Length / 2];
    }

    /// <summary>
    /// Why the series cannot say what the goal asks: a period of it lies on both sides of where one of the goal's begins or ends, and nobody can
    /// tell how much of it belongs to either. Null where all fit. What is left of a stock holds, and of a latest period only whole ones count.
    /// </summary>
    private static Reading? Astride(Goal goal, KpiSeries series, int asOf)
    {
        if (goal.Figures.Nature == KpiNature.Stock || (goal.JudgesPeriods && !goal.GrowsByPeriods)) return null;
        if (goal.Shape == GoalShape.EstablishBaseline && !series.HasStates) return null;
        ReadOnlySpan<ReadingDays> days = series.Days;
        for (int i = 0; i < days.Length; i++)
        {
            Reading reading = series.Readings[i];
            bool hasNothing = reading.Absence == Absence.NoRows || (!reading.HasValue && !series.HasStates);
            if (days[i].Length == 1 || hasNothing || !goal.HasBorderWithin(days[i].First + 1, Math.Min(days[i].Last, asOf))) continue;
            return new Reading(series.Kpi, goal.Period, series.Segment, Figure.Absent(Absence.NotMergeable), InputSource.None, 0, [CaveatText.Astride(reading.When)]);
        }

        return null;
    }

    private static Reading? Current(Goal goal, KpiSeries series, int until, int last, int lastWhole)
    {
        bool isStock = goal.Figures.Nature == KpiNature.Stock;
        if (goal.Shape == GoalShape.EstablishBaseline && goal.Terms.Current is null && !series.HasStates) return last < 0 ? null : series.Readings[last];
        if (goal.GrowsByPeriods)
            return LatestGrowth(goal, series, until) ?? Apart(goal, series, until);
        if (!isStock && goal.Current == CurrentFigure.LatestPeriod) return lastWhole < 0 ? null : series.Readings[lastWhole];
        if (!series.HasStates && isStock) return last < 0 ? null : series.Readings[last];
        return ToDate(goal, series, until);
    }

    /// <summary>The figure of all time from the goal's first day: merged from states, or a given one of just that time.</summary>
    private static Reading ToDate(Goal goal, KpiSeries series, int until)
    {
        Timeframe soFar = Timeframe.TryBetween(goal.Period.Start, ReadingDays.Day(until + 1).AtMidnight())!.Value;
        if (series.Over(soFar) is { } merged) return merged;

        ReadOnlySpan<ReadingDays> days = series.Days;
        int within = 0, only = -1;
        for (int i = 0; i < days.Length; i++)
        {
            if (days[i].First >= goal.FirstDay && days[i].Last <= until) (within, only) = (within + 1, i);
        }

        if (within == 1) return series.Readings[only];
        if (series.Total.HasValue && days[0].First >= goal.FirstDay && days[^1].Last <= until) return series.Total;
        return new Reading(series.Kpi, soFar, series.Segment, Figure.Absent(within == 0 ? Absence.NoRows : Absence.NotMergeable), InputSource.None, 0, within == 0 ? [] : [CaveatText.TotalOfGiven]);
    }

    /// <summary>The periods in which growth recurs that are over by a day: 1,000 clicks a month grow to another month's, and never to a day's.</summary>
    private static IEnumerable<Timeframe> GrowthPeriods(Goal goal, int until) => goal.Figures.Periods.Take(goal.PeriodsBy(until));

    /// <summary>The figure of the last of those periods of which it is known.</summary>
    private static Reading? LatestGrowth(Goal goal, KpiSeries series, int until)
    {
        for (int at = goal.PeriodsBy(until) - 1; at >= 0; at--)
        {
            if (During(goal, series, goal.Figures.Periods[at]) is { HasValue: true } known) return known;
        }

        return null;
    }

    /// <summary>The periods as long that follow the goal's and are over by a day.</summary>
    private static IEnumerable<Timeframe> LatePeriods(Goal goal, int until)
    {
        if (until <= goal.LastDay) yield break;
        LocalDate start = goal.Period.Start!.Value.Date;
        for (int at = goal.Figures.Times; ; at++)
        {
            LocalDate end = CalendarShift.Move(start, at + 1, goal.Per!.Value);
            if (ReadingDays.Number(end) - 1 > until) yield break;
            yield return Timeframe.TryBetween(CalendarShift.Move(start, at, goal.Per.Value).AtMidnight(), end.AtMidnight())!.Value;
        }
    }

    private static Reading? During(Goal goal, KpiSeries series, Timeframe period) => series.During(period, goal.Figures.Nature == KpiNature.Stock);

    /// <summary>
    /// Of given readings that are of other periods than the goal's the reason why they say nothing: finished figures are not merged into
    /// its periods. Null where there are none, or no period is over.
    /// </summary>
    private static Reading? Apart(Goal goal, KpiSeries series, int until)
    {
        if (series.HasStates) return null;
        IEnumerable<Timeframe> periods = goal.IsKept ? goal.Figures.Periods.Where(period => ReadingDays.Number(period.End!.Value.Date) - 1 <= until) : GrowthPeriods(goal, until);
        Timeframe? parted = periods.Reverse().Select(period => (Timeframe?)period).FirstOrDefault(period => series.Readings.Any(reading => reading.HasValue && period!.Value.Intersect(reading.Timeframe) is not null));
        return parted is { } of ? new Reading(series.Kpi, of, series.Segment, Figure.Absent(Absence.NotMergeable), InputSource.None, 0, [CaveatText.TotalOfGiven]) : null;
    }

    private static GoalEvidence Keep(Goal goal, KpiSeries series, int until, GoalEvidence counted)
    {
        // Where nobody read anything, nothing is missing.
        if (series.IsUnread) return counted;
        int possible = 0, known = 0, met = 0;
        Reading? latest = null, unusable = null;
        foreach (Timeframe period in goal.Figures.Periods)
        {
            if (ReadingDays.Number(period.End!.Value.Date) - 1 > until) break;
            possible++;
            Reading? said = During(goal, series, period);
            if (said is not { HasValue: true } reading || !goal.IsIn(reading.Unit))
            {
                unusable = said ?? unusable;
                continue;
            }

            known++;
            latest = reading;
            if (goal.IsKeptBy(reading.Value)) met++;
        }

        // Where nothing is known the reading that cannot be used says why.
        latest ??= unusable ?? Apart(goal, series, until);
        return counted with { Current = latest, Possible = possible, Known = known, Met = met };
    }

    /// <summary>When the goal was first reached, by the observations until the last day that may count; looked for only where the verdict asks.</summary>
    private static LocalDate? Reached(Goal goal, KpiSeries series, int asOf)
    {
        VerdictRule rule = goal.Terms.VerdictRule;
        if (!rule.CountsOnceReached && (rule.LateDays == 0 || asOf <= goal.LastDay)) return null;
        ReadOnlySpan<ReadingDays> days = series.Days;
        int until = Math.Min(asOf, goal.LastDay + rule.LateDays);
        if (goal.GrowsByPeriods)
        {
            // After the deadline growth is looked at in the periods that would follow.
            foreach (Timeframe period in GrowthPeriods(goal, until).Concat(LatePeriods(goal, until)))
            {
                if (goal.ProgressOf(During(goal, series, period)) >= goal.Terms.Ambition.SuccessAt) return period.End!.Value.Date.PlusDays(-1);
            }

            return null;
        }

        bool isToDate = goal.Current == CurrentFigure.ToDate && goal.Figures.Nature != KpiNature.Stock;
        for (int i = 0; i < days.Length; i++)
        {
            if (days[i].First < goal.FirstDay || days[i].Last > until) continue;
            if (!isToDate && goal.Figures.Nature != KpiNature.Stock && !days[i].IsWhole) continue;
            Reading reading = isToDate ? ToDate(goal, series, days[i].Last) : series.Readings[i];
            if (goal.ProgressOf(reading) >= goal.Terms.Ambition.SuccessAt) return ReadingDays.Day(days[i].Last);
        }

        return null;
    }
}
