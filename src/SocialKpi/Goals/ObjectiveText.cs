using System.Globalization;

namespace SocialKpi;

/// <summary>Objectives and their evaluations in English words, invariant.</summary>
internal static class ObjectiveText
{
    /// <summary>A score of three decimals, cut and not rounded up, so that none looks like the grade above its own.</summary>
    public static string Score(decimal? score) => score is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{decimal.Round(known, 3, MidpointRounding.ToZero):0.0##}")
        : "–";

    public static string Score(decimal? score, Grade? grade) => score is null ? "no score" : $"{Score(score)} {grade?.Name}".TrimEnd();

    public static string Summary(ObjectiveEvaluation evaluation)
    {
        string verdict = evaluation.Verdict == GoalVerdict.Pending ? "" : $"{evaluation.Verdict}; ";
        string coverage = evaluation.Coverage is { } part and < 1 && evaluation.Score is not null ? $" of {GoalText.Percent(part)} of the weight" : "";
        return $"{verdict}{evaluation.Status}, {(evaluation.Score is null ? "" : "score ")}{Score(evaluation.Score, evaluation.Grade)}{coverage}, by rule {evaluation.RuleName}";
    }
}
