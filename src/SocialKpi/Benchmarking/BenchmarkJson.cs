using System.Globalization;
using System.Text.Json;

namespace SocialKpi;

/// <summary>Reads the rows of benchmarks from JSON: an array of objects, each with texts and numbers.</summary>
internal static class BenchmarkJson
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="BenchmarkException">The text is no JSON, or not an array of objects; all issues are listed.</exception>
    public static IReadOnlyList<BenchmarkRow> Read(string json)
    {
        using JsonDocument document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new BenchmarkException([new(null, null, "a file of benchmarks is an array of objects: [ { \"kpi\": …, \"value\": … }, … ].")]);

        List<BenchmarkIssue> issues = [];
        List<BenchmarkRow> rows = [];
        foreach (JsonElement element in document.RootElement.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.Object) rows.Add(Row(element, rows.Count, issues));
            else
            {
                issues.Add(new(rows.Count, null, "a benchmark is an object."));
                rows.Add(new BenchmarkRow([]));
            }
        }

        return issues.Count == 0 ? rows : throw new BenchmarkException(issues);
    }

    private static BenchmarkRow Row(JsonElement element, int number, List<BenchmarkIssue> issues)
    {
        Dictionary<string, string?> fields = new(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string? text = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Number => property.Value.GetRawText(),
                JsonValueKind.Null => null,
                _ => Refused(property, "must be a text, a number or null."),
            };
            if (!fields.TryAdd(property.Name, text)) _ = Refused(property, "is written twice; remove one.");
        }

        return new BenchmarkRow(fields);

        string? Refused(JsonProperty property, string message)
        {
            issues.Add(new(number, property.Name, message));
            return null;
        }
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException problem)
        {
            string place = problem is { LineNumber: { } line, BytePositionInLine: { } at } ? string.Create(CultureInfo.InvariantCulture, $" at line {line + 1}, byte {at + 1}") : "";
            throw new BenchmarkException([new(null, null, $"it is not JSON{place}: look for a missing or surplus comma, colon, quote or bracket there or just before it.")]);
        }
    }
}
