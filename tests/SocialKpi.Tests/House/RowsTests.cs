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
    public void The_rows_of_every_result_are_plain() => Assert.Subset(RowTypes.ToHashSet(), ResultTypes.All.Select(ResultTypes.RowsOf).OfType<PropertyInfo>().Select(rows => rows.PropertyType.GenericTypeArguments[0]).ToHashSet());

    [Fact]
    public void A_row_whose_property_is_an_object_is_no_plain_row() => Assert.Null(ResultTypes.RowsOf(typeof(Wrapping)));

    private sealed class Wrapping
    {
        public IReadOnlyList<KpiRow> Rows { get; } = [];
    }
}
