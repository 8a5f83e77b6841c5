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

    /// <summary>Each goal as it stands on a day.</summary>
    /// <param name="plan">The goals.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="read">Reads the figures of one goal.</param>
    /// <param name="unread">Is told of each goal whose figures the files cannot give, and why.</param>
    public static IReadOnlyList<GoalEvaluation> Evaluate(GoalPlan plan, LocalDate asOf, Func<Goal, KpiTable> read, List<string> unread) =>
        Readable(plan.Goals, goal => goal.Name, goal => goal.Kpi is null ? goal.Evaluate(asOf) : goal.Evaluate(read(goal), asOf), unread);

    /// <summary>Every objective of a plan as of a day; one of whose key results cannot be read is told as a whole.</summary>
    public static IReadOnlyList<ObjectiveEvaluation> EvaluateObjectives(GoalPlan plan, LocalDate asOf, Func<Goal, KpiTable> read, List<string> unread) =>
        Readable(plan.Objectives, objective => objective.Name, objective => objective.Evaluate(read, asOf), unread);

    private static List<TEvaluation> Readable<T, TEvaluation>(IEnumerable<T> all, Func<T, string> name, Func<T, TEvaluation> evaluate, List<string> unread)
    {
        List<TEvaluation> evaluations = [];
        foreach (T one in all)
        {
            try
            {
                evaluations.Add(evaluate(one));
            }
            catch (OptionException problem)
            {
                unread.Add($"{name(one)}: it cannot be read, as {problem.Message}");
            }
        }

        return evaluations;
    }

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
