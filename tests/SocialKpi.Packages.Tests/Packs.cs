using System.Reflection;

namespace SocialKpi.Packages.Tests;

/// <summary>What the SDK publishes programs with: packages of its own version, which are fetched before the tests where they can be.</summary>
internal static class Packs
{
    private static readonly string Version = Metadata("PackVersion");
    private static readonly string Runtime = Metadata("PackRuntime");

    /// <summary>Those that trim a program.</summary>
    public static IReadOnlyList<string> ForTrimming { get; } = ["Microsoft.NET.ILLink.Tasks", $"Microsoft.NETCore.App.Runtime.{Runtime}"];

    /// <summary>Those that compile it to native code.</summary>
    public static IReadOnlyList<string> ForNativeCode { get; } =
        ["Microsoft.NET.ILLink.Tasks", "Microsoft.DotNet.ILCompiler", $"runtime.{Runtime}.Microsoft.DotNet.ILCompiler", $"Microsoft.NETCore.App.Runtime.NativeAOT.{Runtime}"];

    /// <summary>Which of these are not in the package folder, and how to fetch them; null when all are there.</summary>
    public static string? Missing(IEnumerable<string> packs)
    {
        string[] missing = [.. packs.Where(pack => !Directory.Exists(Path.Combine(PackedPackages.Restored, pack.ToLowerInvariant(), Version)))];
        return missing.Length == 0 ? null : $"{string.Join(", ", missing)} {Version} not in {PackedPackages.Restored}; dotnet restore tests/SocialKpi.Packages.Tests/Packs/Packs.proj fetches all that programs are published with";
    }

    private static string Metadata(string key) =>
        typeof(Packs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
