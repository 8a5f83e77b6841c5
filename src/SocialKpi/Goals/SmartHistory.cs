using NodaTime;

namespace SocialKpi;

/// <summary>Sets what a draft asks against what happened before and what others have.</summary>
internal static class SmartHistory
{
    private const int EnoughPeriods = 3;
    private const int Digits = 12;
    private const string NoHistory = "no-history-to-judge-achievability";

    public static (Achievability? Found, IEnumerable<SmartLint> Lints, bool IsCheckable) Of(GoalDraft draft, KpiSeries? history, IReadOnlyList<Quantity> peers)
    {
        // Steps and a first measurement ask nothing of a figure.
        if (draft.HasSteps || draft.Shape == GoalShape.EstablishBaseline) return (null, [], false);
        Achievability? others = AmongPeers(draft, peers);
        if (history is null)
            return (others, [Open(NoHistory, "no earlier figures are given to set it against; give the history of the KPI", others is null)], others is not null);

        if (Own(draft, history, out string why) is not { } own) return (others, [why.Length > 0 ? Open(NoHistory, why, others is null) : Unclear(others is null)], others is not null);
        Achievability found = others is null ? own : own with { PeerPercentile = others.PeerPercentile, Peers = others.Peers };
        SmartLint[] few = own.Periods < EnoughPeriods ? [Open("short-history", $"only {own.Periods} earlier {(own.Periods == 1 ? "period is" : "periods are")} behind it; give more", false)] : [];
        return (found, few, true);
    }

    private static SmartLint Unclear(bool nothing) => Open("required-growth-open", "how much it asks of each period is open; say number, baseline and dates", nothing);

    private static SmartLint Open(string code, string message, bool nothing) => new(code, SmartLetter.Achievable, message) { AtMost = nothing ? SmartAnswer.NotCheckable : SmartAnswer.Partial };

    private static Achievability? AmongPeers(GoalDraft draft, IReadOnlyList<Quantity> peers)
    {
        if (peers.Count == 0) return null;
        if (draft.Shape == GoalShape.InRange)
        {
            return Range(draft) is { } range && peers.All(peer => peer.Unit == range.Lower.Unit)
                ? new() { PeerPercentile = Percent(peers.Count(peer => IsOutside(peer.Value, range.Lower.Value, range.Upper.Value)), peers.Count), Peers = peers.Count }
                : null;
        }

        return (draft.IsKept ? draft.Amount?.Quantity : draft.Level) is { } level && peers.All(peer => peer.Unit == level.Unit)
            ? new() { PeerPercentile = Percent(peers.Count(peer => FallsShort(draft, peer.Value, level.Value)), peers.Count), Peers = peers.Count }
            : null;
    }

    private static Achievability? Own(GoalDraft draft, KpiSeries history, out string why)
    {
        why = "";
        (Reading[] whole, Grain? grain) = WholePeriods(history, draft.Terms.Calendar);
        if (grain is not { } per || whole.Length == 0)
        {
            why = "its history has no figure of a whole day, week, month, quarter or year; give some";
            return null;
        }

        if (draft.IsKept)
        {
            if (draft.Amount?.Quantity is not { } limit || !IsIn(limit.Unit, whole)) return null;
            if (draft.Per != per)
            {
                why = draft.Per is { } wanted ? $"its history is by {MachineText.Code(per)}, and the limit is kept each {MachineText.Code(wanted)}; give the history by that" : "";
                return null;
            }

            return Judge(whole.Select(reading => reading.Value), value => FallsShort(draft, value, limit.Value), new() { Asked = limit, Per = per });
        }

        try
        {
            if (draft.Shape == GoalShape.InRange) return InRange(draft, whole, per);
            return draft.AddsUp ? Sum(draft, whole, per) : Growth(draft, whole, per, out why);
        }
        catch (OverflowException)
        {
            why = $"what it asks each {MachineText.Code(per)} is beyond the numbers that can be held; give a history of shorter periods, or look at the numbers again";
            return null;
        }
    }

    /// <summary>Of what adds up over the goal's period: an equal part of the level in each of its periods.</summary>
    private static Achievability? Sum(GoalDraft draft, Reading[] whole, Grain per)
    {
        if (draft.Level is not { } level || PeriodsOf(draft, per) is not { } periods || !IsIn(level.Unit, whole)) return null;
        Quantity asked = level with { Value = periods.ShareOf(level.Value) };
        return Judge(whole.Select(reading => reading.Value), value => FallsShort(draft, value, asked.Value), new() { Asked = asked, Per = per, PeriodsLeft = periods.Count });
    }

    /// <summary>A range itself, and of what adds up over the goal's period an equal part of both limits.</summary>
    private static Achievability? InRange(GoalDraft draft, Reading[] whole, Grain per)
    {
        if (Range(draft) is not { } range || !IsIn(range.Lower.Unit, whole)) return null;
        (decimal lower, decimal upper, decimal count) = (range.Lower.Value, range.Upper.Value, 0);
        if (draft.AddsUp)
        {
            if (PeriodsOf(draft, per) is not { } periods) return null;
            (lower, upper, count) = (periods.ShareOf(lower), periods.ShareOf(upper), periods.Count);
        }

        return Judge(whole.Select(reading => reading.Value), value => IsOutside(value, lower, upper), new() { Per = per, PeriodsLeft = count });
    }

    private static PeriodCount? PeriodsOf(GoalDraft draft, Grain per) => draft is { Start: { } start, LastDay: { } last } && start <= last
        ? PeriodCount.Of(start, last.PlusDays(1), per, draft.Terms.Calendar)
        : null;

    private static Achievability? Growth(GoalDraft draft, Reading[] whole, Grain per, out string why)
    {
        why = "";
        decimal left = 0, asked;
        if (draft.Shape == GoalShape.RecurringGrowth)
        {
            if (draft.Amount?.Quantity is not { Unit.Kind: UnitKind.Ratio } rate) return null;
            if (draft.Per != per)
            {
                why = draft.Per is { } wanted ? $"its history is by {MachineText.Code(per)}, and it grows each {MachineText.Code(wanted)}; give the history by that" : "";
                return null;
            }

            asked = rate.Value;
        }
        else
        {
            LocalDate now = whole[^1].Timeframe.End!.Value.Date;
            if (draft.Level is not { } level || draft.LastDay is not { } last || !IsIn(level.Unit, whole)) return null;
            if (now > last) why = $"its history goes on to {TimeframeText.Write(now.PlusDays(-1))}, and it is due on {TimeframeText.Write(last)}; give the history before that day";
            else if (whole[^1].Value <= 0 || level.Value <= 0) why = $"there is no growth from {whole[^1].Quantity} to {level}; set it against figures above zero";
            if (why.Length > 0) return null;
            PeriodCount periods = PeriodCount.Of(now, last.PlusDays(1), per, draft.Terms.Calendar);
            left = periods.Count;
            asked = decimal.Round(periods.GrowthOf(level.Value / whole[^1].Value), Digits);
        }

        decimal[] growths = [.. whole.Zip(whole.Skip(1)).Where(pair => pair.First.Timeframe.End == pair.Second.Timeframe.Start && pair.First.Value > 0)
            .Select(pair => decimal.Round((pair.Second.Value / pair.First.Value) - 1, Digits))];
        if (growths.Length == 0) why = "its history has no two periods one after the other; give more";
        return growths.Length == 0 ? null
            : Judge(growths, growth => FallsShort(draft, growth, asked), new() { Asked = new Quantity(asked, Unit.Ratio), IsGrowth = true, Per = per, PeriodsLeft = left });
    }

    private static Achievability Judge(IEnumerable<decimal> values, Func<decimal, bool> fallsShort, Achievability asked)
    {
        decimal[] all = [.. values];
        return asked with { Percentile = Percent(all.Count(fallsShort), all.Length), Periods = all.Length };
    }

    private static bool FallsShort(GoalDraft draft, decimal value, decimal asked) => draft.Shape switch
    {
        GoalShape.KeepAbove => value <= asked,
        GoalShape.KeepBelow => value >= asked,
        _ => draft.Falls ? value > asked : value < asked,
    };

    private static (Quantity Lower, Quantity Upper)? Range(GoalDraft draft) =>
        draft.Lower?.Quantity is { } lower && draft.Upper?.Quantity is { } upper && lower.Unit == upper.Unit ? (lower, upper) : null;

    private static bool IsOutside(decimal value, decimal lower, decimal upper) => value < lower || value > upper;

    private static bool IsIn(Unit unit, Reading[] readings) => readings.All(reading => reading.Unit == unit);

    private static decimal Percent(int part, int all) => 100m * part / all;

    /// <summary>The readings with a value of whole periods of one size: that of the first.</summary>
    private static (Reading[] Whole, Grain? Per) WholePeriods(KpiSeries history, ReportingCalendar calendar)
    {
        ReadOnlySpan<ReadingDays> days = history.Days;
        List<Reading> whole = [];
        Grain? per = null;
        for (int at = 0; at < days.Length; at++)
        {
            Reading reading = history.Readings[at];
            if (!reading.HasValue || !days[at].IsWhole) continue;
            per ??= GrainOf(reading.Timeframe, calendar);
            if (per is { } grain && GrainOf(reading.Timeframe, calendar) == grain) whole.Add(reading);
        }

        return ([.. whole], per);
    }

    private static Grain? GrainOf(Timeframe period, ReportingCalendar calendar)
    {
        foreach (Grain grain in new[] { Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year })
        {
            if (calendar.Containing(period.Start!.Value, grain) == period) return grain;
        }

        return null;
    }
}
