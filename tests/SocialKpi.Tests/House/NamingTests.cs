using System.Reflection;
using System.Text.RegularExpressions;

namespace SocialKpi.Tests.House;

public partial class NamingTests
{
    private static readonly Dictionary<string, string> TakenNames = ForeignAssemblies()
        .SelectMany(assembly => assembly.GetExportedTypes().Where(type => !type.IsNested))
        .GroupBy(BareName)
        .ToDictionary(types => types.Key, types => types.First().FullName!);

    private static IEnumerable<Type> PublicTypes => Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes());

    [Fact]
    public void No_public_type_has_the_name_of_a_type_of_System_or_NodaTime() =>
        Assert.Empty(PublicTypes.Where(type => !type.IsNested && TakenNames.ContainsKey(BareName(type))).Select(type => $"{type} — {TakenNames[BareName(type)]}"));

    [Theory]
    [InlineData("Range")]
    [InlineData("Calendar")]
    [InlineData("Period")]
    [InlineData("Channel")]
    [InlineData("Dictionary")]
    public void The_taken_names_are_known(string name) => Assert.Contains(name, TakenNames.Keys);

    [Fact]
    public void No_public_type_is_named_for_its_plumbing() =>
        Assert.DoesNotContain(PublicTypes, type => Plumbing().IsMatch(BareName(type)));

    [Theory]
    [InlineData("CsvHelper", true)]
    [InlineData("KpiInfo", true)]
    [InlineData("Baseline", false)]
    public void The_plumbing_names_are_known(string name, bool expected) => Assert.Equal(expected, Plumbing().IsMatch(name));

    [Fact]
    public void Every_public_type_that_is_equatable_has_the_equality_operators() =>
        Assert.DoesNotContain(PublicTypes, LacksOperators);

    [Theory]
    [InlineData(typeof(int), true)]
    [InlineData(typeof(string), false)]
    [InlineData(typeof(object), false)]
    public void A_type_that_is_equatable_without_the_operators_is_seen(Type type, bool expected) => Assert.Equal(expected, LacksOperators(type));

    private static bool LacksOperators(Type type) => IsEquatable(type) && !(HasOperator(type, "op_Equality") && HasOperator(type, "op_Inequality"));

    private static bool IsEquatable(Type type) => !type.IsInterface && type.GetInterfaces()
        .Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEquatable<>) && contract.GetGenericArguments()[0] == type);

    private static bool HasOperator(Type type, string name) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method => method.Name == name && method.GetParameters().All(parameter => parameter.ParameterType == type));

    private static string BareName(Type type) => type.Name.Split('`')[0];

    // The assemblies of the shared framework lie beside the one that holds object.
    private static IEnumerable<Assembly> ForeignAssemblies() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location))
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Where(name => name.StartsWith("System", StringComparison.Ordinal))
        .Append("NodaTime")
        .Select(Assembly.Load);

    [GeneratedRegex("(Helper|Manager|Utils?|Service|Processor|Info|Impl|Base)$")]
    private static partial Regex Plumbing();
}
