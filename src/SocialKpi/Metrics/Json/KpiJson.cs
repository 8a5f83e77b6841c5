using System.Text.Json;

namespace SocialKpi;

/// <summary>A KPI as JSON: <c>{ "id": "saves_per_post", "formula": "saves / posts", "unit": "number" }</c>, and whatever else is said of it.</summary>
internal static class KpiJson
{
    private const string BlankLabel = "the label is blank; write the name people read, or leave the language out";

    public static void Write(Utf8JsonWriter writer, Kpi kpi, IReadOnlyDictionary<string, Measure> around)
    {
        writer.WriteStartObject();
        writer.WriteString("id", kpi.Id);
        writer.Text("label", kpi.Label, unless: kpi.Id);
        writer.Text("short_name", kpi.ShortName, unless: kpi.Label);
        writer.Text("description", kpi.Description);
        writer.WriteString("formula", kpi.Formula.ToString());
        writer.WriteString("unit", kpi.Unit.ToString());
        writer.Text("direction", MachineText.Code(kpi.Direction), unless: MachineText.Code(Direction.Neutral));
        writer.Text("category", kpi.Category);
        writer.Text("tier", MachineText.Code(kpi.Tier), unless: MachineText.Code(KpiTier.Activity));
        writer.Text("source", kpi.Source);
        writer.Texts("disputes", kpi.Disputes);
        writer.Texts("aliases", kpi.Aliases);
        if (kpi.Translations.Count > 0)
        {
            writer.WriteStartObject("texts");
            foreach ((Language language, KpiText text) in kpi.Translations) WriteText(writer, language, text);
            writer.WriteEndObject();
        }

        MeasureJson.WriteUnknown(writer, kpi.Formula, around);
        writer.WriteString("hash", kpi.Hash);
        writer.WriteEndObject();
    }

    /// <summary>The KPI; null, with issues, when it cannot be read or its hash is that of another definition.</summary>
    public static Kpi? Read(JsonValue value, MeasureScope around, List<DefinitionIssue> issues) => Read(value, around, issues, out _);

    /// <summary>The KPI; null, with issues, when it cannot be read or its hash is that of another definition.</summary>
    /// <param name="value">Where it stands.</param>
    /// <param name="around">The measures it may name.</param>
    /// <param name="issues">Where what is wrong is added.</param>
    /// <param name="calculated">What it calculates, where that is known although something else is wrong.</param>
    public static Kpi? Read(JsonValue value, MeasureScope around, List<DefinitionIssue> issues, out Kpi? calculated)
    {
        calculated = null;
        int before = issues.Count;
        JsonFields fields = new(value, issues);
        string? id = fields.Text("id", isRequired: true);
        (string? label, string? shortName, string? description) = (fields.Text("label"), fields.Text("short_name"), fields.Text("description"));
        JsonValue? formulaAt = fields.Value("formula");
        JsonValue? unitAt = fields.Value("unit");
        int beforeDirection = issues.Count;
        Direction direction = fields.OneOf("direction", MachineText.Codes<Direction>()) ?? Direction.Neutral;
        bool hasDirection = issues.Count == beforeDirection;
        string? category = fields.Text("category");
        KpiTier tier = fields.OneOf("tier", MachineText.Codes<KpiTier>()) ?? KpiTier.Activity;
        string? source = fields.Text("source");
        (IReadOnlyList<string> disputes, IReadOnlyList<string> aliases) = (fields.Texts("disputes"), fields.Texts("aliases"));
        Dictionary<Language, KpiText> texts = fields.Value("texts") is { } textsAt ? ReadTexts(textsAt, issues) : [];
        IReadOnlyList<JsonValue> own = fields.Items("measures");
        JsonValue? hashAt = fields.Value("hash");
        string? hash = hashAt is null ? null : fields.TextOf(hashAt);
        fields.RefuseOthers();

        Unit unit = default;
        bool hasUnit = false;
        if (value.Kind != JsonValueKind.Object) return null;
        if (unitAt is null) issues.Add(value.Issue("it has no \"unit\"; add one: number, count, ratio, percentage_points, points, money or duration"));
        else if (fields.TextOf(unitAt) is { } text && !(hasUnit = Unit.TryParse(text, out unit))) issues.Add(unitAt.Issue($"'{UnicodeText.Shown(text)}' is not a unit; write number, count, ratio, percentage_points, points, money or duration"));
        if (formulaAt is null) issues.Add(value.Issue("it has no \"formula\"; add one, such as \"saves / posts\""));
        MeasureScope scope = around.With(own);
        Formula? formula = formulaAt is not null && fields.TextOf(formulaAt) is { } written ? scope.Parse(written, formulaAt) : null;
        if (formula is null || !hasUnit)
        {
            List<DefinitionIssue> ofId = [];
            if (id is not null) KpiRules.CheckId($"KPI {UnicodeText.Shown(id)}", id, ofId);
            issues.AddRange(ofId.Select(issue => value.Issue(issue.ToString())));
            return null;
        }

        // Whatever is wrong beside formula and unit, what follows from these two is said as well.
        Kpi? kpi = MeasureJson.Attempt(value, issues, () => Kpi.Define(
            id ?? "unnamed", formula, unit, direction, label, description, category, tier, source, disputes, shortName, aliases, texts));
        if (hasDirection) calculated = kpi;
        if (kpi is null || id is null || !hasDirection || hash is null || hash == kpi.Hash) return issues.Count == before ? kpi : null;
        issues.Add(hashAt!.Issue(
            $"the hash is not that of this definition of {kpi}, which has {kpi.Hash}: formula, measures, unit or direction were changed; a changed definition needs an id of its own, and no hash until it is written again"));
        return null;
    }

    private static void WriteText(Utf8JsonWriter writer, Language language, KpiText text)
    {
        writer.WriteStartObject(language.Code());
        writer.WriteString("label", text.Label);
        writer.Text("short_name", text.ShortName, unless: text.Label);
        writer.Text("description", text.Description);
        writer.Text("terms", MachineText.Code(text.Terms), unless: MachineText.Code(Terms.Settled));
        writer.WriteEndObject();
    }

    private static Dictionary<Language, KpiText> ReadTexts(JsonValue value, List<DefinitionIssue> issues)
    {
        JsonFields fields = new(value, issues);
        Dictionary<Language, KpiText> texts = [];
        foreach (Language language in Languages.All.Where(language => language != Language.English))
        {
            if (fields.Value(language.Code()) is { } at && ReadText(at, issues) is { } text) texts.Add(language, text);
        }

        fields.RefuseOthers();
        return texts;
    }

    /// <summary>A text: an object, or the label alone.</summary>
    private static KpiText? ReadText(JsonValue value, List<DefinitionIssue> issues)
    {
        if (value.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.Text)) return new KpiText(value.Text);
        if (value.Kind == JsonValueKind.String)
        {
            issues.Add(value.Issue(BlankLabel));
            return null;
        }

        JsonFields fields = new(value, issues);
        string? label = fields.Text("label", isRequired: true);
        (string? shortName, string? description) = (fields.Text("short_name"), fields.Text("description"));
        Terms terms = fields.OneOf("terms", MachineText.Codes<Terms>()) ?? Terms.Settled;
        fields.RefuseOthers();
        if (string.IsNullOrWhiteSpace(label))
        {
            if (label is not null) fields.Issue("label", BlankLabel);
            return null;
        }

        return new KpiText(label, shortName, description, terms);
    }
}
