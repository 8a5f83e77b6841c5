namespace SocialKpi;

/// <summary>
/// What a goal asks per period, and which percentage of one's own earlier periods, and of others, fell short of that. It never says yes or
/// no: what fell short before may be reached by other work.
/// </summary>
/// <remarks>
/// Of a stock, a ratio or a mean that should move, it asks a growth: (level ÷ latest figure)^(1 ÷ periods left) − 1, set against the growth
/// from each period to the next. Of what adds up it asks the level, or both limits of a range, ÷ the periods of the goal; of a kept limit or
/// another range that itself; both set against the figure of each period. Part of a period counts by its days. Others are set against the level
/// or limit. A period that did just what is asked did not fall short.
/// </remarks>
public sealed record Achievability
{
    internal Achievability()
    {
    }

    /// <summary>What is asked of each period: a growth as a ratio, or a figure; null without a history, and for a range.</summary>
    public Quantity? Asked { get; internal init; }

    /// <summary>Whether what is asked is the growth from one period to the next.</summary>
    public bool IsGrowth { get; internal init; }

    /// <summary>How long the periods are; null without a history.</summary>
    public Grain? Per { get; internal init; }

    /// <summary>How many periods are left, or the goal has; 0 where it does not matter.</summary>
    public decimal PeriodsLeft { get; internal init; }

    /// <summary>Which percentage of the own periods fell short, 0 to 100; null without a history.</summary>
    public decimal? Percentile { get; internal init; }

    /// <summary>How many own periods, or growths from one to the next, are behind it.</summary>
    public int Periods { get; internal init; }

    /// <summary>Which percentage of the others' figures fall short of the level or limit, 0 to 100; null when none were given.</summary>
    public decimal? PeerPercentile { get; internal init; }

    /// <summary>How many others are behind it.</summary>
    public int Peers { get; internal init; }

    /// <summary>In words, invariant: <c>it asks a growth of 6.25 % each month; 9 of 12 own months fell short (75 %)</c>.</summary>
    public override string ToString() => SmartText.Words(this);
}
