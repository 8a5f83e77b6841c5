using System.Globalization;

namespace SocialKpi;

/// <summary>When a goal counts as achieved: by its figure at the deadline or once it was reached, and what of late and partial success.</summary>
/// <remarks>The default is the figure at the deadline, with nothing late and nothing partial.</remarks>
public readonly record struct VerdictRule
{
    /// <summary>The figure at the deadline decides; a dip after a hit is a miss.</summary>
    public static VerdictRule AtDeadline => default;

    /// <summary>Reached once by the deadline is achieved, whatever comes after.</summary>
    public static VerdictRule EverReached => new() { CountsOnceReached = true };

    /// <summary>Whether reached once is enough.</summary>
    public bool CountsOnceReached { get; private init; }

    /// <summary>How many days after the deadline the goal may still be achieved late; 0 refuses it.</summary>
    public int LateDays { get; private init; }

    /// <summary>From which progress at the deadline on a goal that is not achieved is partly so; null when a part does not count.</summary>
    public decimal? PartialFrom { get; private init; }

    /// <summary>The same with <see cref="GoalVerdict.AchievedLate"/> for what is reached within so many days after the deadline.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is not 1 to 3,660.</exception>
    public VerdictRule AcceptingLate(int days) => days is >= 1 and <= DataPolicy.MostDays
        ? this with { LateDays = days }
        : throw OutOfRange.Of(days, "What is late is so within 1 to 3,660 days.");

    /// <summary>The same with <see cref="GoalVerdict.Partial"/> from a progress on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The progress is not above 0 and below 1.</exception>
    public VerdictRule WithPartialFrom(decimal progress) => progress is > 0 and < 1
        ? this with { PartialFrom = progress }
        : throw OutOfRange.Of(progress, "A part is above 0 and below 1.");

    /// <summary>The rule in words: <c>at the deadline, late within 60 days</c>.</summary>
    public override string ToString()
    {
        // Each is written on its own: text inside of text would follow the culture.
        string late = LateDays > 0 ? string.Create(CultureInfo.InvariantCulture, $", late within {LateDays} day{(LateDays == 1 ? "" : "s")}") : "";
        string partial = PartialFrom is { } part ? string.Create(CultureInfo.InvariantCulture, $", partial from {part * 100:0.##} %") : "";
        return $"{(CountsOnceReached ? "once reached" : "at the deadline")}{late}{partial}";
    }
}
