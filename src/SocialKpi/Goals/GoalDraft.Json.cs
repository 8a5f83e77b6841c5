namespace SocialKpi;

/// <content>Drafts as JSON.</content>
public sealed partial record GoalDraft
{
    /// <summary>
    /// The draft as JSON, its KPI by id; what nobody has said is not in it. <see cref="FromJson"/> reads it back, and writing that again gives the same
    /// text, byte by byte. Text that is no quantity, such as <c>"XX"</c>, stays text; what reads as one is written as one.
    /// </summary>
    public string ToJson() => JsonWriting.Write(writer => GoalDraftJson.Write(writer, this));

    /// <summary>
    /// Reads a draft from JSON such as <c>{"text": "10K followers by 31/12", "kpi": "followers", "amount": 10000, "due_day": "12-31", "segments": [{"platform": "instagram"}]}</c>.
    /// A number in quotes, as forms send it, is that number: <c>"10000"</c>, but not <c>"10.000"</c>, which may be ten, nor a number of what has a sign, such as per cent.
    /// </summary>
    /// <param name="json">The text; everything in it may be left out.</param>
    /// <param name="catalog">The KPIs that the text may name.</param>
    /// <exception cref="DefinitionException">The text is not JSON, or something in it cannot be read; all issues are listed with their places.</exception>
    public static GoalDraft FromJson(string json, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonText.Read(json, (root, issues) => JsonFields.Of(root, issues) is { } draft ? GoalDraftJson.Read(draft, catalog) : null);
    }
}
