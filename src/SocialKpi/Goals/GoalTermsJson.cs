using System.Text.Json;
using NodaTime;

namespace SocialKpi;

/// <summary>The terms of a goal as properties of its JSON object.</summary>
internal static class GoalTermsJson
{
    private static readonly GoalTerms Defaults = new();

    /// <summary>All terms but id and name, which stand first in the goal.</summary>
    public static void Write(Utf8JsonWriter writer, GoalTerms terms)
    {
        if (terms.Scope != Defaults.Scope) WriteScope(writer, terms.Scope);
        if (terms.Current is { } current) writer.WriteString("current", MachineText.Code(current));
        if (terms.DayCount != Defaults.DayCount) writer.WriteString("day_count", MachineText.Code(terms.DayCount));
        if (terms.Calendar != Defaults.Calendar) WriteCalendar(writer, terms.Calendar);
        if (terms.Curve is { } curve) WriteCurve(writer, curve);
        if (terms.Ambition.IsAspirational) writer.WriteNumber("success_at", terms.Ambition.SuccessAt.WithoutTrailingZeros());
        if (terms.StatusRule != Defaults.StatusRule)
        {
            writer.WritePropertyName("status_rule");
            StatusRuleJson.Write(writer, terms.StatusRule);
        }

        if (terms.VerdictRule != Defaults.VerdictRule) WriteVerdictRule(writer, terms.VerdictRule);
        if (terms.DataPolicy != Defaults.DataPolicy) WriteDataPolicy(writer, terms.DataPolicy);
        if (terms.CheckIns.Count > 0)
        {
            writer.WriteStartArray("check_ins");
            foreach (LocalDate day in terms.CheckIns) writer.WriteStringValue(TimeframeText.Write(day));
            writer.WriteEndArray();
        }

        if (terms.Owner.Length > 0) writer.WriteString("owner", terms.Owner);
        if (terms.Objective.Length > 0) writer.WriteString("objective", terms.Objective);
    }

    public static GoalTerms Read(JsonFields json) => new()
    {
        Id = json.Text("id") ?? "",
        Name = json.Text("name") ?? "",
        Scope = ReadScope(json),
        Current = json.Choice<CurrentFigure>("current"),
        DayCount = json.Choice<DayCount>("day_count") ?? default,
        Calendar = ReadCalendar(json),
        Curve = ReadCurve(json),
        Ambition = json.Number("success_at") is { } part && part != 1 ? json.Attempt("success_at", () => Ambition.Aspirational(part)) : default,
        StatusRule = (json.Value("status_rule") is { } rule ? StatusRuleJson.Read(rule, json.Issues) : null) ?? Defaults.StatusRule,
        VerdictRule = ReadVerdictRule(json),
        DataPolicy = ReadDataPolicy(json),
        CheckIns = [.. json.Items("check_ins").Select(json.DayOf).OfType<LocalDate>()],
        Owner = json.Text("owner") ?? "",
        Objective = json.Text("objective") ?? "",
    };

    private static void WriteScope(Utf8JsonWriter writer, GoalScope scope)
    {
        writer.WritePropertyName("scope");
        if (scope.Segments.Count == 1)
        {
            WriteSegment(writer, scope.Segments[0]);
            return;
        }

        writer.WriteStartObject();
        WriteSegments(writer, MachineText.Code(scope.Combination), scope.Segments);
        writer.WriteEndObject();
    }

    public static void WriteSegments(Utf8JsonWriter writer, string name, IReadOnlyList<Segment> segments)
    {
        writer.WriteStartArray(name);
        foreach (Segment segment in segments) WriteSegment(writer, segment);
        writer.WriteEndArray();
    }

    private static void WriteSegment(Utf8JsonWriter writer, Segment segment)
    {
        writer.WriteStartObject();
        foreach (string dimension in segment.Dimensions) writer.WriteString(dimension, segment[dimension]);
        writer.WriteEndObject();
    }

    /// <summary>One segment is an object of dimensions and their values; several are a list under how they combine, which no value of a dimension is.</summary>
    private static GoalScope ReadScope(JsonFields json)
    {
        if (json.Child("scope") is not { } scope) return GoalScope.Whole;
        (string Name, JsonValue Value)[] lists = [.. scope.At.Members.Where(member => member.Value.Kind == JsonValueKind.Array)];
        if (lists.Length == 0) return GoalScope.Of(ReadSegment(scope));
        string how = lists[0].Name;
        IReadOnlyList<Segment> segments = [.. scope.Children(how).Select(ReadSegment)];
        if (scope.At.Members.Count > 1 || how is not ("sum" or "each" or "separate"))
            scope.Issue(how, "several segments stand in one list, under sum, each or separate");
        return how == "sum" ? GoalScope.Sum(segments) : how == "each" ? GoalScope.Each(segments) : GoalScope.Separate(segments);
    }

    public static Segment ReadSegment(JsonFields json)
    {
        Segment segment = Segment.Whole;
        foreach ((string name, JsonValue value) in json.At.Members)
        {
            if (value.Kind is not (JsonValueKind.String or JsonValueKind.Null)) json.Issue(name, $"{GoalFields.Quote(value)} stands here; write the value of the dimension in quotes, or null where it is blank");
            else if (json.Attempt(name, () => segment.And(name, value.Kind == JsonValueKind.Null ? null : value.Text)) is { } more) segment = more;
        }

        return segment;
    }

    private static void WriteCalendar(Utf8JsonWriter writer, ReportingCalendar calendar)
    {
        writer.WriteStartObject("calendar");
        if (calendar.WeekStart != IsoDayOfWeek.Monday) writer.WriteString("week_start", MachineText.Code(calendar.WeekStart));
        if (calendar.FiscalYearStart != 1) writer.WriteNumber("fiscal_year_from", calendar.FiscalYearStart);
        writer.WriteEndObject();
    }

    private static ReportingCalendar ReadCalendar(JsonFields json)
    {
        if (json.Child("calendar") is not { } said) return ReportingCalendar.Iso;
        ReportingCalendar calendar = ReportingCalendar.Iso;
        if (said.OneOf("week_start", MachineText.Codes<IsoDayOfWeek>().Where(day => day.Value != IsoDayOfWeek.None)) is { } day) calendar = calendar.WithWeekStart(day);
        if (said.WholeNumber("fiscal_year_from") is { } month) calendar = said.Attempt("fiscal_year_from", () => calendar.WithFiscalYearFrom(month)) ?? calendar;
        said.RefuseOthers();
        return calendar;
    }

    private static void WriteCurve(Utf8JsonWriter writer, ExpectedCurve curve)
    {
        if (curve.Points.Count == 0)
        {
            writer.WriteString("curve", MachineText.Code(curve.Kind));
            return;
        }

        writer.WriteStartObject("curve");
        writer.WriteStartArray(MachineText.Code(curve.Kind));
        foreach ((decimal elapsed, decimal progress) in curve.Points)
        {
            if (curve.Kind == ExpectedCurveKind.Piecewise)
            {
                writer.WriteStartObject();
                writer.WriteNumber("elapsed", elapsed.WithoutTrailingZeros());
                writer.WriteNumber("progress", progress.WithoutTrailingZeros());
                writer.WriteEndObject();
            }
            else writer.WriteNumberValue(progress.WithoutTrailingZeros());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ExpectedCurve? ReadCurve(JsonFields json)
    {
        if (json.Value("curve") is not { } value) return null;
        if (value.Kind == JsonValueKind.String)
        {
            switch (value.Text)
            {
                case "linear": return ExpectedCurve.Linear;
                case "compound": return ExpectedCurve.Compound;
                case "none": return ExpectedCurve.None;
                default:
                    json.Issue("curve", $"{GoalFields.Quote(value)} is no curve; write linear, compound, none, or an object with piecewise or cumulative");
                    return null;
            }
        }

        if (json.Child("curve") is not { } curve) return null;
        ExpectedCurve? read = null;
        if (curve.Value("piecewise") is not null)
        {
            int before = json.Issues.Count;
            (decimal, decimal)[] points = [.. curve.Children("piecewise").Select(Point)];
            read = json.Issues.Count > before ? null : curve.Attempt("piecewise", () => ExpectedCurve.Piecewise(points));
        }
        else if (curve.Value("cumulative") is not null)
        {
            IReadOnlyList<JsonValue> said = curve.Items("cumulative");
            decimal[] weights = [.. said.Select(curve.NumberOf).OfType<decimal>()];
            read = weights.Length < said.Count ? null : curve.Attempt("cumulative", () => ExpectedCurve.Cumulative(weights));
        }
        else curve.Issue("", "it is no curve; write piecewise or cumulative");

        curve.RefuseOthers();
        return read;
    }

    private static (decimal Elapsed, decimal Progress) Point(JsonFields json)
    {
        _ = json.Require("elapsed", "write the part of the period, above 0 and below 1");
        _ = json.Require("progress", "write the part of the goal expected then");
        (decimal, decimal) point = (json.Number("elapsed") ?? 0, json.Number("progress") ?? 0);
        json.RefuseOthers();
        return point;
    }

    private static void WriteVerdictRule(Utf8JsonWriter writer, VerdictRule rule)
    {
        writer.WriteStartObject("verdict_rule");
        if (rule.CountsOnceReached) writer.WriteBoolean("once_reached", true);
        if (rule.LateDays > 0) writer.WriteNumber("late_days", rule.LateDays);
        if (rule.PartialFrom is { } part) writer.WriteNumber("partial_from", part.WithoutTrailingZeros());
        writer.WriteEndObject();
    }

    private static VerdictRule ReadVerdictRule(JsonFields json)
    {
        if (json.Child("verdict_rule") is not { } said) return default;
        VerdictRule rule = said.YesNo("once_reached") == true ? VerdictRule.EverReached : VerdictRule.AtDeadline;
        if (said.WholeNumber("late_days") is { } days && days != 0) rule = said.Attempt("late_days", () => rule.AcceptingLate(days));
        if (said.Number("partial_from") is { } part) rule = said.Attempt("partial_from", () => rule.WithPartialFrom(part));
        said.RefuseOthers();
        return rule;
    }

    private static void WriteDataPolicy(Utf8JsonWriter writer, DataPolicy policy)
    {
        writer.WriteStartObject("data_policy");
        if (policy.MissingPeriods != default) writer.WriteString("missing_periods", MachineText.Code(policy.MissingPeriods));
        if (policy.StaleAfterDays is { } stale) writer.WriteNumber("stale_after_days", stale);
        if (policy.MaturationDays != 0) writer.WriteNumber("maturation_days", policy.MaturationDays);
        if (policy.EarlyShare != DataPolicy.Default.EarlyShare) writer.WriteNumber("early_share", policy.EarlyShare.WithoutTrailingZeros());
        if (policy.ForecastFrom != DataPolicy.Default.ForecastFrom) writer.WriteNumber("forecast_from", policy.ForecastFrom);
        writer.WriteEndObject();
    }

    private static DataPolicy ReadDataPolicy(JsonFields json)
    {
        if (json.Child("data_policy") is not { } said) return DataPolicy.Default;
        DataPolicy policy = DataPolicy.Default with { MissingPeriods = said.Choice<MissingPeriods>("missing_periods") ?? default };
        if (said.WholeNumber("stale_after_days") is { } stale) policy = said.Attempt("stale_after_days", () => policy with { StaleAfterDays = stale }) ?? policy;
        if (said.WholeNumber("maturation_days") is { } mature) policy = said.Attempt("maturation_days", () => policy with { MaturationDays = mature }) ?? policy;
        if (said.Number("early_share") is { } early) policy = said.Attempt("early_share", () => policy with { EarlyShare = early }) ?? policy;
        if (said.WholeNumber("forecast_from") is { } from) policy = said.Attempt("forecast_from", () => policy with { ForecastFrom = from }) ?? policy;
        said.RefuseOthers();
        return policy;
    }
}
