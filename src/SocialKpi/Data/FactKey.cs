using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>The key of each row, and what happens when one repeats.</summary>
internal sealed record FactKey(IReadOnlyList<string> Keys, Duplicates Rule)
{
    /// <summary>
    /// The rows that stay, in their order. Of rows with one key the last is that of the latest export, then of row order; what
    /// is wrong is added to <paramref name="issues"/>.
    /// </summary>
    /// <param name="exportedOn">The export date of a row; null when none is stated.</param>
    /// <param name="issues">The issues so far.</param>
    public RowSelection Keep(Func<int, LocalDate?> exportedOn, List<FactsIssue> issues)
    {
        Dictionary<string, int> rowOf = new(Keys.Count, StringComparer.Ordinal);
        for (int row = 0; row < Keys.Count; row++)
        {
            if (Keys[row] is not { } key) issues.Add(new("key", row, "it is missing; every row needs one"));
            else if (rowOf.TryAdd(key, row)) continue;
            else if (Rule == Duplicates.KeepLast && !(exportedOn(row) < exportedOn(rowOf[key]))) rowOf[key] = row;
            else if (Rule == Duplicates.Refuse) issues.Add(new("key", row, string.Create(CultureInfo.InvariantCulture, $"'{key}' stands in row {rowOf[key] + 1} too; remove one, or choose which to keep")));
        }

        // Facts that are refused have all their rows looked at, so that every issue is reported.
        return Rule == Duplicates.Refuse ? RowSelection.All(Keys.Count) : RowSelection.Of([.. rowOf.Values.Order()], Keys.Count);
    }

    public FactKey Of(RowSelection rows) => this with { Keys = [.. Enumerable.Range(0, rows.Count).Select(index => Keys[rows[index]])] };
}
