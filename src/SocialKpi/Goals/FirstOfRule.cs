namespace SocialKpi;

/// <summary>Status by the first case of a list that holds.</summary>
internal sealed class FirstOfRule(StatusCase[] cases, GoalStatus otherwise) : StatusRule($"FirstOf({string.Join("; ", cases.AsEnumerable())}; otherwise {otherwise})")
{
    public IReadOnlyList<StatusCase> Cases => cases;

    public GoalStatus Otherwise => otherwise;

    public static IEnumerable<string> Problems(StatusCase[] cases, GoalStatus otherwise)
    {
        const string Judgements = "a rule gives OnTrack, Behind or AtRisk";
        if (cases.Length == 0) yield return "it has no case; give at least one";
        for (int i = 0; i < cases.Length; i++)
        {
            if (cases[i].Tests.Count == 0) yield return $"case {i + 1} has no test and would always hold; give it one, or make its status the otherwise";
            if (!cases[i].Status.IsJudgement()) yield return $"case {i + 1} gives {cases[i].Status}; {Judgements}";
        }

        if (!otherwise.IsJudgement()) yield return $"it gives {otherwise} otherwise; {Judgements}";
    }

    internal override GoalStatus StatusOf(in GoalPosition position)
    {
        foreach (StatusCase one in cases)
        {
            if (one.Holds(position)) return one.Status;
        }

        return otherwise;
    }
}
