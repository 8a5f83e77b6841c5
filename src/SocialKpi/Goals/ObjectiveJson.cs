using System.Text.Json;

namespace SocialKpi;

/// <summary>Objectives as JSON that people write by hand: what is not said has its default, and defaults are not written.</summary>
internal static class ObjectiveJson
{
    private static readonly ObjectiveTerms Defaults = new();

    public static void Write(Utf8JsonWriter writer, Objective objective)
    {
        ObjectiveTerms terms = objective.Terms;
        writer.WriteStartObject();
        writer.Text("id", terms.Id);
        writer.WriteString("name", objective.Name);
        writer.Text("owner", terms.Owner);
        if (terms.Type is { } type) writer.WriteString("type", type.Id);
        if (terms.Ambition.IsAspirational) writer.WriteNumber("success_at", terms.Ambition.SuccessAt.WithoutTrailingZeros());
        WriteWeight(writer, terms.Weight);
        if (terms.RollUp != Defaults.RollUp) writer.WriteString("roll_up", MachineText.Code(terms.RollUp));
        if (terms.StatusRule != Defaults.StatusRule)
        {
            writer.WritePropertyName("status_rule");
            StatusRuleJson.Write(writer, terms.StatusRule);
        }

        if (terms.Grades != Defaults.Grades) WriteGrades(writer, terms.Grades);
        writer.WriteStartArray("key_results");
        foreach (KeyResult one in objective.KeyResults)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("goal");
            GoalJson.Write(writer, one.Goal);
            WriteWeight(writer, one.Weight);
            CheckInJson.Write(writer, one.CheckIns);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (terms.Contributing.Count > 0)
        {
            writer.WriteStartArray("contributing");
            foreach (Objective one in terms.Contributing) Write(writer, one);
            writer.WriteEndArray();
        }

        writer.Texts("aligned_with", terms.AlignedWith);
        CheckInJson.Write(writer, terms.CheckIns);
        writer.Text("carried_from", terms.CarriedFrom);
        writer.WriteEndObject();
    }

    /// <summary>An objective; null with issues when it is none.</summary>
    public static Objective? Read(JsonFields json, Catalog catalog)
    {
        int before = json.Issues.Count;
        _ = json.Require("name", "say what is to be achieved");
        string? name = json.Text("name");
        KeyResult[] keyResults = [.. json.Children("key_results").Select(one => ReadKeyResult(one, catalog)).OfType<KeyResult>()];
        ObjectiveTerms terms = new()
        {
            Id = json.Text("id") ?? "",
            Owner = json.Text("owner") ?? "",
            Type = ReadType(json),
            Ambition = json.Number("success_at") is { } part && part != 1 ? json.Attempt("success_at", () => Ambition.Aspirational(part)) : default,
            Weight = json.Number("weight") ?? Defaults.Weight,
            RollUp = json.Choice<StatusRollUp>("roll_up") ?? Defaults.RollUp,
            StatusRule = (json.Value("status_rule") is { } rule ? StatusRuleJson.Read(rule, json.Issues) : null) ?? Defaults.StatusRule,
            Grades = ReadGrades(json),
            Contributing = [.. json.Children("contributing").Select(one => Read(one, catalog)).OfType<Objective>()],
            AlignedWith = json.Texts("aligned_with"),
            CheckIns = CheckInJson.Read(json),
            CarriedFrom = json.Text("carried_from") ?? "",
        };
        json.RefuseOthers();
        foreach (string problem in Objective.Problems(name ?? "unnamed", keyResults, terms)) json.Issue("", problem);
        return json.Issues.Count > before ? null : Objective.Of(name!, keyResults, terms);
    }

    private static KeyResult? ReadKeyResult(JsonFields json, Catalog catalog)
    {
        _ = json.Require("goal", "write the goal that shows the result");
        Goal? goal = json.Child("goal") is { } said ? GoalJson.Read(said, catalog) : null;
        decimal weight = json.Number("weight") ?? 1;
        IReadOnlyList<CheckIn> checkIns = CheckInJson.Read(json);
        json.RefuseOthers();
        return goal is null ? null : new KeyResult(goal, weight) { CheckIns = checkIns };
    }

    private static ObjectiveType? ReadType(JsonFields json)
    {
        if (json.Text("type") is not { } id) return null;
        if (ObjectiveTypes.Find(id) is { } type) return type;
        string[] ids = [.. ObjectiveTypes.All.Select(one => one.Id)];
        json.Issue("type", $"there is no type of objectives \"{id}\"; {(Nearest.Of(id, ids) is { } near ? $"did you mean {near}?" : $"there are: {string.Join(", ", ids)}")}");
        return null;
    }

    private static void WriteGrades(Utf8JsonWriter writer, GradeScale scale)
    {
        writer.WriteStartObject("grades");
        writer.WriteString("name", scale.Name);
        writer.WriteStartArray("bands");
        foreach (Grade grade in scale.Grades)
        {
            writer.WriteStartObject();
            writer.WriteString("name", grade.Name);
            writer.WriteNumber("from", grade.From.WithoutTrailingZeros());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("decimals", scale.Decimals);
        writer.WriteString("midpoint", MachineText.Code(scale.Midpoint));
        writer.WriteEndObject();
    }

    private static GradeScale ReadGrades(JsonFields json)
    {
        if (json.Child("grades") is not { } said) return Defaults.Grades;
        int before = said.Issues.Count;
        foreach ((string name, string remedy) in new[] { ("name", "say whose scale it is"), ("bands", "write a list of grades, each with name and from"), ("decimals", "say how scores are rounded"), ("midpoint", "say how halves are rounded, such as away_from_zero") })
            _ = said.Require(name, remedy);
        string text = said.Text("name") ?? "";
        Grade[] grades = [.. said.Children("bands").Select(ReadGrade)];
        int decimals = said.WholeNumber("decimals") ?? 0;
        MidpointRounding midpoint = said.Choice<MidpointRounding>("midpoint") ?? default;
        said.RefuseOthers();
        return (json.Issues.Count > before ? null : said.Attempt("", () => GradeScale.Of(text, grades, decimals, midpoint))) ?? Defaults.Grades;
    }

    private static Grade ReadGrade(JsonFields json)
    {
        _ = json.Require("name", "say what the grade is called");
        _ = json.Require("from", "write the first score that has it, 0 to 1");
        Grade grade = new(json.Text("name") ?? "", json.Number("from") ?? 0);
        json.RefuseOthers();
        return grade;
    }

    private static void WriteWeight(Utf8JsonWriter writer, decimal weight)
    {
        if (weight != 1) writer.WriteNumber("weight", weight.WithoutTrailingZeros());
    }
}
