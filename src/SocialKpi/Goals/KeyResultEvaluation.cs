namespace SocialKpi;

/// <summary>Where a key result stands: its goal as of a day, and the score and grade of that.</summary>
public sealed class KeyResultEvaluation
{
    private readonly GradeScale _grades;

    internal KeyResultEvaluation(KeyResult keyResult, GoalEvaluation goal, GradeScale grades) => (KeyResult, Goal, _grades) = (keyResult, goal, grades);

    /// <summary>What was evaluated.</summary>
    public KeyResult KeyResult { get; }

    /// <summary>The evaluation of its goal.</summary>
    public GoalEvaluation Goal { get; }

    /// <summary>The score: progress between 0 and 1. Null when nobody knows, which is not 0.</summary>
    public decimal? Score => Goal.Progress;

    /// <summary>The grade of the score; null when there is none.</summary>
    public Grade? Grade => Score is { } score ? _grades.GradeOf(score) : null;

    /// <summary>What somebody said of it last, as far as it counts on the day; null when nobody did. It never changes the status.</summary>
    public CheckIn? CheckIn => SocialKpi.CheckIn.LatestOf(KeyResult.CheckIns, Goal.AsOf);

    /// <summary>One line: score, grade and the evaluation of the goal.</summary>
    public override string ToString() => DisplayText.Visible($"{ObjectiveText.Graded(Score, _grades)}, {Goal}");
}
