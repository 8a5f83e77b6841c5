using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>What a value of a table means, whatever type its provider gives it; the culture of the machine plays no part.</summary>
internal static class TableValue
{
    /// <summary>Any integer type, a decimal, or a floating-point number by its shortest text.</summary>
    public static bool TryNumber(object value, out decimal number)
    {
        number = 0;
        switch (value)
        {
            case decimal exact:
                number = exact;
                return true;
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
                return true;
            case BigInteger integer:
                return TryInteger(integer, out number);
            case Int128 integer:
                return TryInteger(integer, out number);
            case UInt128 integer:
                return TryInteger(integer, out number);
            case double binary:
                return ExactNumber.TryFromDouble(binary, out number);
            case float binary:
                return ExactNumber.TryFromDouble(ExactNumber.Shortest(binary), out number);
            default:
                return false;
        }
    }

    /// <summary>The invariant text of a value; equal values have equal texts. Null for what has none, such as bytes.</summary>
    public static string? Text(object value) => value switch
    {
        string text => text,
        char letter => letter.ToString(),
        bool truth => truth ? "true" : "false",
        decimal exact => exact.WithoutTrailingZeros().ToString(CultureInfo.InvariantCulture),
        DateTime moment when moment.TimeOfDay == TimeSpan.Zero => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        LocalDate day => LocalDatePattern.Iso.Format(day.WithCalendar(CalendarSystem.Iso)),
        LocalDateTime moment => LocalDateTimePattern.ExtendedIso.Format(moment.WithCalendar(CalendarSystem.Iso)),
        LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    public static bool TryDay(object value, out LocalDate day)
    {
        ParseResult<LocalDate>? parsed = value is string text ? LocalDatePattern.Iso.Parse(text) : null;
        (bool found, day) = value switch
        {
            LocalDate local => (true, local),
            DateOnly date => (true, LocalDate.FromDateOnly(date)),
            DateTime moment when moment.TimeOfDay == TimeSpan.Zero => (true, LocalDate.FromDateTime(moment)),
            string when parsed!.Success => (true, parsed.Value),
            _ => default,
        };
        return found;
    }

    public static bool TryMoment(object value, out LocalDateTime moment)
    {
        (bool found, moment) = value switch
        {
            LocalDateTime local => (true, local),
            DateTime { Kind: DateTimeKind.Unspecified } unspecified => (true, LocalDateTime.FromDateTime(unspecified)),
            string text when LocalDateTimePattern.ExtendedIso.Parse(text.Replace(' ', 'T')) is { Success: true } parsed => (true, parsed.Value),
            _ => default,
        };
        return found;
    }

    public static bool TryInstant(object value, out Instant instant)
    {
        (bool found, instant) = value switch
        {
            Instant known => (true, known),
            DateTimeOffset offset => (true, Instant.FromDateTimeOffset(offset)),
            DateTime { Kind: DateTimeKind.Utc } universal => (true, Instant.FromDateTimeUtc(universal)),
            string text when OffsetDateTimePattern.ExtendedIso.Parse(text.Replace(' ', 'T')) is { Success: true } parsed => (true, parsed.Value.ToInstant()),
            _ => default,
        };
        return found;
    }

    private static bool TryInteger(BigInteger integer, out decimal number)
    {
        bool fits = BigInteger.Abs(integer) <= (BigInteger)decimal.MaxValue;
        number = fits ? (decimal)integer : 0;
        return fits;
    }
}
