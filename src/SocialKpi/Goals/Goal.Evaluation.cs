using NodaTime;

namespace SocialKpi;

/// <content>Where the goal stands as of a day.</content>
public sealed partial class Goal
{
    /// <summary>Where the goal stands at the end of a day. The same goal, readings and day give the same evaluation, always.</summary>
    /// <param name="series">Readings of the goal's KPI for its segment, of any grain. Where a period of it lies astride the beginning or end of the goal's, nobody knows its figure (<see cref="Absence.NotMergeable"/>), and the reasons say so.</param>
    /// <param name="asOf">The last day that counts; readings of later days are ignored and reported.</param>
    /// <exception cref="ArgumentException">The series is of another KPI, definition or segment.</exception>
    /// <exception cref="InvalidOperationException">The goal has no KPI, or several segments that are judged one by one.</exception>
    public GoalEvaluation Evaluate(KpiSeries series, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(series);
        RequireKpi();
        if (HasParts) throw new InvalidOperationException($"{Name}: it is for {Terms.Scope}, so it needs a series of each. Give them all, or a table.");
        CheckSeries(series, Terms.Scope.Together);
        return OfSeries(series, asOf);
    }

    /// <summary>The same for a goal whose segments are judged one by one: a series of each of them.</summary>
    /// <exception cref="ArgumentException">A series is of another KPI or definition, or the segments are not those of the goal, each once.</exception>
    /// <exception cref="InvalidOperationException">The goal has no KPI.</exception>
    public GoalEvaluation Evaluate(IEnumerable<KpiSeries> series, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(series);
        RequireKpi();
        KpiSeries[] given = [.. series];
        IReadOnlyList<Segment> segments = SeriesSegments;
        Segment[] odd = [.. given.Select(one => one.Segment).Where(segment => !segments.Contains(segment))];
        Segment[] missing = [.. segments.Where(segment => !given.Any(one => one.Segment == segment))];
        if (odd.Length > 0 || missing.Length > 0 || given.Length != segments.Count)
        {
            throw new ArgumentException(
                $"{Name}: it needs one series for each of {string.Join("; ", segments)}. Missing: {Listed(missing)}. Not of the goal: {Listed(odd)}.", nameof(series));
        }

        return Together([.. segments.Select(segment => given.First(one => one.Segment == segment))], asOf);
    }

    /// <summary>The same from a table that has the goal's KPI, by a grain and by the dimensions of its segments.</summary>
    /// <exception cref="ArgumentException">The table does not have the KPI, or is not by a dimension of the scope.</exception>
    /// <exception cref="InvalidOperationException">The goal has no KPI, or the table no grain.</exception>
    public GoalEvaluation Evaluate(KpiTable table, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireKpi();
        return HasParts
            ? Together([.. Terms.Scope.Segments.Select(segment => table.Series(Kpi!, segment))], asOf)
            : OfSeries(table.Series(Kpi!, Terms.Scope.Segments), asOf);
    }

    /// <summary>Where a goal without a KPI stands: by the steps that are done.</summary>
    /// <exception cref="InvalidOperationException">The goal has a KPI, and so needs readings.</exception>
    public GoalEvaluation Evaluate(LocalDate asOf)
    {
        if (Kpi is { } kpi) throw new InvalidOperationException($"{Name}: it is measured by {kpi.Id}. Give its readings, as a series or a table.");
        return new GoalEvaluation(this, asOf, new GoalEvidence { ReachedOn = StepsReached(asOf) });
    }

    /// <summary>Where a goal stands of whose KPI nobody has a reading.</summary>
    internal GoalEvaluation EvaluateUnread(LocalDate asOf) => Together([.. SeriesSegments.Select(segment => KpiSeries.Unread(Kpi!, segment))], asOf);

    /// <summary>The segments whose series it is evaluated from.</summary>
    internal IReadOnlyList<Segment> SeriesSegments => HasParts ? Terms.Scope.Segments : [Terms.Scope.Together];

    /// <summary>Whether its segments are judged one by one.</summary>
    internal bool HasParts => Terms.Scope is { Segments.Count: > 1, Combination: not ScopeCombination.Sum };

    private GoalEvaluation OfSeries(KpiSeries series, LocalDate asOf) => new(this, asOf, GoalObservation.Of(this, series, ReadingDays.Number(asOf)));

    private GoalEvaluation Together(KpiSeries[] series, LocalDate asOf)
    {
        foreach (KpiSeries one in series) CheckSeries(one, one.Segment);
        GoalEvaluation[] parts = [.. series.Select(one => OfSeries(one, asOf))];
        return parts.Length == 1 ? parts[0] : new GoalEvaluation(this, asOf, parts);
    }

    private void RequireKpi()
    {
        if (Kpi is null) throw new InvalidOperationException($"{Name}: it has steps and no KPI, so readings say nothing about it. Evaluate it with a day alone.");
    }

    private void CheckSeries(KpiSeries series, Segment segment)
    {
        if (series.Kpi != Kpi)
        {
            string what = series.Kpi.Id == Kpi!.Id ? $"definition {series.Kpi.Hash[..12]} of {Kpi.Id}, the goal for definition {Kpi.Hash[..12]}" : $"{series.Kpi.Id}, the goal for {Kpi.Id}";
            throw new ArgumentException($"{Name}: the series is of {what}. Figures of different definitions are not comparable; read the goal's own KPI.", nameof(series));
        }

        if (series.Segment != segment)
            throw new ArgumentException($"{Name}: the series is for '{series.Segment}', the goal for '{segment}'. Read or give the series of that segment.", nameof(series));
    }

    /// <summary>The day on which the steps done first made a success.</summary>
    private LocalDate? StepsReached(LocalDate asOf)
    {
        LocalDate[] days = [.. Steps.Select(step => step.DoneOn).OfType<LocalDate>().Where(day => day <= asOf).Order()];
        foreach (LocalDate day in days)
        {
            if (WeightOf(step => step.DoneOn <= day) >= Terms.Ambition.SuccessAt) return day;
        }

        return null;
    }

    private static string Listed(Segment[] segments) => segments.Length == 0 ? "none" : string.Join("; ", segments.AsEnumerable());
}
