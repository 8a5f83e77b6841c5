namespace SocialKpi.Packages.Tests;

/// <summary>A REPL that takes the package from its source. It ends with 0 whatever happens, so what it prints is compared.</summary>
[Collection(PackedCollection.Name)]
public sealed class ReplTests(PackedPackages packages)
{
    [ReplFact]
    public void An_example_of_the_README_and_the_text_of_a_value_are_printed_by_csharprepl()
    {
        ReadmeBlock block = ReadmeBlock.With("Console.WriteLine(cpc)");
        string folder = packages.NewFolder("repl"), script = Path.Combine(folder, "script.csx");
        // The last expression is shown as text of the value.
        File.WriteAllText(script, $"#r \"nuget: SocialKpi, {packages.Version}\"\n{block.Code}ctr.Explain()\n");

        string output = packages.Run(folder, Repl.Program!, "--eval-file", script).Succeeded();

        Assert.Contains($"\n{block.Output}\nClick-through rate, everything\n", output, StringComparison.Ordinal);
        Assert.Contains("  = 120 / 4,000\n  = 3.00 %", output, StringComparison.Ordinal);
    }
}
