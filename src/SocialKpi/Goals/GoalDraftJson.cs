using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>Drafts of goals as JSON: what is not said is not written, and a number that nobody knows yet is text.</summary>
internal static class GoalDraftJson
{
    private const string Lengths = "write \"P6M\" for six months, \"P2W\" for two weeks, \"P30D\" for thirty days";

    public static void Write(Utf8JsonWriter writer, GoalDraft draft)
    {
        Unit plain = draft.Kpi?.Unit ?? Unit.Number;
        writer.WriteStartObject();
        writer.Text("id", draft.Terms.Id);
        writer.Text("name", draft.Terms.Name);
        writer.Text("text", draft.Text);
        if (draft.Kpi is { } kpi) writer.WriteString("kpi", kpi.Id);
        writer.Text("metric", draft.Metric);
        if (draft.Shape is { } shape) writer.WriteString("shape", MachineText.Code(shape));
        Write(writer, "amount", draft.Amount, GoalDraft.UnitOfAmount(plain, draft.Shape, draft.Form));
        if (draft.Form is { } form) writer.WriteString("form", MachineText.Code(form));
        if (draft.Commit is { } commit) QuantityJson.Write(writer, "commit", commit, plain);
        if (draft.Stretch is { } stretch) QuantityJson.Write(writer, "stretch", stretch, plain);
        Write(writer, "lower", draft.Lower, plain);
        Write(writer, "upper", draft.Upper, plain);
        Write(writer, "baseline", draft.Baseline, plain);
        if (draft.BaselinePeriod is { } period) writer.WriteString("baseline_period", period.ToString());
        if (draft.IsBaselineMeasured) writer.WriteBoolean("baseline_measured", true);
        writer.Text("baseline_source", draft.BaselineSource);
        if (draft.Per is { } per) writer.WriteString("per", MachineText.Code(per));
        if (draft.Start is { } start) writer.WriteString("start", TimeframeText.Write(start));
        if (draft.Due is { } due) writer.WriteString("due", TimeframeText.Write(due));
        if (draft.DueIn is { } within) writer.WriteString("due_in", within.ToString());
        if (draft.DueDay is { } day) writer.WriteString("due_day", AnnualDatePattern.Iso.Format(day));
        if (draft.Length is { } length) writer.WriteString("length", PeriodPattern.Roundtrip.Format(length));
        if (draft.Segments is { } segments) GoalTermsJson.WriteSegments(writer, "segments", segments);
        if (draft.Combination is { } combination) writer.WriteString("combination", MachineText.Code(combination));
        if (draft.IsPerPost is { } isPerPost) writer.WriteBoolean("per_post", isPerPost);
        writer.Text("denominator_date", draft.DenominatorDate);
        writer.Text("through", draft.Through);
        writer.Text("attribution", draft.Attribution);
        writer.Texts("other_results", draft.OtherResults);
        if (draft.Steps.Count > 0) GoalFiguresJson.Write(writer, draft.Steps);
        GoalTermsJson.Write(writer, draft.Terms with { Scope = GoalScope.Whole });
        writer.WriteEndObject();
    }

    /// <summary>A draft; what it returns counts only where there are no issues.</summary>
    public static GoalDraft Read(JsonFields json, Catalog catalog)
    {
        if (json.Value("scope") is not null) json.Issue("scope", "a draft says of what it is in segments, and how they combine in combination; write these");
        Kpi? kpi = GoalJson.KpiOf(json, catalog);
        Unit plain = kpi?.Unit ?? Unit.Number;
        (GoalShape? shape, GoalTargetForm? form) = (json.Choice<GoalShape>("shape"), json.Choice<GoalTargetForm>("form"));
        GoalDraft draft = new()
        {
            Text = json.Text("text") ?? "",
            Kpi = kpi,
            Metric = json.Text("metric") ?? "",
            Shape = shape,
            Amount = Amount(json, "amount", GoalDraft.UnitOfAmount(plain, shape, form)),
            Form = form,
            Commit = QuantityJson.Read(json, "commit", plain),
            Stretch = QuantityJson.Read(json, "stretch", plain),
            Lower = Amount(json, "lower", plain),
            Upper = Amount(json, "upper", plain),
            Baseline = Amount(json, "baseline", plain),
            BaselinePeriod = json.Time("baseline_period"),
            IsBaselineMeasured = json.YesNo("baseline_measured") ?? false,
            BaselineSource = json.Text("baseline_source") ?? "",
            Per = json.Choice<Grain>("per"),
            Start = json.Day("start"),
            Due = json.Day("due"),
            DueIn = json.Time("due_in"),
            DueDay = DayOfYear(json, "due_day"),
            Segments = json.Value("segments") is null ? null : [.. json.Children("segments").Select(GoalTermsJson.ReadSegment)],
            Combination = json.Choice<ScopeCombination>("combination"),
            IsPerPost = json.YesNo("per_post"),
            DenominatorDate = json.Text("denominator_date") ?? "",
            Through = json.Text("through") ?? "",
            Attribution = json.Text("attribution") ?? "",
            OtherResults = json.Texts("other_results"),
            Steps = json.Value("steps") is null ? [] : GoalFiguresJson.ReadSteps(json),
            Terms = GoalTermsJson.Read(json),
        };
        string? length = json.Text("length");
        json.RefuseOthers();
        if (length is null) return draft;
        if (PeriodPattern.Roundtrip.Parse(length) is { Success: true, Value: var period }) return json.Attempt("length", () => draft with { Length = period }) ?? draft;
        json.Issue("length", $"\"{length}\" is no length of time; {Lengths}");
        return draft;
    }

    private static void Write(Utf8JsonWriter writer, string name, DraftAmount? amount, Unit plain)
    {
        if (amount is { } given && (given.Quantity ?? QuantityJson.Parse(given.Text, plain)) is { } quantity) QuantityJson.Write(writer, name, quantity, plain);
        else if (amount is not null) writer.WriteString(name, amount.Text);
    }

    /// <summary>A quantity, or text that is none yet: it stays as it is written, and the check of the draft says that it is open.</summary>
    private static DraftAmount? Amount(JsonFields json, string name, Unit plain)
    {
        if (json.Value(name) is not { } value) return null;
        if (value.Kind != JsonValueKind.String || QuantityJson.Parse(value.Text, plain) is not null) return QuantityJson.Read(json, name, plain) is { } quantity ? DraftAmount.Of(quantity) : null;
        return json.Attempt(name, () => DraftAmount.Open(value.Text));
    }

    private static AnnualDate? DayOfYear(JsonFields json, string name)
    {
        if (json.Text(name) is not { } text) return null;
        if (AnnualDatePattern.Iso.Parse(text).TryGetValue(default, out AnnualDate day)) return day;
        json.Issue(name, $"\"{text}\" is no day of a year; write month and day, such as \"12-31\"");
        return null;
    }
}
