using System.Text;

namespace SocialKpi;

/// <summary>A standing as plain values, for libraries of charts and tables.</summary>
/// <param name="Kpi">The id of the KPI.</param>
/// <param name="Period">What the period of the reading is called; empty when it is all time.</param>
/// <param name="Segment">The segment of the reading; empty for the whole.</param>
/// <param name="Value">The reading; null when it has no value.</param>
/// <param name="Unit">Its unit, as in JSON.</param>
/// <param name="Source">Whom it is compared with, <see cref="Benchmark.Source"/>; empty when there is nobody.</param>
/// <param name="Statistic">What the reference figures are: <c>single</c>, <c>mean</c>, <c>quantile</c>, <c>peer</c>; <c>unspecified</c> when it is refused.</param>
/// <param name="Figure">The reference figure, <see cref="Standing.Centre"/>; null when it is refused.</param>
/// <param name="Difference">Reading minus figure, of two ratios as a fraction; null when it is refused.</param>
/// <param name="Ratio">Reading by figure, <see cref="Standing.Ratio"/>; null when it is refused.</param>
/// <param name="Index">100 at the figure and the higher the better, <see cref="Standing.Index"/>; null when it is refused.</param>
/// <param name="PercentileRank">The percentage of peers below it, or the quantile it lies at; null without peers and between no quantiles.</param>
/// <param name="Rank">The place among the peers, 1 is the best; null without peers or a better way, and where bounds leave it open.</param>
/// <param name="Peers">Of how many peers the figure, ranks and verdict are, oneself among them where it is compared with oneself too; null without peers.</param>
/// <param name="Verdict">Whether it is <c>better</c>, <c>worse</c> or <c>level</c>; <c>none</c> where nobody can say.</param>
/// <param name="Refusal">Why they cannot be compared; empty when they are.</param>
public sealed record StandingRow(
    string Kpi, string Period, string Segment, decimal? Value, string Unit, string Source, string Statistic, decimal? Figure,
    decimal? Difference, decimal? Ratio, decimal? Index, decimal? PercentileRank, int? Rank, int? Peers, string Verdict, string Refusal)
{
    internal static StandingRow Of(Standing standing)
    {
        ReadingRow reading = ReadingRow.Of(standing.Reading);
        return new StandingRow(
            reading.Kpi, reading.Period, reading.Segment, reading.Value, reading.Unit, standing.Against?.Source ?? "", MachineText.Code(standing.Kind), standing.Centre?.Value,
            standing.Difference?.Value, standing.Ratio, standing.Index, standing.PercentileRank?.Percent, standing.Rank?.Place, standing.Peers, MachineText.Code(standing.Verdict),
            Isolates.Without(string.Join("; ", standing.Refusals.Select(refusal => refusal.Text))));
    }

    private bool PrintMembers(StringBuilder text) => new RecordText(text)
        .Part(Kpi).Part(Period).Part(Segment).Part(Value).Part(Unit).Part(Source).Part(Statistic).Part(Figure).Part(Difference).Part(Ratio)
        .Part(Index).Part(PercentileRank).Part(Rank).Part(Peers).Part(Verdict).Part(Refusal)
        .IsWritten;
}
