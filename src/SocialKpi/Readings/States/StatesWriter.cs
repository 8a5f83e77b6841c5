using System.Buffers;
using System.Numerics;
using NodaTime;

namespace SocialKpi;

/// <summary>The pieces of which states are written: numbers, integers of any size, decimals, texts, days. Each value has one form only.</summary>
internal sealed class StatesWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void Byte(byte value) => _bytes.Write([value]);

    /// <summary>A number from 0: seven bits a byte, lowest first, the highest bit set on all but the last byte.</summary>
    public void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        while (value > 0x7F)
        {
            Byte((byte)((value & 0x7F) | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>An integer of any size: how many bytes, then as few bytes in two's complement as hold it, lowest first.</summary>
    public void Integer(BigInteger value)
    {
        int length = value.GetByteCount();
        Number(length);
        value.TryWriteBytes(_bytes.GetSpan(length), out _);
        _bytes.Advance(length);
    }

    /// <summary>A decimal, as a figure.</summary>
    public void Decimal(decimal value) => Scaled(ExactNumber.Unscaled(value), value.Scale);

    /// <summary>A figure without trailing zeros: its number of decimals, then its digits as an integer.</summary>
    public void Scaled(BigInteger scaled, int decimals)
    {
        for (; decimals > 0 && (scaled % 10).IsZero; decimals--) scaled /= 10;
        Byte((byte)decimals);
        Integer(scaled);
    }

    /// <summary>A text: its number of UTF-16 code units, then each as a number, so that any text comes back, broken ones too.</summary>
    public void Text(string text)
    {
        Number(text.Length);
        foreach (char unit in text) Number(unit);
    }

    /// <summary>A day: its number since 1970-01-01, twice that from that day on, and less one than twice the distance before it.</summary>
    public void Day(LocalDate day)
    {
        long number = StatesReader.NumberOf(day);
        Number(number >= 0 ? number * 2 : (-number * 2) - 1);
    }

    /// <summary>Currencies: how many, then the three letters of each, ordered by code.</summary>
    public void Currencies(IReadOnlyList<Currency> currencies)
    {
        Number(currencies.Count);
        foreach (Currency currency in currencies)
        {
            foreach (char letter in currency.Code) Byte((byte)letter);
        }
    }
}
