using System.Numerics;

namespace SocialKpi;

/// <summary>For which rows of the current block something holds, one bit a row. Mutable: each step of a scan writes its own for every block.</summary>
internal sealed class BlockMask
{
    private readonly ulong[] _words = new ulong[RowBlock.MaskWords];

    public ref ulong this[int word] => ref _words[word];

    /// <summary>Whether it holds for a row, by its place in the block.</summary>
    public bool Holds(int at) => (_words[at / RowMask.WordSize] >> (at % RowMask.WordSize) & 1) != 0;

    public void Clear() => Array.Clear(_words);

    public void Set(int at) => _words[at / RowMask.WordSize] |= 1UL << (at % RowMask.WordSize);

    /// <summary>The places of the rows for which it holds, in order.</summary>
    public Places GetEnumerator() => new(_words);

    /// <summary>Walks over the bits that are set; words without any cost next to nothing.</summary>
    internal struct Places(ulong[] words)
    {
        private int _word;
        private ulong _left = words[0];

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word == words.Length) return false;
                _left = words[_word];
            }

            Current = (_word * RowMask.WordSize) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
