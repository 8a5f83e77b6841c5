using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>
/// One text, the README's table, in every host: word for word the same C#, and what it prints is the same in each. In a console project it runs with all
/// other examples (<see cref="FreshProjectTests"/>).
/// </summary>
[Collection(PackedCollection.Name)]
public sealed class SameTextTests(PackedPackages packages)
{
    private static readonly ReadmeBlock Table = ReadmeBlock.With("KpiTable table = facts.Read");

    [Fact]
    public void In_a_file_based_app()
    {
        string folder = packages.NewFolder("same-app");
        File.WriteAllText(Path.Combine(folder, "app.cs"), $"{FileBasedAppTests.Directives(packages, "SocialKpi")}\n{Table.Code}");

        Assert.Equal(Table.Output, packages.Run(folder, "dotnet", "run", "app.cs").Succeeded());
    }

    [Fact]
    public async Task In_a_cell_of_a_notebook() =>
        Assert.Equal(Table.Output, await Notebook.Run(packages.Workspace, packages.Libraries, [Table.Code]));

    [Fact]
    public void In_a_host_of_ASP_NET()
    {
        string folder = packages.NewFolder("same-host");
        File.WriteAllText(Path.Combine(folder, "host.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>{packages.References()}</ItemGroup>
            </Project>
            """);
        // In the handler, Console is what is answered.
        File.WriteAllText(Path.Combine(folder, "Program.cs"), $$"""
            {{string.Join('\n', Table.Usings)}}

            WebApplicationBuilder builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            await using WebApplication app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.MapGet("/", () =>
            {
                StringWriter Console = new() { NewLine = "\n" };
            {{Table.Body}}
                return Console.ToString();
            });
            await app.StartAsync();
            using HttpClient client = new();
            Console.Write(await client.GetStringAsync(new Uri(app.Urls.Single())));
            """);

        Assert.Equal(Table.Output, packages.Run(folder, "dotnet", "run").Succeeded());
    }

    /// <summary>Another language has another text. Its script is run with the other samples, and compared with what is expected.</summary>
    [Fact]
    public void In_FSharp_the_table_is_the_same()
    {
        string printed = File.ReadAllText(Repository.File("samples", "expected", "engagement.txt"));

        Assert.Contains("engagement", Sample.Scripts);
        Assert.StartsWith(Table.Output + "\n", printed.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
