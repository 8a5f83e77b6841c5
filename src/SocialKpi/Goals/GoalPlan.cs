namespace SocialKpi;

/// <summary>The goals of a document, in its order. Ids are unique.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class GoalPlan
{
    private GoalPlan(IReadOnlyList<Goal> goals) => Goals = goals;

    /// <summary>The goals, in order.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    /// <summary>Makes a plan of goals.</summary>
    /// <exception cref="DefinitionException">Two goals have the same id; all issues are listed.</exception>
    public static GoalPlan Of(params IEnumerable<Goal> goals)
    {
        ArgumentNullException.ThrowIfNull(goals);
        Goal[] given = [.. goals];
        foreach (Goal goal in given) ArgumentNullException.ThrowIfNull(goal, nameof(goals));
        DefinitionException.ThrowIfAny([.. SameIds(given)]);
        return new GoalPlan(given);
    }

    /// <summary>Reads a document <c>{"goals": […]}</c>, each goal as in <see cref="Goal.FromJson"/>.</summary>
    /// <param name="json">The text.</param>
    /// <param name="catalog">The KPIs that the goals may name.</param>
    /// <exception cref="DefinitionException">The text is not JSON, or its goals contradict themselves; all issues are listed with their places.</exception>
    public static GoalPlan FromJson(string json, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return DefinitionJson.Read(json, "plan", root =>
        {
            _ = root.Require("goals", "write a list of goals");
            Goal[] goals = [.. root.Children("goals").Select(child => GoalJson.Read(child, catalog)).OfType<Goal>()];
            root.Add(SameIds(goals));
            return new GoalPlan(goals);
        });
    }

    /// <summary>The plan as JSON; <see cref="FromJson"/> reads it back, and writing that again gives the same text, byte by byte.</summary>
    public string ToJson() => DefinitionJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("goals");
        foreach (Goal goal in Goals) GoalJson.Write(writer, goal);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static IEnumerable<DefinitionIssue> SameIds(IEnumerable<Goal> goals) => goals
        .Where(goal => goal.Id.Length > 0).GroupBy(goal => goal.Id, StringComparer.Ordinal).Where(same => same.Count() > 1)
        .Select(same => new DefinitionIssue($"goal {same.Key}", $"{same.Count()} goals have the id '{same.Key}'; give each its own"));
}
