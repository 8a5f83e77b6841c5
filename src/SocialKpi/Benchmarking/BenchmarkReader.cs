using System.Globalization;

namespace SocialKpi;

/// <summary>Makes benchmarks of rows. Rows that differ in nothing but their figure are one benchmark. All issues are collected.</summary>
/// <param name="definitions">Which KPI is meant by what a source says.</param>
/// <param name="issues">What is known to be wrong with the rows already.</param>
internal sealed class BenchmarkReader(BenchmarkDefinitions definitions, List<BenchmarkIssue> issues)
{
    /// <summary>Of a SHA-256 in hexadecimal digits.</summary>
    private const int HashLength = 64;

    private static readonly Dictionary<string, Verification> Verifications =
        Enum.GetValues<Verification>().ToDictionary(MachineText.Code, StringComparer.Ordinal);

    private readonly HashSet<(int?, string?)> _wrongBefore = [.. issues.Select(issue => (issue.Row, issue.Field))];
    private readonly HashSet<int?> _wrongRows = [.. issues.Select(issue => issue.Row)];
    private int _number;
    private BenchmarkRow _row = new([]);

    /// <exception cref="BenchmarkException">A row cannot be used; all issues of all rows are listed.</exception>
    public IReadOnlyList<Benchmark> Read(IReadOnlyList<BenchmarkRow?> rows)
    {
        List<(int Number, Benchmark Head, BenchmarkFigure Figure)> figures = [];
        for (_number = 0; _number < rows.Count; _number++)
        {
            if (rows[_number] is not { } row) continue;
            _row = row;
            if (ReadRow() is var (head, figure)) figures.Add((_number, head, figure));
        }

        List<Benchmark> benchmarks = [];
        foreach (IGrouping<object, (int Number, Benchmark Head, BenchmarkFigure Figure)> same in figures.GroupBy(row => BenchmarkRules.HeadOf(row.Head, [row.Figure])))
        {
            (int Number, Benchmark Head, BenchmarkFigure Figure)[] group = [.. same];
            BenchmarkFigure[] own = [.. group.Select(row => row.Figure)];
            issues.AddRange(BenchmarkRules.Problems(own).Select(problem => new BenchmarkIssue(group[^1].Number, null, $"of {group[0].Head}, {problem}.")));
            benchmarks.Add(group[0].Head.WithFigures(own));
        }

        return issues.Count == 0 ? benchmarks : throw new BenchmarkException([.. issues.OrderBy(issue => issue.Row)]);
    }

    private (Benchmark Head, BenchmarkFigure Figure)? ReadRow()
    {
        int before = issues.Count;
        foreach (string name in _row.Names.Where(name => !BenchmarkRow.KnownNames.Contains(name)))
            Issue(name, $"is not known here.{(Nearest.Of(name, BenchmarkRow.KnownNames) is { } nearest ? $" Did you mean '{nearest}'?" : "")} Known are: {string.Join(", ", BenchmarkRow.KnownNames)}.");

        Kpi? kpi = FindKpi();
        string source = Needed("source") ?? "";
        Statistic statistic = ReadStatistic();
        decimal value = ReadValue();
        (Unit? unit, decimal factor, string unitText) = ReadUnit(kpi);
        Verification verification = ReadVerification();
        Cohort cohort = ReadCohort();
        Timeframe? published = ReadPublished();
        if (issues.Count > before || _wrongRows.Contains(_number)) return null;

        string hash = _row["hash"] ?? kpi?.Hash ?? "";
        Benchmark head = new(kpi?.Id ?? _row["metric"]!, hash.Length > 0 ? hash : null, unit, [], source)
        {
            Definition = _row["metric_definition"] ?? kpi?.Formula.ToString() ?? "",
            Cohort = cohort,
            Period = _row["period"] is { } period ? BenchmarkTime.Read(period) : null,
            PeriodText = _row["period"] ?? "",
            Published = published,
            Sample = _row["sample"] ?? "",
            SampleSize = SampleText.Accounts(_row["sample"] ?? ""),
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
        Kpi? defined = _row["metric_definition"] is { } definition ? definitions.Find(definition) : null;
        if (_row["hash"] is { } hash && !(hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower)))
            Issue("hash", $"'{hash}' is not the hash of a definition: it has {HashLength.ToString(CultureInfo.InvariantCulture)} lower-case hexadecimal digits; leave it out for the catalogue's own definition.");
        if (_row["kpi"] is not { } id)
        {
            if (_row["hash"] is not null) Issue("hash", "is the hash of a KPI that is not named; name it with 'kpi'.");
            if (_row["metric"] is null && !IsKnownWrong("metric")) Missing("kpi", "is missing: name a KPI by its id in the catalogue, or with 'metric' what the source calls its figure.");
            return defined;
        }

        Kpi? kpi = definitions.Catalog.FindKpi(id);
        if (kpi is null) Issue("kpi", $"'{id}' is no KPI of the catalogue.{(Nearest.Of(id, definitions.Catalog.Kpis.Select(known => known.Id)) is { } nearest ? $" Did you mean '{nearest}'?" : "")}");
        else if (defined is not null && defined.Id != kpi.Id) Issue("metric_definition", $"'{_row["metric_definition"]}' is {defined.Id}, and the row names {kpi.Id}; leave out the one that is not meant.");
        return kpi;
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

    /// <summary>Who names a KPI by its id gives its figures in its unit; a source that uses words of its own may have a unit of its own too, which is kept.</summary>
    private (Unit? Unit, decimal Factor, string Text) ReadUnit(Kpi? kpi)
    {
        if (Needed("unit") is not { } text) return (null, 1, "");
        (Unit Unit, decimal Factor)? read = BenchmarkUnit.Read(text);
        if (kpi is null) return (read?.Unit, read?.Factor ?? 1, text);
        if (read is var (found, factor) && BenchmarkUnit.For(kpi, found) is { } unit) return (unit, factor, text);
        if (_row["kpi"] is null) return (null, 1, text);
        if (read is null) Issue("unit", $"'{text}' is no unit; write {BenchmarkUnit.Known}.");
        else Issue("unit", $"'{text}' is no unit of {kpi.Id}, which is in {kpi.Unit}.");
        return (null, 1, text);
    }

    /// <summary>Unlike a period, of which sources write in words, it has no other place where it could be read.</summary>
    private Timeframe? ReadPublished()
    {
        if (_row["published"] is not { } text) return null;
        Timeframe? published = BenchmarkTime.Read(text);
        if (published is null) Issue("published", $"'{text}' is not a time; write 2026, 2026-Q1, 2026-03 or 2026-03-05, or leave it out.");
        return published;
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
        if (Cohort.Named(followers) is { } text)
        {
            if (FollowerBand.TryParse(text, out FollowerBand read)) band = read;
            else Issue(_row["followers"] is null ? "segment" : "followers", $"'{text}' is no follower band; write 10K-50K, 0-1K or 500K+.");
        }

        return Cohort.Of(_row["platform"], _row["industry"], band, format, _row["region"]);
    }

    private string? Needed(string field)
    {
        if (_row[field] is { } text) return text;
        Missing(field, "is missing.");
        return null;
    }

    /// <summary>A field that is known to be wrong is not called missing as well.</summary>
    private void Missing(string field, string message)
    {
        if (!IsKnownWrong(field)) Issue(field, message);
    }

    private bool IsKnownWrong(string field) => _wrongBefore.Contains((_number, field));

    private void Issue(string? field, string message) => issues.Add(new BenchmarkIssue(_number, field, message));
}
