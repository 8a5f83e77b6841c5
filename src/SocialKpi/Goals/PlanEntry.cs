using System.Text.Json;

namespace SocialKpi;

/// <summary>A goal or objective of a plan by what others may refer to, whether it was made or only written.</summary>
/// <param name="Place">Where what contradicts it is said there and not between: of an objective with all that contributes to it, of a key result in its objective.</param>
/// <param name="What">Goal or objective.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Id">Its id; empty for none.</param>
internal sealed record PlanEntry(string Place, string What, string Name, string Id)
{
    private const string OfGoal = "goal";
    private const string OfObjective = "objective";

    /// <summary>The ids of the objectives that it says it serves, where it may name any of the plan.</summary>
    public IReadOnlyList<string> Serves { get; private init; } = [];

    /// <summary>The id of the objective that it contributes to; empty for none.</summary>
    public string Within { get; private init; } = "";

    /// <summary>Where it is written; null where it is not.</summary>
    public JsonValue? At { get; private init; }

    public bool IsObjective => What == OfObjective;

    public static IReadOnlyList<PlanEntry> Of(IReadOnlyList<Goal> goals, IReadOnlyList<Objective> objectives) =>
    [
        .. goals.Select((goal, at) => new PlanEntry($"goal {at}", OfGoal, goal.Name, goal.Id) { Serves = Named(goal.Terms.Objective) }),
        .. objectives.SelectMany((objective, at) => Of(objective, $"{at}", $"{at}", "")),
    ];

    /// <summary>The same of what is written, also of that which is no goal or objective for some other reason.</summary>
    public static IReadOnlyList<PlanEntry> Of(IReadOnlyList<JsonValue> goals, IReadOnlyList<JsonValue> objectives) =>
    [
        .. goals.Select((goal, at) => Of(goal, OfGoal, $"goal {at}") with { Serves = Named(Text(goal, "objective")) }),
        .. objectives.SelectMany((objective, at) => Of(objective, $"{at}", $"{at}", "")),
    ];

    public DefinitionIssue Issue(string message) => At?.Issue(message) ?? new($"{What} {(Id.Length > 0 ? Id : Name)}", message);

    private static IEnumerable<PlanEntry> Of(Objective objective, string whole, string place, string within) =>
    [
        new(whole, OfObjective, objective.Name, objective.Id) { Serves = objective.Terms.AlignedWith, Within = within },
        .. objective.KeyResults.Select(one => new PlanEntry(place, OfGoal, one.Goal.Name, one.Goal.Id)),
        .. objective.Terms.Contributing.SelectMany((one, at) => Of(one, whole, $"{place}.{at}", objective.Id)),
    ];

    private static IEnumerable<PlanEntry> Of(JsonValue objective, string whole, string place, string within)
    {
        PlanEntry entry = Of(objective, OfObjective, whole) with { Within = within, Serves = [.. Items(objective, "aligned_with").Where(item => item.Kind == JsonValueKind.String).Select(item => item.Text)] };
        return
        [
            entry,
            .. Items(objective, "key_results").SelectMany(one => one.Members).Where(member => member.Name == "goal").Select(member => Of(member.Value, OfGoal, place)),
            .. Items(objective, "contributing").SelectMany((one, at) => Of(one, whole, $"{place}.{at}", entry.Id)),
        ];
    }

    private static PlanEntry Of(JsonValue value, string what, string place)
    {
        (string name, string id) = (Text(value, "name"), Text(value, "id"));
        return new(place, what, name.Length > 0 ? name : id.Length > 0 ? id : "without a name", id) { At = value };
    }

    private static string Text(JsonValue value, string name) => value.Members.FirstOrDefault(member => member.Name == name).Value?.Text ?? "";

    private static IReadOnlyList<JsonValue> Items(JsonValue value, string name) => value.Members.FirstOrDefault(member => member.Name == name).Value?.Items ?? [];

    private static IReadOnlyList<string> Named(string id) => id.Length > 0 ? [id] : [];
}
