using NodaTime;
using SocialKpi;

namespace KpiReport;

/// <summary>The goals of a file as they stand on a day, each with its progress and the reasons for its status.</summary>
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
        string title = $"{(isMarkdown ? "## " : "")}Goals as of {Timeframe.Day(asOf)}";
        return string.Join("\n\n", evaluations.Select(evaluation => isMarkdown ? evaluation.ToMarkdown() : Text(evaluation)).Prepend(title));
    }

    private static string Text(GoalEvaluation evaluation)
    {
        string owner = evaluation.Goal.Terms.Owner is { Length: > 0 } name ? $" ({name})" : "";
        IEnumerable<string> lines = [$"{evaluation.Goal.Name}{owner}", $"  {evaluation.ToProgressLine()}", $"  {evaluation}", .. evaluation.Reasons.Select(reason => $"    {reason}")];
        return string.Join('\n', lines);
    }
}
