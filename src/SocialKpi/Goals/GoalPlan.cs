using System.Globalization;

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
        DefinitionException.ThrowIfAny([.. Problems(PlanEntry.Of(given, aims))]);
        return new GoalPlan(given, aims);
    }

    /// <summary>Reads a document <c>{"goals": […], "objectives": […]}</c>, each as in <see cref="Goal.FromJson"/> and <see cref="Objective.FromJson"/>; one of the lists may be left out.</summary>
    /// <param name="json">The text.</param>
    /// <param name="catalog">The KPIs that the goals may name.</param>
    /// <exception cref="DefinitionException">The text is not JSON, or its goals and objectives contradict themselves; all issues are listed with their places.</exception>
    public static GoalPlan FromJson(string json, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonText.Read(json, (root, issues) =>
        {
            if (JsonFields.Of(root, issues) is not { } plan) return null;
            if (plan.Value("objectives") is null) _ = plan.Require("goals", "write a list of goals, or of objectives");
            (IReadOnlyList<JsonValue> goalsAt, IReadOnlyList<JsonValue> objectivesAt) = (plan.Items("goals"), plan.Items("objectives"));
            plan.RefuseOthers();
            Goal[] goals = [.. Each(goalsAt).Select(one => GoalJson.Read(one, catalog)).OfType<Goal>()];
            Objective[] objectives = [.. Each(objectivesAt).Select(one => ObjectiveJson.Read(one, catalog)).OfType<Objective>()];
            issues.AddRange(Problems(PlanEntry.Of(goalsAt, objectivesAt)));
            return new GoalPlan(goals, objectives);

            IEnumerable<JsonFields> Each(IReadOnlyList<JsonValue> values) => values.Select(value => JsonFields.Of(value, issues)).OfType<JsonFields>();
        });
    }

    /// <summary>The plan as JSON; <see cref="FromJson"/> reads it back, and writing that again gives the same text, byte by byte.</summary>
    public string ToJson() => JsonWriting.Write(writer =>
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

    /// <summary>How many there are and what they are called, in one line: <c>2 goals, 1 objective: more clicks; fewer complaints; a loved brand</c>.</summary>
    public override string ToString()
    {
        string[] names = [.. Goals.Select(goal => goal.ToString()), .. Objectives.Select(objective => objective.ToString())];
        string count = string.Create(CultureInfo.InvariantCulture,
            $"{Goals.Count:N0} {(Goals.Count == 1 ? "goal" : "goals")}, {Objectives.Count:N0} {(Objectives.Count == 1 ? "objective" : "objectives")}");
        return DisplayText.Visible(names.Length == 0 ? count : $"{count}: {string.Join("; ", names)}");
    }

    /// <summary>What contradicts itself between those that stand alone. What does within one of them is said there.</summary>
    private static IEnumerable<DefinitionIssue> Problems(IReadOnlyList<PlanEntry> entries)
    {
        foreach (IGrouping<(string What, string Id), PlanEntry> same in entries.Where(entry => entry.Id.Length > 0).GroupBy(entry => (entry.What, entry.Id)).Where(same => AreApart([.. same])))
            yield return same.Last().Issue($"{same.Count()} {same.Key.What}s have the id '{same.Key.Id}'; give each its own");

        PlanEntry[] objectives = [.. entries.Where(entry => entry.IsObjective)];
        HashSet<string> known = [.. objectives.Select(objective => objective.Id).Where(id => id.Length > 0)];
        foreach (PlanEntry entry in entries.Where(_ => objectives.Length > 0))
        {
            foreach (string unknown in entry.Serves.Where(id => !known.Contains(id)))
            {
                string remedy = Nearest.Of(unknown, known) is { } near ? $"did you mean {near}?" : "add it, or leave it out";
                yield return entry.Issue(entry.IsObjective
                    ? $"the objective '{entry.Name}' is aligned with '{unknown}', which is no objective here; {remedy}"
                    : $"the goal '{entry.Name}' serves the objective '{unknown}', which is none here; {remedy}");
            }
        }

        foreach (IReadOnlyList<string> circle in ObjectiveAlignment.Circles(objectives.SelectMany(one => one.Serves.Append(one.Within).Select(served => (one.Id, served)))))
        {
            PlanEntry[] within = [.. objectives.Where(objective => circle.Contains(objective.Id))];
            if (AreApart(within)) yield return within[^1].Issue(ObjectiveAlignment.Words(circle));
        }
    }

    private static bool AreApart(PlanEntry[] entries) => entries.Any(entry => entry.Place != entries[0].Place);
}
