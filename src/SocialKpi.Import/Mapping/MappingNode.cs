using System.Globalization;
using System.Text.Json;

namespace SocialKpi.Import;

/// <summary>A place in the JSON of a mapping: reads what is expected there and collects what is not.</summary>
internal readonly struct MappingNode(JsonElement element, string path, List<MappingIssue> issues)
{
    private readonly JsonElement _element = element;

    public string Path { get; } = path;

    public JsonValueKind Kind => _element.ValueKind;

    /// <summary>Adds an issue about this place.</summary>
    public void Issue(string message) => issues.Add(new MappingIssue(Path, message));

    /// <summary>The properties of an object, each name once; an issue when it is none.</summary>
    public IReadOnlyList<(string Name, MappingNode Node)> Properties()
    {
        if (Kind != JsonValueKind.Object)
        {
            Issue($"must be an object, not {Described}.");
            return [];
        }

        List<(string Name, MappingNode Node)> properties = [];
        foreach (JsonProperty property in _element.EnumerateObject())
        {
            MappingNode node = new(property.Value, $"{Path}.{property.Name}", issues);
            if (properties.Any(other => other.Name == property.Name)) node.Issue("is written twice: remove one.");
            else properties.Add((property.Name, node));
        }

        return properties;
    }

    /// <summary>The properties of an object that may hold only the named ones.</summary>
    public Dictionary<string, MappingNode> Known(params string[] names)
    {
        Dictionary<string, MappingNode> known = [];
        foreach ((string name, MappingNode node) in Properties())
        {
            if (names.Contains(name)) known.Add(name, node);
            else node.Issue($"is not a property here.{Similar.Hint(name, names)} Known are: {string.Join(", ", names)}.");
        }

        return known;
    }

    /// <summary>The elements of an array, which must not be empty unless that is allowed.</summary>
    public IReadOnlyList<MappingNode> Elements(bool mayBeEmpty = false)
    {
        if (Kind != JsonValueKind.Array)
        {
            Issue($"must be an array, not {Described}.");
            return [];
        }

        List<MappingNode> elements = [];
        foreach (JsonElement element in _element.EnumerateArray())
            elements.Add(new(element, string.Create(CultureInfo.InvariantCulture, $"{Path}[{elements.Count}]"), issues));
        if (elements.Count == 0 && !mayBeEmpty) Issue("must not be empty.");
        return elements;
    }

    /// <summary>A text; null with an issue when it is none.</summary>
    public string? Text()
    {
        if (Kind == JsonValueKind.String) return _element.GetString();
        Issue($"must be a text, not {Described}.");
        return null;
    }

    /// <summary>A text that says something, without the spaces around it.</summary>
    public string? Name()
    {
        if (Text() is not { } text) return null;
        if (text.AsSpan().Trim().Length > 0) return text.Trim();
        Issue("must not be empty.");
        return null;
    }

    /// <summary>A whole number of at least 1.</summary>
    public int? Ordinal()
    {
        if (Kind == JsonValueKind.Number && _element.TryGetInt32(out int number) && number >= 1) return number;
        Issue("must be a whole number of at least 1.");
        return null;
    }

    /// <summary>An exact number.</summary>
    public decimal? Number()
    {
        if (Kind != JsonValueKind.Number)
        {
            Issue($"must be a number, not {Described}.");
            return null;
        }

        if (NumberText.Read(_element.GetRawText(), NumberSigns.Invariant, out ExactNumber number, out _, out _) is not { } problem) return number.ToDecimal();
        Issue($"{problem}.");
        return null;
    }

    /// <summary>The literal true, which is all that may stand here.</summary>
    public bool True()
    {
        if (Kind == JsonValueKind.True) return true;
        Issue("can only be true; leave it out otherwise.");
        return false;
    }

    /// <summary>One of some words.</summary>
    public T? Word<T>(IReadOnlyDictionary<string, T> words)
    {
        if (Text() is not { } text) return default;
        if (words.TryGetValue(text, out T? value)) return value;
        Issue($"'{text}' is none of: {string.Join(", ", words.Keys)}.{Similar.Hint(text, words.Keys)}");
        return default;
    }

    private string Described => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
