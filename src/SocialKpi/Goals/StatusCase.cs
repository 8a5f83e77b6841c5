namespace SocialKpi;

/// <summary>One case of an ordered rule: a status, and the tests that must all hold for it.</summary>
public sealed class StatusCase
{
    /// <summary>Makes a case.</summary>
    /// <param name="status">On track, behind or at risk.</param>
    /// <param name="tests">The tests; all must hold.</param>
    public StatusCase(GoalStatus status, params IEnumerable<StatusTest> tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        (Status, Tests) = (status, [.. tests]);
    }

    /// <summary>The status when all tests hold.</summary>
    public GoalStatus Status { get; }

    /// <summary>The tests; all must hold.</summary>
    public IReadOnlyList<StatusTest> Tests { get; }

    /// <summary>The case in words: <c>AtRisk when GapPoints &gt; 25 and ElapsedPercent &gt;= 50</c>.</summary>
    public override string ToString() => $"{Status} when {string.Join(" and ", Tests)}";

    internal bool Holds(in GoalPosition position)
    {
        foreach (StatusTest test in Tests)
        {
            if (!test.Holds(position)) return false;
        }

        return true;
    }
}
