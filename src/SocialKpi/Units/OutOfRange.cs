using System.Globalization;
using System.Runtime.CompilerServices;

namespace SocialKpi;

/// <summary>
/// Refuses an argument outside its range in the same words under every culture: the framework would write the value into the message as the current
/// one does.
/// </summary>
internal static class OutOfRange
{
    /// <param name="value">The argument.</param>
    /// <param name="message">What is legal.</param>
    /// <param name="argument">The name of the argument.</param>
    public static ArgumentOutOfRangeException Of<T>(T value, string message, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        new(argument, Convert.ToString(value, CultureInfo.InvariantCulture), message);
}
