using System.Globalization;

namespace SocialKpi;

/// <summary>Objectives and their evaluations in English words, invariant.</summary>
internal static class ObjectiveText
{
    public static string Score(decimal? score, Grade? grade) => score is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known:0.0##} {grade?.Name}").TrimEnd()
        : "no score";

    public static string Summary(ObjectiveEvaluation evaluation)
    {
        string verdict = evaluation.Verdict == GoalVerdict.Pending ? "" : $"{evaluation.Verdict}; ";
        string coverage = evaluation.Coverage is { } part and < 1 ? $" of {GoalText.Percent(part)} of the weight" : "";
        return $"{verdict}{evaluation.Status}, score {Score(evaluation.Score, evaluation.Grade)}{coverage}, by rule {evaluation.RuleName}";
    }
}
