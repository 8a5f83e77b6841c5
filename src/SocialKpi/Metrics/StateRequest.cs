using System.Text;

namespace SocialKpi;

/// <summary>One state to gather in every cell of a scan: a measure over the rows that a rule lets in.</summary>
/// <param name="Measure">What is gathered, and so how.</param>
/// <param name="Rule">The index in <see cref="Scan.Rules"/> of the formula whose measures must all be known on a row.</param>
/// <param name="Term">When set, only rows to which this part of the formula applies take part: the numerator of a quotient that
/// is one part of a sum must not read rows that the quotient does not apply to.</param>
/// <param name="WhereZero">When set, only rows on which this row formula is exactly zero, and the measure is not, take part.</param>
public sealed record StateRequest(Measure Measure, int Rule, Formula? Term = null, Formula? WhereZero = null)
{
    private bool PrintMembers(StringBuilder text) => new RecordText(text).Part(Measure).Part(Rule).Part(Term).Part(WhereZero).IsWritten;
}
