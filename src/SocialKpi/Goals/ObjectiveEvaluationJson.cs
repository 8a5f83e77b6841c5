using System.Text.Json;

namespace SocialKpi;

/// <summary>Evaluations of objectives as JSON.</summary>
internal static class ObjectiveEvaluationJson
{
    public static void Write(Utf8JsonWriter writer, ObjectiveEvaluation evaluation)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("objective");
        ObjectiveJson.Write(writer, evaluation.Objective);
        writer.WriteString("as_of", TimeframeText.Write(evaluation.AsOf));
        WriteContent(writer, evaluation);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, ObjectiveEvaluation evaluation)
    {
        writer.WriteString("status", MachineText.Code(evaluation.Status));
        writer.WriteString("rule", evaluation.RuleName);
        writer.WriteString("verdict", MachineText.Code(evaluation.Verdict));
        WriteScore(writer, evaluation.Score, evaluation.Grade, evaluation.CheckIn);
        writer.Number("expected_score", evaluation.ExpectedScore);
        writer.Number("coverage", evaluation.Coverage);
        if (evaluation.Lints.Count > 0)
        {
            writer.WriteStartArray("lints");
            foreach (ObjectiveLint lint in evaluation.Lints)
            {
                writer.WriteStartObject();
                writer.WriteString("code", lint.Code);
                writer.WriteString("subject", lint.Subject);
                writer.WriteString("message", lint.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteStartArray("key_results");
        foreach (KeyResultEvaluation one in evaluation.KeyResults)
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.KeyResult.ToString());
            WriteScore(writer, one.Score, one.Grade, one.CheckIn);
            writer.WriteStartObject("evaluation");
            GoalEvaluationJson.WriteContent(writer, one.Goal);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (evaluation.Contributing.Count == 0) return;
        writer.WriteStartArray("contributing");
        foreach (ObjectiveEvaluation one in evaluation.Contributing)
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.Objective.Name);
            WriteContent(writer, one);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteScore(Utf8JsonWriter writer, decimal? score, Grade? grade, CheckIn? said)
    {
        writer.Number("score", score);
        if (grade is not null) writer.WriteString("grade", grade.Name);
        if (said is null) return;
        writer.WritePropertyName("check_in");
        CheckInJson.Write(writer, said);
    }
}
