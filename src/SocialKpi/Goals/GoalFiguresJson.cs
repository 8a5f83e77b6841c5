using System.Text.Json;

namespace SocialKpi;

/// <summary>The figures and steps of a goal as JSON: baseline, target, milestones.</summary>
internal static class GoalFiguresJson
{
    private static readonly string[] Changes = ["gain", "relative", "points"];
    private static readonly string[] Zones = ["commit", "target", "stretch"];

    public static void Write(Utf8JsonWriter writer, string name, Baseline baseline)
    {
        if (baseline == Baseline.Assumed(baseline.Quantity))
        {
            QuantityJson.Write(writer, name, baseline.Quantity);
            return;
        }

        writer.WriteStartObject(name);
        QuantityJson.Write(writer, "value", baseline.Quantity);
        if (baseline.Period is { } period) writer.WriteString("period", period.ToString());
        if (baseline.Source.Length > 0) writer.WriteString("source", baseline.Source);
        if (baseline.IsMeasured) writer.WriteBoolean("measured", true);
        writer.WriteEndObject();
    }

    public static Baseline? ReadBaseline(DefinitionJson json, string name, Unit plain)
    {
        if (json.Find(name) is not { } element) return null;
        if (element.ValueKind != JsonValueKind.Object) return QuantityJson.Read(json, name, element, plain) is { } quantity ? Baseline.Assumed(quantity) : null;
        DefinitionJson said = json.Child(name)!;
        _ = said.Require("value", "write the figure");
        Quantity? value = QuantityJson.Read(said, "value", plain);
        Timeframe? period = said.Time("period");
        string source = said.Text("source") ?? "";
        bool isMeasured = said.YesNo("measured") ?? false;
        if (isMeasured && said.Find("period") is null) said.Issue("period", "it is missing; a baseline that was measured is of some time");
        said.RefuseRest();
        if (value is not { } figure) return null;
        return isMeasured ? Baseline.Measured(figure, period ?? default, source) : Baseline.Assumed(figure, period, source);
    }

    public static void Write(Utf8JsonWriter writer, string name, GoalTarget target)
    {
        if (target.Form == GoalTargetForm.Level)
        {
            QuantityJson.Write(writer, name, target.Amount);
            return;
        }

        writer.WriteStartObject(name);
        if (target.CommitLevel is { } commit) QuantityJson.Write(writer, "commit", commit);
        QuantityJson.Write(writer, Property(target.Form), target.Amount);
        if (target.StretchLevel is { } stretch) QuantityJson.Write(writer, "stretch", stretch);
        writer.WriteEndObject();
    }

    public static GoalTarget? ReadTarget(DefinitionJson json, string name, Unit plain)
    {
        if (json.Find(name) is not { } element) return null;
        if (element.ValueKind != JsonValueKind.Object) return QuantityJson.Read(json, name, element, plain) is { } level ? GoalTarget.Level(level) : null;
        DefinitionJson said = json.Child(name)!;
        Quantity? gain = QuantityJson.Read(said, "gain", plain);
        Quantity? relative = QuantityJson.Read(said, "relative", Unit.Ratio);
        Quantity? points = QuantityJson.Read(said, "points", Unit.PercentagePoints);
        Quantity? commit = QuantityJson.Read(said, "commit", plain), target = QuantityJson.Read(said, "target", plain), stretch = QuantityJson.Read(said, "stretch", plain);
        int zones = Zones.Count(zone => said.Find(zone) is not null);
        int forms = Changes.Count(change => said.Find(change) is not null) + (zones > 0 ? 1 : 0);
        if (forms != 1) said.Issue("", "a target is said in one way; write a figure, or one of gain, relative, points, or commit with target and stretch");
        else if (zones > 0)
        {
            foreach (string zone in Zones) _ = said.Require(zone, "zones have all three of commit, target and stretch");
        }

        said.RefuseRest();
        return gain is { } more ? GoalTarget.Gain(more)
            : relative is { } part ? GoalTarget.Relative(part)
            : points is { } change ? GoalTarget.PercentagePoints(change)
            : commit is { } low && target is { } mid && stretch is { } high ? GoalTarget.Zones(low, mid, high) : null;
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Milestone> steps)
    {
        writer.WriteStartArray("steps");
        foreach (Milestone step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("name", step.Name);
            if (step.Weight != 1) writer.WriteNumber("weight", step.Weight.WithoutTrailingZeros());
            if (step.Due is { } due) writer.WriteString("due", DefinitionJson.Write(due));
            if (step.DoneOn is { } done) writer.WriteString("done_on", DefinitionJson.Write(done));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static IReadOnlyList<Milestone> ReadSteps(DefinitionJson json)
    {
        _ = json.Require("steps", "write the steps as a list");
        return [.. json.Children("steps").Select(Step)];
    }

    private static Milestone Step(DefinitionJson json)
    {
        _ = json.Require("name", "say what is to be done");
        Milestone step = new(json.Text("name") ?? "", json.Number("weight") ?? 1, json.Day("due"), json.Day("done_on"));
        json.RefuseRest();
        return step;
    }

    private static string Property(GoalTargetForm form) => form switch
    {
        GoalTargetForm.Gain => "gain",
        GoalTargetForm.Relative => "relative",
        GoalTargetForm.PercentagePoints => "points",
        _ => "target",
    };
}
