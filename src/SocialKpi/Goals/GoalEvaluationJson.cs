using System.Text.Json;
using NodaTime;

namespace SocialKpi;

/// <summary>Evaluations as JSON. Reading takes goal, day and evidence, works out the rest again and compares.</summary>
internal static class GoalEvaluationJson
{
    public static void Write(Utf8JsonWriter writer, GoalEvaluation evaluation)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("goal");
        GoalJson.Write(writer, evaluation.Goal);
        WriteContent(writer, evaluation);
        writer.WriteEndObject();
    }

    public static GoalEvaluation? Read(DefinitionJson json, Catalog catalog)
    {
        int before = json.IssueCount;
        _ = json.Require("goal", "write the goal that was evaluated");
        Goal? goal = json.Child("goal") is { } said ? GoalJson.Read(said, catalog) : null;
        _ = json.Require("as_of", "write the day, such as \"2026-08-15\"");
        LocalDate asOf = json.Day("as_of") ?? default;
        if (goal is null || json.IssueCount > before) return null;

        IReadOnlyList<DefinitionJson> parts = json.Children("parts");
        GoalEvaluation? evaluation = parts.Count > 0 ? Together(json, goal, asOf, parts) : Single(json, goal, asOf, goal.Terms.Scope.Together);
        if (evaluation is null || json.IssueCount > before) return null;
        Compare(json, evaluation);
        return evaluation;
    }

    private static GoalEvaluation? Together(DefinitionJson json, Goal goal, LocalDate asOf, IReadOnlyList<DefinitionJson> parts)
    {
        IReadOnlyList<Segment> segments = goal.Terms.Scope.Segments;
        if (segments.Count != parts.Count)
        {
            json.Issue("parts", $"there are {parts.Count}, and the goal has {segments.Count} segments; write one for each");
            return null;
        }

        GoalEvaluation?[] read = [.. parts.Zip(segments, (part, segment) => Single(part, goal, asOf, segment))];
        return read.Any(part => part is null) ? null : new GoalEvaluation(goal, asOf, [.. read.OfType<GoalEvaluation>()]);
    }

    private static GoalEvaluation? Single(DefinitionJson json, Goal goal, LocalDate asOf, Segment segment)
    {
        _ = json.Require("evidence", "write what the data said");
        return json.Child("evidence") is { } evidence && GoalEvidenceJson.Read(evidence, goal, segment) is { } known ? new GoalEvaluation(goal, asOf, known) : null;
    }

    private static void WriteContent(Utf8JsonWriter writer, GoalEvaluation evaluation)
    {
        writer.WriteString("as_of", DefinitionJson.Write(evaluation.AsOf));
        writer.WriteString("status", MachineText.Code(evaluation.Status));
        writer.WriteString("rule", evaluation.RuleName);
        writer.WriteString("verdict", MachineText.Code(evaluation.Verdict));
        WriteNumber(writer, "progress", evaluation.Progress);
        WriteNumber(writer, "raw_progress", evaluation.RawProgress);
        WriteNumber(writer, "expected_progress", evaluation.ExpectedProgress);
        if (evaluation.ExpectedFigure is { } expected) QuantityJson.Write(writer, "expected_figure", expected);
        WriteNumber(writer, "gap", evaluation.Gap);
        WriteNumber(writer, "pace", evaluation.Pace);
        WriteNumber(writer, "coverage", evaluation.Coverage);
        if (evaluation.Zone is { } zone) writer.WriteString("zone", MachineText.Code(zone));
        if (evaluation.Forecast is { } forecast)
        {
            writer.WriteStartObject("forecast");
            QuantityJson.Write(writer, "at_deadline", forecast.AtDeadline);
            if (forecast.NeededPerPeriod is { } needed) QuantityJson.Write(writer, "needed_per_period", needed);
            writer.WriteNumber("period_days", forecast.PeriodDays);
            if (forecast.ArrivesOn is { } arrival) writer.WriteString("arrives_on", DefinitionJson.Write(arrival));
            writer.WriteEndObject();
        }

        writer.WriteStartArray("reasons");
        foreach (string reason in evaluation.Reasons) writer.WriteStringValue(reason);
        writer.WriteEndArray();
        if (evaluation.Parts.Count == 0)
        {
            GoalEvidenceJson.Write(writer, evaluation.Evidence);
            return;
        }

        writer.WriteStartArray("parts");
        foreach (GoalEvaluation part in evaluation.Parts)
        {
            writer.WriteStartObject();
            WriteContent(writer, part);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } known) writer.WriteNumber(name, known.WithoutTrailingZeros());
        else writer.WriteNull(name);
    }

    /// <summary>An issue for every property that is not what follows from goal, day and evidence.</summary>
    private static void Compare(DefinitionJson json, GoalEvaluation evaluation)
    {
        using JsonDocument again = JsonDocument.Parse(evaluation.ToJson());
        foreach (JsonProperty follows in again.RootElement.EnumerateObject())
        {
            // The goal was read and checked by itself; a person may have written it in another order.
            if (json.Find(follows.Name) is { } said && follows.Name != "goal" && !JsonElement.DeepEquals(said, follows.Value))
                json.Issue(follows.Name, $"{DefinitionJson.Describe(said)} stands here, but {DefinitionJson.Describe(follows.Value)} follows from the goal and the evidence");
        }
    }
}
