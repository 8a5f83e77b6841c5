using System.Globalization;
using System.Numerics;
using NodaTime;

namespace SocialKpi;

/// <summary>Reads the pieces that <see cref="StatesWriter"/> writes, and refuses any other form of them. Nothing is allocated beyond the bytes that are there.</summary>
internal ref struct StatesReader(ReadOnlySpan<byte> bytes, int offset)
{
    private const string Remedy = "write the states again with this library";
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly long FirstDay = NumberOf(LocalDate.MinIsoValue);
    private static readonly long LastDay = NumberOf(LocalDate.MaxIsoValue);
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The next byte to be read.</summary>
    public int Offset { get; private set; } = offset;

    public readonly bool IsAtEnd => Offset == _bytes.Length;

    public static long NumberOf(LocalDate day) => Period.DaysBetween(Epoch, day);

    public static StatesException Wrong(int offset, string problem) => new(offset, $"{problem}; {Remedy}");

    public byte Byte(string what) => Offset < _bytes.Length
        ? _bytes[Offset++]
        : throw Wrong(Offset, $"the bytes end where {what} should stand");

    public long Number(string what)
    {
        int start = Offset;
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7)
        {
            byte next = Byte(what);
            value |= (long)(next & 0x7F) << shift;
            if (next > 0x7F) continue;
            return next == 0 && shift > 0 ? throw Wrong(start, $"{what} has more bytes than it needs") : value;
        }

        throw Wrong(start, $"{what} is larger than any number of rows");
    }

    /// <summary>How many things follow, each of so many bytes at the least.</summary>
    public int Length(string what, int leastBytes)
    {
        int start = Offset;
        long length = Number(what);
        return length <= (_bytes.Length - Offset) / leastBytes
            ? (int)length
            : throw Wrong(start, string.Create(CultureInfo.InvariantCulture, $"{what} is {length}, more than the bytes that follow can hold"));
    }

    public BigInteger Integer(string what)
    {
        int start = Offset;
        int length = Length($"the length of {what}", 1);
        if (length == 0) throw Wrong(start, $"{what} has no bytes");
        BigInteger value = new(_bytes.Slice(Offset, length));
        Offset += length;
        return value.GetByteCount() == length ? value : throw Wrong(start, $"{what} has more bytes than it needs");
    }

    public decimal Decimal(string what)
    {
        int start = Offset;
        (BigInteger digits, int scale) = Scaled(what);
        if (BigInteger.Abs(digits) > (BigInteger)decimal.MaxValue) throw Wrong(start, $"{what} lies outside what a decimal can hold");
        int[] bits = decimal.GetBits((decimal)BigInteger.Abs(digits));
        return new decimal(bits[0], bits[1], bits[2], digits.Sign < 0, (byte)scale);
    }

    public (BigInteger Scaled, int Decimals) Scaled(string what)
    {
        int start = Offset;
        byte decimals = Byte(what);
        BigInteger scaled = Integer(what);
        if (decimals > ExactNumber.DecimalPlaces) throw Wrong(start, $"{what} has more decimals than a decimal can have");
        return decimals > 0 && (scaled % 10).IsZero ? throw Wrong(start, $"{what} has more decimals than it needs") : (scaled, decimals);
    }

    public string Text(string what)
    {
        int length = Length($"the length of {what}", 1);
        char[] text = new char[length];
        foreach (ref char unit in text.AsSpan())
        {
            int start = Offset;
            long value = Number(what);
            unit = value <= char.MaxValue ? (char)value : throw Wrong(start, $"{what} holds a number that is no character");
        }

        return new string(text);
    }

    public LocalDate Day(string what)
    {
        int start = Offset;
        long folded = Number(what);
        long number = (folded & 1) == 0 ? folded / 2 : -(folded / 2) - 1;
        return number >= FirstDay && number <= LastDay
            ? Epoch.PlusDays((int)number)
            : throw Wrong(start, $"{what} is a day beyond the calendar");
    }

    public Currency[] Currencies()
    {
        Currency[] currencies = new Currency[Length("the number of currencies", 3)];
        for (int i = 0; i < currencies.Length; i++)
        {
            int start = Offset;
            string code = string.Concat((char)Byte("a currency"), (char)Byte("a currency"), (char)Byte("a currency"));
            if (!Currency.TryParse(code, out currencies[i])) throw Wrong(start, "a currency is no ISO 4217 code");
            if (i > 0 && string.CompareOrdinal(currencies[i - 1].Code, code) >= 0) throw Wrong(start, "currencies are not in the order of their codes");
        }

        return currencies;
    }
}
