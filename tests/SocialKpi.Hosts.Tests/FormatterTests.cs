using Microsoft.DotNet.Interactive.Formatting;

namespace SocialKpi.Hosts.Tests;

/// <summary>What kernels of .NET Interactive show, by their own formatter.</summary>
public sealed class FormatterTests
{
    public static TheoryData<string> Names => [.. Shown.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_result_is_shown_as_its_own_HTML_and_text(string name)
    {
        object result = Shown.All[name];
        Assert.Equal(Shown.Html(result), result.ToDisplayString("text/html"));
        Assert.Equal(result.ToString(), result.ToDisplayString("text/plain"));
        Assert.Equal("text/html", Formatter.GetPreferredMimeTypesFor(result.GetType()).First());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_result_in_a_list_or_a_dictionary_is_shown_the_same(string name)
    {
        object result = Shown.All[name];
        Assert.Contains(Shown.Html(result), new List<object> { result }.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Contains(Shown.Html(result), new Dictionary<string, object> { ["kpi"] = result }.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rows_of_a_result_can_be_read_by_a_library_that_looks_at_properties(string name)
    {
        object[] rows = [.. Shown.Rows(Shown.All[name])];
        Assert.NotEmpty(rows);
        foreach (object row in rows)
        {
            object?[] values = [.. row.GetType().GetProperties().Select(property => property.GetValue(row))];
            Assert.All(values, value => Assert.True(value is null or string or decimal or int or long or DateTime, $"{row.GetType().Name} has a {value?.GetType().Name}"));
            Assert.Contains(values, value => value is string { Length: > 0 });
        }
    }

    [Fact]
    public void Every_type_with_a_formatter_is_among_the_results_shown() => Assert.Equal(
        new[] { typeof(Kpi), typeof(Import.CsvFacts) }.SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type.GetCustomAttributes(inherit: false).Any(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute")).Select(type => type.Name).Order(StringComparer.Ordinal),
        Shown.All.Values.Select(result => result.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_value_that_is_none_of_ours_is_left_to_the_kernel() =>
        Assert.DoesNotContain("system-ui", new { Reach = 3 }.ToDisplayString("text/html"), StringComparison.Ordinal);
}
