using System.Text.Json;

namespace SocialKpi;

/// <summary>Status rules as JSON: a preset by its name, else its kind with its numbers and, where it has one, its label.</summary>
internal static class StatusRuleJson
{
    private const string Kinds = "name a preset, or write gap_points, ratio, achievement, bands or first_of";

    public static void Write(Utf8JsonWriter writer, StatusRule rule)
    {
        if (StatusRule.Presets.Contains(rule))
        {
            writer.WriteStringValue(rule.Label);
            return;
        }

        writer.WriteStartObject();
        if (rule.Label.Length > 0) writer.WriteString("label", rule.Label);
        switch (rule)
        {
            case GapPointsRule gap:
                WritePair(writer, "gap_points", gap.OnTrackUpTo, gap.BehindUpTo);
                break;
            case RatioRule ratio:
                WritePair(writer, "ratio", ratio.OnTrackFrom, ratio.BehindFrom);
                break;
            case AchievementRule achievement:
                WritePair(writer, "achievement", achievement.OnTrackFrom, achievement.BehindFrom);
                break;
            case BandsRule bands:
                WritePair(writer, "bands", bands.BehindFrom, bands.OnTrackFrom);
                if (bands.Decimals is { } decimals) writer.WriteNumber("decimals", decimals);
                if (bands.Midpoint != MidpointRounding.AwayFromZero) writer.WriteString("midpoint", MachineText.Code(bands.Midpoint));
                break;
            case FirstOfRule list:
                WriteCases(writer, list);
                break;
        }

        writer.WriteEndObject();
    }

    /// <summary>A rule that stands as the name of a preset or as an object; null with issues when it is none.</summary>
    public static StatusRule? Read(JsonValue value, List<DefinitionIssue> issues)
    {
        if (value.Kind == JsonValueKind.String) return Preset(value, issues);
        return JsonFields.Of(value, issues) is { } json ? Read(json) : null;
    }

    private static StatusRule? Read(JsonFields json)
    {
        StatusRule? rule = Pair(json, "gap_points", StatusRule.GapPoints)
            ?? Pair(json, "ratio", StatusRule.Ratio)
            ?? Pair(json, "achievement", StatusRule.Achievement)
            ?? Bands(json)
            ?? Cases(json);
        if (rule is null && json.At.Members.All(member => member.Name is not ("gap_points" or "ratio" or "achievement" or "bands" or "first_of"))) json.Issue("", $"it is no status rule; {Kinds}");
        StatusRule? named = json.Text("label") is { } label ? json.Attempt("label", () => (rule ?? StatusRule.Default).Named(label)) : rule;
        json.RefuseOthers();
        return rule is null ? null : named;
    }

    private static StatusRule? Preset(JsonValue value, List<DefinitionIssue> issues)
    {
        string label = value.Text;
        if (StatusRule.Presets.FirstOrDefault(preset => preset.Label == label) is { } known) return known;
        string[] labels = [.. StatusRule.Presets.Select(preset => preset.Label)];
        string remedy = Nearest.Of(label, labels) is { } near ? $"did you mean {near}?" : $"presets are {string.Join(", ", labels)}";
        issues.Add(value.Issue($"there is no preset \"{label}\"; {remedy}"));
        return null;
    }

    private static void WritePair(Utf8JsonWriter writer, string name, decimal first, decimal second)
    {
        writer.WriteStartArray(name);
        writer.WriteNumberValue(first.WithoutTrailingZeros());
        writer.WriteNumberValue(second.WithoutTrailingZeros());
        writer.WriteEndArray();
    }

    private static void WriteCases(Utf8JsonWriter writer, FirstOfRule list)
    {
        writer.WriteStartArray("first_of");
        foreach (StatusCase one in list.Cases)
        {
            writer.WriteStartObject();
            writer.WriteString("status", MachineText.Code(one.Status));
            writer.WriteStartArray("when");
            foreach (StatusTest test in one.Tests)
            {
                writer.WriteStartObject();
                writer.WriteString("figure", MachineText.Code(test.Figure));
                writer.WriteNumber(MachineText.Code(test.Comparison), test.Limit.WithoutTrailingZeros());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("otherwise", MachineText.Code(list.Otherwise));
    }

    private static StatusRule? Pair(JsonFields json, string name, Func<decimal, decimal, StatusRule> make)
    {
        if (json.Value(name) is null) return null;
        IReadOnlyList<JsonValue> numbers = json.Items(name);
        if (numbers.Count != 2) json.Issue(name, "write two numbers in brackets: on track, then behind");
        decimal[] read = [.. numbers.Select(json.NumberOf).OfType<decimal>()];
        return numbers.Count == 2 && read.Length == 2 ? json.Attempt(name, () => make(read[0], read[1])) : null;
    }

    private static StatusRule? Bands(JsonFields json)
    {
        if (json.Value("bands") is null) return null;
        int? decimals = json.WholeNumber("decimals");
        MidpointRounding midpoint = json.Choice<MidpointRounding>("midpoint") ?? MidpointRounding.AwayFromZero;
        return Pair(json, "bands", (behind, onTrack) => StatusRule.Bands(behind, onTrack, decimals, midpoint));
    }

    private static StatusRule? Cases(JsonFields json)
    {
        if (json.Value("first_of") is null) return null;
        int before = json.Issues.Count;
        List<StatusCase> cases = [];
        foreach (JsonFields one in json.Children("first_of"))
        {
            _ = one.Require("status", "write on_track, behind or at_risk");
            GoalStatus? status = one.Choice<GoalStatus>("status");
            StatusTest[] tests = [.. one.Children("when").Select(Test).OfType<StatusTest>()];
            one.RefuseOthers();
            if (status is { } known) cases.Add(new StatusCase(known, tests));
        }

        _ = json.Require("otherwise", "write the status when no case holds");
        GoalStatus? otherwise = json.Choice<GoalStatus>("otherwise");
        return json.Issues.Count == before ? json.Attempt("first_of", () => StatusRule.FirstOf(cases, otherwise!.Value)) : null;
    }

    private static StatusTest? Test(JsonFields json)
    {
        _ = json.Require("figure", $"write one of {string.Join(", ", Enum.GetValues<StatusFigure>().Select(MachineText.Code))}");
        StatusFigure? figure = json.Choice<StatusFigure>("figure");
        StatusTest[] found = [.. Enum.GetValues<StatusComparison>()
            .Where(comparison => json.Value(MachineText.Code(comparison)) is not null)
            .Select(comparison => new StatusTest(figure ?? default, comparison, json.Number(MachineText.Code(comparison)) ?? 0))];
        if (found.Length != 1) json.Issue("", "a test compares once; write one of at_least, above, at_most, below with a number");
        json.RefuseOthers();
        return figure is not null && found.Length == 1 ? found[0] : null;
    }
}
