using System.Text;

namespace SocialKpi;

/// <summary>What a score is called, and from which score on.</summary>
/// <param name="Name">The name, such as <c>green</c>.</param>
/// <param name="From">The first rounded score that has it, 0 to 1.</param>
public sealed record Grade(string Name, decimal From)
{
    private bool PrintMembers(StringBuilder text) => new RecordText(text).Part(Name).Part(From).IsWritten;
}
