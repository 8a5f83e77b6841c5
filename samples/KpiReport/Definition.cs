using SocialKpi;

namespace KpiReport;

/// <summary>A KPI written on the command line: <c>saves_per_post = saves / posts in number</c>.</summary>
internal static class Definition
{
    public static Kpi Read(string text, Catalog catalog)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        int unitAt = text.LastIndexOf(" in ", StringComparison.Ordinal);
        if (equals < 1 || unitAt < equals) throw new OptionException($"--define \"{text}\" is not of the form \"ID = FORMULA in UNIT\"");
        if (!Unit.TryParse(text[(unitAt + 4)..].Trim(), out Unit unit))
            throw new OptionException($"--define \"{text}\": the unit must be count, ratio, percentage_points, points, money, duration or number");
        try
        {
            return Kpi.Define(text[..equals].Trim(), catalog.Parse(text[(equals + 1)..unitAt]), unit);
        }
        catch (FormatException problem)
        {
            throw new OptionException($"--define \"{text}\": {problem.Message}");
        }
    }
}
