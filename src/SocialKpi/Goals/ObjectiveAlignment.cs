namespace SocialKpi;

/// <summary>Who serves whom among objectives: a contributing objective the one above it, an aligned one those that it names.</summary>
internal static class ObjectiveAlignment
{
    /// <summary>The terms of an objective and of all that contribute to it.</summary>
    public static IEnumerable<ObjectiveTerms> WithContributing(ObjectiveTerms terms) => [terms, .. terms.Contributing.SelectMany(part => WithContributing(part.Terms))];

    /// <summary>Who serves whom in an objective and below it, by id.</summary>
    public static IEnumerable<(string From, string To)> Serving(ObjectiveTerms terms) => WithContributing(terms).SelectMany(one =>
        one.AlignedWith.Select(served => (one.Id, served)).Concat(one.Contributing.Select(part => (part.Id, one.Id))));

    /// <summary>Circles of those who serve each other, each from one of them back to it; of several that share one of them at least one.</summary>
    public static IEnumerable<IReadOnlyList<string>> Circles(IEnumerable<(string From, string To)> serving)
    {
        Dictionary<string, List<string>> serves = new(StringComparer.Ordinal);
        foreach ((string from, string to) in serving.Where(pair => pair is { From.Length: > 0, To.Length: > 0 }))
        {
            if (!serves.TryGetValue(from, out List<string>? known)) serves.Add(from, known = []);
            known.Add(to);
        }

        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (string id in serves.Keys.Where(id => !done.Contains(id)))
        {
            if (CircleFrom(id, serves, done, []) is { } circle) yield return circle;
        }
    }

    public static string Words(IReadOnlyList<string> circle) => circle.Count == 2
        ? $"'{circle[0]}' is aligned with itself; name another objective"
        : $"{string.Join(" serves ", circle.Select(one => $"'{one}'"))}, which is a circle; let one of them go";

    private static IReadOnlyList<string>? CircleFrom(string id, Dictionary<string, List<string>> serves, HashSet<string> done, List<string> path)
    {
        int at = path.IndexOf(id);
        if (at >= 0) return [.. path[at..], id];
        if (!done.Add(id) || !serves.TryGetValue(id, out List<string>? served)) return null;
        path.Add(id);
        foreach (string next in served)
        {
            if (CircleFrom(next, serves, done, path) is { } circle) return circle;
        }

        path.RemoveAt(path.Count - 1);
        return null;
    }
}
