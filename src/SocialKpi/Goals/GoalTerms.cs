using NodaTime;

namespace SocialKpi;

/// <summary>What a goal has beside its KPI, target and period. Everything may be left out.</summary>
/// <remarks>The terms are checked together with the goal they are given to.</remarks>
public sealed record GoalTerms
{
    /// <summary>An id by which others refer to the goal; empty for none.</summary>
    public string Id { get; init; } = "";

    /// <summary>What people call the goal; empty for its own words.</summary>
    public string Name { get; init; } = "";

    /// <summary>For which part of the facts; the whole unless said.</summary>
    public GoalScope Scope { get; init; } = GoalScope.Whole;

    /// <summary>Which reading is the current figure; null for what fits the shape: the latest period for recurring growth, to date for the rest.</summary>
    public CurrentFigure? Current { get; init; }

    /// <summary>How the days of the period are counted.</summary>
    public DayCount DayCount { get; init; }

    /// <summary>Which weeks and years the periods are in which a limit is kept; ISO weeks and calendar years unless said.</summary>
    public ReportingCalendar Calendar { get; init; } = ReportingCalendar.Iso;

    /// <summary>How progress is expected over the period; null for what fits the shape: compound for recurring growth, none for what is done or not, linear for the rest.</summary>
    public ExpectedCurve? Curve { get; init; }

    /// <summary>Whether all of the target is meant, or a part is a success.</summary>
    public Ambition Ambition { get; init; }

    /// <summary>By which rule the status is told.</summary>
    public StatusRule StatusRule { get; init; } = StatusRule.Default;

    /// <summary>By which rule the verdict is told.</summary>
    public VerdictRule VerdictRule { get; init; }

    /// <summary>What is asked of the data.</summary>
    public DataPolicy DataPolicy { get; init; } = DataPolicy.Default;

    /// <summary>The days on which somebody means to look at the goal, within its period.</summary>
    public IReadOnlyList<LocalDate> CheckIns { get; init; } = [];

    /// <summary>Who answers for the goal; empty when nobody was named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The id of the objective that the goal serves; empty for none.</summary>
    public string Objective { get; init; } = "";
}
