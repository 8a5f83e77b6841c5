using System.Globalization;
using System.Text.Json;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Laws;

public class TextLaws
{
    [Fact]
    public void Any_table_becomes_every_text_and_the_same_under_every_culture() => CaseArbitrary.Any.Holds(25, one =>
    {
        string[] expected = Texts(one.Read());
        foreach (string name in Cultures.Names)
        {
            using (Cultures.Use(name))
                Assert.Equal(expected, Texts(one.Read()));
        }
    });

    [Fact]
    public void Json_of_any_table_parses_and_has_no_number_that_is_none() => CaseArbitrary.Any.Holds(60, one =>
    {
        string json = one.Read().ToJson();
        using var document = JsonDocument.Parse(json);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", json, StringComparison.Ordinal);
    });

    [Fact]
    public void A_reading_has_either_a_value_or_the_reason_why_not() => CaseArbitrary.Any.Holds(60, one =>
    {
        foreach (Reading reading in one.Read().Rows.SelectMany(row => row.Readings))
        {
            Assert.Equal(reading.HasValue, reading.Absence is null);
            if (!reading.HasValue)
                Assert.Contains(reading.Kpi.Id, Assert.Throws<InvalidOperationException>(() => reading.Value).Message, StringComparison.Ordinal);
        }
    });

    private static string[] Texts(KpiTable table) =>
    [
        table.ToString(), table.ToText(TableShape.Wide, CultureInfo.InvariantCulture), table.ToText(TableShape.Narrow, CultureInfo.InvariantCulture),
        table.ToMarkdown(TableShape.Wide, null), table.ToMarkdown(TableShape.Narrow, null), table.ToCsv(), table.ToJson(),
        .. table.Total.Readings.Select(reading => reading.ToString()), .. table.Total.Readings.Select(reading => reading.Explain().ToString()),
        .. table.Query.Kpis.Select(kpi => kpi.Formula.ToString()), .. table.Query.Kpis.Select(kpi => kpi.Hash),
    ];
}
