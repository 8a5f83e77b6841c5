using System.Text;

namespace SocialKpi;

/// <summary>What a goal asks of its data: what a missing period means, when an observation is too old, when figures are final, what is too early.</summary>
public sealed record DataPolicy
{
    /// <summary>The longest number of days that a policy takes.</summary>
    internal const int MostDays = 3_660;

    private readonly int? _staleAfterDays;
    private readonly int _maturationDays;
    private readonly decimal _earlyShare = 0.10m;
    private readonly int _forecastFrom = 3;

    /// <summary>
    /// Missing periods excluded, stale after twice the usual time between observations, figures final at once, too early in the
    /// first tenth of the period, forecasts from three observations on.
    /// </summary>
    public static DataPolicy Default { get; } = new();

    /// <summary>What a period without a reading means for a goal that looks at every period.</summary>
    public MissingPeriods MissingPeriods { get; init; }

    /// <summary>
    /// How many days the end of the last observation may lie back; null for twice the usual time between observations: the median of the days
    /// from the end of one to the end of the next (the longer of two in the middle), and at least the length of the last. One gap or one late
    /// figure changes nothing. It is not asked for where a missing period counts as a miss.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 3,660.</exception>
    public int? StaleAfterDays
    {
        get => _staleAfterDays;
        init => _staleAfterDays = value is null or (>= 1 and <= MostDays) ? value
            : throw OutOfRange.Of(value, "An observation is stale after 1 to 3,660 days.");
    }

    /// <summary>How many days after the deadline figures may still grow: until then the verdict is pending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 0 to 3,660.</exception>
    public int MaturationDays
    {
        get => _maturationDays;
        init => _maturationDays = value is >= 0 and <= MostDays ? value
            : throw OutOfRange.Of(value, "Figures mature in 0 to 3,660 days.");
    }

    /// <summary>In which first part of the period any status would be chance; 0.1 for the first tenth, 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not 0 to 0.5.</exception>
    public decimal EarlyShare
    {
        get => _earlyShare;
        init => _earlyShare = value is >= 0 and <= 0.5m ? value
            : throw OutOfRange.Of(value, "Too early is at most the first half of the period: 0 to 0.5.");
    }

    /// <summary>From how many observations on there is a forecast.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 3,660.</exception>
    public int ForecastFrom
    {
        get => _forecastFrom;
        init => _forecastFrom = value is >= 1 and <= MostDays ? value
            : throw OutOfRange.Of(value, "A forecast needs 1 to 3,660 observations.");
    }

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(MissingPeriods).Part(StaleAfterDays).Part(MaturationDays).Part(EarlyShare).Part(ForecastFrom)
        .IsWritten;
}
