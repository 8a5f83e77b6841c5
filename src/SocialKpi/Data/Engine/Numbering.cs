using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialKpi;

/// <summary>
/// Gives every row of the current block the number of its group: the group of its codes. Few groups are numbered by
/// arithmetic alone; where the codes could make more groups than there are rows to fill them, groups are numbered as they appear.
/// </summary>
internal sealed class Numbering : BlockStep
{
    /// <summary>The number of rows that are in no group. It is a number like any other, so that nothing has to be asked for each row.</summary>
    public const int NoGroup = 0;

    private const int FewGroups = 1 << 16;

    // A place for every group that there could be is worth its memory only where many of them are used.
    private const int RowsPerGroup = 8;

    private readonly RowCodes[] _codes;
    private readonly KeyNumbers?[] _keys;
    private readonly BlockMask? _rows;
    private readonly bool _skipsBlanks;
    private readonly int[] _numbers = new int[RowBlock.Size];
    private readonly int[] _next = new int[RowBlock.Size];
    private readonly int _fixed = 1;

    /// <param name="codes">What makes a group; none makes one of all rows.</param>
    /// <param name="rows">The rows that are in a group; null for all.</param>
    /// <param name="facts">How many rows the facts have.</param>
    /// <param name="skipsBlanks">Whether a row with a blank code is in no group.</param>
    public Numbering(IReadOnlyList<RowCodes> codes, BlockMask? rows, int facts, bool skipsBlanks = false)
    {
        (_codes, _rows, _skipsBlanks) = ([.. codes], rows, skipsBlanks);
        _keys = new KeyNumbers?[_codes.Length];
        long product = 1;
        for (int part = 0; part < _codes.Length; part++)
        {
            product *= _codes[part].Count;
            if (product <= Math.Max(FewGroups, facts / RowsPerGroup)) continue;
            _keys[part] = new KeyNumbers();

            // As many groups as rows at most, whatever their codes.
            product = facts;
        }

        int last = Array.FindLastIndex(_keys, keys => keys is not null);
        for (int part = last + 1; part < _codes.Length; part++) _fixed *= _codes[part].Count;
        if (last < 0 && _rows is null) _numbers.AsSpan().Fill(NoGroup + 1);
    }

    /// <summary>One more than the greatest number that any row had so far.</summary>
    public int Count
    {
        get
        {
            int last = Array.FindLastIndex(_keys, keys => keys is not null);
            return 1 + ((last < 0 ? 1 : _keys[last]!.Count) * _fixed);
        }
    }

    /// <summary>Whether there is one group, and every row is in it.</summary>
    public bool IsWhole => _codes.Length == 0 && _rows is null;

    /// <summary>The number of each row of the block.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    public override void Read(RowBlock block)
    {
        if (IsWhole) return;
        if (_codes.Length == 0) Array.Clear(_numbers);
        for (int part = 0; part < _codes.Length; part++)
        {
            int[] codes = part == 0 ? _numbers : _next;
            _codes[part].Read(block, codes);
            if (_skipsBlanks && _codes[part].HasBlanks) codes.AsSpan().Replace(_codes[part].BlankCode, -1);
            if (_keys[part] is { } keys) NumberKeys(part, keys, block.Count);
            else if (part > 0) Combine(_codes[part].Count);
        }

        foreach (ref Vector<int> vector in MemoryMarshal.Cast<int, Vector<int>>(_numbers.AsSpan())) vector += Vector<int>.One;
        if (_rows is not null) MaskedCopy.Copy<int>(_numbers.AsSpan(0, block.Count), _rows, _numbers);
    }

    /// <summary>The codes of a group.</summary>
    public void CodesOf(int group, Span<int> codes)
    {
        int number = group - 1;
        for (int part = _codes.Length - 1; part >= 0; part--)
        {
            int count = _codes[part].Count;
            long key = _keys[part]?.KeyOf(number) ?? number;
            (number, codes[part]) = ((int)(key / count), (int)(key % count));
        }
    }

    /// <summary>The number here of each group that another numbering of the same codes has numbered.</summary>
    public GroupMap MapOf(Numbering other)
    {
        if (Array.TrueForAll(_keys, keys => keys is null)) return GroupMap.Same(Count);
        int[] numbers = new int[other.Count];
        int[] codes = new int[_codes.Length];
        for (int group = 1; group < numbers.Length; group++)
        {
            other.CodesOf(group, codes);
            numbers[group] = NumberOf(codes);
        }

        return GroupMap.Of(numbers);
    }

    private int NumberOf(int[] codes)
    {
        int number = 0;
        for (int part = 0; part < codes.Length; part++)
        {
            long key = ((long)number * _codes[part].Count) + codes[part];
            number = _keys[part]?.NumberOf(key) ?? (int)key;
        }

        return number + 1;
    }

    private void NumberKeys(int part, KeyNumbers keys, int rows)
    {
        int count = _codes[part].Count;
        for (int at = 0; at < rows; at++)
        {
            (int number, int code) = part == 0 ? (0, _numbers[at]) : (_numbers[at], _next[at]);

            // Rows that are in no group must not make one.
            bool isIn = (number | code) >= 0 && _rows?.Holds(at) != false;
            _numbers[at] = isIn ? keys.NumberOf(((long)number * count) + code) : -1;
        }
    }

    /// <summary>A row in no group stays in none: its sign stands for all that it is combined with.</summary>
    private void Combine(int count)
    {
        Span<Vector<int>> numbers = MemoryMarshal.Cast<int, Vector<int>>(_numbers.AsSpan());
        Span<Vector<int>> next = MemoryMarshal.Cast<int, Vector<int>>(_next.AsSpan());
        for (int i = 0; i < numbers.Length; i++) numbers[i] = ((numbers[i] * count) + next[i]) | Vector.ShiftRightArithmetic(numbers[i] | next[i], 31);
    }
}
