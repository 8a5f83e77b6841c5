using System.Globalization;

namespace SocialKpi;

/// <summary>Lays a standing out for people: what is compared with what, then one line a finding, or one a refusal.</summary>
internal static class StandingText
{
    public static string Text(Standing standing) => Table(standing).ToText();

    public static string Markdown(Standing standing) => Table(standing).ToMarkdown();

    /// <summary>What the centre is, in words: <c>median of 6 peers</c>, <c>mean</c>; of a single figure whose it is.</summary>
    public static string Centre(Standing standing) => standing.Kind switch
    {
        StatisticKind.Peer => string.Create(CultureInfo.InvariantCulture, $"median of {standing.Peers}"),
        StatisticKind.Mean => "mean",
        StatisticKind.Single => "its figure",
        StatisticKind.Quantile when standing.Centre is null => "quantiles",
        _ => "median",
    };

    /// <summary>The source and, where a cohort is named, which was used and what was given up for it. Of own readings of the same segment it stands beside the reading already.</summary>
    public static string Origin(Standing standing)
    {
        if (standing.Against is not { } against) return "–";
        string cohort = against.Cohort == Cohort.Everyone || against.Segment == standing.Reading.Segment ? "" : $" ({against.Cohort.Values})";
        string relaxed = standing.Relaxed.Count == 0 ? "" : $", any {string.Join(", ", standing.Relaxed.Select(MachineText.Code))}";
        return $"{against.Origin}{cohort}{relaxed}";
    }

    /// <summary>The verdict in a word; empty where there is none.</summary>
    public static string Verdict(Standing standing) => standing.IsRefused ? "not compared" : standing.Verdict == SocialKpi.Verdict.None ? "" : MachineText.Code(standing.Verdict);

    /// <summary>Of how many peers a verdict is, where they are fewer than a comparison asks for unless told otherwise; empty where they are enough.</summary>
    public static string OfFew(Standing standing)
    {
        bool isOfFew = standing.Verdict != SocialKpi.Verdict.None && standing.Peers < ComparisonRules.Default.MinimumPeers;
        return isOfFew ? string.Create(CultureInfo.InvariantCulture, $" (of {standing.Peers} {(standing.Peers == 1 ? "peer" : "peers")})") : "";
    }

    public static string Index(decimal index) => Write(index, 1);

    public static Grid Table(Standing standing)
    {
        Reading reading = standing.Reading;
        Grid grid = new([new GridColumn($"{DisplayText.Name(reading.Kpi.ShortName)}, {reading.Where}"), new GridColumn(reading.ToString(), HasSentences: true)]);
        grid.Add("compared with", Origin(standing));
        foreach ((string label, string? text) in standing.IsRefused ? Refused(standing) : Findings(standing))
        {
            if (text is not null) grid.Add(label, text);
        }

        return grid;
    }

    private static IEnumerable<(string Label, string? Text)> Refused(Standing standing) =>
        standing.Refusals.Select((refusal, at) => (at == 0 ? "not compared" : "", (string?)refusal.Text));

    private static IEnumerable<(string Label, string? Text)> Findings(Standing standing)
    {
        yield return (Centre(standing), standing.Centre?.ToString());
        yield return ("difference", standing.Difference?.ToString());
        yield return ("ratio", standing.Ratio is { } ratio ? Write(ratio, 3) : null);
        yield return ("index", standing.Index is { } index ? Index(index) : null);
        yield return ("quartiles", standing.LowerQuartile is { } lower && standing.UpperQuartile is { } upper ? $"{lower} to {upper}" : null);
        yield return ("lies in", standing.Band switch
        {
            QuartileBand.Lowest => "the lowest quarter",
            QuartileBand.Middle => "the middle half",
            QuartileBand.Highest => "the highest quarter",
            _ => null,
        });
        yield return ("percentile rank", standing.PercentileRank?.ToString());
        yield return ("robust z", standing.RobustZ is { } z ? Write(z, 2) : null);
        yield return ("rank", standing.Rank?.ToString());
        yield return ("verdict", standing.Verdict == SocialKpi.Verdict.None ? null : MachineText.Code(standing.Verdict));
        for (int at = 0; at < standing.Notes.Count; at++) yield return (at == 0 ? "note" : "", standing.Notes[at]);
    }

    private static string Write(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture);
}
