using System.Text;

namespace SocialKpi;

/// <summary>Where a goal stands as plain values, for libraries of charts and tables.</summary>
/// <param name="Name">What the goal is called.</param>
/// <param name="Kpi">The id of its KPI; empty for a goal of steps.</param>
/// <param name="Segment">The segment, <c>platform = linkedin</c>; empty for the whole.</param>
/// <param name="From">When the goal begins.</param>
/// <param name="Until">The day after its deadline.</param>
/// <param name="AsOf">The last day that counted.</param>
/// <param name="Start">The figure at which progress is 0; null where there is none.</param>
/// <param name="Level">The figure at which progress is 1; null where there is none.</param>
/// <param name="Lower">The lower limit of a range, or the limit to keep above; null for others.</param>
/// <param name="Upper">The upper limit of a range, or the limit to keep below; null for others.</param>
/// <param name="Value">The figure now; null when there is none.</param>
/// <param name="ExpectedValue">The figure expected by now; null where none is.</param>
/// <param name="Unit">The unit of all these figures, as in JSON; empty without a KPI.</param>
/// <param name="Progress">How far it has come, 0 at the start and 1 at the level, below and beyond too; null when nobody knows.</param>
/// <param name="ExpectedProgress">How far it should have come; null where nothing is expected.</param>
/// <param name="Status">How it is going: <c>on_track</c>, <c>behind</c>, …</param>
/// <param name="Verdict">Whether it was achieved: <c>pending</c>, <c>achieved</c>, …</param>
public sealed record GoalRow(
    string Name, string Kpi, string Segment, DateTime? From, DateTime? Until, DateTime AsOf, decimal? Start, decimal? Level, decimal? Lower, decimal? Upper,
    decimal? Value, decimal? ExpectedValue, string Unit, decimal? Progress, decimal? ExpectedProgress, string Status, string Verdict)
{
    internal static GoalRow Of(GoalEvaluation evaluation, Segment segment)
    {
        Goal goal = evaluation.Goal;
        Unit? unit = evaluation.Current?.Unit ?? goal.Kpi?.Unit;
        return new GoalRow(
            goal.Name, goal.Kpi?.Id ?? "", segment.IsWhole ? "" : segment.Plain,
            ReadingRow.Plain(goal.Period.Start), ReadingRow.Plain(goal.Period.End), evaluation.AsOf.ToDateTimeUnspecified(),
            goal.Start?.Value, goal.Level?.Value, goal.Lower?.Value, goal.Upper?.Value,
            evaluation.Current is { HasValue: true } current ? current.Value : null, evaluation.ExpectedFigure?.Value, unit?.ToString() ?? "",
            evaluation.RawProgress, evaluation.ExpectedProgress, MachineText.Code(evaluation.Status), MachineText.Code(evaluation.Verdict));
    }

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Name).Part(Kpi).Part(Segment).Part(From).Part(Until).Part(AsOf).Part(Start).Part(Level).Part(Lower).Part(Upper).Part(Value)
        .Part(ExpectedValue).Part(Unit).Part(Progress).Part(ExpectedProgress).Part(Status).Part(Verdict)
        .IsWritten;
}
