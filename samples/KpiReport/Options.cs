using SocialKpi;

namespace KpiReport;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    public const string HelpText = """
        KpiReport reads exports of social media and prints KPIs, with totals, caveats and the explanation of one figure.

          dotnet run --project samples/KpiReport                            the sample's own data
          dotnet run --project samples/KpiReport -- FILE --map MAP [...]    any CSV file, with a mapping that says what its columns mean

        FILE                      a CSV file; several files make one report, each with its own --map or all with one
        --map MAP                 a mapping (JSON), described in the README of SocialKpi.Import
        --by NAME                 hour, day, week, month, quarter or year, or else a dimension; may be repeated
        --dimension NAME          a dimension, also when it is called like a period (a column "month" without years)
        --kpi ID,ID               which KPIs; without it all that the files can feed
        --define "ID = FORMULA in UNIT"   a KPI of your own, such as "saves_per_post = saves / posts in number"
        --during TIME             only this time: 2026, 2026-Q1, 2026-03, 2026-W12, 2026-03-05, 2026-03-05..2026-04-02
        --where NAME=VALUE        only the rows with this value of a dimension; may be repeated
        --independent             sum each measure over the rows where it alone is known
        --strict                  stop at the first row that cannot be read, instead of listing it as rejected
        --format NAME             text (default), markdown, csv or json
        --narrow, --wide          one line a figure, or one column a KPI; text chooses what fits
        --help                    this text

        Exit codes: 0 done, 1 a file cannot be read, 2 the command line is not understood.
        """;

    private static readonly string[] Formats = ["text", "markdown", "csv", "json"];

    public List<string> Files { get; } = [];

    public List<string> Maps { get; } = [];

    public Grain? Grain { get; private set; }

    public List<string> Dimensions { get; } = [];

    public List<string> Kpis { get; } = [];

    public List<string> Definitions { get; } = [];

    public Timeframe During { get; private set; } = Timeframe.Always;

    public List<Condition> Filters { get; } = [];

    public bool Independent { get; private set; }

    public bool Strict { get; private set; }

    public string Format { get; private set; } = "text";

    public TableShape? Shape { get; private set; }

    public bool Help { get; private set; }

    public static Options Parse(string[] arguments)
    {
        Options options = new();
        for (int at = 0; at < arguments.Length; at++)
        {
            string argument = arguments[at];
            switch (argument)
            {
                case "--help" or "-h" or "-?": options.Help = true; break;
                case "--independent": options.Independent = true; break;
                case "--strict": options.Strict = true; break;
                case "--narrow": options.Shape = TableShape.Narrow; break;
                case "--wide": options.Shape = TableShape.Wide; break;
                case "--map": options.Maps.Add(Value()); break;
                case "--by": options.AddBy(Value()); break;
                case "--dimension": options.AddDimension(Value()); break;
                case "--kpi": options.Kpis.AddRange(Value().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)); break;
                case "--define": options.Definitions.Add(Value()); break;
                case "--during": options.During = ReadTimeframe(Value()); break;
                case "--where": options.Filters.Add(ReadFilter(Value())); break;
                case "--format": options.Format = ReadFormat(Value()); break;
                default:
                    if (argument.StartsWith('-')) throw new OptionException($"there is no option {argument}");
                    options.Files.Add(argument);
                    break;
            }

            string Value() => at + 1 < arguments.Length
                ? arguments[++at]
                : throw new OptionException($"{argument} needs a value after it");
        }

        if (!options.Help) options.CheckFiles();
        return options;
    }

    private void AddBy(string name)
    {
        if (!Enum.TryParse(name, ignoreCase: true, out Grain grain) || !Enum.IsDefined(grain) || int.TryParse(name, out _))
        {
            AddDimension(name);
            return;
        }

        if (Grain is not null) throw new OptionException($"--by {name}: the report is by {Grain.ToString()!.ToLowerInvariant()} already; a report has one period");
        Grain = grain;
    }

    private void AddDimension(string name)
    {
        if (Dimensions.Contains(name)) throw new OptionException($"--by {name} is given twice");
        Dimensions.Add(name);
    }

    private void CheckFiles()
    {
        if (Files.Count == 0)
        {
            if (Maps.Count > 0) throw new OptionException("--map is given without a file");
            return;
        }

        if (Maps.Count != 1 && Maps.Count != Files.Count)
            throw new OptionException($"{Files.Count} file(s) need one --map for all or one each, not {Maps.Count}");
        foreach (string path in Files.Concat(Maps))
        {
            if (!File.Exists(path)) throw new OptionException($"there is no file {path}");
        }
    }

    private static Timeframe ReadTimeframe(string text) => Timeframe.TryParse(text, out Timeframe timeframe)
        ? timeframe
        : throw new OptionException($"--during {text} is not a time; write 2026, 2026-Q1, 2026-03, 2026-W12 or 2026-03-05..2026-04-02");

    private static Condition ReadFilter(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? Condition.Is(text[..equals], text[(equals + 1)..])
            : throw new OptionException($"--where {text} is not of the form NAME=VALUE");
    }

    private static string ReadFormat(string name) => Formats.Contains(name)
        ? name
        : throw new OptionException($"--format {name} is not one of {string.Join(", ", Formats)}");
}
