using System.Globalization;
using System.Numerics;

namespace SocialKpi;

/// <summary>The words of findings. They name no row, so that the order of rows changes none of them.</summary>
internal static class QualityText
{
    public static QualityFinding Dropped(int rows) => new(
        QualityKind.DroppedRows, null, Segment.Whole, null, rows, [],
        $"{Rows(rows)} dropped because another row has the same key; refuse duplicates to see which");

    public static string Repeated(int rows, int all, QualityRules rules)
    {
        (string repeat, string equal) = rows == 1 ? ("repeats", "equals") : ("repeat", "equal");
        return rules switch
        {
            { IsDaily: true } => $"{Share(rows, all)} {repeat} a day that another row has, without contradicting it; remove what is double, or {TellApart(rules)}",
            { Entity.Count: > 0 } => $"{Share(rows, all)} {repeat} another row of the same {Named(rules)}, without contradicting it; remove what is double, or give the facts a key",
            _ => $"{Share(rows, all)} {equal} another row in time, all dimensions and all figures; if that is the same thing twice, give the facts a key, else record an id as a dimension",
        };
    }

    public static string Conflicting(string column, string values, QualityRules rules) =>
        $"{column} is {values} at once; keep one of the rows by a key, or {TellApart(rules)}";

    public static string AboveWhole(string parts, string whole, string share, string worst) =>
        $"{parts} is above {whole} on {share}, by up to {worst}, which cannot be; check in the source which columns these are";

    public static string Negative(string column, bool isNet, bool isStock, string share, string least) => isNet
        ? $"{column} is below zero on {share}, down to {least}: a net change, more was taken back than added that day; accepted, so read it over longer periods"
        : $"{column} is below zero on {share}, down to {least}, which {(isStock ? "a stock cannot be; correct the source" : "a count cannot be; correct the source, or say Daily() when it is the net change of a day")}";

    public static string Missing(int days) => $"{Days(days)} without a row, which is not zero; load what is missing before comparing periods";

    public static string Unknown(string column, int days) =>
        $"{column} is not known on {Days(days)}, which is neither zero nor the value before; load what is missing, or start after";

    public static string Jump(string column, string from, string to, string usual, decimal factor) =>
        $"{column} went from {from} to {to} in a day, more than {Write(factor)} times the usual change of {usual}; look for a campaign, a correction or a mistake";

    public static string Describe(QualityKind kind) => kind switch
    {
        QualityKind.DroppedRows => "dropped rows",
        QualityKind.RepeatedRows => "repeated rows",
        QualityKind.ConflictingRows => "conflicting rows",
        QualityKind.PartAboveWhole => "part above whole",
        QualityKind.NegativeCount => "negative count",
        QualityKind.NetCount => "net count",
        QualityKind.MissingDays => "missing days",
        QualityKind.UnknownDays => "unknown days",
        _ => "jump",
    };

    public static string Share(int some, int all) => $"{Write(some)} of {Rows(all)}";

    /// <summary>A figure with its unit and every digit it has.</summary>
    public static string Exact(BigInteger scaled, int decimals, Unit unit)
    {
        decimal value = ExactNumber.ToDecimal(scaled, decimals)!.Value;
        int shown = unit.Kind is UnitKind.Ratio or UnitKind.PercentagePoints ? Math.Max(value.Scale - 2, 0) : value.Scale;
        return new Quantity(value, unit).ToString(string.Create(CultureInfo.InvariantCulture, $"N{shown}"), CultureInfo.InvariantCulture);
    }

    public static Grid Table(QualityReport report)
    {
        bool segments = report.Findings.Any(finding => !finding.Segment.IsWhole), times = report.Findings.Any(finding => finding.When is not null);
        List<GridColumn> columns = [new("finding")];
        if (segments) columns.Add(new("where"));
        if (times) columns.Add(new("when"));
        Grid grid = new([.. columns, new("count", true), new("rows"), new("what", HasSentences: true)]);
        foreach (QualityFinding finding in report.Findings)
        {
            List<string> cells = [Describe(finding.Kind)];
            if (segments) cells.Add(finding.Segment.ToString());
            if (times) cells.Add(finding.When?.ToString() ?? "");
            grid.Add([.. cells, Write(finding.Count), RowNumbers(finding), finding.Message]);
        }

        return grid;
    }

    public static string Summary(QualityReport report) =>
        $"{(report.IsClean ? "no" : Write(report.Count))} {(report.Count == 1 ? "finding" : "findings")} in {Rows(report.RowCount)}; nothing was changed";

    private static string RowNumbers(QualityFinding finding)
    {
        bool hasMore = finding.FirstRows.Count > 0 && finding.Count > finding.FirstRows.Count;
        return string.Join(", ", finding.FirstRows.Select(row => Write(row))) + (hasMore ? ", …" : "");
    }

    private static string TellApart(QualityRules rules) =>
        $"name the dimension that tells them apart{(rules.Entity.Count == 0 ? "" : $" beside {Named(rules)}")} with Per(…)";

    private static string Named(QualityRules rules) => string.Join(" and ", rules.Entity.Select(DisplayText.Name));

    private static string Rows(int rows) => rows == 1 ? "1 row" : $"{Write(rows)} rows";

    private static string Days(int days) => days == 1 ? "1 day" : $"{Write(days)} days";

    private static string Write(decimal number) => number.ToString("#,0.############################", CultureInfo.InvariantCulture);
}
