namespace SocialKpi;

/// <content>Goals as JSON.</content>
public sealed partial class Goal
{
    /// <summary>The goal as JSON, its KPI by id. <see cref="FromJson"/> reads it back, and writing that again gives the same text, byte by byte.</summary>
    public string ToJson() => JsonWriting.Write(writer => GoalJson.Write(writer, this));

    /// <summary>Reads a goal from JSON such as <c>{"kpi": "click_through_rate", "shape": "increase", "from": "3.2 %", "to": "4.5 %", "during": "2026-Q3"}</c>.</summary>
    /// <remarks>
    /// Counts, numbers and points are written as numbers, other figures as text with their sign: <c>"4.5 %"</c>, <c>"1.3 pp"</c>, <c>"12.40 EUR"</c>,
    /// <c>"90 s"</c>. Comments and trailing commas are allowed.
    /// </remarks>
    /// <param name="json">The text.</param>
    /// <param name="catalog">The KPIs that the text may name.</param>
    /// <exception cref="DefinitionException">The text is not JSON, or not a goal without contradictions; all issues are listed with their places.</exception>
    public static Goal FromJson(string json, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonText.Read(json, (root, issues) => JsonFields.Of(root, issues) is { } goal ? GoalJson.Read(goal, catalog) : null);
    }
}
