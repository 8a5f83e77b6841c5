using SocialKpi;

namespace KpiReport;

/// <summary>A KPI written on the command line: <c>saves_per_post = saves / posts in number</c>.</summary>
/// <param name="Id">The id of the KPI.</param>
/// <param name="Formula">Its formula, over the measures of the catalogue and of the mappings.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Definition(string Id, string Formula, Unit Unit)
{
    private const int MaxLength = 1_000;

    /// <summary>The parts of a definition, before it is known which measures there are.</summary>
    public static Definition Split(string text)
    {
        if (text.Length > MaxLength) throw new OptionException($"--define is {text.Length} characters long; at most {MaxLength} are read");
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        int unitAt = text.LastIndexOf(" in ", StringComparison.Ordinal);
        if (equals < 1 || unitAt < equals) throw new OptionException($"--define \"{text}\" is not of the form \"ID = FORMULA in UNIT\"");
        return Unit.TryParse(text[(unitAt + 4)..].Trim(), out Unit unit)
            ? new Definition(text[..equals].Trim(), text[(equals + 1)..unitAt].Trim(), unit)
            : throw new OptionException($"--define \"{text}\": the unit must be count, ratio, percentage_points, points, money, duration or number");
    }

    /// <summary>The KPI, over the measures of a catalogue.</summary>
    public Kpi In(Catalog catalog)
    {
        try
        {
            return Kpi.Define(Id, catalog.Parse(Formula), Unit);
        }
        catch (Exception problem) when (problem is FormatException or DefinitionException)
        {
            throw new OptionException($"--define {Id}: {problem.Message}");
        }
    }
}
