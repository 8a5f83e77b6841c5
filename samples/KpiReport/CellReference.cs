using System.Text.RegularExpressions;
using SocialKpi;

namespace KpiReport;

/// <summary>A cell named on the command line: <c>click_through_rate 2026-03 platform=linkedin</c>, period and segment optional.</summary>
/// <param name="Text">All of it, as given.</param>
/// <param name="Kpi">The id of the KPI.</param>
/// <param name="Period">The period; null for all of them together.</param>
/// <param name="Values">The values of dimensions as given; empty for the whole.</param>
internal sealed record CellReference(string Text, string Kpi, Timeframe? Period, string Values)
{
    private const string RestText = "(rest)";
    private const int MostNamed = 40;

    /// <summary>The parts of a reference, before it is known which dimensions there are.</summary>
    public static CellReference Split(string text)
    {
        string[] parts = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) throw new OptionException("--explain names no cell; write for instance --explain \"click_through_rate 2026-03 platform=linkedin\"");
        string rest = parts.Length > 1 ? parts[1] : "";
        string[] next = rest.Split(' ', 2, StringSplitOptions.TrimEntries);
        return Timeframe.TryParse(next[0], out Timeframe period)
            ? new CellReference(text, parts[0], period, next.Length > 1 ? next[1] : "")
            : new CellReference(text, parts[0], null, rest);
    }

    /// <summary>The reading in the first of the report's tables that has the cell.</summary>
    public Reading FindIn(IReadOnlyList<Section> sections)
    {
        KpiTable[] tables = [.. sections.Select(section => section.Table).Where(table => table.Query.Kpis.Any(IsAsked))];
        if (tables.Length == 0)
            throw new OptionException($"--explain \"{Text}\": the report has no KPI {Kpi}. KPIs: {Listed(sections.SelectMany(section => section.Table.Query.Kpis).Select(kpi => kpi.Id))}");
        return tables.Select(Find).FirstOrDefault(reading => reading is not null)
            ?? throw new OptionException($"--explain \"{Text}\": the report has {Kpi}, but no such cell. {string.Join(". In the next table: ", tables.Select(Cells))}");
    }

    private bool IsAsked(Kpi kpi) => string.Equals(kpi.Id, Kpi, StringComparison.Ordinal);

    private Reading? Find(KpiTable table)
    {
        if (SegmentIn(table) is not { } segment) return null;
        bool exists = (segment.IsWhole && Period is null)
            || table.Rows.Any(row => (Period is null || row.Period == Period) && (IsPart(row.Segment, segment) || (row.Segment.IsRest && table.Rest.Any(part => IsPart(part, segment)))));
        if (!exists) return null;
        Kpi kpi = table.Query.Kpis.First(IsAsked);
        return Period is { } period ? table[kpi, period, segment] : table[kpi, segment];
    }

    /// <summary>The values by the table's own dimensions, so that a value may hold spaces and commas; null when they are no segment of it.</summary>
    private Segment? SegmentIn(KpiTable table)
    {
        if (Values.Length == 0) return Segment.Whole;
        if (Values == RestText) return table.Query.Ranking is null ? null : Segment.Rest;
        if (table.Query.Dimensions.Count == 0) return null;

        MatchCollection names = Regex.Matches(Values, $@"(?:^|[\s,]+)({string.Join('|', table.Query.Dimensions.Select(Regex.Escape))})=", RegexOptions.CultureInvariant);
        if (names.Count == 0 || names[0].Index > 0) return null;
        Segment segment = Segment.Whole;
        for (int i = 0; i < names.Count; i++)
        {
            int from = names[i].Index + names[i].Length;
            string value = Values[from..(i + 1 < names.Count ? names[i + 1].Index : Values.Length)].Trim();
            string name = names[i].Groups[1].Value;
            if (segment.Names(name)) return null;
            segment = segment.And(name, value.Length > 0 ? value : null);
        }

        return segment;
    }

    private static bool IsPart(Segment part, Segment whole) => whole.IsRest
        ? part.IsRest
        : !part.IsRest && whole.Dimensions.All(dimension => part[dimension] == whole[dimension]);

    private static string Cells(KpiTable table)
    {
        string periods = table.Query.Grain is null ? "none" : Listed(table.Rows.Select(row => row.Period.ToString()!));
        string segments = table.Query.Dimensions.Count == 0 ? "none" : Listed(table.Rows.Select(row => row.Segment).Concat(table.Rest).Select(Write));
        return $"Periods: {periods}; segments: {segments}";
    }

    private static string Write(Segment segment) => segment.IsRest
        ? RestText
        : string.Join(' ', segment.Dimensions.Select(dimension => $"{dimension}={segment[dimension]}"));

    private static string Listed(IEnumerable<string> names)
    {
        string[] different = [.. names.Distinct()];
        return different.Length == 0 ? "none"
            : string.Join(", ", different.Take(MostNamed)) + (different.Length > MostNamed ? $" and {different.Length - MostNamed} more" : "");
    }
}
