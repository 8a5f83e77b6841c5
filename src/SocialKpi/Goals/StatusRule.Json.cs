namespace SocialKpi;

/// <content>Status rules as JSON.</content>
public abstract partial class StatusRule
{
    /// <summary>
    /// The rule as JSON: a preset by its name, <c>"Viva Goals"</c>, any other by its kind, <c>{"gap_points": [5, 25]}</c>. <see cref="FromJson"/> reads it
    /// back, and writing that again gives the same text, byte by byte.
    /// </summary>
    public string ToJson() => JsonWriting.Write(writer => StatusRuleJson.Write(writer, this));

    /// <summary>Reads a rule as <see cref="ToJson"/> writes it.</summary>
    /// <exception cref="DefinitionException">The text is not JSON or not a rule; all issues are listed with their places.</exception>
    public static StatusRule FromJson(string json) => JsonText.Read(json, StatusRuleJson.Read);
}
