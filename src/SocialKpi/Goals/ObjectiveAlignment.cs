namespace SocialKpi;

/// <summary>Who serves whom among objectives: a contributing objective the one above it, an aligned one those that it names.</summary>
internal static class ObjectiveAlignment
{
    /// <summary>Circles of objectives that serve each other; of several that share one of them at least one.</summary>
    public static IEnumerable<string> Circles(IReadOnlyList<Objective> objectives)
    {
        Dictionary<string, List<string>> serves = new(StringComparer.Ordinal);
        foreach (Objective objective in objectives.SelectMany(one => one.WithContributing()))
        {
            foreach (string served in objective.Terms.AlignedWith) Add(serves, objective.Id, served);
            foreach (Objective part in objective.Terms.Contributing) Add(serves, part.Id, objective.Id);
        }

        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (string id in serves.Keys.Where(id => !done.Contains(id)))
        {
            if (CircleFrom(id, serves, done, []) is not { } circle) continue;
            yield return circle.Count == 2
                ? $"'{id}' is aligned with itself; name another objective"
                : $"{string.Join(" serves ", circle.Select(one => $"'{one}'"))}, which is a circle; let one of them go";
        }
    }

    private static void Add(Dictionary<string, List<string>> serves, string from, string to)
    {
        if (from.Length == 0 || to.Length == 0) return;
        if (!serves.TryGetValue(from, out List<string>? known)) serves.Add(from, known = []);
        known.Add(to);
    }

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
