using System.Numerics;

namespace SocialKpi;

/// <summary>Numbers keys from 0 in the order in which they first appear: an open hash table without anything allocated for a key.</summary>
internal sealed class KeyNumbers
{
    private const int Empty = -1;

    private long[] _keys = new long[64];
    private int[] _slots = NewSlots(128);

    /// <summary>How many different keys there are.</summary>
    public int Count { get; private set; }

    public long KeyOf(int number) => _keys[number];

    public int NumberOf(long key)
    {
        int mask = _slots.Length - 1;
        for (int slot = SlotOf(key, mask); ; slot = (slot + 1) & mask)
        {
            int number = _slots[slot];
            if (number == Empty) return Add(key, slot);
            if (_keys[number] == key) return number;
        }
    }

    private int Add(long key, int slot)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            _slots = NewSlots(Count * 4);
            for (int number = 0; number < Count; number++) _slots[FreeSlotOf(_keys[number])] = number;
            slot = FreeSlotOf(key);
        }

        _keys[Count] = key;
        _slots[slot] = Count;
        return Count++;
    }

    private int FreeSlotOf(long key)
    {
        int mask = _slots.Length - 1;
        int slot = SlotOf(key, mask);
        while (_slots[slot] != Empty) slot = (slot + 1) & mask;
        return slot;
    }

    /// <summary>The high half of a product by the golden ratio spreads keys that follow one another.</summary>
    private static int SlotOf(long key, int mask) => unchecked((int)BitOperations.RotateLeft((ulong)key * 0x9E3779B97F4A7C15UL, 32) & mask);

    private static int[] NewSlots(int count)
    {
        int[] slots = new int[count];
        Array.Fill(slots, Empty);
        return slots;
    }
}
