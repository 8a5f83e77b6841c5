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

    public static void Print(Options options, TextWriter output, TextWriter notes)
    {
        bool isSample = options.Files.Count == 0;
        IReadOnlyList<(string File, CsvMapping Mapping)> sources = isSample ? SampleSources() : Sources(options);
        TextWriter remarks = options.Format == "text" ? output : notes;
        if (isSample) remarks.WriteLine("The sample's own data, written for it: two files, three platforms, six months.\n");

        List<Facts> facts = [];
        foreach ((string file, CsvMapping mapping) in sources)
        {
            CsvImport import = CsvFacts.Read(file, mapping, options.Strict);
            facts.Add(import.Facts);
            WriteAccount(import.Report, remarks);
        }

        KpiTable table = Read(facts, QueryOf(options, isSample, facts, [.. sources.SelectMany(source => source.Mapping.Measures)]));
        output.WriteLine(Write(table, options).TrimEnd('\r', '\n'));
        if (options.Format == "text") output.WriteLine($"\nHow one of these came about:\n\n{Explained(table, isSample).Explain()}");
    }

    /// <summary>What became of every row of a file, and what was assumed on the way.</summary>
    private static void WriteAccount(ImportReport report, TextWriter remarks)
    {
        remarks.WriteLine($"{Path.GetFileName(report.File)}: {report.RowsRead} rows read, {report.RowsAccepted} accepted, {report.RowsRejected} rejected, {report.DuplicatesDropped} duplicates dropped");
        foreach (string note in report.Notes) remarks.WriteLine($"  {note}");
        foreach (Rejection rejection in report.Rejections.Take(MostRejections)) remarks.WriteLine($"  rejected: {rejection}");
        if (report.RowsRejected > MostRejections) remarks.WriteLine($"  and {report.RowsRejected - MostRejections} more rejected");
        remarks.WriteLine();
    }

    /// <summary>One answer over all files: their states are merged cell by cell, so the totals are those of all rows.</summary>
    private static KpiTable Read(List<Facts> facts, KpiQuery query) =>
        facts.Select(source => source.Read(query)).Aggregate((all, next) => all.Merge(next));

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

    private static KpiQuery QueryOf(Options options, bool isSample, List<Facts> facts, IReadOnlyList<Measure> measures)
    {
        Catalog catalog = Catalog.Standard.With(measures, []);
        Kpi[] own = [.. options.Definitions.Select(text => Definition.Read(text, catalog))];
        catalog = catalog.With([], own);

        Kpi[] chosen = options.Kpis.Count > 0
            ? [.. options.Kpis.Select(id => catalog.FindKpi(id) ?? throw new OptionException($"--kpi {id}: there is no such KPI; there are {string.Join(", ", catalog.Kpis.Select(kpi => kpi.Id))}"))]
            : own.Length > 0 ? own
            : isSample ? SampleKpis
            : [.. catalog.Kpis.Where(kpi => facts.All(source => source.CanFeed(kpi)))];
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
            case "json": return table.ToJson();
            case "markdown": return table.ToMarkdown(options.Shape ?? TableShape.Wide);
            default:
                string wide = table.ToText();
                bool fits = wide.AsSpan().IndexOf('\n') <= WidestText;
                return options.Shape == TableShape.Wide || (options.Shape is null && fits) ? wide : table.ToText(TableShape.Narrow);
        }
    }

    private static Reading Explained(KpiTable table, bool isSample)
    {
        bool ownTable = isSample && table.Query.Kpis.Contains(Kpis.CostPerClick) && table.Query.Grain == Grain.Month && table.Query.Dimensions is ["platform"];
        return ownTable
            ? table[Kpis.CostPerClick, Timeframe.Month(2026, 4), Segment.Of("platform", "facebook")]
            : table.Total.Readings[0];
    }
}
