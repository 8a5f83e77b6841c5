using System.Text.Json;

namespace SocialKpi;

/// <summary>A measure as JSON: <c>{ "id": "promoters", "aggregation": "count", "of": "response", "where": [ … ] }</c>.</summary>
internal static class MeasureJson
{
    private static readonly string[] Aggregations = ["sum", "count", "mean", "median", "percentile", "distinct", "snapshot", "unique", "share"];

    public static void Write(Utf8JsonWriter writer, Measure measure, IReadOnlyDictionary<string, Measure> around)
    {
        writer.WriteStartObject();
        writer.WriteString("id", measure.Id);
        writer.WriteString("unit", measure.Unit.ToString());
        writer.Text("aggregation", measure.Aggregation.Name.Split(' ')[0], unless: "sum");
        if (measure.Aggregation is QuantileAggregation { Quantile: var quantile } && measure.Aggregation != Aggregation.Median)
        {
            writer.WriteNumber("percent", quantile.Percent);
            if (quantile.Type != QuantileType.Linear) writer.WriteNumber("quantile_type", quantile.Number);
        }

        if ((measure.Dimension ?? measure.RowValue?.ToString()) is { } of) writer.WriteString("of", of);
        writer.Texts("per", measure.Per);
        if (measure.Aggregation is SnapshotAggregation { StaleAfterDays: not SnapshotAggregation.UsualDays and var days }) writer.WriteNumber("stale_after_days", days);
        if (measure.Conditions.Count > 0)
        {
            writer.WriteStartArray("where");
            foreach (Condition condition in measure.Conditions) ConditionJson.Write(writer, condition);
            writer.WriteEndArray();
        }

        if (measure.RowValue is { } rowValue && !IsImplied(measure, rowValue)) WriteUnknown(writer, rowValue, around);
        writer.WriteEndObject();
    }

    /// <summary>The measures of a formula that mean something else, or nothing, where it stands.</summary>
    public static void WriteUnknown(Utf8JsonWriter writer, Formula formula, IReadOnlyDictionary<string, Measure> around)
    {
        Measure[] unknown = [.. formula.Measures.Where(leaf => around.GetValueOrDefault(leaf.Id) != leaf)];
        if (unknown.Length == 0) return;
        writer.WriteStartArray("measures");
        foreach (Measure leaf in unknown) Write(writer, leaf, around);
        writer.WriteEndArray();
    }

    /// <summary>The measure; null, with issues, when it cannot be read.</summary>
    public static Measure? Read(JsonValue value, MeasureScope around, List<DefinitionIssue> issues)
    {
        int before = issues.Count;
        JsonFields fields = new(value, issues);
        if (value.Kind != JsonValueKind.Object) return null;
        string? id = fields.Text("id", isRequired: true);
        int? chosen = fields.OneOf("aggregation", Aggregations.Select((name, index) => (name, index)));
        string? kind = chosen is { } index ? Aggregations[index] : fields.Value("aggregation") is null ? "sum" : null;
        Unit unit = kind == "share" ? Unit.Ratio : Unit.Count;
        bool hasUnit = true;
        if (fields.Value("unit") is { } unitAt)
        {
            string? unitText = fields.TextOf(unitAt);
            hasUnit = unitText is not null && Unit.TryParse(unitText, out unit);
            if (unitText is not null && !hasUnit) issues.Add(unitAt.Issue($"'{UnicodeText.Shown(unitText)}' is not a unit; write number, count, ratio, percentage_points, points, money, money:EUR or duration"));
        }

        JsonValue? ofAt = fields.Value("of");
        string? of = ofAt is null ? null : fields.TextOf(ofAt);
        decimal? percent = fields.Number("percent");
        int? type = fields.WholeNumber("quantile_type");
        JsonValue? perAt = fields.Value("per");
        string[] per = perAt is null ? [] : perAt.Kind == JsonValueKind.String ? [perAt.Text] : [.. fields.Texts("per")];
        int? days = fields.WholeNumber("stale_after_days");
        Condition[] conditions = [.. fields.Items("where").TakeWhile(_ => issues.Count < JsonFields.MostIssues)
            .Select(condition => ConditionJson.Read(condition, issues)).OfType<Condition>()];
        IReadOnlyList<JsonValue> own = fields.Items("measures");
        fields.RefuseOthers();

        if (percent is < 0 or > 100) fields.Issue("percent", "a percentage of the values lies between 0 and 100; write for instance 90");
        if (type is < 1 or > 9) fields.Issue("quantile_type", "there are nine types of quantile; write 1 to 9, or leave it out for type 7");
        if (days is < 1 or > SnapshotAggregation.MaxDays) fields.Issue("stale_after_days", FormattableString.Invariant($"a value is carried forward for 1 to {SnapshotAggregation.MaxDays} days; write such a number, or leave it out for {SnapshotAggregation.UsualDays}"));
        bool hasPercent = fields.Value("percent") is not null;
        if (kind is not null && kind == "percentile" != hasPercent)
            issues.Add(value.Issue(hasPercent ? "only a percentile has a \"percent\"; leave it out" : "a percentile needs a \"percent\", such as 90"));
        if (type.HasValue && kind is not ("percentile" or null)) issues.Add(value.Issue("only a percentile has a \"quantile_type\"; leave it out"));
        if (kind is not ("snapshot" or null) && (perAt is not null || days.HasValue)) issues.Add(value.Issue("only a snapshot has \"per\" and \"stale_after_days\"; leave them out"));
        bool needsOf = kind is "count" or "mean" or "median" or "percentile" or "distinct";
        if (ofAt is null && (needsOf || conditions.Length > 0)) issues.Add(value.Issue("it does not say of what; add \"of\", the id of a row value, a row formula, or for distinct a dimension"));

        // What is wrong elsewhere hides nothing of the row formula, nor of the id.
        bool isDefinable = issues.Count == before;
        Formula? rowValue = null;
        if (of is not null && kind is not ("distinct" or null))
        {
            MeasureScope scope = around.With(own);
            rowValue = RowValue(kind, of, unit, ofAt!, scope, isOwn: scope != around);
            isDefinable &= rowValue is not null;
        }

        if (isDefinable && hasUnit)
            return Attempt(value, issues, () => Measure.Define(id!, unit, AggregationOf(kind!, percent, type, per, days), rowValue, conditions, kind == "distinct" ? of : null));
        List<DefinitionIssue> ofId = [];
        if (id is not null) Measure.CheckId(Measure.SubjectOf(id), id, ofId);
        issues.AddRange(ofId.Select(issue => value.Issue(issue.ToString())));
        return null;
    }

    /// <summary>Whether reading "of" gives this row value back without being told what its measures are.</summary>
    private static bool IsImplied(Measure measure, Formula rowValue) =>
        measure.Aggregation == Aggregation.Count && rowValue is Measure leaf && leaf == Measure.Recorded(leaf.Id);

    private static Formula? RowValue(string kind, string of, Unit unit, JsonValue at, MeasureScope scope, bool isOwn)
    {
        // What is counted is whether a figure is there, whatever its unit; a word that nobody knows is a column of the measure's own unit.
        if (Identifier.IsWord(of) && kind == "count" && !(isOwn && scope.Listed.Any(own => own.Id == of))) return Measure.Recorded(of);
        return Identifier.IsWord(of) && scope.Find(of) is null && !scope.HasFailed(of) ? Measure.Recorded(of, unit) : scope.Parse(of, at);
    }

    private static Aggregation AggregationOf(string kind, decimal? percent, int? type, string[] per, int? days) => kind switch
    {
        "sum" => Aggregation.Sum,
        "count" => Aggregation.Count,
        "mean" => Aggregation.Mean,
        "median" => Aggregation.Median,
        "percentile" => Aggregation.Percentile(Quantile.At(percent!.Value, Quantile.TypeOf(type ?? 7))),
        "distinct" => Aggregation.Distinct,
        "snapshot" => Aggregation.Snapshot(per, days ?? SnapshotAggregation.UsualDays),
        "unique" => Aggregation.Unique,
        _ => Aggregation.Share,
    };

    /// <summary>Makes a definition; what it refuses becomes issues with the line.</summary>
    public static T? Attempt<T>(JsonValue at, List<DefinitionIssue> issues, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (DefinitionException refusal)
        {
            issues.AddRange(refusal.Issues.Select(issue => at.Issue(issue.ToString())));
        }
        catch (ArgumentException refusal)
        {
            issues.Add(at.Issue(refusal.Message.ReplaceLineEndings(" ")));
        }

        return null;
    }
}
