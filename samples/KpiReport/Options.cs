using NodaTime;
using SocialKpi;

namespace KpiReport;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    public const string HelpText = """
        KpiReport reads exports of social media and prints KPIs, with totals, caveats and the explanation of one figure.

          dotnet run --project samples/KpiReport                            the sample's own data
          dotnet run --project samples/KpiReport -- FILE --map MAP [...]    any CSV file, with a mapping that says what its columns mean
          dotnet run --project samples/KpiReport -- --kpis                  the standard KPIs by category, with their formulas
          dotnet run --project samples/KpiReport -- --objective awareness   what to measure for an objective, and what is vanity for it

        FILE                      a CSV file; several files make one report, each with its own --map or all with one
        --map MAP                 a mapping (JSON), described in the README of SocialKpi.Import
        --by NAME                 hour, day, week, month, quarter or year, or else a dimension; may be repeated
        --dimension NAME          a dimension, also when it is called like a period (a column "month" without years)
        --kpi ID,ID               which KPIs; without it those defined, or else all that the files can feed
        --define "ID = FORMULA in UNIT"   a KPI of your own, such as "saves_per_post = saves / posts in number"
        --during TIME             only this time: 2026, 2026-Q1, 2026-03, 2026-W12, 2026-03-05, 2026-03-05..2026-04-02
        --where NAME=VALUE        only the rows with this value of a dimension, NAME= for those where it is blank; may be repeated
        --compare                 beside each KPI its change against the period before, as ID.change
        --drivers NAME            which values of a dimension drove the change of each KPI from the period before to the last one
        --trailing "28 day"       beside each KPI the same over the days (weeks, months ...) up to the end of each period
        --to-date year            beside each KPI the same from the start of the year (quarter, month ...) to the end of each period
        --as-of DAY               as it stood at the end of that day; a period that it cuts is compared with as many days
        --top N                   the N segments with the most of the first KPI, and the rest in one row
        --dense                   periods without rows too
        --at-least MEASURE=AMOUNT only cells that hold so much, such as impressions=1000; may be repeated
        --standing                where the latest period stands: against the one before, and the median of up to twelve before
        --benchmarks FILE         the same, and against published figures (JSON or CSV) of at most two years before
        --cohort NAME=VALUE       of whom the files are, to find such figures: platform, industry, followers (12500), format or region;
                                  a dimension of that name says it by itself; may be repeated
        --explain CELL            how a figure came about: "click_through_rate 2026-03 platform=linkedin"; without period or
                                  segment that of all, "(rest)" for the rest of a top; may be repeated
        --goals FILE              goals and objectives (JSON, see the README of SocialKpi) and how they stand on the day of --as-of
        --independent             sum each measure over the rows where it alone is known
        --strict                  stop at the first row that cannot be read, instead of listing it as rejected
        --format NAME             text (default), markdown, csv (cells without totals), json or html (a whole page)
        --json, --html            the same as --format json, --format html
                                  csv and json hold one table: of the sample's own report the first
        --narrow, --wide          one line a figure, or one column a KPI; text chooses what fits the terminal, or COLUMNS where that is set;
                                  a terminal shows long names shortened and long lines broken, a file, a pipe or --wide all of them whole
        --kpis                    the standard KPIs by category; no file is read
        --objective NAME          what to measure for it: awareness, reputation, community, conversions, traffic,
                                  customer_insight, leads, service, recruiting, crisis, internal_communication
        --lang CODE               the language of --kpis and --objective: en (default), nl, sv or pl
        --help                    this text

        With text, what was read and what is explained are printed beside the table; with other formats as messages, to the error stream.
        Nothing is coloured, so NO_COLOR changes nothing.

        Exit codes: 0 done, 1 a file is not there or cannot be read (or no row of it), 2 the command line is not understood
        or asks for what the files do not have. A key in a mapping holds within each file; each file may be given once.
        """;

    private static readonly string[] Repeatable = ["--map", "--by", "--dimension", "--kpi", "--define", "--where", "--at-least", "--explain", "--cohort"];

    private bool _hasFormat;

    public List<string> Files { get; } = [];

    public List<string> Maps { get; } = [];

    public Grain? Grain { get; private set; }

    public List<string> Dimensions { get; } = [];

    public List<string> Kpis { get; } = [];

    public List<Definition> Definitions { get; } = [];

    public Timeframe? During { get; private set; }

    public List<Condition> Filters { get; } = [];

    public bool Compare { get; private set; }

    public string? Drivers { get; private set; }

    public (int Count, Grain Grain)? Trailing { get; private set; }

    public Grain? ToDate { get; private set; }

    public LocalDate? AsOf { get; private set; }

    public int? Top { get; private set; }

    public bool Dense { get; private set; }

    public List<(string Measure, decimal Amount)> Minimums { get; } = [];

    public bool Standing { get; private set; }

    public string? Benchmarks { get; private set; }

    public Cohort Cohort { get; private set; } = Cohort.Everyone;

    public List<CellReference> Explained { get; } = [];

    public string? Goals { get; private set; }

    public bool Independent { get; private set; }

    public bool Strict { get; private set; }

    public string Format { get; private set; } = "text";

    public TableShape? Shape { get; private set; }

    public bool ListsKpis { get; private set; }

    public ObjectiveType? Objective { get; private set; }

    public Language Language { get; private set; }

    /// <summary>Whether the catalogue is listed instead of figures.</summary>
    public bool ListsCatalogue => ListsKpis || Objective is not null;

    public bool Help { get; private set; }

    /// <summary>Whether the sample's own data are read.</summary>
    public bool IsSample => Files.Count == 0;

    /// <summary>Whether it is asked where the latest period stands.</summary>
    public bool JudgesLatest => Standing || Benchmarks is not null;

    /// <summary>Whether the command line says which figures to show, and by what; else a report of its own is shown of the sample.</summary>
    public bool AsksForFigures =>
        Kpis.Count + Definitions.Count + Dimensions.Count + Minimums.Count > 0 || Grain is not null
        || Compare || Drivers is not null || Trailing is not null || ToDate is not null || Top is not null || Dense;

    public static Options Parse(string[] arguments)
    {
        Options options = new();
        HashSet<string> given = [];
        for (int at = 0; at < arguments.Length; at++)
        {
            string argument = arguments[at];
            if (argument.StartsWith('-') && !Repeatable.Contains(argument) && !given.Add(argument)) throw new OptionException($"{argument} is given twice");
            switch (argument)
            {
                case "--help" or "-h" or "-?": options.Help = true; break;
                case "--kpis": options.ListsKpis = true; break;
                case "--objective": options.Objective = OptionValues.ReadObjective(Value()); break;
                case "--lang": options.Language = OptionValues.ReadLanguage(Value()); break;
                case "--compare": options.Compare = true; break;
                case "--dense": options.Dense = true; break;
                case "--independent": options.Independent = true; break;
                case "--strict": options.Strict = true; break;
                case "--narrow": options.SetShape(TableShape.Narrow); break;
                case "--wide": options.SetShape(TableShape.Wide); break;
                case "--map": options.Maps.Add(Value()); break;
                case "--by": options.AddBy(Value()); break;
                case "--dimension": options.AddDimension(Value()); break;
                case "--kpi": options.AddKpis(Value()); break;
                case "--define": options.Definitions.Add(Definition.Split(Value())); break;
                case "--during": options.During = OptionValues.ReadTimeframe(Value()); break;
                case "--where": options.Filters.Add(OptionValues.ReadFilter(Value())); break;
                case "--drivers": options.Drivers = OptionValues.ReadName("--drivers", Value()); break;
                case "--trailing": options.Trailing = OptionValues.ReadWindow(Value()); break;
                case "--to-date": options.ToDate = OptionValues.ReadGrain(Value()); break;
                case "--as-of": options.AsOf = OptionValues.ReadDay(Value()); break;
                case "--top": options.Top = OptionValues.ReadCount(Value()); break;
                case "--at-least": options.Minimums.Add(OptionValues.ReadMinimum(Value())); break;
                case "--goals": options.Goals = Value(); break;
                case "--standing": options.Standing = true; break;
                case "--benchmarks": options.Benchmarks = Value(); break;
                case "--cohort": options.Cohort = OptionValues.WithTrait(options.Cohort, Value()); break;
                case "--explain": options.Explained.Add(CellReference.Split(Value())); break;
                case "--format": options.SetFormat(OptionValues.ReadFormat(Value())); break;
                case "--json" or "--html": options.SetFormat(argument[2..]); break;
                default:
                    if (argument.StartsWith('-')) throw new OptionException($"there is no option {argument}");
                    options.Files.Add(argument);
                    break;
            }

            string Value() => at + 1 < arguments.Length
                ? arguments[++at]
                : throw new OptionException($"{argument} needs a value after it");
        }

        if (options.Help) return options;
        options.CheckListing(given);
        if (options.ListsCatalogue) return options;
        options.CheckFiles();
        options.CheckGoals();
        options.CheckPeriods();
        options.CheckStanding();
        return options;
    }

    private void AddBy(string name)
    {
        if (OptionValues.TryReadGrain(name) is not { } grain)
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

    private void SetFormat(string format)
    {
        if (_hasFormat) throw new OptionException("the format is given twice; a report has one");
        (Format, _hasFormat) = (format, true);
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

    /// <summary>A listing is of the catalogue, and nothing that is said of figures bears on it.</summary>
    private void CheckListing(HashSet<string> given)
    {
        if (!ListsCatalogue)
        {
            if (given.Contains("--lang")) throw new OptionException("--lang goes with --kpis or --objective");
            return;
        }

        string[] others = [.. given.Except(["--kpis", "--objective", "--lang"])];
        string what = ListsKpis ? "--kpis" : "--objective";
        if (others.Length > 0 || Files.Count + Maps.Count + Kpis.Count + Definitions.Count + Dimensions.Count + Filters.Count + Minimums.Count + Explained.Count > 0 || Grain is not null)
            throw new OptionException($"{what} lists the catalogue and reads no file; leave the other options out, or leave out {what} (--kpi with an id chooses what is calculated)");
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
        foreach (string path in Files.Concat(Maps)) CheckFile(path);
        if (Files.Select(Path.GetFullPath).Distinct().Count() < Files.Count)
            throw new OptionException("a file is given twice; its rows would count twice");
    }

    private static void CheckFile(string path)
    {
        if (path.Length == 0) throw new OptionException("the name of a file is empty");
        if (Directory.Exists(path)) throw new IOException($"{path} is a folder; name a file in it");
        if (!File.Exists(path)) throw new FileNotFoundException($"there is no file {path}");
    }

    private void CheckGoals()
    {
        if (Goals is null) return;
        CheckFile(Goals);
        if (AsOf is null) throw new OptionException("--goals needs a day on which they stand; give --as-of 2026-03-31, for instance");
        if (Format is "csv" or "json") throw new OptionException($"--goals is printed as text, markdown or html; --format {Format} holds one table");
    }

    private void CheckStanding()
    {
        if (Benchmarks is { } path) CheckFile(path);
        if (Cohort != Cohort.Everyone && Benchmarks is null) throw new OptionException("--cohort says whom to compare with; give --benchmarks FILE too");
        if (!JudgesLatest) return;
        if (Grain is null && (!IsSample || Dimensions.Count > 0)) throw new OptionException($"{(Standing ? "--standing" : "--benchmarks")} needs periods; give --by month, for instance");
        if (Format is not ("text" or "markdown" or "html")) throw new OptionException($"{(Standing ? "--standing" : "--benchmarks")} is printed as text, markdown or html; csv and json hold one table");
    }

    /// <summary>Without periods a timeframe must say where the one before it ends, or to which day a window trails.</summary>
    private void CheckPeriods()
    {
        if (IsSample || Grain is not null || During is { IsBounded: true }) return;
        if (Compare || Drivers is not null) throw new OptionException($"{(Compare ? "--compare" : "--drivers")} needs a period; give --by month or --during 2026-03, for instance");
        if ((Trailing is not null || ToDate is not null) && AsOf is null)
            throw new OptionException($"{(Trailing is null ? "--to-date" : "--trailing")} needs a day to end with; give --by month, --during 2026-03 or --as-of 2026-03-31, for instance");
    }
}
