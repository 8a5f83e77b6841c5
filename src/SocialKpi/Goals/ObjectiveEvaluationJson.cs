using System.Text.Json;
using NodaTime;

namespace SocialKpi;

/// <summary>Evaluations of objectives as JSON.</summary>
internal static class ObjectiveEvaluationJson
{
    public static void Write(Utf8JsonWriter writer, ObjectiveEvaluation evaluation)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("objective");
        ObjectiveJson.Write(writer, evaluation.Objective);
        writer.WriteString("as_of", TimeframeText.Write(evaluation.AsOf));
        WriteContent(writer, evaluation);
        writer.WriteEndObject();
    }

    public static ObjectiveEvaluation? Read(JsonFields json, Catalog catalog) =>
        EvaluationJson.Read(json, "objective", said => ObjectiveJson.Read(said, catalog), (objective, asOf) => ReadContent(json, objective, asOf), evaluation => evaluation.ToJson());

    private static ObjectiveEvaluation? ReadContent(JsonFields json, Objective objective, LocalDate asOf)
    {
        IReadOnlyList<JsonFields> keyResults = Each(json, "key_results", objective.KeyResults.Count);
        IReadOnlyList<JsonFields> contributing = Each(json, "contributing", objective.Terms.Contributing.Count);
        GoalEvaluation?[] goals = [.. keyResults.Zip(objective.KeyResults, (one, keyResult) => ReadKeyResult(one, keyResult, asOf))];
        ObjectiveEvaluation?[] parts = [.. contributing.Zip(objective.Terms.Contributing, (one, part) => ReadContent(one, part, asOf))];
        if (goals.Length < objective.KeyResults.Count || parts.Length < objective.Terms.Contributing.Count || goals.Contains(null) || parts.Contains(null)) return null;
        return new ObjectiveEvaluation(
            objective, asOf, [.. objective.KeyResults.Zip(goals, (keyResult, goal) => new KeyResultEvaluation(keyResult, goal!, objective.Terms.Grades))], [.. parts.OfType<ObjectiveEvaluation>()]);
    }

    private static GoalEvaluation? ReadKeyResult(JsonFields json, KeyResult keyResult, LocalDate asOf)
    {
        _ = json.Require("evaluation", "write where the key result stands");
        return json.Child("evaluation") is { } evaluation ? GoalEvaluationJson.ReadContent(evaluation, keyResult.Goal, asOf) : null;
    }

    /// <summary>The parts of a list that must be as long as the objective's own; none with an issue when it is not.</summary>
    private static IReadOnlyList<JsonFields> Each(JsonFields json, string name, int count)
    {
        IReadOnlyList<JsonFields> parts = json.Children(name);
        if (parts.Count == count) return parts;
        json.Issue(name, $"there are {parts.Count}, and the objective has {count}; write one for each, in its order");
        return [];
    }

    private static void WriteContent(Utf8JsonWriter writer, ObjectiveEvaluation evaluation)
    {
        writer.WriteString("status", MachineText.Code(evaluation.Status));
        writer.WriteString("rule", evaluation.RuleName);
        writer.WriteString("verdict", MachineText.Code(evaluation.Verdict));
        WriteScore(writer, evaluation.Score, evaluation.Grade, evaluation.CheckIn);
        writer.Number("expected_score", evaluation.ExpectedScore);
        writer.Number("coverage", evaluation.Coverage);
        if (evaluation.Lints.Count > 0)
        {
            writer.WriteStartArray("lints");
            foreach (ObjectiveLint lint in evaluation.Lints)
            {
                writer.WriteStartObject();
                writer.WriteString("code", lint.Code);
                writer.WriteString("subject", lint.Subject);
                writer.WriteString("message", lint.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteStartArray("key_results");
        foreach (KeyResultEvaluation one in evaluation.KeyResults)
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.KeyResult.Goal.Name);
            WriteScore(writer, one.Score, one.Grade, one.CheckIn);
            writer.WriteStartObject("evaluation");
            GoalEvaluationJson.WriteContent(writer, one.Goal);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (evaluation.Contributing.Count == 0) return;
        writer.WriteStartArray("contributing");
        foreach (ObjectiveEvaluation one in evaluation.Contributing)
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.Objective.Name);
            WriteContent(writer, one);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteScore(Utf8JsonWriter writer, decimal? score, Grade? grade, CheckIn? said)
    {
        writer.Number("score", score);
        if (grade is not null) writer.WriteString("grade", grade.Name);
        if (said is null) return;
        writer.WritePropertyName("check_in");
        CheckInJson.Write(writer, said);
    }
}
