namespace SocialKpi.Import;

/// <summary>The nearest of some names to one that was mistyped, for "did you mean".</summary>
internal static class Similar
{
    /// <summary>The name that differs only in case, else the one with the smallest edit distance if that is at most a third of the length; otherwise null.</summary>
    public static string? To(string name, IEnumerable<string> names) =>
        names
            .Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, name.Length / 3))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();

    /// <summary>A sentence to append to a message: <c> Did you mean 'Clicks'?</c>, or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> names) => To(name, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static int Distance(string a, string b)
    {
        // Names are short; what is not need not be compared letter by letter.
        if (a.Length > 200 || b.Length > 200) return a == b ? 0 : int.MaxValue;
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[b.Length];
    }
}
