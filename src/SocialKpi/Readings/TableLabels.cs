using System.Globalization;

namespace SocialKpi;

/// <summary>What the rows of a table are called: period and values of dimensions, with placeholders in parentheses.</summary>
internal static class TableLabels
{
    public const string All = "(all)";

    private const string Rest = "(rest";

    /// <summary>The headings of the label columns: grain, then dimensions.</summary>
    public static IEnumerable<string> Headings(KpiQuery query) =>
        [.. query.Grain is { } grain ? [MachineText.Code(grain)] : (string[])[], .. query.Dimensions];

    /// <summary>The labels of a row, one a heading.</summary>
    public static IEnumerable<string> Of(KpiTable table, KpiRow row)
    {
        if (table.Query.Grain is not null) yield return row.Period is { } period ? table.PeriodLabel(period) : All;
        foreach (string dimension in table.Query.Dimensions)
            yield return row.Segment.IsRest ? RestOf(table) : row.Segment.Names(dimension) ? Segment.Named(row.Segment[dimension]) : All;
    }

    private static string RestOf(KpiTable table) => string.Create(CultureInfo.InvariantCulture, $"{Rest}: {table.Rest.Count} segment{(table.Rest.Count == 1 ? "" : "s")})");
}
