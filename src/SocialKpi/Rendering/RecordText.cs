using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;

namespace SocialKpi;

/// <summary>
/// The parts of a record in the form that the compiler writes, <c>Name = Value, …</c>, but the same under every culture: numbers are invariant, and
/// times and days are ISO 8601. A record calls it in its <c>PrintMembers</c>.
/// </summary>
internal sealed class RecordText(StringBuilder text)
{
    /// <summary>Whether anything was written, which is what <c>PrintMembers</c> answers.</summary>
    public bool IsWritten { get; private set; }

    public RecordText Part<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        text.Append(IsWritten ? ", " : "").Append(name).Append(" = ").Append(Write(value));
        IsWritten = true;
        return this;
    }

    private static string? Write<T>(T value) => value switch
    {
        LocalDate day => MachineText.Write(day),
        DateTime moment => MachineText.Write(LocalDateTime.FromDateTime(moment)),
        AnnualDate day => MachineText.Write(day),
        string said => DisplayText.Name(said),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<LocalDate> days => $"[{string.Join(", ", days.Select(day => MachineText.Write(day)))}]",
        _ => value?.ToString(),
    };
}
