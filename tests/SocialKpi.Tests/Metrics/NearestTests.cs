using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Metrics;

public sealed class NearestTests
{
    [Theory]
    [InlineData("impresions", "impressions")]
    [InlineData("IMPRESSIONS", "impressions")]
    [InlineData("cliks", "clicks")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void Of_AMistypedName_GivesTheOneMeant(string name, string? meant) => Assert.Equal(meant, Nearest.Of(name, ["clicks", "impressions", "spend"]));

    [Fact]
    public void Of_NamesEquallyNear_GivesTheFirstByLetter() => Assert.Equal("likea", Nearest.Of("likes", ["likez", "likea", "likeb"]));

    [Fact]
    public void Of_VeryManyNames_LooksAtTheFirstOnesAlone()
    {
        Assert.Equal("likes", Nearest.Of("likess", Enumerable.Repeat("likes", 1).Concat(Enumerable.Range(0, 3_000_000).Select(_ => "posts"))));
        Assert.Null(Nearest.Of("likess", Enumerable.Repeat("posts", 3_000_000).Append("likes")));
    }

    [Fact]
    public void Of_any_names_is_what_comparing_every_letter_gives() => Prop.ForAll<string[], string>((names, wanted) =>
    {
        // Few letters, so that names are near each other.
        static string Small(string text) => string.Concat((text ?? "").Take(9).Select(letter => (char)('a' + (letter % 3))));
        string name = Small(wanted);
        string[] known = [.. (names ?? []).Select(Small)];
        string? expected = known.Where(one => Distance(name, one) <= Math.Max(1, name.Length / 3))
            .OrderBy(one => Distance(name, one)).ThenBy(one => one, StringComparer.Ordinal).FirstOrDefault();
        return Nearest.Of(name, known) == expected;
    }).QuickCheckThrowOnFailure();

    private static int Distance(string a, string b) => a.Length == 0 || b.Length == 0
        ? a.Length + b.Length
        : Math.Min(Distance(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1), 1 + Math.Min(Distance(a[1..], b), Distance(a, b[1..])));
}
