using NodaTime;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>Texts for machines: invariant, with nothing left out.</summary>
internal static class MachineText
{
    /// <summary>A local moment as ISO 8601 without offset; empty for an open side.</summary>
    public static string Write(LocalDateTime? moment) =>
        moment is { } known ? LocalDateTimePattern.ExtendedIso.Format(known) : "";

    /// <summary>A day as ISO 8601.</summary>
    public static string Write(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A day of every year as ISO 8601 has it: <c>12-31</c>.</summary>
    public static string Write(AnnualDate day) => AnnualDatePattern.Iso.Format(day);

    /// <summary>A Pascal-case name as words with underscores: <c>HigherIsBetter</c> is <c>higher_is_better</c>.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((character, at) =>
            char.IsAsciiLetterUpper(character) ? $"{(at == 0 ? "" : "_")}{char.ToLowerInvariant(character)}" : $"{character}"));

    /// <summary>Every value of an enumeration with its text.</summary>
    public static IEnumerable<(string Name, T Value)> Codes<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (Code(value), value));
}
