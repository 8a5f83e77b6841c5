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

    public static Baseline? ReadBaseline(JsonFields json, string name, Unit plain)
    {
        if (json.Value(name) is not { } value) return null;
        if (value.Kind != JsonValueKind.Object) return QuantityJson.Read(json, name, plain) is { } quantity ? Baseline.Assumed(quantity) : null;
        JsonFields said = json.Child(name)!;
        _ = said.Require("value", "write the figure");
        Quantity? read = QuantityJson.Read(said, "value", plain);
        Timeframe? period = said.Time("period");
        string source = said.Text("source") ?? "";
        bool isMeasured = said.YesNo("measured") ?? false;
        if (isMeasured) _ = said.Require("period", "a baseline that was measured is of some time");
        said.RefuseOthers();
        if (read is not { } figure) return null;
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

    public static GoalTarget? ReadTarget(JsonFields json, string name, Unit plain)
    {
        if (json.Value(name) is not { } value) return null;
        if (value.Kind != JsonValueKind.Object) return QuantityJson.Read(json, name, plain) is { } level ? GoalTarget.Level(level) : null;
        JsonFields said = json.Child(name)!;
        Quantity? gain = QuantityJson.Read(said, "gain", plain);
        Quantity? relative = QuantityJson.Read(said, "relative", Unit.Ratio);
        Quantity? points = QuantityJson.Read(said, "points", Unit.PercentagePoints);
        Quantity? commit = QuantityJson.Read(said, "commit", plain), target = QuantityJson.Read(said, "target", plain), stretch = QuantityJson.Read(said, "stretch", plain);
        int zones = Zones.Count(zone => said.Value(zone) is not null);
        int forms = Changes.Count(change => said.Value(change) is not null) + (zones > 0 ? 1 : 0);
        if (forms != 1) said.Issue("", "a target is said in one way; write a figure, or one of gain, relative, points, or commit with target and stretch");
        else if (zones > 0)
        {
            foreach (string zone in Zones) _ = said.Require(zone, "zones have all three of commit, target and stretch");
        }

        said.RefuseOthers();
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
            if (step.Due is { } due) writer.WriteString("due", TimeframeText.Write(due));
            if (step.DoneOn is { } done) writer.WriteString("done_on", TimeframeText.Write(done));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The steps that can be read.</summary>
    public static IReadOnlyList<Milestone> ReadSteps(JsonFields json)
    {
        _ = json.Require("steps", "write the steps as a list");
        return [.. json.Children("steps").Select(Step).OfType<Milestone>()];
    }

    private static Milestone? Step(JsonFields json)
    {
        _ = json.Require("name", "say what is to be done");
        string? name = json.Text("name");
        Milestone step = new(name ?? "", json.Number("weight") ?? 1, json.Day("due"), json.Day("done_on"));
        json.RefuseOthers();
        return name is null ? null : step;
    }

    private static string Property(GoalTargetForm form) => form switch
    {
        GoalTargetForm.Gain => "gain",
        GoalTargetForm.Relative => "relative",
        GoalTargetForm.PercentagePoints => "points",
        _ => "target",
    };
}
