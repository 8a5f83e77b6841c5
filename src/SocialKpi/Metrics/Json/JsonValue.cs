using System.Text.Json;

namespace SocialKpi;

/// <summary>A value of a JSON text that knows where it stands, so that what is wrong with it can be said with its line.</summary>
/// <param name="Kind">What sort of value it is.</param>
/// <param name="Path">Where it stands: <c>kpis[3].formula</c>.</param>
/// <param name="Line">The line it begins on, from 1.</param>
internal sealed record JsonValue(JsonValueKind Kind, string Path, int Line)
{
    /// <summary>The text of a string; the digits of a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>The values of an array.</summary>
    public IReadOnlyList<JsonValue> Items { get; init; } = [];

    /// <summary>The properties of an object, in order, also those that stand twice.</summary>
    public IReadOnlyList<(string Name, JsonValue Value)> Members { get; init; } = [];

    /// <summary>An issue with this value.</summary>
    public DefinitionIssue Issue(string message) =>
        new(FormattableString.Invariant($"line {Line}{(Path.Length > 0 ? ", " : "")}{Path}"), message);
}
