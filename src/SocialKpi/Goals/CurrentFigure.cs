namespace SocialKpi;

/// <summary>Which reading a goal takes as its current figure as of a day.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>a sum or a number (visits, new followers)</term><description>to date: the sum from the first day on, which begins at zero and
/// so does its progress; latest: the figure of the last whole period, compared with the baseline's, so read it by the periods that the baseline is of. Growth merges what is read day by day into its own
/// periods.</description></item>
/// <item><term>a stock (followers)</term><description>either way the last known value as of the day.</description></item>
/// <item><term>a ratio, mean or median (CTR, response time)</term><description>to date: of all rows since the first day, never a mean of
/// periods; latest: of the last whole period.</description></item>
/// <item><term>people (reach)</term><description>to date: gross where several counts meet, with bounds, beginning at zero; latest: of the last whole period.</description></item>
/// </list>
/// To date is merged from the states that a series read from facts carries. Given numbers have none: of a stock the last one holds; anything
/// else needs a number given for the whole time so far, and is absent with <see cref="Absence.NotMergeable"/> without it.
/// </remarks>
public enum CurrentFigure
{
    /// <summary>What the goal's period has brought so far, all of it together.</summary>
    ToDate,

    /// <summary>The last whole period of the series, such as the last month, held against what is expected by its end; for goals whose period is longer than what they measure.</summary>
    LatestPeriod,
}
