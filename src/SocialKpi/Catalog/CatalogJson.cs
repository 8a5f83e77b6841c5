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
        foreach (JsonValue at in kpisAt)
        {
            if (issues.Count >= MeasureScope.MostIssues) break;
            if (KpiJson.Read(at, scope, issues) is not { } kpi) continue;
            if (places.TryAdd($"KPI {kpi.Id}", at)) kpis.Add(kpi);
            else issues.Add(at.Issue($"the KPI '{kpi.Id}' is defined twice; give one of them another id"));
        }

        foreach (JsonValue at in measuresAt) places.TryAdd($"measure {at.Members.FirstOrDefault(member => member.Name == "id").Value?.Text}", at);
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
}
