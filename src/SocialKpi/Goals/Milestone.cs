using System.Text;
using NodaTime;

namespace SocialKpi;

/// <summary>A step of a goal that is done or not.</summary>
/// <param name="Name">What is to be done, such as <c>Launch the VR app</c>.</param>
/// <param name="Weight">How much of the goal it is, in proportion to the others; above 0.</param>
/// <param name="Due">When it should be done; null for the end of the goal's period.</param>
/// <param name="DoneOn">The day on which it was done; null while it is not.</param>
public sealed record Milestone(string Name, decimal Weight = 1, LocalDate? Due = null, LocalDate? DoneOn = null)
{
    private bool PrintMembers(StringBuilder text) => new RecordText(text).Part(Name).Part(Weight).Part(Due).Part(DoneOn).IsWritten;
}
