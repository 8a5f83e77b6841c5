using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace SocialKpi.Tests.Catalogue;

/// <summary>
/// For every KPI an example: rows by measure, the value rounded as its source prints it, and the source. Where nobody
/// prints one, the arithmetic is small enough to do by hand. A column is <c>measure=1,2</c> or <c>dimension:a,b</c>; what
/// reads across a dimension is read for the first value of it, and with <c>time:</c> from the day after the first row on.
/// </summary>
internal static partial class KpiExamples
{
    public static IReadOnlyList<(string Id, string Rows, string Expected, string Source)> All { get; } =
        [.. OfAwareness, .. OfAudience, .. OfEngagement, .. OfInteractions, .. OfVideo, .. OfTraffic, .. OfConversion, .. OfPaid, .. OfCustomerExperience, .. OfService, .. OfValue];

    /// <summary>What the library makes of the rows, with as many decimals as are expected.</summary>
    public static decimal Read(Kpi kpi, string rows, string expected)
    {
        KpiQuery query = KpiQuery.Of(kpi);
        if (Dates(rows) is { Length: > 0 } days) query = query.During(Timeframe.Days(days[0].PlusDays(1), days[^1]));
        Match across = Across().Match(kpi.Formula.ToString());
        string? dimension = across.Success ? across.Groups[1].Value : null;
        KpiTable table = FactsOf(rows).Read(dimension is null ? query : query.By(dimension));
        decimal value = dimension is null ? table[kpi].Value : table[kpi, Segment.Of(dimension, Texts(rows, dimension)[0])].Value;
        int decimals = expected.Contains('.', StringComparison.Ordinal) ? expected.Length - expected.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero);
    }

    private static Facts FactsOf(string rows) => Facts.FromColumns(columns =>
    {
        if (Dates(rows) is { Length: > 0 } days) columns.Time(days);
        foreach (string column in rows.Split(';'))
        {
            if (column.Split(':') is [var name, var texts])
            {
                if (name != "time") columns.Dimension(name, texts.Split(','));
                continue;
            }

            string[] parts = column.Split('=');
            Measure measure = Catalog.Standard.FindMeasure(parts[0])!;
            decimal?[] figures = [.. parts[1].Split(',').Select(text => (decimal?)decimal.Parse(text, CultureInfo.InvariantCulture))];
            if (measure.Aggregation == Aggregation.Share) columns.Share(measure, figures, ShareScale.Percent);
            else if (measure.Unit == Unit.Money) columns.Measure(measure, figures, Currency.EUR);
            else columns.Measure(measure, figures);
        }
    });

    private static NodaTime.LocalDate[] Dates(string rows) => [.. Texts(rows, "time").Select(day => LocalDatePattern.Iso.Parse(day).Value)];

    private static string[] Texts(string rows, string dimension) =>
        rows.Split(';').FirstOrDefault(column => column.StartsWith($"{dimension}:", StringComparison.Ordinal)) is { } found ? found[(dimension.Length + 1)..].Split(',') : [];

    [GeneratedRegex("""across\("(\w+)"\)""")]
    private static partial Regex Across();
}
