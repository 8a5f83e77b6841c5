using System.Text.Json;

namespace SocialKpi;

/// <summary>A condition as JSON: <c>{ "field": "response", "between": [9, 10] }</c>.</summary>
internal static class ConditionJson
{
    private static readonly string[] Comparisons = [.. MachineText.Codes<ConditionOperator>().Select(comparison => comparison.Name)];

    public static void Write(Utf8JsonWriter writer, Condition condition)
    {
        writer.WriteStartObject();
        writer.WriteString("field", condition.Field);
        switch (condition.Operator)
        {
            case ConditionOperator.Is or ConditionOperator.AtLeast or ConditionOperator.AtMost:
                writer.WritePropertyName(MachineText.Code(condition.Operator));
                if (condition.Texts.Count > 0) writer.WriteStringValue(condition.Texts[0]);
                else writer.WriteNumberValue(condition.Numbers[0]);
                break;
            case ConditionOperator.In or ConditionOperator.Between:
                writer.WriteStartArray(MachineText.Code(condition.Operator));
                foreach (string text in condition.Texts) writer.WriteStringValue(text);
                foreach (decimal number in condition.Numbers) writer.WriteNumberValue(number);
                writer.WriteEndArray();
                break;
            default: writer.WriteBoolean("missing", true); break;
        }

        writer.WriteEndObject();
    }

    /// <summary>The condition; null, with issues, when it is none.</summary>
    public static Condition? Read(JsonValue value, List<DefinitionIssue> issues)
    {
        int before = issues.Count;
        JsonFields fields = new(value, issues);
        string? field = fields.Text("field", isRequired: true);
        (string Name, JsonValue Value)[] comparisons = [.. Comparisons
            .Select(name => (name, value: fields.Value(name))).Where(pair => pair.value is not null).Select(pair => (pair.name, pair.value!))];
        fields.RefuseOthers();
        if (comparisons.Length != 1 && issues.Count == before)
            issues.Add(value.Issue($"a condition has one of {string.Join(", ", Comparisons)}; write for instance {{ \"field\": \"response\", \"between\": [9, 10] }}"));
        if (issues.Count > before) return null;
        if (string.IsNullOrWhiteSpace(field))
        {
            issues.Add(value.Issue("\"field\" is blank; name a dimension or a row value"));
            return null;
        }

        (string name, JsonValue comparison) = comparisons[0];
        if (name == "missing")
        {
            if (comparison.Kind == JsonValueKind.True) return Condition.Missing(field);
            issues.Add(comparison.Issue("write \"missing\": true, or leave the condition out"));
            return null;
        }

        bool isList = name is "in" or "between";
        IReadOnlyList<JsonValue> values = isList ? comparison.Items : [comparison];
        if (isList && (comparison.Kind != JsonValueKind.Array || values.Count == 0 || (name == "between" && values.Count != 2)))
        {
            issues.Add(comparison.Issue(name == "in" ? "a list of values was expected here; write [ … ]" : "two numbers were expected here, such as [9, 10]"));
            return null;
        }

        if (name is "is" or "in" && values.All(item => item.Kind == JsonValueKind.String))
            return name == "is" ? Condition.Is(field, comparison.Text) : Condition.In(field, [.. values.Select(item => item.Text)]);
        decimal[] numbers = [.. values.Select(fields.NumberOf).OfType<decimal>()];
        if (numbers.Length < values.Count) return null;
        switch (name)
        {
            case "is": return Condition.Is(field, numbers[0]);
            case "in": return Condition.In(field, numbers);
            case "at_least": return Condition.AtLeast(field, numbers[0]);
            case "at_most": return Condition.AtMost(field, numbers[0]);
            default:
                if (numbers[0] <= numbers[1]) return Condition.Between(field, numbers[0], numbers[1]);
                issues.Add(comparison.Issue("the lower bound is above the upper one; write the smaller number first"));
                return null;
        }
    }
}
