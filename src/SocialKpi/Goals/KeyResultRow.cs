using System.Text;

namespace SocialKpi;

/// <summary>Where a key result stands as plain values, for libraries of charts and tables.</summary>
/// <param name="Name">What the goal is called.</param>
/// <param name="Kpi">The id of its KPI; empty for milestones and yes or no.</param>
/// <param name="Weight">Its weight in the objective.</param>
/// <param name="Score">Progress between 0 and 1; null when nobody knows.</param>
/// <param name="ExpectedScore">What is expected by now; null where nothing is.</param>
/// <param name="Grade">The grade of the score; empty when there is none.</param>
/// <param name="Status">How it is going: <c>on_track</c>, <c>behind</c>, …</param>
/// <param name="Verdict">Whether it was achieved: <c>pending</c>, <c>achieved</c>, …</param>
/// <param name="Value">The figure now, in the unit; null when there is none.</param>
/// <param name="Unit">Its unit, as in JSON; empty without a KPI.</param>
public sealed record KeyResultRow(
    string Name, string Kpi, decimal Weight, decimal? Score, decimal? ExpectedScore, string Grade, string Status, string Verdict, decimal? Value, string Unit)
{
    internal static KeyResultRow Of(KeyResultEvaluation keyResult)
    {
        GoalEvaluation goal = keyResult.Goal;
        return new KeyResultRow(
            goal.Goal.Name, goal.Goal.Kpi?.Id ?? "", keyResult.KeyResult.Weight, keyResult.Score, goal.ExpectedProgress, keyResult.Grade?.Name ?? "",
            MachineText.Code(goal.Status), MachineText.Code(goal.Verdict), goal.Current is { HasValue: true } current ? current.Value : null, goal.Current?.Unit.ToString() ?? "");
    }

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Name).Part(Kpi).Part(Weight).Part(Score).Part(ExpectedScore).Part(Grade).Part(Status).Part(Verdict).Part(Value).Part(Unit)
        .IsWritten;
}
