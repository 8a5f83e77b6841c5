using System.Text;
using System.Text.Json;

namespace SocialKpi;

/// <summary>Reads JSON text of unknown origin: its length and depth are limited, comments and trailing commas are allowed.</summary>
internal sealed class JsonText
{
    private const int MaxLength = 10_000_000;
    private const int MaxDepth = 64;

    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth };

    private readonly byte[] _utf8;
    private int _counted;
    private int _line = 1;

    private JsonText(byte[] utf8) => _utf8 = utf8;

    /// <summary>What is read from the text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="read">Reads the value, and adds what is wrong to the issues; what it returns counts only when there are none.</param>
    /// <exception cref="DefinitionException">The text is not JSON, or there are issues; all are listed.</exception>
    public static T Read<T>(string json, Func<JsonValue, List<DefinitionIssue>, T?> read)
    {
        List<DefinitionIssue> issues = [];
        T? result = Parse(json, issues) is { } value ? read(value, issues) : default;
        DefinitionException.ThrowIfAny(issues);
        return result!;
    }

    /// <summary>The value of the text; null, with an issue, when it is not JSON.</summary>
    public static JsonValue? Parse(string json, List<DefinitionIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxLength)
        {
            issues.Add(new("JSON", $"it is longer than {MaxLength} characters; split it"));
            return null;
        }

        JsonText text = new(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')));
        try
        {
            Utf8JsonReader reader = new(text._utf8, Options);
            reader.Read();
            JsonValue value = text.Read(ref reader, "");
            reader.Read();
            return value;
        }
        catch (JsonException problem)
        {
            int cut = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            issues.Add(new(FormattableString.Invariant($"line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}"), $"it is not JSON: {(cut < 0 ? problem.Message : problem.Message[..cut])}"));
        }
        catch (InvalidOperationException)
        {
            issues.Add(new(FormattableString.Invariant($"line {text._line}"), "a text there holds half a character (a surrogate without its other half); write the whole character"));
        }

        return null;
    }

    private JsonValue Read(ref Utf8JsonReader reader, string path)
    {
        int line = LineAt((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                List<(string, JsonValue)> members = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    members.Add((name, Read(ref reader, path.Length == 0 ? name : $"{path}.{name}")));
                }

                return new JsonValue(JsonValueKind.Object, path, line) { Members = members };
            case JsonTokenType.StartArray:
                List<JsonValue> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader, FormattableString.Invariant($"{path}[{items.Count}]")));
                return new JsonValue(JsonValueKind.Array, path, line) { Items = items };
            case JsonTokenType.String: return new JsonValue(JsonValueKind.String, path, line) { Text = reader.GetString()! };
            case JsonTokenType.Number: return new JsonValue(JsonValueKind.Number, path, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            case JsonTokenType.True: return new JsonValue(JsonValueKind.True, path, line);
            case JsonTokenType.False: return new JsonValue(JsonValueKind.False, path, line);
            default: return new JsonValue(JsonValueKind.Null, path, line);
        }
    }

    /// <summary>The line of a byte; asked for in the order of the text.</summary>
    private int LineAt(int position)
    {
        while (_counted < position)
        {
            if (_utf8[_counted++] == '\n') _line++;
        }

        return _line;
    }
}
