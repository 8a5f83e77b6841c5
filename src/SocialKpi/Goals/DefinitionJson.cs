using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>
/// One JSON object that defines something, read property by property. What is wrong is collected with its place, and a property that nobody
/// asked for is an issue too, so that a typing error is never taken for a default.
/// </summary>
internal sealed class DefinitionJson
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd");
    private readonly JsonElement _object;
    private readonly List<DefinitionIssue> _issues;
    private readonly List<string> _asked = [];

    private DefinitionJson(JsonElement element, string path, List<DefinitionIssue> issues) => (_object, Path, _issues) = (element, path, issues);

    /// <summary>Where the object stands: <c>goals[2].from</c>.</summary>
    public string Path { get; }

    /// <summary>Reads a text that is one object.</summary>
    /// <param name="json">The text; comments and trailing commas are allowed, as people write them.</param>
    /// <param name="what">What it should be, for messages.</param>
    /// <param name="read">Reads the object; what it returns counts only when there is no issue.</param>
    /// <exception cref="DefinitionException">The text is no JSON object, or there are issues; all are listed.</exception>
    public static T Read<T>(string json, string what, Func<DefinitionJson, T> read) => Read(json, what, (element, issues) =>
    {
        if (Object(element, what, issues) is not { } root) return default!;
        T result = read(root);
        root.RefuseRest();
        return result;
    });

    /// <summary>Reads a text that is one element of any kind.</summary>
    /// <param name="json">The text.</param>
    /// <param name="what">What it should be, for messages.</param>
    /// <param name="read">Reads the element and adds what is wrong to the issues.</param>
    /// <exception cref="DefinitionException">The text is not JSON, or there are issues; all are listed.</exception>
    public static T Read<T>(string json, string what, Func<JsonElement, List<DefinitionIssue>, T> read)
    {
        ArgumentNullException.ThrowIfNull(json);
        List<DefinitionIssue> issues = [];
        T result = default!;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            result = read(document.RootElement, issues);
        }
        catch (JsonException problem)
        {
            string place = problem.LineNumber is { } line ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (line {line + 1}, byte {problem.BytePositionInLine + 1})") : "";
            issues.Add(new DefinitionIssue(what, $"the text is not JSON{place}: {problem.Message.Split(" LineNumber:")[0]}"));
        }

        DefinitionException.ThrowIfAny(issues);
        return result;
    }

    /// <summary>An element as an object; null with an issue when it is none.</summary>
    public static DefinitionJson? Object(JsonElement element, string path, List<DefinitionIssue> issues)
    {
        if (element.ValueKind == JsonValueKind.Object) return new DefinitionJson(element, path, issues);
        issues.Add(new DefinitionIssue(path, $"{Describe(element)} stands here; write an object in braces"));
        return null;
    }

    /// <summary>Writes text of one object, indented by two, its lines ended by "\n" but the last.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static string Write(LocalDate day) => DayPattern.Format(day);

    /// <summary>A property's element; null when it is not there or is null.</summary>
    public JsonElement? Find(string name)
    {
        if (!_asked.Contains(name)) _asked.Add(name);
        return _object.TryGetProperty(name, out JsonElement element) && element.ValueKind != JsonValueKind.Null ? element : null;
    }

    /// <summary>A property that must be there.</summary>
    public JsonElement? Require(string name, string remedy)
    {
        if (Find(name) is { } element) return element;
        Issue(name, $"it is missing; {remedy}");
        return null;
    }

    public DefinitionJson? Child(string name) => Find(name) is { } element ? Object(element, At(name), _issues) : null;

    /// <summary>The objects of a list, each with its place; empty when there is no list.</summary>
    public IReadOnlyList<DefinitionJson> Children(string name) =>
        [.. Items(name).Select((element, at) => Object(element, $"{At(name)}[{at}]", _issues)).OfType<DefinitionJson>()];

    public IReadOnlyList<JsonElement> Items(string name)
    {
        if (Find(name) is not { } element) return [];
        if (element.ValueKind == JsonValueKind.Array) return [.. element.EnumerateArray()];
        Issue(name, $"{Describe(element)} stands here; write a list in brackets");
        return [];
    }

    public IEnumerable<JsonProperty> Properties => _object.EnumerateObject();

    public string? Text(string name)
    {
        if (Find(name) is not { } element) return null;
        if (element.ValueKind == JsonValueKind.String) return element.GetString();
        Issue(name, $"{Describe(element)} stands here; write text in quotes");
        return null;
    }

    public decimal? Number(string name) => Find(name) is { } element ? Number(element, name) : null;

    public decimal? Number(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out decimal number)) return number;
        Issue(name, $"{Describe(element)} stands here; write a number of at most 28 digits");
        return null;
    }

    public int? Whole(string name)
    {
        if (Find(name) is not { } element) return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number)) return number;
        Issue(name, $"{Describe(element)} stands here; write a whole number");
        return null;
    }

    public bool? YesNo(string name)
    {
        if (Find(name) is not { } element) return null;
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return element.GetBoolean();
        Issue(name, $"{Describe(element)} stands here; write true or false");
        return null;
    }

    public LocalDate? Day(string name) => Find(name) is { } element ? Day(element, name) : null;

    public LocalDate? Day(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.String && DayPattern.Parse(element.GetString()!).TryGetValue(default, out LocalDate day)) return day;
        Issue(name, $"{Describe(element)} is not a day; write \"2026-08-15\"");
        return null;
    }

    public Timeframe? Time(string name)
    {
        if (Text(name) is not { } text) return null;
        try
        {
            return Timeframe.Parse(text);
        }
        catch (FormatException problem)
        {
            Issue(name, problem.Message.TrimEnd('.'));
            return null;
        }
    }

    /// <summary>One of the names of an enumeration, in words with underscores.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        foreach (T value in Enum.GetValues<T>())
        {
            if (MachineText.Code(value) == text) return value;
        }

        Issue(name, $"\"{text}\" is not one of {string.Join(", ", Enum.GetValues<T>().Select(MachineText.Code))}");
        return null;
    }

    /// <summary>Runs what refuses a value by an argument exception, whose message becomes an issue.</summary>
    public T? Try<T>(string name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            Issue(name, problem.Message.Split(" (Parameter")[0].Split('\n')[0].TrimEnd('.'));
        }
        catch (DefinitionException problem)
        {
            foreach (DefinitionIssue issue in problem.Issues) Issue(name, issue.Message);
        }

        return default;
    }

    public void Issue(string name, string message) => _issues.Add(new DefinitionIssue(At(name), message));

    /// <summary>Issues that were found outside, with this object's place before their subjects.</summary>
    public void Add(IEnumerable<DefinitionIssue> issues) => _issues.AddRange(issues.Select(issue => new DefinitionIssue(Path, issue.Message)));

    public List<DefinitionIssue> Issues => _issues;

    public int IssueCount => _issues.Count;

    /// <summary>An issue for every property that nobody asked for. Called when all is read.</summary>
    public void RefuseRest()
    {
        JsonProperty[] rest = [.. _object.EnumerateObject().Where(property => !_asked.Contains(property.Name))];
        foreach (JsonProperty property in rest)
        {
            string remedy = Nearest.Of(property.Name, _asked) is { } near ? $"did you mean {near}?" : $"there are: {string.Join(", ", _asked)}";
            Issue(property.Name, $"there is no such property here; {remedy}");
        }

        // Said once, also when the one who reads the text asks again.
        _asked.AddRange(rest.Select(property => property.Name));
    }

    public string At(string name) => name.Length == 0 ? Path : $"{Path}.{name}";

    public static string Describe(JsonElement element)
    {
        string text = element.GetRawText();
        return text.Length <= 40 ? text : element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => string.Concat(text.AsSpan(0, 40), "…"),
        };
    }
}
