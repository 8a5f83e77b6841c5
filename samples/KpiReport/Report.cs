using SocialKpi;
using SocialKpi.Import;

namespace KpiReport;

/// <summary>From files to a printed table: read each file into facts, answer one query from each, merge the answers.</summary>
internal static class Report
{
    private const int WidestText = 160;
    private const int MostRejections = 20;

    /// <summary>What the sample shows of its own data.</summary>
    private static readonly Kpi[] SampleKpis =
    [
        Kpis.ImpressionCount, Kpis.EngagementRateByPostReachLikesCommentsSharesSaves, Kpis.ClickThroughRate,
        Kpis.CostPerClick, Kpis.ConversionRate, Kpis.ReturnOnInvestment,
    ];

    private static readonly string[] SampleFiles = ["posts-eur", "posts-usd"];

    public static void Print(Options options, StreamWriter output, TextWriter errors)
    {
        bool isSample = options.Files.Count == 0;
        IReadOnlyList<(string File, CsvMapping Mapping)> sources = isSample ? SampleSources() : Sources(options);
        Catalog catalog = CatalogOf(options, sources);
        Kpi[] asked = [.. options.Kpis.Select(id => catalog.FindKpi(id) ?? throw new OptionException($"--kpi {id}: there is no such KPI; there are {string.Join(", ", catalog.Kpis.Select(kpi => kpi.Id))}"))];

        TextWriter remarks = options.Format == "text" ? output : errors;
        if (isSample) remarks.WriteLine("The sample's own data, written for it: two files, three platforms, six months.\n");
        List<Facts> facts = [.. sources.Select(source => ReadFile(source.File, source.Mapping, options.Strict, remarks))];

        KpiTable table = Read(facts, QueryOf(options, isSample, facts, catalog, asked));
        if (options.Format == "json") WriteJson(table, output);
        else output.WriteLine(Write(table, options).TrimEnd('\r', '\n'));
        if (options.Format == "text") output.WriteLine($"\nHow one of these came about:\n\n{Explained(table, isSample).Explain()}");
    }

    /// <summary>One answer over all files: their states are merged cell by cell, so the totals are those of all rows.</summary>
    private static KpiTable Read(List<Facts> facts, KpiQuery query)
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

    private static Facts ReadFile(string file, CsvMapping mapping, bool strict, TextWriter remarks)
    {
        CsvImport import = CsvFacts.Read(file, mapping, strict);
        ImportReport report = import.Report;
        remarks.WriteLine($"{Path.GetFileName(report.File)}: {report.RowsRead} rows read, {report.RowsAccepted} accepted, {report.RowsRejected} rejected, {report.DuplicatesDropped} duplicates dropped");
        foreach (string note in report.Notes) remarks.WriteLine($"  {note}");
        foreach (Rejection rejection in report.Rejections.Take(MostRejections)) remarks.WriteLine($"  rejected: {rejection}");
        if (report.RowsRejected > MostRejections) remarks.WriteLine($"  and {report.RowsRejected - MostRejections} more rejected");
        remarks.WriteLine();
        return report is { RowsAccepted: 0, RowsRejected: > 0 }
            ? throw new IOException($"{file}: none of its {report.RowsRead} rows can be read; the first: {report.Rejections[0]}")
            : import.Facts;
    }

    private static (string, CsvMapping)[] SampleSources()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "data");
        return [.. SampleFiles.Select(name => (Path.Combine(folder, $"{name}.csv"), CsvMapping.Load(Path.Combine(folder, $"{name}.json"))))];
    }

    private static (string, CsvMapping)[] Sources(Options options)
    {
        CsvMapping[] mappings = [.. options.Maps.Select(map => CsvMapping.Load(map))];
        return [.. options.Files.Select((file, index) => (file, mappings[mappings.Length == 1 ? 0 : index]))];
    }

    /// <summary>The standard catalogue with the measures of the mappings and the KPIs of the command line.</summary>
    private static Catalog CatalogOf(Options options, IReadOnlyList<(string File, CsvMapping Mapping)> sources)
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

    private static KpiQuery QueryOf(Options options, bool isSample, List<Facts> facts, Catalog catalog, Kpi[] asked)
    {
        Kpi[] chosen = asked.Length > 0 ? asked
            : options.Definitions.Count > 0 ? [.. options.Definitions.Select(definition => catalog.FindKpi(definition.Id)!)]
            : isSample ? SampleKpis
            : [.. catalog.Kpis.Where(kpi => facts.All(source => source.Lacks(kpi).Count == 0))];
        if (chosen.Length == 0) throw new OptionException("the files can feed no KPI of the catalogue; define one with --define");

        KpiQuery query = KpiQuery.Of(chosen).During(options.During);
        if (isSample && options is { Grain: null, Dimensions.Count: 0 }) query = query.By(Grain.Month).By("platform");
        if (options.Grain is { } grain) query = query.By(grain);
        foreach (string dimension in options.Dimensions) query = query.By(dimension);
        foreach (Condition filter in options.Filters) query = query.Where(filter);
        return options.Independent ? query.SummingIndependently() : query;
    }

    private static string Write(KpiTable table, Options options)
    {
        switch (options.Format)
        {
            case "csv": return table.ToCsv();
            case "markdown": return table.ToMarkdown(options.Shape ?? TableShape.Wide);
            default:
                string wide = table.ToText();
                bool fits = wide.AsSpan().IndexOf('\n') <= WidestText;
                return options.Shape == TableShape.Wide || (options.Shape is null && fits) ? wide : table.ToText(TableShape.Narrow);
        }
    }

    private static void WriteJson(KpiTable table, StreamWriter output)
    {
        output.Flush();
        table.WriteJson(output.BaseStream);
        output.WriteLine();
    }

    /// <summary>The figure to explain: one with a caveat in the sample, the first that is calculated in other data.</summary>
    private static Reading Explained(KpiTable table, bool isSample)
    {
        bool ownTable = isSample && table.Query.Kpis.Contains(Kpis.CostPerClick) && table.Query.Grain == Grain.Month && table.Query.Dimensions is ["platform"];
        return ownTable
            ? table[Kpis.CostPerClick, Timeframe.Month(2026, 4), Segment.Of("platform", "facebook")]
            : table.Total.Readings.FirstOrDefault(reading => reading.Kpi.Formula is not Measure) ?? table.Total.Readings[0];
    }
}
