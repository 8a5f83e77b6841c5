using System.Text;

namespace SocialKpi;

/// <summary>A measure as a formula found it, as plain values for libraries of charts and tables.</summary>
/// <param name="Measure">The id of the measure.</param>
/// <param name="Context">The context it was read in, in words; empty in the cell's own.</param>
/// <param name="Value">Its figure in the unit; null when it has none.</param>
/// <param name="Unit">The unit, as in JSON.</param>
/// <param name="Absence">Why it has no figure, as in JSON; empty when it has one.</param>
public sealed record ExplanationRow(string Measure, string Context, decimal? Value, string Unit, string Absence)
{
    internal static ExplanationRow Of(ReadingInput input) => new(
        input.Measure.Id, input.Context ?? "", input.Value?.Value, (input.Value?.Unit ?? input.Measure.Unit).ToString(), input.Absence?.Code() ?? "");

    private bool PrintMembers(StringBuilder text) => new RecordText(text).Part(Measure).Part(Context).Part(Value).Part(Unit).Part(Absence).IsWritten;
}
