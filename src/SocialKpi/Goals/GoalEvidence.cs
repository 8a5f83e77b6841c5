using NodaTime;

namespace SocialKpi;

/// <summary>What the data say about a goal as of a day; all of its evaluation follows from this and the goal.</summary>
internal readonly record struct GoalEvidence
{
    /// <summary>The current figure; of a kept limit that of the last observed period, or where none is known the last that cannot be used. Null where there is none.</summary>
    public Reading? Current { get; init; }

    /// <summary>Periods of the series within the goal's time so far that have a value.</summary>
    public int Observed { get; init; }

    /// <summary>Those that are there without a value.</summary>
    public int Absent { get; init; }

    /// <summary>Days that the observed periods cover.</summary>
    public int ObservedDays { get; init; }

    /// <summary>The last day that an observation covers.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>How many days usually lie between the ends of two observations: the median, and at least the length of the last.</summary>
    public int Interval { get; init; }

    /// <summary>How many days the last observation covers.</summary>
    public int LastLength { get; init; }

    /// <summary>Periods that begin after the day of the evaluation: ignored.</summary>
    public int After { get; init; }

    /// <summary>Periods that begin by that day and end after it: ignored, as nobody can say what of them was known.</summary>
    public int Cut { get; init; }

    /// <summary>Periods that end before the goal's period begins, or reach into it from before.</summary>
    public int Before { get; init; }

    /// <summary>Periods in which a limit should have been kept by now.</summary>
    public int Possible { get; init; }

    /// <summary>Those of which is known whether it was.</summary>
    public int Known { get; init; }

    /// <summary>Those in which it was.</summary>
    public int Met { get; init; }

    /// <summary>When the goal was first reached, where its verdict asks for that.</summary>
    public LocalDate? ReachedOn { get; init; }
}
