using System.Globalization;

namespace SocialKpi;

/// <summary>One test of a case: a figure against a limit.</summary>
/// <param name="Figure">What is looked at.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Limit">The limit, in the figure's own measure: per cent, points or a ratio.</param>
public readonly record struct StatusTest(StatusFigure Figure, StatusComparison Comparison, decimal Limit)
{
    /// <summary>The test in words: <c>GapPoints &gt; 25</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Figure} {Sign} {Limit.WithoutTrailingZeros()}");

    private string Sign => Comparison switch
    {
        StatusComparison.AtLeast => ">=",
        StatusComparison.Above => ">",
        StatusComparison.AtMost => "<=",
        _ => "<",
    };

    internal bool Holds(in GoalPosition position)
    {
        // A gap is large where progress lies far below; written so, nothing overflows.
        (decimal figure, decimal limit) = Figure switch
        {
            StatusFigure.ProgressPercent => (position.Progress, Limit / 100),
            StatusFigure.ExpectedPercent => (position.Expected, Limit / 100),
            StatusFigure.GapPoints => (position.Expected - (Limit / 100), position.Progress),
            StatusFigure.Ratio => (position.Progress, Limit * position.Expected),
            _ => (position.Elapsed, Limit / 100),
        };
        return Comparison switch
        {
            StatusComparison.AtLeast => GoalPosition.IsAtLeast(figure, limit),
            StatusComparison.Above => !GoalPosition.IsAtLeast(limit, figure),
            StatusComparison.AtMost => GoalPosition.IsAtLeast(limit, figure),
            _ => !GoalPosition.IsAtLeast(figure, limit),
        };
    }
}
