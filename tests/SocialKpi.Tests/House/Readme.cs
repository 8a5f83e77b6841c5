using System.Text.RegularExpressions;

namespace SocialKpi.Tests.House;

/// <summary>
/// The C# blocks of a README and the code that stands for them: regions of a source file between <c>// readme: NAME</c> and
/// <c>// end</c>. A block is a region when the two are equal but for indentation and the block's using directives. What the
/// region prints is the text block that comes right after its C# block, or after the command that runs it.
/// </summary>
internal sealed partial class Readme
{
    private readonly List<(string Code, string? Output)> blocks = [];

    private readonly Dictionary<string, string> regions;

    public Readme(string readme, string source)
    {
        MatchCollection fences = Fence().Matches(readme.ReplaceLineEndings("\n"));
        for (int at = 0; at < fences.Count; at++)
        {
            if (fences[at].Groups["language"].Value != "csharp")
                continue;
            Match? next = fences.Skip(at + 1).SkipWhile(fence => fence.Groups["language"].Value == "sh").FirstOrDefault();
            blocks.Add((Code(fences[at].Groups["body"].Value), next?.Groups["language"].Value == "text" ? next.Groups["body"].Value.TrimEnd('\n') : null));
        }

        regions = Region().Matches(source.ReplaceLineEndings("\n")).ToDictionary(match => match.Groups["name"].Value, match => Code(match.Groups["body"].Value));
    }

    /// <summary>Every block that no region stands for, and every region that is not in the README.</summary>
    public IReadOnlyList<string> Mismatches() =>
    [
        .. blocks.Where(block => !regions.ContainsValue(block.Code)).Select(block => $"no region equals the README block\n{block.Code}"),
        .. regions.Where(region => !blocks.Any(block => block.Code == region.Value)).Select(region => $"no README block equals the region '{region.Key}'\n{region.Value}"),
    ];

    /// <summary>What the README says that a region prints.</summary>
    public string Output(string region) => !regions.TryGetValue(region, out string? code)
        ? throw new ArgumentException($"There is no region '// readme: {region}'.", nameof(region))
        : blocks.FirstOrDefault(block => block.Code == code).Output
            ?? throw new ArgumentException($"The README has no block equal to the region '{region}' with a text block right after it.", nameof(region));

    private static string Code(string text)
    {
        string[] lines = [.. text.Split('\n').Where(line => !UsingDirective().IsMatch(line)).Select(line => line.TrimEnd())];
        int indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line)).Trim('\n');
    }

    [GeneratedRegex(@"^ *```(?<language>\w*)[^\n]*\n(?<body>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ *// readme: (?<name>[^\n]+)\n(?<body>.*?)^ *// end$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^\s*using [\w.]+;\s*$")]
    private static partial Regex UsingDirective();
}
