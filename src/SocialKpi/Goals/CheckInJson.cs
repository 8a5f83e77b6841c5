using System.Text.Json;

namespace SocialKpi;

/// <summary>Check-ins as JSON.</summary>
internal static class CheckInJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<CheckIn> checkIns)
    {
        if (checkIns.Count == 0) return;
        writer.WriteStartArray("check_ins");
        foreach (CheckIn one in checkIns)
        {
            writer.WriteStartObject();
            writer.WriteString("on", DefinitionJson.Write(one.On));
            writer.WriteString("by", one.By);
            if (one.Confidence is { } sure) writer.WriteNumber("confidence", sure.WithoutTrailingZeros());
            if (one.Says is { } status) writer.WriteString("says", MachineText.Code(status));
            if (one.Note.Length > 0) writer.WriteString("note", one.Note);
            if (one.ValidUntil is { } last) writer.WriteString("valid_until", DefinitionJson.Write(last));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static IReadOnlyList<CheckIn> Read(DefinitionJson json) => [.. json.Children("check_ins").Select(ReadOne)];

    private static CheckIn ReadOne(DefinitionJson json)
    {
        _ = json.Require("on", "write the day, such as \"2026-08-15\"");
        _ = json.Require("by", "name a person");
        CheckIn one = new(
            json.Day("on") ?? default, json.Text("by") ?? "", json.Number("confidence"), json.Choice<GoalStatus>("says"), json.Text("note") ?? "", json.Day("valid_until"));
        json.RefuseRest();
        return one;
    }
}
