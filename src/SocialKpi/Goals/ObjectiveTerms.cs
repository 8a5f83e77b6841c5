using System.Text;

namespace SocialKpi;

/// <summary>What an objective has beside its name and key results. Everything may be left out.</summary>
public sealed record ObjectiveTerms
{
    /// <summary>An id by which others refer to the objective; empty for none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Who answers for it; empty when nobody was named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What social media are used for by it, one of <see cref="ObjectiveTypes"/>; null when nobody said.</summary>
    public ObjectiveType? Type { get; init; }

    /// <summary>Whether all of it is meant, or a part is a success.</summary>
    public Ambition Ambition { get; init; }

    /// <summary>How much of the objective above it this one is, in proportion to what else stands there; above 0.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>How the statuses below make the status of the objective.</summary>
    public StatusRollUp RollUp { get; init; }

    /// <summary>The rule for <see cref="StatusRollUp.WeightedMean"/>.</summary>
    public StatusRule StatusRule { get; init; } = StatusRule.Default;

    /// <summary>How scores are graded.</summary>
    public GradeScale Grades { get; init; } = GradeScale.Google;

    /// <summary>Objectives that contribute to this one: their scores are parts of its score.</summary>
    public IReadOnlyList<Objective> Contributing { get; init; } = [];

    /// <summary>The ids of objectives that this one is aligned with: it serves them, and is no part of their score.</summary>
    public IReadOnlyList<string> AlignedWith { get; init; } = [];

    /// <summary>What people said of it, each with its day.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>The id of the objective that this one carries forward; empty for a new one.</summary>
    public string CarriedFrom { get; init; } = "";

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Id).Part(Owner).Part(Type).Part(Ambition).Part(Weight).Part(RollUp).Part(StatusRule).Part(Grades).Part(Contributing).Part(AlignedWith)
        .Part(CheckIns).Part(CarriedFrom)
        .IsWritten;
}
