using System.Collections;

namespace SocialKpi;

/// <summary>Rows that are made when they are looked at: a table of a million rows that nobody keeps takes no memory for them.</summary>
internal sealed class LazyRows(int count, Func<int, KpiRow> rowAt) : IReadOnlyList<KpiRow>
{
    public int Count => count;

    public KpiRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            return rowAt(index);
        }
    }

    public IEnumerator<KpiRow> GetEnumerator()
    {
        for (int index = 0; index < count; index++) yield return rowAt(index);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
