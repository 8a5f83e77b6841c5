namespace SocialKpi;

/// <summary>The different keys of each group, numbered together. When all are gathered and sorted, those of one group are found side by side.</summary>
internal sealed class GroupedKeys
{
    private const int KeyBits = 32;

    private readonly KeyNumbers _pairs = new();
    private int[] _inOrder = [];
    private int[] _starts = [];

    /// <summary>How many pairs of a group and a key there are.</summary>
    public int Count => _pairs.Count;

    public int NumberOf(int group, int key) => _pairs.NumberOf(((long)group << KeyBits) | (uint)key);

    public int GroupOf(int number) => (int)(_pairs.KeyOf(number) >> KeyBits);

    public int KeyOf(int number) => unchecked((int)_pairs.KeyOf(number));

    /// <summary>The numbers of the pairs of a group, in the order in which they appeared, once all are sorted.</summary>
    public ReadOnlySpan<int> Of(int group) => group + 1 < _starts.Length ? _inOrder.AsSpan(_starts[group].._starts[group + 1]) : [];

    /// <summary>Sorts the pairs by group; nothing may be added after.</summary>
    public void Sort()
    {
        int groups = 0;
        for (int number = 0; number < Count; number++) groups = Math.Max(groups, GroupOf(number) + 1);
        int[] starts = new int[groups + 1];
        for (int number = 0; number < Count; number++) starts[GroupOf(number) + 1]++;
        for (int group = 0; group < groups; group++) starts[group + 1] += starts[group];
        int[] inOrder = new int[Count];
        int[] next = [.. starts];
        for (int number = 0; number < Count; number++) inOrder[next[GroupOf(number)]++] = number;
        (_inOrder, _starts) = (inOrder, starts);
    }
}
