using System.Reflection;

namespace SocialKpi.Tests.House;

/// <summary>Rows for chart and table libraries, which look at properties: each is a text, a number or a time.</summary>
public class RowsTests
{
    private static readonly Type[] Plain = [typeof(string), typeof(decimal), typeof(int), typeof(long), typeof(DateTime)];

    private static IEnumerable<Type> RowTypes => Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.Name.EndsWith("Row", StringComparison.Ordinal) && type.GetMethod("<Clone>$") is not null);

    [Fact]
    public void Every_property_of_a_plain_row_is_a_text_a_number_or_a_time() => Assert.Empty(
        from type in RowTypes
        from property in type.GetProperties()
        where !Plain.Contains(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
        select $"{type.Name}.{property.Name} is {property.PropertyType.Name}");

    [Fact]
    public void The_results_that_are_drawn_have_plain_rows() => Assert.Equal(
        ["Drivers.Rows", "KpiSeries.Rows", "KpiTable.NarrowRows", "ObjectiveEvaluation.Rows", "QualityReport.Rows", "StandingTable.Rows"],
        Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.PropertyType.IsGenericType && RowTypes.Contains(property.PropertyType.GenericTypeArguments[0]))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Order(StringComparer.Ordinal));
}
