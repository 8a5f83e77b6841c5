using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

public class PublicApiTests
{
    private const string Accept = "ACCEPT_PUBLIC_API";

    public static TheoryData<string> Names => [.. Packages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Public_surface_of_a_package_is_the_accepted_one(string package)
    {
        string file = Repository.File("tests", "SocialKpi.Tests", "House", "PublicApi", package + ".txt");
        string actual = PublicApi.Write(System.Reflection.Assembly.Load(package));
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(file, actual);

        string accepted = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(accepted == actual, $"The public surface of {package} differs from {Repository.Relative(file)}:\n{Difference(accepted, actual)}To accept it, run: {Accept}=1 dotnet test");
    }

    [Fact]
    public void Write_EveryKindOfMember_ReadsLikeCSharp() =>
        Assert.Equal(
            """
            enum SocialKpi.Tests.House.Specimens.Colour
                Green = 2
                Red = 1
            abstract class SocialKpi.Tests.House.Specimens.Plant<T> : IDisposable
                abstract int Leaves(T of, params string[] notes)
                const string Kingdom = "plants"
                event EventHandler Grown
                override string ToString()
                protected Plant(T seed)
                protected T Seed { get; }
                required decimal? Height { get; init; }
                virtual void Dispose()
            readonly struct SocialKpi.Tests.House.Specimens.Point : IEquatable<Specimens.Point>
                Point(int X)
                bool Equals(Specimens.Point other)
                int X { get; init; }
                static bool op_Equality(Specimens.Point left, Specimens.Point right)
                static bool op_Inequality(Specimens.Point left, Specimens.Point right)
            static class SocialKpi.Tests.House.Specimens.Points
                static IReadOnlyList<T> Twice<T>(T point)
                static bool TryParse(string text, out Specimens.Point? point, int depth = 3)

            """,
            PublicApi.Write(typeof(Specimens).GetNestedTypes()));

    [Fact]
    public void Write_ExtensionMethod_SaysThis() =>
        Assert.Contains("    static IEnumerable<TSource> Skip<TSource>(this IEnumerable<TSource> source, int count)\n", PublicApi.Write([typeof(Enumerable)]), StringComparison.Ordinal);

    [Theory]
    [InlineData("class A\n    int B()\n", "class A\n    int C()\n", "  -     int B()\n  +     int C()\n")]
    [InlineData("class A\n    int B()\nclass C\n", "class A\nclass C\n    int B()\n", "  from line 2 on\n")]
    public void Difference_ChangedText_NamesTheLines(string accepted, string actual, string expected) => Assert.Equal(expected, Difference(accepted, actual));

    private static string Difference(string accepted, string actual)
    {
        string[] before = accepted.Split('\n'), now = actual.Split('\n');
        IEnumerable<string> gone = before.Except(now).Take(5).Select(line => $"  - {line}\n");
        IEnumerable<string> come = now.Except(before).Take(5).Select(line => $"  + {line}\n");
        string lines = string.Concat(gone.Concat(come));
        // The same lines under other types: name the first place where they part.
        return lines.Length > 0 ? lines : $"  from line {before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count() + 1} on\n";
    }
}
