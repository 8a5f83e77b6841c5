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
        --kpi ID,ID               which KPIs; without it those defined, or else all that the files can feed
        --define "ID = FORMULA in UNIT"   a KPI of your own, such as "saves_per_post = saves / posts in number"
        --during TIME             only this time: 2026, 2026-Q1, 2026-03, 2026-W12, 2026-03-05, 2026-03-05..2026-04-02
        --where NAME=VALUE        only the rows with this value of a dimension, NAME= for those where it is blank; may be repeated
        --independent             sum each measure over the rows where it alone is known
        --strict                  stop at the first row that cannot be read, instead of listing it as rejected
        --format NAME             text (default), markdown, csv (cells without totals) or json
        --narrow, --wide          one line a figure, or one column a KPI; text chooses what fits
        --help                    this text

        Exit codes: 0 done, 1 a file cannot be read (or no row of it), 2 the command line is not understood
        or asks for what the files do not have. A key in a mapping holds within each file; each file may be given once.
        """;

    private static readonly string[] Formats = ["text", "markdown", "csv", "json"];

    public List<string> Files { get; } = [];

    public List<string> Maps { get; } = [];

    public Grain? Grain { get; private set; }

    public List<string> Dimensions { get; } = [];

    public List<string> Kpis { get; } = [];

    public List<Definition> Definitions { get; } = [];

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
                case "--narrow": options.SetShape(TableShape.Narrow); break;
                case "--wide": options.SetShape(TableShape.Wide); break;
                case "--map": options.Maps.Add(Value()); break;
                case "--by": options.AddBy(Value()); break;
                case "--dimension": options.AddDimension(Value()); break;
                case "--kpi": options.AddKpis(Value()); break;
                case "--define": options.Definitions.Add(Definition.Split(Value())); break;
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

    private void AddKpis(string ids)
    {
        string[] names = ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0) throw new OptionException("--kpi names no KPI; leave it out for all, or give ids with commas between them");
        foreach (string name in names)
        {
            if (Kpis.Contains(name)) throw new OptionException($"--kpi {name} is given twice");
            Kpis.Add(name);
        }
    }

    private void SetShape(TableShape shape)
    {
        if (Shape is { } other && other != shape) throw new OptionException("--narrow and --wide exclude one another");
        Shape = shape;
    }

    private void AddDimension(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new OptionException("--by needs the name of a period or a dimension");
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
        if (Files.Select(Path.GetFullPath).Distinct().Count() < Files.Count)
            throw new OptionException("a file is given twice; its rows would count twice");
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
        string name = equals > 0 ? text[..equals].Trim() : "";
        string value = text[(equals + 1)..];
        return name.Length > 0
            ? value.Length > 0 ? Condition.Is(name, value) : Condition.Missing(name)
            : throw new OptionException($"--where {text} is not of the form NAME=VALUE");
    }

    private static string ReadFormat(string name) => Formats.Contains(name)
        ? name
        : throw new OptionException($"--format {name} is not one of {string.Join(", ", Formats)}");
}
