namespace SocialKpi;

/// <summary>The nearest of some names to one that was mistyped, for "did you mean". Compiled into companion packages too.</summary>
internal static class Nearest
{
    private const int LongestCompared = 200;

    /// <summary>How many pairs of letters one search may look at: untrusted text may bring any number of long names, and a hint is worth no more.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>
    /// The name that differs only in case, else the one with the smallest edit distance if that is at most a third of the length;
    /// otherwise null. Where the names are very many, only the first of them are compared.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string wanted = name.ToUpperInvariant();
        int furthest = name.Length > LongestCompared ? 0 : Math.Max(1, name.Length / 3);
        int pairs = MostPairs;
        string? nearest = null;
        foreach (string candidate in candidates)
        {
            pairs--;
            if (Math.Abs(candidate.Length - name.Length) > furthest) continue;
            if (pairs <= 0) break;
            int distance = Distance(wanted, candidate.ToUpperInvariant(), furthest, ref pairs);
            bool isNearer = distance < furthest || (distance == furthest && (nearest is null || string.CompareOrdinal(candidate, nearest) < 0));
            if (isNearer) (nearest, furthest) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>The edit distance, or more than <paramref name="furthest"/>: cells further from the diagonal than that are never on the way.</summary>
    private static int Distance(string a, string b, int furthest, ref int pairs)
    {
        if (furthest == 0 || a.Length > LongestCompared || b.Length > LongestCompared) return a == b ? 0 : int.MaxValue;
        Span<int> row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            (int from, int to) = (Math.Max(1, i - furthest), Math.Min(b.Length, i + furthest));
            int diagonal = row[from - 1];
            row[from - 1] = from == 1 ? i : int.MaxValue - 1;
            int least = row[from - 1];
            for (int j = from; j <= to; j++)
            {
                // The cell above the last one of the band was never written.
                int above = j == i + furthest ? int.MaxValue - 1 : row[j];
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(substituted, Math.Min(above, row[j - 1]) + 1));
                least = Math.Min(least, row[j]);
            }

            pairs -= 1 + to - from;
            if (least > furthest) return int.MaxValue;
        }

        return row[b.Length];
    }
}
