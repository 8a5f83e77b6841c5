using System.Text;

namespace SocialKpi;

/// <summary>An evaluation as a line of text from start to target.</summary>
internal static class GoalLine
{
    public static string Write(GoalEvaluation evaluation, int width)
    {
        decimal done = evaluation.Progress ?? 0;
        int filled = (int)decimal.Round(done * width, MidpointRounding.ToZero);
        int? mark = evaluation.ExpectedProgress is { } expected ? Math.Min((int)decimal.Round(expected * width, MidpointRounding.ToZero), width - 1) : null;
        StringBuilder line = new();
        line.Append(Start(evaluation.Goal)).Append(' ');
        for (int at = 0; at < width; at++) line.Append(at == mark ? '│' : at < filled ? '█' : '░');
        line.Append(' ').Append(End(evaluation.Goal));
        line.Append(", now ").Append(Now(evaluation));
        if (Expected(evaluation) is { } figure) line.Append(", expected ").Append(figure);
        return line.ToString();
    }

    /// <summary>Where it starts: the figure, or no progress.</summary>
    public static string Start(Goal goal) => goal.Start is { } start && goal.IsMovement ? start.ToString() : "0 %";

    /// <summary>What is to be reached: the figure, or all of it.</summary>
    public static string End(Goal goal) => goal.Level is { } level ? level.ToString() : "100 %";

    /// <summary>What is expected by now; null where nothing is.</summary>
    public static string? Expected(GoalEvaluation evaluation) =>
        evaluation.ExpectedProgress is { } part ? With(evaluation.ExpectedFigure?.ToString(), GoalText.Percent(part)) : null;

    /// <summary>Where it stands.</summary>
    public static string Now(GoalEvaluation evaluation)
    {
        if (evaluation.RawProgress is not { } raw) return "–";
        bool hasFigure = evaluation.Current is { HasValue: true } && !evaluation.Goal.IsKept;
        return With(hasFigure ? evaluation.Current!.Quantity.ToString() : null, GoalText.Percent(raw));
    }

    private static string With(string? figure, string percent) => figure is null ? percent : $"{figure} ({percent})";
}
