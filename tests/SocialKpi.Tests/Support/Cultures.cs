using System.Globalization;

namespace SocialKpi.Tests.Support;

/// <summary>The cultures whose separators, percent patterns and casing trip careless code; and a scope that uses one.</summary>
public sealed class Cultures : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    private Cultures(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

    public static IReadOnlyList<string> Names { get; } = ["nl-NL", "pl-PL", "tr-TR", "ar-SA", "sv-SE"];

    /// <summary>The names as data of a theory.</summary>
    public static TheoryData<string> Data => [.. Names];

    /// <summary>Makes a culture the current one until the result is disposed.</summary>
    public static Cultures Use(string name) => new(name);

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
