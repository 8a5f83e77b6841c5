using System.Globalization;
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

    public static GoalEvaluation? Read(JsonFields json, Catalog catalog)
    {
        int before = json.Issues.Count;
        _ = json.Require("goal", "write the goal that was evaluated");
        Goal? goal = json.Child("goal") is { } said ? GoalJson.Read(said, catalog) : null;
        _ = json.Require("as_of", "write the day, such as \"2026-08-15\"");
        LocalDate asOf = json.Day("as_of") ?? default;
        if (goal is null || json.Issues.Count > before) return null;

        GoalEvaluation? evaluation = ReadContent(json, goal, asOf);
        if (evaluation is null || json.Issues.Count > before) return null;
        Compare(json, evaluation.ToJson(), "goal");
        json.RefuseOthers();
        return evaluation;
    }

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

    /// <summary>An issue for every property that is not what follows from what was evaluated, the day and the evidence.</summary>
    /// <param name="json">What was read.</param>
    /// <param name="follows">What follows.</param>
    /// <param name="evaluated">The property with what was evaluated. It was read and checked by itself; a person may have written it in another order.</param>
    public static void Compare(JsonFields json, string follows, string evaluated)
    {
        foreach ((string name, JsonValue value) in JsonText.Parse(follows, json.Issues)!.Members)
        {
            if (json.Value(name) is { } said && name != evaluated && !IsSame(said, value))
                json.Issue(name, $"{GoalFields.Quote(said)} stands here, but {GoalFields.Quote(value)} follows from the {evaluated} and the evidence");
        }
    }

    /// <summary>Whether two values say the same, wherever they stand, whatever the order of their properties.</summary>
    private static bool IsSame(JsonValue one, JsonValue other) => one.Kind == other.Kind && one.Kind switch
    {
        JsonValueKind.Number => decimal.TryParse(one.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            && decimal.TryParse(other.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal follows) && number == follows,
        JsonValueKind.Array => one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(pair => IsSame(pair.First, pair.Second)),
        JsonValueKind.Object => one.Members.Count == other.Members.Count
            && one.Members.OrderBy(member => member.Name, StringComparer.Ordinal).Zip(other.Members.OrderBy(member => member.Name, StringComparer.Ordinal))
                .All(pair => pair.First.Name == pair.Second.Name && IsSame(pair.First.Value, pair.Second.Value)),
        _ => one.Text == other.Text,
    };
}
