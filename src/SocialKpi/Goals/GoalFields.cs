using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>What goals say in JSON beside texts and numbers: days, times, choices, yes or no.</summary>
internal static class GoalFields
{
    private const int LongestQuote = 40;

    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd");

    public static bool? YesNo(this JsonFields fields, string name)
    {
        if (fields.Value(name) is not { } value) return null;
        if (value.Kind is JsonValueKind.True or JsonValueKind.False) return value.Kind == JsonValueKind.True;
        fields.Issue(name, $"{Quote(value)} stands here; write true or false");
        return null;
    }

    public static LocalDate? Day(this JsonFields fields, string name) => fields.Value(name) is { } value ? fields.DayOf(value) : null;

    public static LocalDate? DayOf(this JsonFields fields, JsonValue value)
    {
        if (value.Kind == JsonValueKind.String && DayPattern.Parse(value.Text).TryGetValue(default, out LocalDate day)) return day;
        fields.Issues.Add(value.Issue($"{Quote(value)} is not a day; write \"2026-08-15\""));
        return null;
    }

    public static Timeframe? Time(this JsonFields fields, string name)
    {
        if (fields.Text(name) is not { } text) return null;
        try
        {
            return Timeframe.Parse(text);
        }
        catch (FormatException problem)
        {
            fields.Issue(name, problem.Message.TrimEnd('.'));
            return null;
        }
    }

    /// <summary>One of the values of an enumeration, in words with underscores.</summary>
    public static T? Choice<T>(this JsonFields fields, string name)
        where T : struct, Enum => fields.OneOf(name, MachineText.Codes<T>());

    /// <summary>Makes what may be refused; why it is refused becomes an issue with the property, or with the object where the name is empty.</summary>
    public static T? Attempt<T>(this JsonFields fields, string name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            fields.Issue(name, problem.Message.Split(" (Parameter")[0].Split('\n')[0].TrimEnd('.'));
        }
        catch (DefinitionException problem)
        {
            foreach (DefinitionIssue issue in problem.Issues) fields.Issue(name, issue.Message);
        }

        return default;
    }

    /// <summary>A value as it stands in the text, for messages; what is long is cut.</summary>
    public static string Quote(JsonValue value)
    {
        string text = value.Kind switch
        {
            JsonValueKind.String => $"\"{value.Text}\"",
            JsonValueKind.Number => value.Text,
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => value.Kind.ToString().ToLowerInvariant(),
        };
        return text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, LongestQuote), "…");
    }
}
