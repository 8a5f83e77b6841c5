using System.Text.Json;
using NodaTime;

namespace SocialKpi;

/// <summary>Check-ins as JSON.</summary>
internal static class CheckInJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<CheckIn> checkIns)
    {
        if (checkIns.Count == 0) return;
        writer.WriteStartArray("check_ins");
        foreach (CheckIn one in checkIns) Write(writer, one);
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, CheckIn one)
    {
        writer.WriteStartObject();
        writer.WriteString("on", TimeframeText.Write(one.On));
        writer.WriteString("by", one.By);
        if (one.Confidence is { } sure) writer.WriteNumber("confidence", sure.WithoutTrailingZeros());
        if (one.Says is { } status) writer.WriteString("says", MachineText.Code(status));
        writer.Text("note", one.Note);
        if (one.ValidUntil is { } last) writer.WriteString("valid_until", TimeframeText.Write(last));
        writer.WriteEndObject();
    }

    public static IReadOnlyList<CheckIn> Read(JsonFields json) => [.. json.Children("check_ins").Select(ReadOne).OfType<CheckIn>()];

    private static CheckIn? ReadOne(JsonFields json)
    {
        _ = json.Require("on", "write the day, such as \"2026-08-15\"");
        _ = json.Require("by", "name a person");
        (LocalDate? on, string? by) = (json.Day("on"), json.Text("by"));
        CheckIn one = new(
            on ?? default, by ?? "", json.Number("confidence"), json.Choice<GoalStatus>("says"), json.Text("note") ?? "", json.Day("valid_until"));
        json.RefuseOthers();
        return on is null || by is null ? null : one;
    }
}
