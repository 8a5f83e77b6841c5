namespace SocialKpi;

/// <summary>What is worked out of a goal's definition once, so that evaluating it need not.</summary>
internal sealed record GoalFigures
{
    public Quantity? Start { get; init; }

    public Quantity? Level { get; init; }

    /// <summary>What a compound curve grows by in all: level ÷ start.</summary>
    public decimal Growth { get; init; } = 1;

    /// <summary>How often growth recurs.</summary>
    public int Times { get; init; }

    /// <summary>The first days of the periods in which growth recurs, and the day after the last.</summary>
    public int[] PeriodStarts { get; init; } = [];

    /// <summary>The progress at the start of each of these periods and at the end of the last, when each grows alike.</summary>
    public decimal[] Steps { get; init; } = [];

    public KpiNature Nature { get; init; }

    /// <summary>How far outside its range a goal starts; the width of the range when it starts inside or nowhere.</summary>
    public decimal Distance { get; init; }

    /// <summary>Whether being in range is expected from the first day.</summary>
    public bool ExpectsAllAtOnce { get; init; }

    /// <summary>The unit of the goal's figures, for money with its currency.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The whole periods in which a limit is kept, or growth recurs.</summary>
    public IReadOnlyList<Timeframe> Periods { get; init; } = [];
}
