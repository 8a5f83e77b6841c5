using System.Text;

namespace SocialKpi;

/// <summary>An evaluation as a line of text from start to target.</summary>
internal static class GoalLine
{
    public static string Write(GoalEvaluation evaluation, int width)
    {
        Goal goal = evaluation.Goal;
        decimal done = evaluation.Progress ?? 0;
        int filled = (int)decimal.Round(done * width, MidpointRounding.ToZero);
        int? mark = evaluation.ExpectedProgress is { } expected ? Math.Min((int)decimal.Round(expected * width, MidpointRounding.ToZero), width - 1) : null;
        StringBuilder line = new();
        line.Append(goal.Start is { } start && goal.IsMovement ? $"{start}" : "0 %").Append(' ');
        for (int at = 0; at < width; at++) line.Append(at == mark ? '│' : at < filled ? '█' : '░');
        line.Append(' ').Append(goal.Level is { } level ? $"{level}" : "100 %");
        line.Append(", now ").Append(Now(evaluation));
        if (evaluation.ExpectedProgress is { } part) line.Append(", expected ").Append(With(evaluation.ExpectedFigure?.ToString(), GoalText.Percent(part)));
        return line.ToString();
    }

    private static string Now(GoalEvaluation evaluation)
    {
        if (evaluation.RawProgress is not { } raw) return "–";
        bool hasFigure = evaluation.Current is { HasValue: true } && !evaluation.Goal.IsKept;
        return With(hasFigure ? evaluation.Current!.Quantity.ToString() : null, GoalText.Percent(raw));
    }

    private static string With(string? figure, string percent) => figure is null ? percent : $"{figure} ({percent})";
}
