using NodaTime;
using SocialKpi;

namespace KpiReport;

/// <summary>The goals and objectives of a file as they stand on a day, each with its progress and the reasons for its status.</summary>
internal static class GoalSection
{
    public static GoalPlan Load(string file, Catalog catalog)
    {
        try
        {
            return GoalPlan.FromJson(File.ReadAllText(file), catalog);
        }
        catch (DefinitionException problem)
        {
            throw new IOException($"{file}: {problem.Message}");
        }
    }

    /// <summary>Each goal as it stands on a day; one that cannot be read is left out.</summary>
    /// <param name="plan">The goals.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="read">Reads the figures of one goal; null where the files cannot give them.</param>
    public static IReadOnlyList<GoalEvaluation> Evaluate(GoalPlan plan, LocalDate asOf, Func<Goal, KpiTable?> read)
    {
        List<GoalEvaluation> evaluations = [];
        foreach (Goal goal in plan.Goals)
        {
            if (goal.Kpi is null) evaluations.Add(goal.Evaluate(asOf));
            else if (read(goal) is { } table) evaluations.Add(goal.Evaluate(table, asOf));
        }

        return evaluations;
    }

    /// <summary>Every objective as it stands on a day; a key result that cannot be read has no data.</summary>
    public static IReadOnlyList<ObjectiveEvaluation> EvaluateObjectives(GoalPlan plan, LocalDate asOf, Func<Goal, KpiTable?> read) =>
        [.. plan.Objectives.Select(objective => objective.Evaluate(read, asOf))];

    public static string Title(LocalDate asOf) => $"Goals as of {Timeframe.Day(asOf)}";

    /// <summary>The goals and objectives as Markdown, or as text.</summary>
    public static string Write(IReadOnlyList<GoalEvaluation> goals, IReadOnlyList<ObjectiveEvaluation> objectives, LocalDate asOf, bool isMarkdown) => string.Join("\n\n",
    [
        $"{(isMarkdown ? "## " : "")}{Title(asOf)}",
        .. goals.Select(evaluation => isMarkdown ? evaluation.ToMarkdown() : Text(evaluation)),
        .. objectives.Select(objective => isMarkdown ? objective.ToMarkdown() : Text(objective)),
    ]);

    private static string Text(ObjectiveEvaluation evaluation)
    {
        string owner = evaluation.Objective.Terms.Owner is { Length: > 0 } name ? $" ({DisplayText.Name(name)})" : "";
        IEnumerable<string> lines =
        [
            $"{evaluation.Objective}{owner}", $"  {evaluation}",
            .. evaluation.KeyResults.SelectMany(one => new[] { $"  {one.KeyResult}", $"    {one.Goal.ToProgressLine()}", $"    {one}", one.CheckIn is { } said ? $"    {said}" : "" }.Where(line => line.Length > 0)),
            .. evaluation.Contributing.SelectMany(one => Text(one).Split('\n')).Select(line => $"  {line}"),
            .. evaluation.CheckIn is { } overall ? [$"  {overall}"] : Array.Empty<string>(),
            .. evaluation.Lints.Where(lint => evaluation.Contributing.All(one => !one.Lints.Contains(lint))).Select(lint => $"  {lint}"),
        ];
        return string.Join('\n', lines);
    }

    private static string Text(GoalEvaluation evaluation)
    {
        string owner = evaluation.Goal.Terms.Owner is { Length: > 0 } name ? $" ({DisplayText.Name(name)})" : "";
        IEnumerable<string> lines = [$"{evaluation.Goal}{owner}", $"  {evaluation.ToProgressLine()}", $"  {evaluation}", .. evaluation.Reasons.Select(reason => $"    {DisplayText.Visible(reason)}")];
        return string.Join('\n', lines);
    }
}
