namespace SocialKpi;

/// <summary>The goals and objectives of a document, in its order. Ids are unique, and objectives are aligned with objectives of the document.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class GoalPlan
{
    private GoalPlan(IReadOnlyList<Goal> goals, IReadOnlyList<Objective> objectives) => (Goals, Objectives) = (goals, objectives);

    /// <summary>The goals that stand alone, in order.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    /// <summary>The objectives with their key results, in order.</summary>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>Makes a plan of goals.</summary>
    /// <exception cref="DefinitionException">Two goals have the same id; all issues are listed.</exception>
    public static GoalPlan Of(params IEnumerable<Goal> goals) => Of(goals, []);

    /// <summary>Makes a plan of goals and objectives.</summary>
    /// <exception cref="DefinitionException">Two goals or two objectives have the same id, or an objective is aligned with one that is not there, or in a circle; all issues are listed.</exception>
    public static GoalPlan Of(IEnumerable<Goal> goals, IEnumerable<Objective> objectives)
    {
        ArgumentNullException.ThrowIfNull(goals);
        ArgumentNullException.ThrowIfNull(objectives);
        Goal[] given = [.. goals];
        Objective[] aims = [.. objectives];
        foreach (Goal goal in given) ArgumentNullException.ThrowIfNull(goal, nameof(goals));
        foreach (Objective objective in aims) ArgumentNullException.ThrowIfNull(objective, nameof(objectives));
        DefinitionException.ThrowIfAny([.. Problems(given, aims)]);
        return new GoalPlan(given, aims);
    }

    /// <summary>Reads a document <c>{"goals": […], "objectives": […]}</c>, each as in <see cref="Goal.FromJson"/> and <see cref="Objective.FromJson"/>; one of the lists may be left out.</summary>
    /// <param name="json">The text.</param>
    /// <param name="catalog">The KPIs that the goals may name.</param>
    /// <exception cref="DefinitionException">The text is not JSON, or its goals and objectives contradict themselves; all issues are listed with their places.</exception>
    public static GoalPlan FromJson(string json, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return DefinitionJson.Read(json, "plan", root =>
        {
            if (root.Find("objectives") is null) _ = root.Require("goals", "write a list of goals, or of objectives");
            Goal[] goals = [.. root.Children("goals").Select(child => GoalJson.Read(child, catalog)).OfType<Goal>()];
            Objective[] objectives = [.. root.Children("objectives").Select(child => ObjectiveJson.Read(child, catalog)).OfType<Objective>()];
            if (root.IssueCount == 0) root.Add(Problems(goals, objectives));
            return new GoalPlan(goals, objectives);
        });
    }

    /// <summary>The plan as JSON; <see cref="FromJson"/> reads it back, and writing that again gives the same text, byte by byte.</summary>
    public string ToJson() => DefinitionJson.Write(writer =>
    {
        writer.WriteStartObject();
        if (Goals.Count > 0 || Objectives.Count == 0)
        {
            writer.WriteStartArray("goals");
            foreach (Goal goal in Goals) GoalJson.Write(writer, goal);
            writer.WriteEndArray();
        }

        if (Objectives.Count > 0)
        {
            writer.WriteStartArray("objectives");
            foreach (Objective objective in Objectives) ObjectiveJson.Write(writer, objective);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    private static IEnumerable<DefinitionIssue> Problems(Goal[] goals, Objective[] objectives)
    {
        Objective[] all = [.. objectives.SelectMany(objective => objective.WithContributing())];
        foreach (DefinitionIssue issue in SameIds("goal", goals.Concat(all.SelectMany(objective => objective.KeyResults).Select(one => one.Goal)).Select(goal => goal.Id))) yield return issue;
        foreach (DefinitionIssue issue in SameIds("objective", all.Select(objective => objective.Id))) yield return issue;
        foreach (Objective objective in all)
        {
            foreach (string unknown in objective.Terms.AlignedWith.Where(id => !all.Any(one => one.Id == id)))
                yield return new DefinitionIssue($"objective {objective}", $"the objective '{objective}' is aligned with '{unknown}', which is no objective here; {Remedy(unknown, all)}");
        }

        foreach (Goal goal in goals.Where(goal => objectives.Length > 0 && goal.Terms.Objective.Length > 0 && !all.Any(one => one.Id == goal.Terms.Objective)))
            yield return new DefinitionIssue($"goal {goal.Name}", $"the goal '{goal.Name}' serves the objective '{goal.Terms.Objective}', which is none here; {Remedy(goal.Terms.Objective, all)}");
        foreach (string circle in ObjectiveAlignment.Circles(objectives)) yield return new DefinitionIssue("plan", circle);
    }

    private static string Remedy(string unknown, Objective[] all) =>
        Nearest.Of(unknown, all.Select(one => one.Id).Where(id => id.Length > 0)) is { } near ? $"did you mean {near}?" : "add it, or leave it out";

    private static IEnumerable<DefinitionIssue> SameIds(string what, IEnumerable<string> ids) => ids
        .Where(id => id.Length > 0).GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1)
        .Select(same => new DefinitionIssue($"{what} {same.Key}", $"{same.Count()} {what}s have the id '{same.Key}'; give each its own"));
}
