namespace SocialKpi;

/// <summary>Numbers that were given for the measures of a formula, one for each of its leaves.</summary>
internal sealed class GivenInputs(Quantity?[] numbers) : InputSource
{
    public override IReadOnlyList<ReadingInput> Inputs(Kpi kpi) =>
        [.. kpi.Leaves.Zip(numbers, (leaf, number) => new ReadingInput(leaf, number, number is null ? Absence.NotReported : null, null))];
}
