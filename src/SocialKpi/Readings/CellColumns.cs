using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>
/// The keys of many cells as columns of numbers, which are in the order of what they stand for: sorting and grouping cells compares
/// numbers, and each period and text is kept once.
/// </summary>
/// <param name="Periods">The periods that occur, in order; one null without periods.</param>
/// <param name="PeriodOf">The index of each cell's period.</param>
/// <param name="Values">For each dimension the values that occur, in ordinal order, blank last.</param>
/// <param name="ValueOf">For each dimension the index of each cell's value.</param>
internal sealed record CellColumns(Timeframe?[] Periods, int[] PeriodOf, string?[][] Values, int[][] ValueOf)
{
    private readonly Lazy<Dictionary<string, int>[]> _places = new(() => [.. Values.Select(PlacesOf)]);

    /// <summary>The order of the values of a dimension: ordinal, blank last.</summary>
    public static int Compare(string? left, string? right) =>
        left is null || right is null ? (left is null).CompareTo(right is null) : string.CompareOrdinal(left, right);

    /// <summary>The columns of keys that all have as many values.</summary>
    public static CellColumns Of(IReadOnlyList<CellKey> keys)
    {
        int dimensions = keys.Count == 0 ? 0 : keys[0].Texts.Length;
        (Timeframe?[] periods, int[] periodOf) = Ranked([.. keys.Select(key => key.Period)], (left, right) => Nullable.Compare(left, right), period => period ?? default);
        string?[][] values = new string?[dimensions][];
        int[][] valueOf = new int[dimensions][];
        for (int at = 0; at < dimensions; at++)
            (values[at], valueOf[at]) = Ranked([.. keys.Select(key => key.Texts[at])], Compare, text => (text is null, text ?? ""));
        return new CellColumns(periods, periodOf, values, valueOf);
    }

    /// <summary>The key of a cell without its period, by its place.</summary>
    public CellKey SegmentOf(int at, ReadOnlySpan<int> dimensions)
    {
        string?[] values = new string?[dimensions.Length];
        for (int part = 0; part < values.Length; part++) values[part] = Values[dimensions[part]][ValueOf[dimensions[part]][at]];
        return CellKey.Of(null, values);
    }

    /// <summary>The index of a value of a dimension; -1 when it does not occur.</summary>
    public int PlaceOf(int dimension, string? value) => value is null
        ? Values[dimension] is [.., null] values ? values.Length - 1 : -1
        : _places.Value[dimension].GetValueOrDefault(value, -1);

    private static Dictionary<string, int> PlacesOf(string?[] values)
    {
        Dictionary<string, int> places = new(values.Length, StringComparer.Ordinal);
        for (int place = 0; place < values.Length; place++)
        {
            if (values[place] is { } value) places.Add(value, place);
        }

        return places;
    }

    /// <summary>Different items in order, and which of them each is.</summary>
    private static (T[] Different, int[] Of) Ranked<T, TKey>(T[] items, Comparison<T> compare, Func<T, TKey> keyOf)
        where TKey : notnull
    {
        Dictionary<TKey, int> numberOf = [];
        List<T> different = [];
        int[] of = new int[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numberOf, keyOf(items[i]), out bool exists);
            if (!exists)
            {
                number = different.Count;
                different.Add(items[i]);
            }

            of[i] = number;
        }

        int[] order = [.. Enumerable.Range(0, different.Count)];
        T[] sorted = [.. different];
        Array.Sort(sorted, order, Comparer<T>.Create(compare));
        int[] rankOf = new int[order.Length];
        for (int rank = 0; rank < order.Length; rank++) rankOf[order[rank]] = rank;
        for (int i = 0; i < of.Length; i++) of[i] = rankOf[of[i]];
        return (sorted, of);
    }
}
