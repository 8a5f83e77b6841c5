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

    /// <param name="plan">The goals.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="read">Reads the figures of one goal.</param>
    /// <param name="isMarkdown">Whether it is Markdown and not text.</param>
    public static string Write(GoalPlan plan, LocalDate asOf, Func<Goal, KpiTable> read, bool isMarkdown)
    {
        GoalEvaluation[] evaluations = [.. plan.Goals.Select(goal => goal.Kpi is null ? goal.Evaluate(asOf) : goal.Evaluate(read(goal), asOf))];
        ObjectiveEvaluation[] objectives = [.. plan.Objectives.Select(objective => objective.Evaluate(read, asOf))];
        string title = $"{(isMarkdown ? "## " : "")}Goals as of {Timeframe.Day(asOf)}";
        return string.Join("\n\n",
        [
            title, .. evaluations.Select(evaluation => isMarkdown ? evaluation.ToMarkdown() : Text(evaluation)),
            .. objectives.Select(objective => isMarkdown ? objective.ToMarkdown() : Text(objective)),
        ]);
    }

    private static string Text(ObjectiveEvaluation evaluation)
    {
        string owner = evaluation.Objective.Terms.Owner is { Length: > 0 } name ? $" ({name})" : "";
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
        string owner = evaluation.Goal.Terms.Owner is { Length: > 0 } name ? $" ({name})" : "";
        IEnumerable<string> lines = [$"{evaluation.Goal.Name}{owner}", $"  {evaluation.ToProgressLine()}", $"  {evaluation}", .. evaluation.Reasons.Select(reason => $"    {reason}")];
        return string.Join('\n', lines);
    }
}
