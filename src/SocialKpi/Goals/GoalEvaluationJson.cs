using System.Text.Json;
using NodaTime;

namespace SocialKpi;

/// <summary>Evaluations of goals as JSON.</summary>
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

    public static GoalEvaluation? Read(JsonFields json, Catalog catalog) =>
        EvaluationJson.Read(json, "goal", said => GoalJson.Read(said, catalog), (goal, asOf) => ReadContent(json, goal, asOf), evaluation => evaluation.ToJson());

    /// <summary>The evaluation of a goal that follows from the evidence written down; null with issues when there is none.</summary>
    public static GoalEvaluation? ReadContent(JsonFields json, Goal goal, LocalDate asOf)
    {
        IReadOnlyList<JsonFields> parts = json.Children("parts");
        return goal.HasParts || parts.Count > 0 ? Together(json, goal, asOf, parts) : Single(json, goal, asOf, goal.Terms.Scope.Together);
    }

    private static GoalEvaluation? Together(JsonFields json, Goal goal, LocalDate asOf, IReadOnlyList<JsonFields> parts)
    {
        IReadOnlyList<Segment> segments = goal.HasParts ? goal.Terms.Scope.Segments : [];
        if (segments.Count != parts.Count)
        {
            json.Issue("parts", $"there are {parts.Count}, and the goal has {segments.Count} segments that are judged one by one; write one for each");
            return null;
        }

        GoalEvaluation?[] read = [.. parts.Zip(segments, (part, segment) => Single(part, goal, asOf, segment))];
        return read.Any(part => part is null) ? null : new GoalEvaluation(goal, asOf, [.. read.OfType<GoalEvaluation>()]);
    }

    private static GoalEvaluation? Single(JsonFields json, Goal goal, LocalDate asOf, Segment segment)
    {
        _ = json.Require("evidence", "write what the data said");
        return json.Child("evidence") is { } evidence && GoalEvidenceJson.Read(evidence, goal, segment) is { } known ? new GoalEvaluation(goal, asOf, known) : null;
    }

    /// <summary>All but the goal, as properties of an object that has begun.</summary>
    public static void WriteContent(Utf8JsonWriter writer, GoalEvaluation evaluation)
    {
        writer.WriteString("as_of", TimeframeText.Write(evaluation.AsOf));
        writer.WriteString("status", MachineText.Code(evaluation.Status));
        writer.WriteString("rule", evaluation.RuleName);
        writer.WriteString("verdict", MachineText.Code(evaluation.Verdict));
        writer.Number("progress", evaluation.Progress);
        writer.Number("raw_progress", evaluation.RawProgress);
        writer.Number("expected_progress", evaluation.ExpectedProgress);
        if (evaluation.ExpectedFigure is { } expected) QuantityJson.Write(writer, "expected_figure", expected);
        writer.Number("gap", evaluation.Gap);
        writer.Number("pace", evaluation.Pace);
        writer.Number("coverage", evaluation.Coverage);
        if (evaluation.Zone is { } zone) writer.WriteString("zone", MachineText.Code(zone));
        if (evaluation.Forecast is { } forecast)
        {
            writer.WriteStartObject("forecast");
            QuantityJson.Write(writer, "at_deadline", forecast.AtDeadline);
            if (forecast.NeededPerPeriod is { } needed) QuantityJson.Write(writer, "needed_per_period", needed);
            writer.WriteNumber("period_days", forecast.PeriodDays);
            if (forecast.ArrivesOn is { } arrival) writer.WriteString("arrives_on", TimeframeText.Write(arrival));
            writer.WriteEndObject();
        }

        writer.WriteStartArray("reasons");
        foreach (string reason in evaluation.Reasons) writer.WriteStringValue(Isolates.Without(reason));
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
}
