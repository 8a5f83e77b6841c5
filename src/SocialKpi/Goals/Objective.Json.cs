namespace SocialKpi;

/// <content>Objectives as JSON.</content>
public sealed partial class Objective
{
    /// <summary>The objective as JSON, the KPIs of its key results by id. <see cref="FromJson"/> reads it back, and writing that again gives the same text, byte by byte.</summary>
    public string ToJson() => JsonWriting.Write(writer => ObjectiveJson.Write(writer, this));

    /// <summary>Reads an objective from JSON such as <c>{"name": "Be found", "key_results": [{"goal": {…}, "weight": 2}]}</c>, each goal as in <see cref="Goal.FromJson"/>.</summary>
    /// <param name="json">The text.</param>
    /// <param name="catalog">The KPIs that the text may name.</param>
    /// <exception cref="DefinitionException">The text is not JSON, or not an objective without contradictions; all issues are listed with their places.</exception>
    public static Objective FromJson(string json, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonText.Read(json, (root, issues) => JsonFields.Of(root, issues) is { } objective ? ObjectiveJson.Read(objective, catalog) : null);
    }
}
