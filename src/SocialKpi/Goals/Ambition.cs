using System.Globalization;

namespace SocialKpi;

/// <summary>From which progress on a goal is a success: a committed goal at all of its target, an aspirational one before.</summary>
/// <remarks>
/// The default is <see cref="Committed"/>. Progress and pace are always measured against the whole target; only the verdict looks at the ambition.
/// Sources: Google's OKR playbook (committed 1.0, aspirational about 0.7); "60 or 70 per cent success is a win" (Hootsuite).
/// </remarks>
public readonly record struct Ambition
{
    private readonly decimal _shortOfAll;

    private Ambition(decimal successAt) => _shortOfAll = 1 - successAt;

    /// <summary>All of the target is success and nothing less.</summary>
    public static Ambition Committed => default;

    /// <summary>Whether less than all of the target is a success.</summary>
    public bool IsAspirational => _shortOfAll != 0;

    /// <summary>From which progress on it is a success: 1 for a committed goal.</summary>
    public decimal SuccessAt => 1 - _shortOfAll;

    /// <summary>A goal set so high that a part of it is a success.</summary>
    /// <param name="successAt">From which progress on; above 0 and below 1, 0.7 unless said.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and below 1.</exception>
    public static Ambition Aspirational(decimal successAt = 0.7m) => successAt is > 0 and < 1
        ? new Ambition(successAt)
        : throw OutOfRange.Of(successAt, "An aspirational goal is a success above 0 and below 1; a committed one at 1.");

    /// <summary>The ambition in words: <c>committed</c>, <c>aspirational, success from 70 %</c>.</summary>
    public override string ToString() => IsAspirational
        ? string.Create(CultureInfo.InvariantCulture, $"aspirational, success from {SuccessAt * 100:0.##} %")
        : "committed";
}
