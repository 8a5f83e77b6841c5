using SocialKpi;
using SocialKpi.Import;

namespace KpiReport;

/// <summary>From files to printed tables: read each file into facts, answer one query from each, merge the answers.</summary>
internal static class Report
{
    private const int WidestText = 160;
    private const int MostRejections = 20;
    private const int UsualWidth = 80;
    private const long LongFile = 10_000_000;

    public static void Print(Options options, StreamWriter output, TextWriter errors, Terminal terminal)
    {
        IReadOnlyList<IReadOnlyList<Source>> sources = options.IsSample ? Sample.Sources() : Sources(options);
        Catalog catalog = CatalogOf(options, sources.SelectMany(tables => tables));
        Question question = new(options, catalog);
        GoalPlan? plan = options.Goals is { } file ? GoalSection.Load(file, catalog) : null;

        // Who asks for wide lines gets them; the other formats are for programs, which break no line.
        Terminal? fitting = options is { Format: "text", Shape: not TableShape.Wide } ? terminal : null;
        TextWriter text = fitting?.Fitted(output) ?? output;
        TextWriter remarks = options.Format == "text" ? text : errors;
        if (options.IsSample) remarks.WriteLine($"{Sample.Introduction}\n");
        List<ImportReport> imports = [];
        List<FactSource> facts = [.. sources.Select(tables => Together([.. tables.Select(source => (source.Table, Load(source)))]))];

        string? published = options.Benchmarks ?? (options.IsSample ? Sample.Benchmarks : null);
        BenchmarkSet? benchmarks = published is null ? null : ReadBenchmarks(published, catalog);

        IReadOnlyList<Section> sections = [.. question.Queries(facts).Select(asked => new Section(asked.Title, Read(facts, asked.Query)))];
        Reading[] explained = [.. options.Explained.Select(cell => cell.FindIn(sections))];
        if (explained.Length == 0 && options.Format is "text" or "html") explained = [WorthExplaining(sections[0].Table, options.IsSample)];

        Dictionary<KpiQuery, KpiTable> read = [];
        List<string> unread = [];
        IReadOnlyList<GoalEvaluation> goals = plan is null ? [] : GoalSection.Evaluate(plan, options.AsOf!.Value, FiguresOf);
        IReadOnlyList<ObjectiveEvaluation> objectives = plan is null ? [] : GoalSection.EvaluateObjectives(plan, options.AsOf!.Value, FiguresOf);

        IReadOnlyList<Kpi> judged = question.Judged(facts);
        KpiTable history = options.Dense && judged.Count > 0 ? Read(facts, question.WithRows(facts)) : sections[0].Table;
        IReadOnlyList<Standing> standings = Judgement.Of(
            history, judged, benchmarks, options is { IsSample: true, Benchmarks: null } ? Sample.Cohort : options.Cohort, part => Read(facts, question.Over(part, history, judged)));
        Findings findings = question.Drivers(facts) is var (kpis, driven) ? Driven(kpis, Read(facts, driven)) : new Findings(judged.Count > 0, standings, null, [], judged.Count > 0 ? PeriodBefore.WhyNone(history) : null);

        if (options.Format == "json") WriteJson(sections[0].Table, output);
        else if (options.Format == "html") output.WriteLine(Page.Of(options, sections, findings, [.. goals.Select(goal => goal.ToHtml()), .. objectives.Select(objective => objective.ToHtml())], explained, imports));
        else text.WriteLine(string.Join("\n\n", sections.Select(section => Write(section, options, terminal))));
        if (options.Format != "html") PrintMore();

        // What cannot be read is told once everything else has been.
        if (unread.Count > 0) throw new OptionException($"--goals: {string.Join("; ", unread)}");

        Findings Driven(Kpi[] kpis, KpiTable table) => new(judged.Count > 0, standings, table.Query, ChangeDrivers.Of(table, kpis), PeriodBefore.WhyNone(table));

        void PrintMore()
        {
            if (!findings.IsEmpty) (options.Format == "markdown" ? output : remarks).WriteLine($"\n{findings.Write(options.Format, options.Format is "text" or "markdown" ? fitting : terminal.Errors)}");
            if (goals.Count + objectives.Count > 0) text.WriteLine($"\n{GoalSection.Write(goals, objectives, options.AsOf!.Value, options.Format == "markdown")}");
            if (explained.Length == 0) return;
            remarks.WriteLine($"\n{(explained.Length == 1 ? "How one of these" : "How some of these")} came about:");
            foreach (Reading reading in explained) remarks.WriteLine($"\n{reading.Explain()}");
        }

        // Goals and key results of one KPI and the same parts are evaluated from one table.
        KpiTable? FiguresOf(Goal goal)
        {
            try
            {
                KpiQuery query = question.For(goal);
                if (!read.TryGetValue(query, out KpiTable? table)) read.Add(query, table = Read(facts, query));
                return table;
            }
            catch (OptionException problem)
            {
                unread.Add($"{goal}: it cannot be read, as {problem.Message}");
                return null;
            }
        }

        Facts Load(Source source)
        {
            CsvImport import = ReadFile(source, options.Strict, terminal);
            imports.Add(import.Report);
            Tell(import.Report, remarks);
            return import.Facts;
        }
    }

    /// <summary>One answer over all files: their states are merged cell by cell, so the totals are those of all rows.</summary>
    private static KpiTable Read(List<FactSource> facts, KpiQuery query)
    {
        try
        {
            return facts.Select(source => source.Read(query)).Aggregate((all, next) => all.Merge(next));
        }
        catch (DefinitionException problem)
        {
            // The files have been read: what they lack for the query was asked for on the command line.
            throw new OptionException(string.Join("; ", problem.Issues));
        }
    }

    private static BenchmarkSet ReadBenchmarks(string file, Catalog catalog)
    {
        if (!file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return CsvBenchmarks.Read(file, catalog);
        try
        {
            return BenchmarkSet.Parse(File.ReadAllText(file), catalog);
        }
        catch (BenchmarkException problem)
        {
            throw new IOException($"{DisplayText.Name(file)}: {problem.Message}", problem);
        }
    }

    private static FactSource Together((string Name, Facts Facts)[] tables) => tables.Length == 1 ? tables[0].Facts : FactTables.Of(tables);

    /// <summary>A long file says how far it has come, where somebody watches.</summary>
    private static CsvImport ReadFile(Source source, bool strict, Terminal terminal)
    {
        // Its name alone: where a file lies on one machine is not part of a report.
        if (terminal.Progress is null || new FileInfo(source.File).Length < LongFile)
        {
            using FileStream file = File.OpenRead(source.File);
            return CsvFacts.Read(file, source.Mapping, strict, Path.GetFileName(source.File));
        }

        using ProgressStream stream = new(File.OpenRead(source.File), Path.GetFileName(source.File), terminal.Progress, terminal.Width ?? UsualWidth);
        return CsvFacts.Read(stream, source.Mapping, strict, Path.GetFileName(source.File));
    }

    private static void Tell(ImportReport report, TextWriter remarks)
    {
        remarks.WriteLine($"{DisplayText.Name(report.File)}: {report.RowsRead} rows read, {report.RowsAccepted} accepted, {report.RowsRejected} rejected, {report.DuplicatesDropped} duplicates dropped");
        foreach (string note in report.Notes) remarks.WriteLine($"  {DisplayText.Visible(note)}");
        foreach (Rejection rejection in report.Rejections.Take(MostRejections)) remarks.WriteLine($"  rejected: {rejection}");
        if (report.RowsRejected > MostRejections) remarks.WriteLine($"  and {report.RowsRejected - MostRejections} more rejected");
        remarks.WriteLine();
        if (report is { RowsAccepted: 0, RowsRejected: > 0 }) throw new IOException($"{DisplayText.Name(report.File)}: none of its {report.RowsRead} rows can be read; the first: {report.Rejections[0]}");
    }

    private static Source[][] Sources(Options options)
    {
        CsvMapping[] mappings = [.. options.Maps.Select(map => CsvMapping.Load(map))];
        return [.. options.Files.Select((file, index) => new[] { new Source("facts", file, mappings[mappings.Length == 1 ? 0 : index]) })];
    }

    /// <summary>The standard catalogue with the measures of the mappings and the KPIs of the command line.</summary>
    private static Catalog CatalogOf(Options options, IEnumerable<Source> sources)
    {
        Catalog catalog = Catalog.Standard.With(sources.SelectMany(source => source.Mapping.Measures).Distinct(), []);
        foreach (Definition definition in options.Definitions)
        {
            Kpi kpi = definition.In(catalog);
            catalog = catalog.FindKpi(kpi.Id) is null
                ? catalog.With([], [kpi])
                : throw new OptionException($"--define {kpi.Id}: there is a KPI of this id already; give yours another");
        }

        return catalog;
    }

    private static string Write(Section section, Options options, Terminal terminal)
    {
        KpiTable table = section.Table;
        return options.Format switch
        {
            "csv" => table.ToCsv().TrimEnd('\r', '\n'),
            "markdown" => $"{(section.Title is null ? "" : $"## {section.Title}\n\n")}{table.ToMarkdown(options.Shape ?? TableShape.Wide).TrimEnd('\r', '\n')}",
            _ => $"{(section.Title is null ? "" : $"{section.Title}\n\n")}{Text(table, options.Shape, terminal).TrimEnd('\r', '\n')}",
        };
    }

    /// <summary>In the form that was asked for; else one column a KPI where that fits, or else in the narrower form.</summary>
    private static string Text(KpiTable table, TableShape? asked, Terminal terminal)
    {
        if (asked != TableShape.Wide && terminal.Fitting is { } width) return table.ToText(asked ?? TableShape.Wide, width: width);
        if (asked is { } shape) return table.ToText(shape);
        string wide = table.ToText();
        if (WidthOf(wide) <= (terminal.Width ?? WidestText)) return wide;
        string narrow = table.ToText(TableShape.Narrow);
        return WidthOf(wide) <= WidthOf(narrow) ? wide : narrow;

        // The header is as wide as the table: its last column stands to the right.
        static int WidthOf(string text) => text.IndexOf('\n', StringComparison.Ordinal);
    }

    private static void WriteJson(KpiTable table, StreamWriter output)
    {
        output.Flush();
        table.WriteJson(output.BaseStream);
        output.WriteLine();
    }

    /// <summary>The figure to explain when none is named: one with a caveat in the sample, the first that is calculated in other data.</summary>
    private static Reading WorthExplaining(KpiTable table, bool isSample)
    {
        bool ownTable = isSample && table.Query.Kpis.Contains(Kpis.CostPerClick) && table.Query.Grain == Grain.Month && table.Query.Dimensions is ["platform"];
        return ownTable
            ? table[Kpis.CostPerClick, Timeframe.Month(2026, 4), Segment.Of("platform", "facebook")]
            : table.Total.Readings.FirstOrDefault(reading => reading.HasValue && reading.Kpi.Formula is not Measure) ?? table.Total.Readings[0];
    }
}
