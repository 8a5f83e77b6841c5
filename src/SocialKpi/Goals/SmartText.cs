using System.Globalization;

namespace SocialKpi;

/// <summary>A SMART check in English words and as tables, invariant.</summary>
internal static class SmartText
{
    public static string Words(Achievability found)
    {
        string per = found.Per is { } grain ? MachineText.Code(grain) : "period";
        List<string> parts = [];
        if (found.Asked is { } asked)
            parts.Add($"it asks {(found.IsGrowth ? "a growth of " : "")}{asked} each {per}{(found.PeriodsLeft > 0 ? $" for {Periods(found.PeriodsLeft, per)}" : "")}");
        if (found.Percentile is { } own)
            parts.Add($"{Percent(own)} of {Count(found.Periods)} own {(found.IsGrowth ? $"{Noun("growth", found.Periods == 1)} from {per} to {per}" : Noun(per, found.Periods == 1))} fell short");
        if (found.PeerPercentile is { } others) parts.Add($"{Percent(others)} of {Count(found.Peers)} {Noun("other", found.Peers == 1)} fall{(found.Peers == 1 ? "s" : "")} short of the figure");
        return string.Join("; ", parts);
    }

    public static Grid Table(SmartCheck check)
    {
        Grid grid = new([new GridColumn(check.Draft.Title), new GridColumn("answer"), new GridColumn("what is open", HasSentences: true)]);
        foreach (SmartLetter letter in Enum.GetValues<SmartLetter>())
        {
            string[] said = [.. Said(check, letter)];
            grid.Add(Name(letter), Answer(check[letter]), said.Length > 0 ? said[0] : "");
            foreach (string more in said.Skip(1)) grid.Add("", "", more);
        }

        return grid;
    }

    public static string Html(SmartCheck check)
    {
        HtmlTable table = new([new HtmlColumn(Markup.Text("letter")), new HtmlColumn(Markup.Text("answer")), new HtmlColumn(Markup.Text("what is open"))]);
        foreach (SmartLetter letter in Enum.GetValues<SmartLetter>())
        {
            table.Add([new HtmlCell(Markup.Text(Name(letter))), new HtmlCell(Mark(check[letter])), new HtmlCell(Markup.Join(Said(check, letter).Select(line => HtmlSheet.Line(line))))]);
        }

        return HtmlSheet.Write(HtmlSheet.Title(check.Draft.Title), table.ToMarkup());
    }

    private static Markup Mark(SmartAnswer answer)
    {
        (string shape, Tone tone) = answer switch
        {
            SmartAnswer.Present => ("●", Tone.Good),
            SmartAnswer.Partial => ("◐", Tone.Warning),
            SmartAnswer.Absent => ("○", Tone.Bad),
            _ => ("–", Tone.Neutral),
        };
        return Markup.Element("span", $"font-weight:600;white-space:nowrap{(tone == Tone.Neutral ? "" : $";color:{Look.ColorOf(tone)}")}", Markup.Text($"{shape} {Answer(answer)}"));
    }

    private static IEnumerable<string> Said(SmartCheck check, SmartLetter letter)
    {
        if (letter == SmartLetter.Achievable && check.Achievability is { } found) yield return found.ToString();
        foreach (SmartLint lint in check.Lints.Where(lint => lint.Letter == letter)) yield return lint.ToString();
    }

    private static string Name(SmartLetter letter) => letter == SmartLetter.TimeBound ? "time-bound" : MachineText.Code(letter);

    private static string Answer(SmartAnswer answer) => MachineText.Code(answer).Replace('_', ' ');

    private static string Percent(decimal percent) => $"{Math.Round(percent, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture)} %";

    /// <summary>As it is shown: 1.004 months are <c>1 month</c>.</summary>
    private static string Periods(decimal number, string per) => $"{Number(number)} {Noun(per, Number(number) == "1")}";

    private static string Noun(string one, bool isOne) => isOne ? one : $"{one}s";

    // A day is 0.0027 of a year.
    private static string Number(decimal number) => Math.Round(number, number < 0.1m ? 4 : 2, MidpointRounding.AwayFromZero).ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
