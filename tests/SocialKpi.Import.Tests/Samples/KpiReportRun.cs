using System.Text;
using System.Text.Json;
using KpiReport;

namespace SocialKpi.Import.Tests.Samples;

/// <summary>Runs the sample within the test.</summary>
internal static class KpiReportRun
{
    public static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using MemoryStream output = new();
        using StringWriter errors = new() { NewLine = "\n" };
        int code = Program.Run(arguments, output, errors);
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    /// <summary>What a run that must succeed prints.</summary>
    public static string Printed(params string[] arguments)
    {
        (int code, string output, string errors) = Run(arguments);
        Assert.True(code == 0, errors);
        return output;
    }

    /// <summary>The table of a run that must succeed.</summary>
    public static JsonElement Table(params string[] arguments)
    {
        using JsonDocument json = JsonDocument.Parse(Printed([.. arguments, "--format", "json"]));
        return json.RootElement.Clone();
    }

    /// <summary>The reading of a KPI in a row of a table.</summary>
    public static JsonElement Reading(this JsonElement row, string kpi) =>
        row.GetProperty("readings").EnumerateArray().Single(reading => reading.GetProperty("kpi").GetString() == kpi);

    /// <summary>Its value; null when it is absent.</summary>
    public static decimal? ValueOf(this JsonElement row, string kpi) =>
        row.Reading(kpi).GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    public static void AssertRefused((int Code, string Output, string Errors) run)
    {
        Assert.Equal(2, run.Code);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'), line => line.StartsWith("KpiReport: ", StringComparison.Ordinal));
    }
}
