using System.Text.RegularExpressions;

namespace SocialKpi.Packages.Tests;

/// <summary>Programs of one file, in C# and F#, that name the packages they take.</summary>
[Collection(PackedCollection.Name)]
public sealed partial class FileBasedAppTests(PackedPackages packages)
{
    public static TheoryData<string> Apps => [.. Sample.Apps];

    public static TheoryData<string> Scripts => [.. Sample.Scripts];

    [Theory]
    [MemberData(nameof(Apps))]
    public void An_app_of_the_samples_prints_what_is_expected(string topic)
    {
        string app = File.ReadAllText(Sample.File("apps", topic + ".cs"));
        string[] taken = [.. Project().Matches(app).Select(match => match.Groups["name"].Value)];
        Assert.NotEmpty(taken);
        Assert.All(taken, name => Assert.Contains($"#:package {name}@", app, StringComparison.Ordinal));

        Sample.CopyTo(packages.Workspace, "apps");
        Sample.CopyTo(packages.Workspace, "data");
        string folder = Path.Combine(packages.Workspace, "apps");
        File.WriteAllText(Path.Combine(folder, topic + ".cs"), $"{Directives(packages, taken)}\n{Directive().Replace(app, "")}");
        Sample.AssertPrinted(topic, packages.Run(folder, "dotnet", "run", topic + ".cs").Succeeded());
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_in_FSharp_prints_what_is_expected(string topic)
    {
        string script = File.ReadAllText(Sample.File("apps", topic + ".fsx")), folder = packages.NewFolder("scripts");
        Assert.Matches(Reference(), script);
        File.WriteAllText(Path.Combine(folder, topic + ".fsx"), Reference().Replace(script, $"#r \"nuget: ${{name}}, {packages.Version}\""));
        Sample.AssertPrinted(topic, packages.Run(folder, "dotnet", "fsi", "--quiet", topic + ".fsx").Succeeded());
    }

    // A file-based app is published for AOT by default, whose pack needs a linker, and then JSON has no reflection: that is kept.
    internal static string Directives(PackedPackages packages, params string[] names) => string.Join('\n',
        names.Select(name => $"#:package {name}@{packages.Version}").Append("#:property PublishAot=false").Append("#:property JsonSerializerIsReflectionEnabledByDefault=false"));

    [GeneratedRegex(@"^#:project ../../src/(?<name>\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Project();

    [GeneratedRegex(@"^#:.*\n", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"#r ""nuget: (?<name>SocialKpi[\w.]*)""")]
    private static partial Regex Reference();
}
