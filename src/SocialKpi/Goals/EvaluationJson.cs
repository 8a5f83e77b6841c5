using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace SocialKpi;

/// <summary>Reads evaluations: takes what was evaluated, the day and the evidence, works out the rest again and compares.</summary>
internal static class EvaluationJson
{
    /// <summary>An evaluation; null with issues when it is none, or says what does not follow.</summary>
    /// <param name="json">What was written.</param>
    /// <param name="evaluated">The property with what was evaluated, and what that is called.</param>
    /// <param name="read">Reads what was evaluated.</param>
    /// <param name="evaluate">Reads the evidence, and evaluates by it.</param>
    /// <param name="write">Writes an evaluation.</param>
    public static TEvaluation? Read<T, TEvaluation>(
        JsonFields json, string evaluated, Func<JsonFields, T?> read, Func<T, LocalDate, TEvaluation?> evaluate, Func<TEvaluation, string> write)
        where T : class
        where TEvaluation : class
    {
        int before = json.Issues.Count;
        _ = json.Require(evaluated, $"write the {evaluated} that was evaluated");
        T? subject = json.Child(evaluated) is { } said ? read(said) : null;
        _ = json.Require("as_of", "write the day, such as \"2026-08-15\"");
        LocalDate asOf = json.Day("as_of") ?? default;
        if (subject is null || json.Issues.Count > before) return null;

        TEvaluation? evaluation = evaluate(subject, asOf);
        if (evaluation is null || json.Issues.Count > before) return null;
        Compare(json, write(evaluation), evaluated);
        json.RefuseOthers();
        return evaluation;
    }

    /// <summary>An issue for every property that is not what follows from what was evaluated, the day and the evidence.</summary>
    /// <param name="json">What was read.</param>
    /// <param name="follows">What follows.</param>
    /// <param name="evaluated">The property with what was evaluated. It was read and checked by itself; a person may have written it in another order.</param>
    private static void Compare(JsonFields json, string follows, string evaluated)
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
