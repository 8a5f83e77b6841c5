namespace SocialKpi.Packages.Tests;

/// <summary>
/// The README's examples published without what they do not use, and as native code: every warning of the trimmer and of the compiler, ours or of what
/// the packages depend on, is an error, and what is printed is the same.
/// </summary>
[Collection(PackedCollection.Name)]
public sealed class PublishedTests(PackedPackages packages)
{
    [TrimmedFact]
    public void The_examples_print_the_same_when_all_that_they_do_not_use_is_trimmed() => FreshProject.AssertPrinted(Published("trimmed", "PublishTrimmed"));

    [NativeFact]
    public void The_examples_print_the_same_as_native_code() => FreshProject.AssertPrinted(Published("native", "PublishAot"));

    [TrimmedFact]
    public void Code_that_trimming_breaks_is_not_published()
    {
        string folder = FreshProject.Write(packages, "broken", Properties("PublishTrimmed"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { Reach = args.Length }));");

        CommandLine published = packages.Run(folder, "dotnet", "publish", "-v", "q");

        Assert.NotEqual(0, published.ExitCode);
        Assert.Contains("IL2026", published.Output + published.Errors, StringComparison.Ordinal);
    }

    private string Published(string name, string how)
    {
        string folder = FreshProject.Write(packages, name, Properties(how)), target = Path.Combine(folder, "published");
        packages.Run(folder, "dotnet", "publish", "-v", "q", "--output", target).Succeeded();
        return packages.Run(folder, Path.Combine(target, OperatingSystem.IsWindows() ? "fresh.exe" : "fresh")).Succeeded();
    }

    private static (string Name, string Value)[] Properties(string how) =>
    [
        (how, "true"),
        ("UseCurrentRuntimeIdentifier", "true"),
        // Each warning by itself, not one an assembly.
        ("TrimmerSingleWarn", "false"),
        // The runtime of this project alone, not of all that the SDK knows.
        ("DisableTransitiveFrameworkReferenceDownloads", "true"),
        // Nobody debugs it: to write symbols of native code takes long.
        ("NativeDebugSymbols", "false"),
    ];
}
