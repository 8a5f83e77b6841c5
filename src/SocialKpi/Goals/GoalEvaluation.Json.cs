namespace SocialKpi;

/// <content>Evaluations as JSON, and as text for people.</content>
public sealed partial class GoalEvaluation
{
    /// <summary>The evaluation as a line from start to target: filled as far as it has come, with a mark where it is expected.</summary>
    /// <remarks><c>3.20 % ████████████│█████░░░░░░ 4.50 %, now 4.19 % (76.2 %), expected 3.85 % (50 %)</c></remarks>
    /// <param name="width">How many characters the line has between start and target, 5 to 200.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is out of range.</exception>
    public string ToProgressLine(int width = 24)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 200);
        return GoalLine.Write(this, width);
    }

    /// <summary>
    /// The evaluation as JSON: goal, day, all that follows, and the evidence it follows from. <see cref="FromJson"/> reads it back, and
    /// writing that again gives the same text, byte by byte.
    /// </summary>
    public string ToJson() => JsonWriting.Write(writer => GoalEvaluationJson.Write(writer, this));

    /// <summary>Reads an evaluation back. What it says must follow from its goal and evidence, so that nobody's pen changes a status.</summary>
    /// <param name="json">The text.</param>
    /// <param name="catalog">The KPIs that the text may name.</param>
    /// <exception cref="DefinitionException">The text is not JSON or not an evaluation, or says what does not follow; all issues are listed with their places.</exception>
    public static GoalEvaluation FromJson(string json, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return JsonText.Read(json, (root, issues) => JsonFields.Of(root, issues) is { } evaluation ? GoalEvaluationJson.Read(evaluation, catalog) : null);
    }
}
