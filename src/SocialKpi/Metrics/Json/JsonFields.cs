using System.Globalization;
using System.Text.Json;

namespace SocialKpi;

/// <summary>The properties of a JSON object, taken one by one; what is missing, mistyped, doubled or unknown becomes an issue.</summary>
internal sealed class JsonFields
{
    /// <summary>After so many issues reading stops: a text that is wrong throughout is known by its first hundreds.</summary>
    public const int MostIssues = 200;

    private readonly JsonValue _object;
    private readonly List<DefinitionIssue> _issues;
    private readonly Dictionary<string, JsonValue> _members = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    public JsonFields(JsonValue value, List<DefinitionIssue> issues)
    {
        (_object, _issues) = (value, issues);
        if (value.Kind != JsonValueKind.Object) issues.Add(value.Issue("an object was expected here; write { … }"));
        foreach ((string name, JsonValue member) in value.Members)
        {
            if (!_members.TryAdd(name, member) && issues.Count < MostIssues) issues.Add(member.Issue("the property stands twice; leave one out"));
        }
    }

    /// <summary>The fields of a value that is an object; null, with an issue, when it is something else.</summary>
    public static JsonFields? Of(JsonValue value, List<DefinitionIssue> issues)
    {
        JsonFields fields = new(value, issues);
        return value.Kind == JsonValueKind.Object ? fields : null;
    }

    /// <summary>Where they stand.</summary>
    public JsonValue At => _object;

    /// <summary>What was found wrong so far, here and elsewhere in the text.</summary>
    public List<DefinitionIssue> Issues => _issues;

    /// <summary>A property; null when it is missing or null.</summary>
    public JsonValue? Value(string name)
    {
        if (!_known.Contains(name)) _known.Add(name);
        return _members.TryGetValue(name, out JsonValue? value) && value.Kind != JsonValueKind.Null ? value : null;
    }

    /// <summary>A property that must be there; an issue with the remedy when it is not.</summary>
    public JsonValue? Require(string name, string remedy)
    {
        JsonValue? value = Value(name);
        if (value is null && _object.Kind == JsonValueKind.Object) _issues.Add(_object.Issue($"it has no \"{name}\"; {remedy}"));
        return value;
    }

    /// <summary>An issue with a property, or with the object where the property is missing.</summary>
    public void Issue(string name, string message) => _issues.Add((_members.GetValueOrDefault(name) ?? _object).Issue(message));

    /// <summary>The fields of an object in this one; null when it is missing, or is none, which is an issue.</summary>
    public JsonFields? Child(string name) => Value(name) is { } value ? Of(value, _issues) : null;

    /// <summary>The fields of each object of a list.</summary>
    public IReadOnlyList<JsonFields> Children(string name) => [.. Items(name).TakeWhile(_ => _issues.Count < MostIssues).Select(item => Of(item, _issues)).OfType<JsonFields>()];

    /// <summary>A text; null when it is missing, which is an issue if <paramref name="isRequired"/>.</summary>
    public string? Text(string name, bool isRequired = false)
    {
        JsonValue? value = isRequired ? Require(name, "add one") : Value(name);
        return value is null ? null : TextOf(value);
    }

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).TakeWhile(_ => _issues.Count < MostIssues).Select(TextOf).OfType<string>()];

    public IReadOnlyList<JsonValue> Items(string name)
    {
        if (Value(name) is not { } value) return [];
        if (value.Kind != JsonValueKind.Array) _issues.Add(value.Issue("a list was expected here; write [ … ]"));
        return value.Items;
    }

    public decimal? Number(string name) => Value(name) is { } value ? NumberOf(value) : null;

    public int? WholeNumber(string name)
    {
        if (Value(name) is not { } value || NumberOf(value) is not { } number) return null;
        if (number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue) return (int)number;
        _issues.Add(value.Issue("a whole number was expected here"));
        return null;
    }

    /// <summary>One of some names; null when the property is missing, or is none of them, which is an issue.</summary>
    public T? OneOf<T>(string name, IEnumerable<(string Name, T Value)> choices)
        where T : struct
    {
        if (Value(name) is not { } value || TextOf(value) is not { } text) return null;
        foreach ((string known, T meant) in choices)
        {
            if (known == text) return meant;
        }

        _issues.Add(value.Issue($"'{UnicodeText.Shown(text)}' is none of {string.Join(", ", choices.Select(choice => choice.Name))}"));
        return null;
    }

    /// <summary>Everything that nobody asked for is an issue.</summary>
    public void RefuseOthers()
    {
        foreach ((string name, JsonValue value) in _members.Where(member => !_known.Contains(member.Key)).TakeWhile(_ => _issues.Count < MostIssues))
            _issues.Add(value.Issue($"there is no property \"{UnicodeText.Shown(name)}\" here; {(Nearest.Of(name, _known) is { } nearest ? $"did you mean \"{nearest}\"?" : $"there are {string.Join(", ", _known)}")}"));
    }

    public string? TextOf(JsonValue value)
    {
        if (value.Kind == JsonValueKind.String) return value.Text;
        _issues.Add(value.Issue("a text was expected here; write it in double quotes"));
        return null;
    }

    public decimal? NumberOf(JsonValue value)
    {
        if (value.Kind != JsonValueKind.Number)
        {
            _issues.Add(value.Issue("a number was expected here, such as 90 or 0.5"));
            return null;
        }

        // A number that a decimal cannot hold is parsed as its neighbour: then other digits come out than went in.
        if (decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            && Digits(value.Text).SequenceEqual(Digits(number.ToString(CultureInfo.InvariantCulture)))) return number;
        _issues.Add(value.Issue($"{UnicodeText.Shown(value.Text)} is not a number that a decimal holds exactly; write at most 28 digits"));
        return null;
    }

    /// <summary>The digits of a number without sign, point and exponent, from the first to the last that is not 0.</summary>
    private static string Digits(string number) => string.Concat(number.TakeWhile(character => character is not ('e' or 'E')).Where(char.IsAsciiDigit)).Trim('0');
}
