using System.Text;

namespace SocialKpi;

/// <summary>How a goal answers a letter of SMART as plain values, for libraries of charts and tables.</summary>
/// <param name="Letter">The letter: <c>specific</c>, …, <c>time_bound</c>.</param>
/// <param name="Answer">The answer: <c>absent</c>, <c>not_checkable</c>, <c>partial</c> or <c>present</c>.</param>
/// <param name="Open">How many things it leaves open.</param>
/// <param name="Codes">Their codes, with commas between them; empty when nothing is open.</param>
/// <param name="Messages">What is open and what to write, with semicolons between them; empty when nothing is open.</param>
public sealed record SmartRow(string Letter, string Answer, int Open, string Codes, string Messages)
{
    internal static SmartRow Of(SmartCheck check, SmartLetter letter)
    {
        SmartLint[] open = [.. check.Lints.Where(lint => lint.Letter == letter)];
        return new SmartRow(
            MachineText.Code(letter), MachineText.Code(check[letter]), open.Length, string.Join(", ", open.Select(lint => lint.Code)), string.Join("; ", open.Select(lint => lint.Message)));
    }

    private bool PrintMembers(StringBuilder text) => new RecordText(text).Part(Letter).Part(Answer).Part(Open).Part(Codes).Part(Messages).IsWritten;
}
