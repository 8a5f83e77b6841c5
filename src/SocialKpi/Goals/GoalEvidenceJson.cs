using System.Globalization;
using System.Text.Json;

namespace SocialKpi;

/// <summary>What the data said about a goal, as JSON.</summary>
internal static class GoalEvidenceJson
{
    public static void Write(Utf8JsonWriter writer, GoalEvidence evidence)
    {
        writer.WriteStartObject("evidence");
        if (evidence.Current is { } current) Write(writer, current);
        WriteCount(writer, "observed", evidence.Observed);
        WriteCount(writer, "absent", evidence.Absent);
        WriteCount(writer, "observed_days", evidence.ObservedDays);
        if (evidence.LastDay is { } last) writer.WriteString("last_day", TimeframeText.Write(last));
        WriteCount(writer, "interval", evidence.Interval);
        WriteCount(writer, "last_length", evidence.LastLength);
        WriteCount(writer, "after", evidence.After);
        WriteCount(writer, "cut", evidence.Cut);
        WriteCount(writer, "before", evidence.Before);
        WriteCount(writer, "possible", evidence.Possible);
        WriteCount(writer, "known", evidence.Known);
        WriteCount(writer, "met", evidence.Met);
        if (evidence.ReachedOn is { } reached) writer.WriteString("reached_on", TimeframeText.Write(reached));
        writer.WriteEndObject();
    }

    public static GoalEvidence? Read(JsonFields json, Goal goal, Segment segment)
    {
        int before = json.Issues.Count;
        GoalEvidence evidence = new()
        {
            Current = json.Child("current") is { } current ? Reading(current, goal, segment) : null,
            Observed = Count(json, "observed"),
            Absent = Count(json, "absent"),
            ObservedDays = Count(json, "observed_days"),
            LastDay = json.Day("last_day"),
            Interval = Count(json, "interval"),
            LastLength = Count(json, "last_length"),
            After = Count(json, "after"),
            Cut = Count(json, "cut"),
            Before = Count(json, "before"),
            Possible = Count(json, "possible"),
            Known = Count(json, "known"),
            Met = Count(json, "met"),
            ReachedOn = json.Day("reached_on"),
        };
        if (evidence.Met > evidence.Known || evidence.Known > evidence.Possible) json.Issue("met", "more periods are met than known, or known than possible; look at the numbers again");
        json.RefuseOthers();
        return json.Issues.Count > before ? null : evidence;
    }

    private static void Write(Utf8JsonWriter writer, Reading reading)
    {
        writer.WriteStartObject("current");
        writer.WriteString("definition", reading.Kpi.Hash);
        writer.WriteString("time", reading.Timeframe.ToString());
        if (reading.When != reading.Timeframe.ToString()) writer.WriteString("label", reading.When);
        if (reading.HasValue) QuantityJson.Write(writer, "value", reading.Quantity);
        if (reading.Absence is { } absence) writer.WriteString("absence", MachineText.Code(absence));
        if (reading.Bounds is { } bounds)
        {
            writer.WriteNumber("lower", bounds.Lower);
            writer.WriteNumber("upper", bounds.Upper);
        }

        if (reading.RowsUsed > 0) writer.WriteNumber("rows", reading.RowsUsed);
        if (reading.Caveats.Count > 0)
        {
            writer.WriteStartArray("caveats");
            foreach (Caveat caveat in reading.Caveats)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", MachineText.Code(caveat.Kind));
                if (caveat.Amount != 0) writer.WriteNumber("amount", caveat.Amount);
                writer.WriteString("text", Isolates.Without(caveat.Text));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>A reading of the goal's KPI without the numbers that went into it, which are not written.</summary>
    private static Reading? Reading(JsonFields json, Goal goal, Segment segment)
    {
        int before = json.Issues.Count;
        if (goal.Kpi is not { } kpi)
        {
            json.Issue("", "a goal of steps has no reading; leave it out");
            return null;
        }

        _ = json.Require("definition", "write the hash of the KPI that was read");
        if (json.Text("definition") is { } hash && hash != kpi.Hash)
            json.Issue("definition", $"\"{hash}\" was read, but the catalogue's {kpi.Id} is {kpi.Hash}; figures of different definitions are not comparable");
        _ = json.Require("time", "write the time that was read, such as \"2026-07\"");
        Timeframe time = json.Time("time") ?? default;
        Quantity? value = QuantityJson.Read(json, "value", kpi.Unit);
        Absence? absence = json.Choice<Absence>("absence");
        if ((json.Value("value") is null) == (json.Value("absence") is null)) json.Issue("value", "a reading has a value or an absence; write one of them");
        if (SocialKpi.Reading.GivenProblem(kpi, value) is { } problem) json.Issue("value", problem);
        (decimal? lower, decimal? upper) = (json.Number("lower"), json.Number("upper"));
        if (lower is null != upper is null) json.Issue("lower", "bounds are two; write lower and upper, or neither");
        Caveat[] caveats = [.. json.Children("caveats").Select(Caveat)];
        decimal rows = json.Number("rows") ?? 0;
        if (rows < 0 || rows > long.MaxValue || rows != decimal.Truncate(rows)) json.Issue("rows", $"{rows.ToPlainText()} is no number of rows; write a whole number from 0");
        string? label = json.Text("label");
        json.RefuseOthers();
        if (json.Issues.Count > before) return null;

        Figure figure = value is { } known ? Figure.Of(known.Value, known.Unit is { Kind: UnitKind.Money, IsGenericMoney: false } ? known.Unit.Currency : null) : Figure.Absent(absence!.Value);
        if (lower is { } least && upper is { } most) figure = figure.Between(least, most);
        return new Reading(kpi, time, segment, figure, InputSource.None, (long)rows, caveats) { PeriodLabel = label };
    }

    private static Caveat Caveat(JsonFields json)
    {
        _ = json.Require("kind", "write what kind of caveat it is");
        _ = json.Require("text", "write the sentence");
        Caveat caveat = new(json.Choice<CaveatKind>("kind") ?? default, json.Number("amount") ?? 0, json.Text("text") ?? "");
        json.RefuseOthers();
        return caveat;
    }

    private static void WriteCount(Utf8JsonWriter writer, string name, int count)
    {
        if (count != 0) writer.WriteNumber(name, count);
    }

    private static int Count(JsonFields json, string name)
    {
        int count = json.WholeNumber(name) ?? 0;
        if (count < 0) json.Issue(name, string.Create(CultureInfo.InvariantCulture, $"{count} is less than none; write a number from 0"));
        return count;
    }
}
