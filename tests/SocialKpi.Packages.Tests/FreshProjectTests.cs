using System.Text.Json;
using System.Xml.Linq;
using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>A console project that takes the packages, runs the README's examples, and can do without reflection in JSON.</summary>
[Collection(PackedCollection.Name)]
public sealed class FreshProjectTests(PackedPackages packages)
{
    private const string Mark = "--- next example ---";

    [Fact]
    public void The_examples_of_the_README_print_in_a_fresh_project_what_the_README_says()
    {
        string folder = packages.NewFolder("fresh");
        File.WriteAllText(Path.Combine(folder, "fresh.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
              </PropertyGroup>
              <ItemGroup>
                {packages.References("""<PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="8.0.0" />""")}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program());
        foreach (string file in new[] { "posts.csv", "posts.json" }) File.Copy(Repository.File("samples", "data", file), Path.Combine(folder, file));

        string[] printed = packages.Run(folder, "dotnet", "run").Succeeded().Split(Mark + "\n");

        Assert.Equal([.. ReadmeBlock.All.Select(block => block.Output), "services and JSON"], printed.Select(text => text.TrimEnd('\n')));
        Assert.Equal(Declared().Order(StringComparer.Ordinal), Resolved(folder).Order(StringComparer.Ordinal));
    }

    /// <summary>Each example in a method of its own, and last what needs a container and what writes JSON.</summary>
    private static string Program()
    {
        IEnumerable<string> usings = ReadmeBlock.All.SelectMany(block => block.Usings).Append("using Microsoft.Extensions.DependencyInjection;").Distinct();
        string[] bodies =
        [
            .. ReadmeBlock.All.Select(block => block.Body),
            """
            using ServiceProvider services = new ServiceCollection().AddSocialKpi().BuildServiceProvider();
            Facts facts = Facts.FromRows(new[] { 3 }, row => row.Measure(Measures.Clicks, clicks => clicks).Measure(Measures.Impressions, clicks => 100 * clicks));
            string json = facts.Read(KpiQuery.Of(services.GetRequiredService<Catalog>().FindKpi("click_through_rate")!)).ToJson();
            Console.WriteLine(json.Contains("0.01") && GoalPlan.Of().ToJson().Length > 0 ? "services and JSON" : json);
            """,
        ];
        IEnumerable<string> examples = bodies.Select((body, at) => $"static class Example{at}\n{{\n    private static readonly string[] args = [\"posts.csv\", \"posts.json\"];\n\n    public static void Run()\n    {{\n        _ = args;\n{body}\n    }}\n}}");
        string calls = string.Join($"\nConsole.WriteLine(\"{Mark}\");\n", bodies.Select((_, at) => $"Example{at}.Run();"));
        return $"{string.Join('\n', usings)}\n\n{calls}\n\n{string.Join("\n\n", examples)}\n";
    }

    /// <summary>What the packages were built with: the lowest versions that they name.</summary>
    private static IEnumerable<string> Declared() => XDocument.Load(Repository.File("Directory.Packages.props")).Descendants("PackageVersion")
        .Where(version => version.Parent!.Attribute("Label")?.Value == "What the packages depend on")
        .Select(version => $"{version.Attribute("Include")!.Value}/{version.Attribute("Version")!.Value}")
        .Append("Microsoft.Extensions.DependencyInjection/8.0.0");

    /// <summary>What the project got, but for the packages themselves.</summary>
    private static IEnumerable<string> Resolved(string folder)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name).Where(name => !name.StartsWith("SocialKpi", StringComparison.Ordinal))];
    }
}
