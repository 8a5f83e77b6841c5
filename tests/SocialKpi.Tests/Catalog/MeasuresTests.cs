using System.Reflection;

namespace SocialKpi.Tests.Catalogue;

public sealed class MeasuresTests
{
    [Fact]
    public void All_HasEveryMeasureOnceUnderAnIdOfItsOwn()
    {
        IEnumerable<Measure> declared = typeof(Measures).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Measure)).Select(property => (Measure)property.GetValue(null)!);
        Assert.Equal(declared.Select(measure => measure.Id).Order(StringComparer.Ordinal), Measures.All.Select(measure => measure.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Measures.All.Count, Measures.All.Select(measure => measure.Id).Distinct().Count());
    }

    [Fact]
    public void Money_InTheCatalogue_IsGeneric() =>
        Assert.All(Measures.All.Where(measure => measure.Unit.Kind == UnitKind.Money), measure => Assert.True(measure.Unit.IsGenericMoney));
}
