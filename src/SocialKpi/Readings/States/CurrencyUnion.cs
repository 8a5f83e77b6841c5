using System.Collections.Immutable;

namespace SocialKpi;

/// <summary>The currencies of rows that merge.</summary>
internal static class CurrencyUnion
{
    /// <summary>The currencies of both, each once, ordered by code.</summary>
    public static ImmutableArray<Currency> Union(this ImmutableArray<Currency> mine, ImmutableArray<Currency> theirs) => mine.SequenceEqual(theirs)
        ? mine
        : [.. mine.AsEnumerable().Union(theirs).OrderBy(currency => currency.Code, StringComparer.Ordinal)];
}
