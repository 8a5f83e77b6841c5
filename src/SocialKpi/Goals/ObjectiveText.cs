using System.Globalization;

namespace SocialKpi;

/// <summary>Objectives and their evaluations in English words, invariant.</summary>
internal static class ObjectiveText
{
    /// <summary>A score of three decimals, halves away from zero as in percentages; cut where it would look like the grade above its own, or like all of it.</summary>
    public static string Score(decimal? score, GradeScale grades)
    {
        if (score is not { } known) return "–";
        decimal rounded = decimal.Round(known, 3, MidpointRounding.AwayFromZero);
        bool isMore = rounded > known && (rounded == 1 || grades.GradeOf(rounded) != grades.GradeOf(known));
        return string.Create(CultureInfo.InvariantCulture, $"{(isMore ? decimal.Round(known, 3, MidpointRounding.ToZero) : rounded):0.0##}");
    }

    public static string Graded(decimal? score, GradeScale grades) => score is { } known ? $"{Score(known, grades)} {grades.GradeOf(known).Name}" : "no score";

    public static string Summary(ObjectiveEvaluation evaluation)
    {
        string verdict = evaluation.Verdict == GoalVerdict.Pending ? "" : $"{evaluation.Verdict}; ";
        string coverage = evaluation.Coverage is { } part and < 1 && evaluation.Score is not null ? $" of {GoalText.Percent(part)} of the weight" : "";
        return $"{verdict}{evaluation.Status}, {(evaluation.Score is null ? "" : "score ")}{Graded(evaluation.Score, evaluation.Objective.Terms.Grades)}{coverage}, by rule {evaluation.RuleName}";
    }
}
