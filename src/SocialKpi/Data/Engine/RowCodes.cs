using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace SocialKpi;

/// <summary>A property of rows that has few values, as a number for each row: their period, or a dimension.</summary>
internal abstract class RowCodes
{
    /// <summary>How many codes there are: they run from 0.</summary>
    public abstract int Count { get; }

    /// <summary>Whether a row may be blank.</summary>
    public virtual bool HasBlanks => false;

    /// <summary>The code of blank rows; -1 when there are none.</summary>
    public virtual int BlankCode => -1;

    /// <summary>The code of each row of a block; behind a short one stands any code there is.</summary>
    public abstract void Read(RowBlock block, int[] codes);
}

/// <summary>The codes of a dimension: one of the facts, or what the time of a row tells.</summary>
internal abstract class DimensionCodes : RowCodes
{
    /// <summary>What a code stands for; null for the blank.</summary>
    public abstract string? TextOf(int code);

    /// <summary>The codes of a dimension of the facts, or of one that their time has of itself.</summary>
    public static DimensionCodes Of(Facts facts, string name) => (facts.DimensionOf(name), name) switch
    {
        ({ } dimension, _) => new ColumnCodes(dimension),
        (_, TimeDimension.Weekday) => new WeekdayCodes(facts.Time!),
        _ => new HourOfDayCodes(facts.Time!),
    };
}

/// <summary>The codes of a column of texts; a blank has the code behind the last value.</summary>
internal sealed class ColumnCodes(DimensionColumn dimension) : DimensionCodes
{
    public override int Count => dimension.Values.Length + 1;

    public override bool HasBlanks => dimension.HasBlanks;

    public override int BlankCode => dimension.Values.Length;

    public override string? TextOf(int code) => code == BlankCode ? null : dimension.Values[code];

    public override void Read(RowBlock block, int[] codes)
    {
        dimension.Codes.Span.Slice(block.Start, block.Count).CopyTo(codes);

        // Read without a sign, -1 lies behind every value; and so would a code that a caller changed after all.
        Vector<uint> blank = new((uint)BlankCode);
        foreach (ref Vector<uint> vector in MemoryMarshal.Cast<int, Vector<uint>>(codes.AsSpan())) vector = Vector.Min(vector, blank);
    }
}

/// <summary>The day of the week, 1 for Monday.</summary>
internal sealed class WeekdayCodes(TimeColumn time) : DimensionCodes
{
    private const int Days = 7;
    private readonly int _first = (int)CommonEra.First.DayOfWeek - 1;

    public override int Count => Days;

    public override string? TextOf(int code) => (code + 1).ToString(CultureInfo.InvariantCulture);

    public override void Read(RowBlock block, int[] codes)
    {
        ReadOnlySpan<int> days = time.Days.Span.Slice(block.Start, block.Count);
        for (int at = 0; at < days.Length; at++) codes[at] = (days[at] + _first) % Days;
    }
}

/// <summary>The hour of the local clock.</summary>
internal sealed class HourOfDayCodes(TimeColumn time) : DimensionCodes
{
    public override int Count => NodaConstants.HoursPerDay;

    public override string? TextOf(int code) => code.ToString("00", CultureInfo.InvariantCulture);

    public override void Read(RowBlock block, int[] codes)
    {
        for (int at = 0; at < block.Count; at++) codes[at] = time.At(block.Start + at).Hour;
    }
}
