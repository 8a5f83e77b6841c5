using System.Reflection;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

/// <summary>The packages: every project under src.</summary>
internal static class Packages
{
    public const string Core = "SocialKpi";

    public static IReadOnlyList<string> Names { get; } = [.. Repository.Files("src", "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file))];

    public static IEnumerable<Assembly> Assemblies => Names.Select(Assembly.Load);

    public static string Project(string name) => Repository.File("src", name, name + ".csproj");
}
