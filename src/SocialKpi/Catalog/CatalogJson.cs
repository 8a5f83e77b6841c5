using System.Text.Json;

namespace SocialKpi;

/// <summary>A catalogue as JSON: an object with <c>measures</c> and <c>kpis</c>.</summary>
internal static class CatalogJson
{
    public static string Write(IReadOnlyCollection<Measure> measures, IReadOnlyCollection<Kpi> kpis, IReadOnlyDictionary<string, Measure> around) => JsonWriting.Write(writer =>
    {
        writer.WriteStartObject();
        if (measures.Count > 0)
        {
            writer.WriteStartArray("measures");
            foreach (Measure measure in measures) MeasureJson.Write(writer, measure, around);
            writer.WriteEndArray();
        }

        if (kpis.Count > 0)
        {
            writer.WriteStartArray("kpis");
            foreach (Kpi kpi in kpis) KpiJson.Write(writer, kpi, around);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    public static Catalog Read(string json, Catalog beside)
    {
        List<DefinitionIssue> issues = [];
        if (JsonText.Parse(json, issues) is not { } root) throw new DefinitionException(issues);
        JsonFields fields = new(root, issues);
        IReadOnlyList<JsonValue> measuresAt = fields.Items("measures");
        IReadOnlyList<JsonValue> kpisAt = fields.Items("kpis");
        fields.RefuseOthers();

        MeasureScope scope = new(beside.KnownMeasures, measuresAt, issues);
        List<Kpi> kpis = [];
        Dictionary<string, JsonValue> places = new(StringComparer.Ordinal);
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (JsonValue at in kpisAt.TakeWhile(_ => issues.Count < JsonFields.MostIssues))
        {
            // That an id is taken is said whatever else is wrong.
            bool isFirst = IdOf(at) is not { } id || ids.Add(id);
            Kpi? kpi = KpiJson.Read(at, scope, issues, out Kpi? calculated);
            if (!isFirst) issues.Add(at.Issue($"the KPI '{UnicodeText.Shown(IdOf(at)!)}' is defined twice; give one of them another id"));
            else if (kpi is not null)
            {
                places[$"KPI {kpi.Id}"] = at;
                kpis.Add(kpi);
            }
            else if (calculated is not null && beside.FindKpi(calculated.Id) is { } there && there != calculated)
            {
                issues.Add(at.Issue($"KPI {calculated}: {Catalog.IdTaken}"));
            }
        }

        foreach (JsonValue at in measuresAt) places.TryAdd($"measure {IdOf(at)}", at);
        try
        {
            Catalog all = beside.With(scope.Listed, kpis);
            DefinitionException.ThrowIfAny(issues);
            return all;
        }
        catch (DefinitionException refusal) when (!refusal.Issues.SequenceEqual(issues))
        {
            throw new DefinitionException([.. issues, .. refusal.Issues.Select(issue => places.TryGetValue(issue.Subject, out JsonValue? at) ? at.Issue(issue.ToString()) : issue)]);
        }
    }

    private static string? IdOf(JsonValue value) => value.Members.FirstOrDefault(member => member.Name == "id").Value?.Text;
}
