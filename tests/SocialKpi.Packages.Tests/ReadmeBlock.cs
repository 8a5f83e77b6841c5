using System.Text.RegularExpressions;
using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>An example of the README: a C# block, with what the text block right after it, or after the command that runs it, says that it prints.</summary>
internal sealed partial record ReadmeBlock(string Code, string Output)
{
    public static IReadOnlyList<ReadmeBlock> All { get; } =
        [.. Example().Matches(File.ReadAllText(Repository.File("README.md")).ReplaceLineEndings("\n")).Select(match => new ReadmeBlock(match.Groups["code"].Value, match.Groups["text"].Value.TrimEnd('\n')))];

    /// <summary>The example whose code says something.</summary>
    public static ReadmeBlock With(string code) => All.First(block => block.Code.Contains(code, StringComparison.Ordinal));

    /// <summary>The using directives at its top.</summary>
    public IEnumerable<string> Usings => Code.Split('\n').Where(IsUsing);

    /// <summary>The code without them.</summary>
    public string Body => string.Join('\n', Code.Split('\n').Where(line => !IsUsing(line)));

    private static bool IsUsing(string line) => UsingDirective().IsMatch(line);

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```\s*(?:^```sh\n[^`]*^```\s*)?^```text\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^using [\w.]+;$")]
    private static partial Regex UsingDirective();
}
