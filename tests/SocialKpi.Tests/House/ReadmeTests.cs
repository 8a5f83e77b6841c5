using System.Text.RegularExpressions;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

public partial class ReadmeTests
{
    private const string Source = """
            class Examples
            {
                // readme: one sum
                int sum = 1 + 2;

                if (sum > 0)
                    Console.WriteLine(sum);
                // end
            }
        """;

    private const string Page = """
        # Sums
        ```sh
        dotnet test
        ```
        ```csharp
        using System.Text;

        int sum = 1 + 2;

        if (sum > 0)
            Console.WriteLine(sum);
        ```
        It prints:
        ```text
        3
        ```
        """;

    [Fact]
    public void Every_csharp_block_of_the_README_is_code_that_runs_and_every_example_is_in_the_README() => Assert.Empty(ReadmeExamples.Readme.Mismatches());

    [Fact]
    public void Every_example_is_compared_with_what_the_README_prints()
    {
        string source = File.ReadAllText(ReadmeExamples.SourceFile);

        Assert.All(Opening().Matches(source), region => Assert.Contains($"AssertPrints(\"{region.Groups[1].Value}\")", source, StringComparison.Ordinal));
    }

    [Fact]
    public void An_equal_block_matches_whatever_its_indentation_and_usings()
    {
        Readme readme = new(Page, Source);

        Assert.Empty(readme.Mismatches());
        Assert.Equal("3", readme.Output("one sum"));
    }

    [Fact]
    public void A_changed_block_is_reported_on_both_sides()
    {
        Readme readme = new(Page.Replace("1 + 2", "1 + 3", StringComparison.Ordinal), Source);

        Assert.Collection(readme.Mismatches(),
            block => Assert.StartsWith("no region equals the README block\nint sum = 1 + 3;", block, StringComparison.Ordinal),
            region => Assert.StartsWith("no README block equals the region 'one sum'", region, StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_indentation_inside_the_block_is_reported() =>
        Assert.Equal(2, new Readme(Page.Replace("    Console", "  Console", StringComparison.Ordinal), Source).Mismatches().Count);

    [Fact]
    public void A_block_without_a_text_block_right_after_it_has_no_output() =>
        Assert.Throws<ArgumentException>(() => new Readme(Page.Replace("```text", "```sh", StringComparison.Ordinal), Source).Output("one sum"));

    [GeneratedRegex(@"^ *// readme: ([^\n\r]+)", RegexOptions.Multiline)]
    private static partial Regex Opening();
}
