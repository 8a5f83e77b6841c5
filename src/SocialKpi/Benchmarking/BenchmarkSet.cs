using System.Globalization;

namespace SocialKpi;

/// <summary>
/// Published benchmarks of many KPIs and cohorts. A reading is compared with those of the cohort that fits it best; what was
/// given up to find one is said.
/// </summary>
/// <remarks>
/// A source that names a known variant is compared with readings of that variant alone. One that does not is loaded as
/// unspecified, and every comparison with it is refused and shows its own words. Immutable and thread-safe.
/// </remarks>
public sealed class BenchmarkSet
{
    private BenchmarkSet(IReadOnlyList<Benchmark> benchmarks) => Benchmarks = benchmarks;

    /// <summary>The benchmarks, in the order of their first figures.</summary>
    public IReadOnlyList<Benchmark> Benchmarks { get; }

    /// <summary>A set of benchmarks that exist already.</summary>
    /// <exception cref="BenchmarkException">Two say the same of one KPI, source, time and cohort or segment, or contradict each other; all issues are listed.</exception>
    public static BenchmarkSet Of(params IEnumerable<Benchmark> benchmarks)
    {
        ArgumentNullException.ThrowIfNull(benchmarks);
        Benchmark[] given = [.. benchmarks];
        foreach (Benchmark benchmark in given) ArgumentNullException.ThrowIfNull(benchmark, nameof(benchmarks));
        BenchmarkIssue[] issues = [.. BenchmarkRules.Problems(given).Select(problem => new BenchmarkIssue(null, null, problem))];
        return issues.Length == 0 ? new BenchmarkSet(given) : throw new BenchmarkException(issues);
    }

    /// <summary>Reads JSON: an array of objects with the names of <see cref="BenchmarkRow"/>.</summary>
    /// <param name="json">The text; comments are allowed.</param>
    /// <param name="catalog">Where KPIs are looked up; null for <see cref="Catalog.Standard"/>.</param>
    /// <param name="variants">What a source means: its definition, word for word, and the KPI that it is.</param>
    /// <exception cref="BenchmarkException">The text cannot be used; all its issues are listed, each with its JSON path.</exception>
    public static BenchmarkSet Parse(string json, Catalog? catalog = null, IReadOnlyDictionary<string, Kpi>? variants = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        List<BenchmarkIssue> issues = [];
        return Read(BenchmarkJson.Read(json, issues), issues, catalog, variants);
    }

    /// <summary>Makes benchmarks of rows, from wherever they were read. Rows that differ in nothing but their figure are one benchmark; a single figure of somebody who is named is one of its own.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="catalog">Where KPIs are looked up; null for <see cref="Catalog.Standard"/>.</param>
    /// <param name="variants">What a source means: its definition, word for word, and the KPI that it is.</param>
    /// <exception cref="BenchmarkException">A row cannot be used; all issues of all rows are listed.</exception>
    public static BenchmarkSet FromRows(IEnumerable<BenchmarkRow> rows, Catalog? catalog = null, IReadOnlyDictionary<string, Kpi>? variants = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        BenchmarkRow[] given = [.. rows];
        foreach (BenchmarkRow row in given) ArgumentNullException.ThrowIfNull(row, nameof(rows));
        return Read(given, [], catalog, variants);
    }

    /// <summary>
    /// Compares a reading with every source that speaks of its KPI for an account of a cohort: of each source and definition, and of each who is named, among the
    /// figures that can be compared, the cohort that fits best (of nested follower bands the narrowest), and of that the latest that is not of a later time than the reading. What fits better and is refused is passed over,
    /// which a note says.
    /// </summary>
    /// <param name="reading">The reading.</param>
    /// <param name="cohort">Of whom the reading is; when left out, what its segment says (<see cref="Cohort.Of(Segment)"/>).</param>
    /// <param name="rules">What is demanded; <see cref="ComparisonRules.Default"/> when left out.</param>
    /// <returns>
    /// One standing a source, and one for each whose own figure it names, those that are compared first, then by how little was given up and by source. A source that calls its
    /// figure by a name of the KPI, but names no variant, is there too and refused; so is one that has nothing but another variant. One
    /// refused standing alone when no source speaks of the KPI.
    /// </returns>
    public IReadOnlyList<Standing> Compare(Reading reading, Cohort? cohort = null, ComparisonRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        Cohort wanted = cohort ?? Cohort.Of(reading.Segment);
        ComparisonRules demanded = rules ?? ComparisonRules.Default;
        Benchmark[] named = [.. Benchmarks.Where(benchmark => Names(benchmark, reading.Kpi))];
        CohortMatch[] matches = [.. named.Select(benchmark => CohortMatch.Of(reading, benchmark, wanted, demanded)).OfType<CohortMatch>()];
        HashSet<string> exact = [.. matches.Where(match => match.Benchmark.KpiId == reading.Kpi.Id).Select(match => match.Benchmark.Source)];
        Standing[] standings = [.. matches
            .Where(match => !(IsOtherVariant(match.Benchmark, reading.Kpi) && exact.Contains(match.Benchmark.Source)))
            .GroupBy(match => (match.Benchmark.Source, match.Benchmark.KpiHash, match.Benchmark.Definition, match.Owner))
            .SelectMany(same => CohortMatch.Best(same, demanded))
            .OrderBy(match => match.Standing.IsRefused).ThenBy(match => match.Cost).ThenBy(match => match.Benchmark.Source, StringComparer.Ordinal)
            .Select(match => match.Standing)];
        return standings.Length > 0 ? standings : [new Standing(reading, new Refusal(RefusalReason.NoReference, Lack(reading.Kpi, named, wanted, demanded)))];
    }

    /// <summary>How many there are, of what and from whom, in one line: <c>12 benchmarks of 3 KPIs from Emplifi; Rival IQ</c>.</summary>
    public override string ToString()
    {
        int kpis = Benchmarks.Select(benchmark => benchmark.KpiId).Distinct().Count();
        string count = string.Create(CultureInfo.InvariantCulture, $"{Benchmarks.Count:N0} {(Benchmarks.Count == 1 ? "benchmark" : "benchmarks")}");
        return Benchmarks.Count == 0 ? count : DisplayText.Visible(string.Create(
            CultureInfo.InvariantCulture, $"{count} of {kpis:N0} {(kpis == 1 ? "KPI" : "KPIs")} from {Listed(Benchmarks.Select(benchmark => benchmark.ShownSource))}"));
    }

    private static BenchmarkSet Read(IReadOnlyList<BenchmarkRow?> rows, List<BenchmarkIssue> issues, Catalog? catalog, IReadOnlyDictionary<string, Kpi>? variants) =>
        new(new BenchmarkReader(new BenchmarkDefinitions(catalog ?? Catalog.Standard, variants), issues).Read(rows));

    /// <summary>Whether a source speaks of a KPI: by its id or that of another variant, or without naming a variant by any of its names.</summary>
    private static bool Names(Benchmark benchmark, Kpi kpi) => benchmark.KpiId == kpi.Id
        || KpiNames.IsCalled(kpi, benchmark.IsSpecified ? benchmark.KpiId.Split('.')[0] : benchmark.KpiId);

    private static bool IsOtherVariant(Benchmark benchmark, Kpi kpi) => benchmark.IsSpecified && benchmark.KpiId != kpi.Id;

    private static string Lack(Kpi kpi, Benchmark[] named, Cohort wanted, ComparisonRules rules)
    {
        string others = Listed(named.Where(benchmark => IsOtherVariant(benchmark, kpi)).Select(benchmark => benchmark.KpiId));
        string variants = others.Length == 0 ? "" : $"; other variants are there: {others}";
        string cohorts = Listed(named.Where(benchmark => !IsOtherVariant(benchmark, kpi)).Select(benchmark => benchmark.Cohort.ToString()));
        string[] kept = [.. named.Where(benchmark => !IsOtherVariant(benchmark, kpi)).SelectMany(benchmark => benchmark.Cohort.RelaxedFor(wanted) ?? []).Where(rules.Kept.Contains).Distinct().Order().Select(MachineText.Code)];
        string wider = kept.Length == 0 ? "" : $"; the {string.Join(" and ", kept)} of a cohort must be met; ComparisonRules.Keeping() without {(kept.Length == 1 ? "it" : "them")} allows a wider one";
        return cohorts.Length == 0 ? $"no benchmark is of {kpi.Id}{variants}" : $"no benchmark of {kpi.Id} is of this cohort ({wanted}); there are: {cohorts}{wider}{variants}";
    }

    private static string Listed(IEnumerable<string> names)
    {
        const int most = 5;
        string[] different = [.. names.Distinct()];
        return $"{string.Join("; ", different.Take(most))}{(different.Length > most ? "; and others" : "")}";
    }
}
