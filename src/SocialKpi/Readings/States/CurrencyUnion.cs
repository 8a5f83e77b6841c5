using System.Collections.Immutable;

namespace SocialKpi;

/// <summary>The currencies of rows that merge.</summary>
internal static class CurrencyUnion
{
    /// <summary>The currencies of both, each once, ordered by code.</summary>
    public static ImmutableArray<Currency> Union(this ImmutableArray<Currency> mine, ImmutableArray<Currency> theirs) => mine.SequenceEqual(theirs)
        ? mine
        : InOrder(mine.Concat(theirs));

    /// <summary>Each currency once, ordered by code.</summary>
    public static ImmutableArray<Currency> InOrder(IEnumerable<Currency> currencies) => currencies.TryGetNonEnumeratedCount(out int count) && count <= 1
        ? [.. currencies]
        : [.. currencies.Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal)];
}
