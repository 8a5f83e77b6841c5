using System.Globalization;

namespace SocialKpi.DependencyInjection;

/// <summary>How sources that contradict each other are called together.</summary>
internal static class SourceNames
{
    /// <summary><c>a.json, b.json and c.json</c>, or <c>a.json, twice</c>.</summary>
    public static string Joined(IEnumerable<string> sources)
    {
        string[] all = [.. sources], names = [.. all.Distinct()];
        return (names, all.Length) switch
        {
            ([var only], 1) => only,
            ([var only], 2) => $"{only}, twice",
            ([var only], _) => string.Create(CultureInfo.InvariantCulture, $"{only}, {all.Length} times"),
            _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        };
    }
}
