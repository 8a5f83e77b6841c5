using System.Globalization;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

/// <summary>
/// The code of the README, run. Each example is a fact with a marked region, such as
/// <code>
///     // readme: one number
///     Console.WriteLine(…);
///     // end
///     AssertPrints("one number");
/// </code>
/// (the marks at the start of their lines). Its block in the README is followed by a text block with what it prints.
/// </summary>
public class ReadmeExamples
{
    internal static readonly string SourceFile = Repository.File("tests", "SocialKpi.Tests", "House", "ReadmeExamples.cs");

    internal static Readme Readme { get; } = new(
        File.Exists(Repository.File("README.md")) ? File.ReadAllText(Repository.File("README.md")) : "", File.ReadAllText(SourceFile));

    // Inside this class the examples' Console is this one, so that what they print can be read and tests may run side by side.
    private StringWriter Console { get; } = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private void AssertPrints(string example) => Assert.Equal(Readme.Output(example), Console.ToString().TrimEnd('\n'));
}
