using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>A console project that takes the packages and runs every example of the README, and last what needs a container and what writes JSON.</summary>
internal static class FreshProject
{
    private const string Mark = "--- next example ---";
    private const string Last = "services and JSON";

    /// <summary>Writes it into a folder of its own.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="name">The folder.</param>
    /// <param name="properties">What else the project says.</param>
    public static string Write(PackedPackages packages, string name, params (string Name, string Value)[] properties)
    {
        string folder = packages.NewFolder(name);
        File.WriteAllText(Path.Combine(folder, "fresh.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
                {string.Concat(properties.Select(property => $"<{property.Name}>{property.Value}</{property.Name}>"))}
              </PropertyGroup>
              <ItemGroup>
                {packages.References("""<PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="8.0.0" />""")}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program());
        foreach (string file in new[] { "posts.csv", "posts.json" }) File.Copy(Repository.File("samples", "data", file), Path.Combine(folder, file));
        return folder;
    }

    /// <summary>What it printed is what the README says.</summary>
    public static void AssertPrinted(string output) =>
        Assert.Equal([.. ReadmeBlock.All.Select(block => block.Output), Last], output.Split(Mark + "\n").Select(text => text.TrimEnd('\n')));

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
}
