using System.Text.Json;

namespace SocialKpi;

/// <summary>Reads the rows of benchmarks from JSON: an array of objects, each with texts and numbers.</summary>
internal static class BenchmarkJson
{
    /// <summary>The rows by their numbers, null for what is none; everything that is wrong with them as JSON becomes an issue.</summary>
    public static IReadOnlyList<BenchmarkRow?> Read(string json, List<BenchmarkIssue> issues)
    {
        List<DefinitionIssue> unreadable = [];
        if (JsonText.Parse(json, unreadable) is not { } root)
        {
            issues.AddRange(unreadable.Select(issue => new BenchmarkIssue(null, null, $"{issue.ToString().TrimEnd('.')}.")));
            return [];
        }

        if (root.Kind != JsonValueKind.Array) issues.Add(new(null, null, "a file of benchmarks is an array of objects: [ { \"kpi\": …, \"value\": … }, … ]."));
        return [.. root.Items.Select((item, number) => Row(item, number, issues))];
    }

    private static BenchmarkRow? Row(JsonValue item, int number, List<BenchmarkIssue> issues)
    {
        if (item.Kind != JsonValueKind.Object) issues.Add(new(number, null, "a benchmark is an object."));
        Dictionary<string, string?> fields = new(StringComparer.Ordinal);
        foreach ((string name, JsonValue value) in item.Members)
        {
            bool isText = value.Kind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null;
            if (!isText) issues.Add(new(number, name, "must be a text, a number or null."));
            if (!fields.TryAdd(name, isText ? value.Text : null)) issues.Add(new(number, name, "is written twice; remove one."));
        }

        return item.Kind == JsonValueKind.Object ? new BenchmarkRow(fields) : null;
    }
}
