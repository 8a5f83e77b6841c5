using System.Globalization;

namespace SocialKpi;

/// <summary>Makes benchmarks of rows. Rows that differ in nothing but their figure are one benchmark. All issues are collected.</summary>
internal sealed class BenchmarkReader(BenchmarkDefinitions definitions)
{
    private static readonly string[] ForAll = ["all", "all networks", "all platforms", "all industries", "all formats", "all regions"];

    private static readonly Dictionary<string, Verification> Verifications =
        Enum.GetValues<Verification>().ToDictionary(MachineText.Code, StringComparer.Ordinal);

    private readonly List<BenchmarkIssue> _issues = [];
    private int _number;
    private BenchmarkRow _row = new([]);

    /// <exception cref="BenchmarkException">A row cannot be used; all issues of all rows are listed.</exception>
    public IReadOnlyList<Benchmark> Read(IReadOnlyList<BenchmarkRow> rows)
    {
        List<(int Number, Benchmark Head, BenchmarkFigure Figure)> figures = [];
        for (_number = 0; _number < rows.Count; _number++)
        {
            _row = rows[_number];
            if (ReadRow() is var (head, figure)) figures.Add((_number, head, figure));
        }

        List<Benchmark> benchmarks = [];
        foreach (IGrouping<object, (int Number, Benchmark Head, BenchmarkFigure Figure)> same in figures.GroupBy(row => KeyOf(row.Head)))
        {
            (int Number, Benchmark Head, BenchmarkFigure Figure)[] group = [.. same];
            BenchmarkFigure[] own = [.. group.Select(row => row.Figure)];
            _issues.AddRange(BenchmarkRules.Problems(own).Select(problem => new BenchmarkIssue(group[^1].Number, null, $"of {group[0].Head}, {problem}.")));
            benchmarks.Add(group[0].Head.WithFigures(own));
        }

        return _issues.Count == 0 ? benchmarks : throw new BenchmarkException([.. _issues.OrderBy(issue => issue.Row)]);
    }

    private static object KeyOf(Benchmark head) => (
        head.KpiId, head.KpiHash, head.Definition, head.Cohort, head.PeriodText, head.Published, (head.Sample, head.Source, head.Title, head.UnitText));

    private (Benchmark Head, BenchmarkFigure Figure)? ReadRow()
    {
        int before = _issues.Count;
        foreach (string name in _row.Names.Where(name => !BenchmarkRow.KnownNames.Contains(name)))
            Issue(name, $"is not known here.{(Nearest.Of(name, BenchmarkRow.KnownNames) is { } nearest ? $" Did you mean '{nearest}'?" : "")} Known are: {string.Join(", ", BenchmarkRow.KnownNames)}.");

        Kpi? kpi = FindKpi();
        string source = Needed("source") ?? "";
        Statistic statistic = ReadStatistic();
        decimal value = ReadValue();
        (Unit? unit, decimal factor, string unitText) = ReadUnit(kpi);
        Verification verification = ReadVerification();
        Cohort cohort = ReadCohort();
        long? size = long.TryParse(_row["sample"], NumberStyles.None, CultureInfo.InvariantCulture, out long accounts) ? accounts : null;
        if (_issues.Count > before) return null;

        string hash = _row["hash"] ?? kpi?.Hash ?? "";
        Benchmark head = new(kpi?.Id ?? _row["metric"]!, hash.Length > 0 ? hash : null, unit, [], source)
        {
            Definition = _row["metric_definition"] ?? kpi?.Formula.ToString() ?? "",
            Cohort = cohort,
            Period = _row["period"] is { } period ? BenchmarkTime.Read(period) : null,
            PeriodText = _row["period"] ?? "",
            Published = _row["published"] is { } published ? BenchmarkTime.Read(published) : null,
            Sample = _row["sample"] ?? "",
            SampleSize = size,
            UnitText = unitText,
            Title = _row["title"] ?? "",
        };
        try
        {
            return (head, new BenchmarkFigure(statistic, value * factor, _row["peer"] ?? "") { Verification = verification, Via = _row["via"] ?? "", Note = _row["note"] ?? "" });
        }
        catch (OverflowException)
        {
            Issue("value", $"'{_row["value"]}' {unitText} lies outside what a decimal can hold.");
            return null;
        }
    }

    private Kpi? FindKpi()
    {
        if (_row["kpi"] is { } id)
        {
            if (definitions.Catalog.FindKpi(id) is not { } kpi)
                Issue("kpi", $"'{id}' is no KPI of the catalogue.{(Nearest.Of(id, definitions.Catalog.Kpis.Select(known => known.Id)) is { } nearest ? $" Did you mean '{nearest}'?" : "")}");
            else if (_row["hash"] is { } hash && !(hash.Length == kpi.Hash.Length && hash.All(char.IsAsciiHexDigitLower)))
                Issue("hash", $"'{hash}' is not the hash of a definition: it has {kpi.Hash.Length.ToString(CultureInfo.InvariantCulture)} lower-case hexadecimal digits; leave it out for the catalogue's own definition.");
            else
                return kpi;
            return null;
        }

        if (_row["hash"] is not null) Issue("hash", "is the hash of a KPI that is not named; name it with 'kpi'.");
        if (_row["metric"] is null) Issue(null, "it names neither a KPI ('kpi', an id of the catalogue) nor what the source calls its figure ('metric').");
        return _row["metric_definition"] is { } definition ? definitions.Find(definition) : null;
    }

    private Statistic ReadStatistic()
    {
        if (Needed("statistic") is not { } text) return default;
        Statistic statistic = Statistic.Read(text, out string? suggestion);
        if (suggestion is not null) Issue("statistic", $"'{text}' is not known. Did you mean '{suggestion}'?");
        if (_row["peer"] is not null && statistic.Kind is not (StatisticKind.Peer or StatisticKind.Single)) Issue("peer", $"a {statistic} is nobody's own figure; leave the name out, or say \"statistic\": \"peer\".");
        return statistic;
    }

    private decimal ReadValue()
    {
        if (Needed("value") is not { } text) return 0;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value)) return value;
        Issue("value", $"'{text}' is not a number; write it like 1.25, without separators of thousands.");
        return 0;
    }

    private (Unit? Unit, decimal Factor, string Text) ReadUnit(Kpi? kpi)
    {
        if (Needed("unit") is not { } text) return (null, 1, "");
        (Unit Unit, decimal Factor)? read = BenchmarkUnit.Read(text);
        if (kpi is null) return (read?.Unit, read?.Factor ?? 1, text);
        if (read is null) Issue("unit", $"'{text}' is no unit; write {BenchmarkUnit.Known}.");
        else if (BenchmarkUnit.For(kpi, read.Value.Unit) is { } unit) return (unit, read.Value.Factor, text);
        else Issue("unit", $"'{text}' is no unit of {kpi.Id}, which is in {kpi.Unit}.");
        return (null, 1, text);
    }

    private Verification ReadVerification()
    {
        if (_row["verification"] is not { } text) return Verification.NotStated;
        if (Verifications.TryGetValue(text.Replace('-', '_'), out Verification verification)) return verification;
        Issue("verification", $"'{text}' is none of: {string.Join(", ", Verifications.Keys)}.");
        return Verification.NotStated;
    }

    /// <summary>The named traits; a free segment is a follower band where it says so, and else a format.</summary>
    private Cohort ReadCohort()
    {
        string? followers = _row["followers"], format = _row["format"];
        foreach (string part in (_row["segment"] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            bool isBand = part.StartsWith("followers ", StringComparison.Ordinal);
            if ((isBand ? followers : format) is not null) Issue("segment", $"'{part}' is a second {(isBand ? "follower band" : "format")}; name one.");
            else if (isBand) followers = part["followers ".Length..];
            else format = part;
        }

        FollowerBand? band = null;
        if (Trait(followers) is { } text)
        {
            if (FollowerBand.TryParse(text, out FollowerBand read)) band = read;
            else Issue(_row["followers"] is null ? "segment" : "followers", $"'{text}' is no follower band; write 10K-50K, 0-1K or 500K+.");
        }

        return Cohort.Of(Trait(_row["platform"]), Trait(_row["industry"]), band, Trait(format), Trait(_row["region"]));

        static string? Trait(string? text) => text is null || ForAll.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : text;
    }

    private string? Needed(string field)
    {
        if (_row[field] is { } text) return text;
        Issue(field, "is missing.");
        return null;
    }

    private void Issue(string? field, string message) => _issues.Add(new BenchmarkIssue(_number, field, message));
}
