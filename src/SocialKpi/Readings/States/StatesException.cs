using System.Globalization;

namespace SocialKpi;

/// <summary>Bytes are not the states that were asked for: not states at all, of another version or query, cut off or changed. Nothing of them was used.</summary>
public sealed class StatesException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="offset">The byte at which the problem was seen, counted from 0.</param>
    /// <param name="problem">What is wrong, and the remedy.</param>
    public StatesException(int offset, string problem)
        : base(string.Create(CultureInfo.InvariantCulture, $"States cannot be read, byte {offset}: {problem}")) => Offset = offset;

    /// <summary>The byte at which the problem was seen, counted from 0.</summary>
    public int Offset { get; }
}
