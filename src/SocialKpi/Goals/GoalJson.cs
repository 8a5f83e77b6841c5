using System.Text.Json;
using NodaTime;

namespace SocialKpi;

/// <summary>Goals as JSON that people write by hand: what is not said has its default, and defaults are not written.</summary>
internal static class GoalJson
{
    public static void Write(Utf8JsonWriter writer, Goal goal)
    {
        writer.WriteStartObject();
        if (goal.Id.Length > 0) writer.WriteString("id", goal.Id);
        if (goal.Terms.Name.Length > 0) writer.WriteString("name", goal.Terms.Name);
        if (goal.Kpi is { } kpi) writer.WriteString("kpi", kpi.Id);
        writer.WriteString("shape", MachineText.Code(goal.Shape));
        if (goal.Baseline is { } baseline) GoalFiguresJson.Write(writer, "from", baseline);
        if (goal.Target is { } target) GoalFiguresJson.Write(writer, "to", target);
        if (goal.Rate is { } rate) QuantityJson.Write(writer, "by", rate);
        if (goal.IsKept) QuantityJson.Write(writer, "limit", (goal.Lower ?? goal.Upper)!.Value);
        if (goal.Shape == GoalShape.InRange)
        {
            QuantityJson.Write(writer, "lower", goal.Lower!.Value);
            QuantityJson.Write(writer, "upper", goal.Upper!.Value);
        }

        if (goal.Per is { } per) writer.WriteString("per", MachineText.Code(per));
        if (goal.Shape == GoalShape.YesNo && goal.Steps[0].DoneOn is { } done) writer.WriteString("done_on", TimeframeText.Write(done));
        if (goal.Shape == GoalShape.Milestones) GoalFiguresJson.Write(writer, goal.Steps);
        writer.WriteString("during", goal.Period.ToString());
        GoalTermsJson.Write(writer, goal.Terms);
        writer.WriteEndObject();
    }

    /// <summary>A goal; null with issues when it is none.</summary>
    public static Goal? Read(JsonFields json, Catalog catalog)
    {
        int before = json.Issues.Count;
        _ = json.Require("shape", $"write one of {string.Join(", ", Enum.GetValues<GoalShape>().Select(MachineText.Code))}");
        GoalShape? shape = json.Choice<GoalShape>("shape");
        GoalTerms terms = GoalTermsJson.Read(json);
        _ = json.Require("during", "write the time for which the goal holds, such as \"2026-Q3\"");
        Timeframe? during = json.Time("during");
        GoalParts parts = new(shape ?? default, during ?? default, terms) { HasShape = shape is not null, HasPeriod = during is not null };
        if (shape is { } known) parts = known is GoalShape.Milestones or GoalShape.YesNo ? WithSteps(json, parts) : WithFigures(json, parts, catalog);
        if (shape is not null) json.RefuseOthers();

        // Whatever could not be read, what is wrong with the rest is said as well.
        List<DefinitionIssue> issues = [];
        _ = GoalRules.Check(parts, issues);
        foreach (DefinitionIssue issue in issues) json.Issue("", issue.Message);
        return json.Issues.Count > before ? null : Goal.Make(parts);
    }

    private static GoalParts WithSteps(JsonFields json, GoalParts parts)
    {
        int before = json.Issues.Count;
        if (string.IsNullOrWhiteSpace(parts.Terms.Name)) json.Issue("name", "it has no name; say what is to be done");
        IReadOnlyList<Milestone> steps = parts.Shape == GoalShape.Milestones ? GoalFiguresJson.ReadSteps(json)
            : json.Day("done_on") is var done && string.IsNullOrWhiteSpace(parts.Terms.Name) ? []
            : [new Milestone(parts.Terms.Name, DoneOn: done)];
        return parts with { Steps = steps, HasAllSteps = json.Issues.Count == before };
    }

    private static GoalParts WithFigures(JsonFields json, GoalParts parts, Catalog catalog)
    {
        _ = json.Require("kpi", "write the id of a KPI");
        Kpi? kpi = KpiOf(json, catalog);
        Unit plain = kpi?.Unit ?? Unit.Number;
        parts = parts with { Kpi = kpi };
        switch (parts.Shape)
        {
            case GoalShape.Increase or GoalShape.Decrease:
                _ = json.Require("from", "write the baseline; {\"value\": …, \"measured\": true} says that it was measured");
                _ = json.Require("to", "write what is to be reached");
                return parts with { Baseline = GoalFiguresJson.ReadBaseline(json, "from", plain), Target = GoalFiguresJson.ReadTarget(json, "to", plain) };
            case GoalShape.RecurringGrowth:
                _ = json.Require("from", "write the baseline");
                _ = json.Require("by", "write the rate, such as \"10 %\"");
                return parts with { Baseline = GoalFiguresJson.ReadBaseline(json, "from", plain), Rate = QuantityJson.Read(json, "by", Unit.Ratio), Per = Per(json) };
            case GoalShape.InRange:
                _ = json.Require("lower", "write the lower limit");
                _ = json.Require("upper", "write the upper limit");
                return parts with
                {
                    Baseline = GoalFiguresJson.ReadBaseline(json, "from", plain),
                    Lower = QuantityJson.Read(json, "lower", plain),
                    Upper = QuantityJson.Read(json, "upper", plain),
                };
            case GoalShape.EstablishBaseline:
                return parts;
            default:
                _ = json.Require("limit", "write the limit that is kept");
                Quantity? limit = QuantityJson.Read(json, "limit", plain);
                bool isFloor = parts.Shape is GoalShape.KeepAtOrAbove or GoalShape.KeepAbove;
                return parts with { Per = Per(json), Lower = isFloor ? limit : null, Upper = isFloor ? null : limit };
        }
    }

    private static Grain? Per(JsonFields json)
    {
        _ = json.Require("per", "write day, week, month, quarter or year");
        return json.Choice<Grain>("per");
    }

    public static Kpi? KpiOf(JsonFields json, Catalog catalog)
    {
        if (json.Text("kpi") is not { } id) return null;
        if (catalog.FindKpi(id) is { } kpi) return kpi;
        string remedy = Nearest.Of(id, catalog.Kpis.Select(one => one.Id)) is { } near ? $"did you mean {near}?" : "use an id of the catalogue, or add the KPI to it";
        json.Issue("kpi", $"there is no KPI \"{id}\"; {remedy}");
        return null;
    }
}
