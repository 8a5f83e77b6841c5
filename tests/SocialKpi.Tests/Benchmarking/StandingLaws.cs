using FsCheck;
using FsCheck.Fluent;

namespace SocialKpi.Tests.Benchmarking;

public sealed class StandingLaws
{
    private static readonly Kpi More = Kpi.Define("more", Measures.Clicks / Measures.Impressions, Unit.Number, Direction.HigherIsBetter);

    private static readonly Kpi Less = Kpi.Define("less", Measures.Clicks / Measures.Impressions, Unit.Number, Direction.LowerIsBetter);

    private static readonly Gen<decimal> Value = Gen.Choose(-300, 900).Select(number => number / 100m);

    private static readonly Gen<ComparisonRules> Rules =
        from type in Gen.Elements(Enum.GetValues<QuantileType>())
        from kind in Gen.Elements(PercentileRankKind.Mean, PercentileRankKind.Strict, PercentileRankKind.Weak)
        select ComparisonRules.Default.AtLeast(1).Quantiles(type).Ranking(kind);

    private static readonly Arbitrary<(decimal[] Peers, decimal One, decimal Other, ComparisonRules Rules)> Cases = Arb.From(
        from peers in Gen.NonEmptyListOf(Value)
        from one in Value
        from other in Value
        from rules in Rules
        select (peers.ToArray(), one, other, rules));

    private static readonly Arbitrary<(int[][] Counts, int[] Shares)> GrossCases = Arb.From(
        from accounts in Gen.Choose(2, 5)
        from counts in Gen.ArrayOf(Gen.NonEmptyListOf(Gen.Choose(1, 40)).Select(list => list.Take(3).ToArray()), accounts)
        from shares in Gen.ArrayOf(Gen.Choose(0, 4), accounts)
        select (counts, shares));

    [Fact]
    public void A_greater_value_never_ranks_lower() =>
        Prop.ForAll(Cases, each =>
        {
            Standing low = Compare(More, each.Peers, Math.Min(each.One, each.Other), each.Rules), high = Compare(More, each.Peers, Math.Max(each.One, each.Other), each.Rules);
            Assert.True(low.PercentileRank!.Value.Percent <= high.PercentileRank!.Value.Percent);
            Assert.True(low.Rank!.Value.Place >= high.Rank!.Value.Place);
            Assert.True(low.Band <= high.Band);
            Assert.True(low.Verdict <= high.Verdict);
            Assert.True(low.RobustZ is null || low.RobustZ <= high.RobustZ);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_greater_value_never_ranks_lower_between_published_quantiles() =>
        Prop.ForAll(Cases, each =>
        {
            decimal[] sorted = [.. each.Peers.Order().Take(9)];
            Benchmark quantiles = Benchmark.FromFigures(More, sorted.Select((value, at) => (Statistic.Quantile(10 * (at + 1)), value.AsNumber())), "report");
            Standing low = quantiles.Compare(Given(More, Math.Min(each.One, each.Other))), high = quantiles.Compare(Given(More, Math.Max(each.One, each.Other)));
            Assert.False(low.PercentileRank?.Percent > high.PercentileRank?.Percent);
            Assert.False(low.PercentileRank is { } inside && high.PercentileRank is null && Math.Max(each.One, each.Other) < sorted[0]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_index_of_the_median_is_one_hundred() =>
        Prop.ForAll(Cases, each =>
        {
            foreach (Kpi kpi in new[] { More, Less })
            {
                Standing any = Compare(kpi, each.Peers, 0, each.Rules);
                Standing standing = Compare(kpi, each.Peers, any.Centre!.Value.Value, each.Rules);
                Assert.Equal(any.Centre.Value.Value > 0 ? 100m : null, standing.Index);
                Assert.Equal(Verdict.Level, standing.Verdict);
                Assert.Equal(0m, standing.Difference!.Value.Value);
                Assert.Equal(standing.RobustZ is null ? null : 0m, standing.RobustZ);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_permutation_of_the_peers_changes_nothing() =>
        Prop.ForAll(Cases, each => Assert.Equal(
            Compare(More, each.Peers, each.One, each.Rules).ToString(), Compare(More, [.. each.Peers.Reverse()], each.One, each.Rules).ToString())).QuickCheckThrowOnFailure();

    [Fact]
    public void The_other_direction_mirrors_verdict_index_and_rank() =>
        Prop.ForAll(Cases, each =>
        {
            Standing more = Compare(More, each.Peers, each.One, each.Rules), less = Compare(Less, each.Peers, each.One, each.Rules);
            Assert.Equal((more.Difference, more.PercentileRank, more.Band, more.RobustZ), (less.Difference, less.PercentileRank, less.Band, less.RobustZ));
            Assert.Equal((int)more.Verdict - (int)Verdict.Level, (int)Verdict.Level - (int)less.Verdict);

            // Place from one end plus place from the other is one more than there are, less those that share it.
            Assert.Equal(more.Rank!.Value.Of + 1 - more.Rank.Value.Tied, more.Rank.Value.Place + less.Rank!.Value.Place);
            if (more.Index is > 0 and { } index) Assert.Equal(10_000m, Math.Round(index * less.Index!.Value, 15));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_all_values_round_mirrors_the_rank_of_peers() =>
        Prop.ForAll(Cases, each =>
        {
            ComparisonRules strict = each.Rules.Ranking(PercentileRankKind.Strict), weak = each.Rules.Ranking(PercentileRankKind.Weak);
            decimal[] turned = [.. each.Peers.Select(value => -value)];
            Assert.Equal(100m, Math.Round(Compare(More, each.Peers, each.One, strict).PercentileRank!.Value.Percent + Compare(More, turned, -each.One, weak).PercentileRank!.Value.Percent, 20));
            Assert.Equal(Compare(More, each.Peers, each.One, strict).Rank, Compare(Less, turned, -each.One, strict).Rank);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_median_lies_where_the_slow_definition_says() =>
        Prop.ForAll(Cases, each =>
        {
            decimal[] sorted = [.. each.Peers.Order()];
            decimal expected = sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
            Assert.Equal(expected, Compare(More, each.Peers, each.One, ComparisonRules.Default.AtLeast(1)).Centre!.Value.Value);
        }).QuickCheckThrowOnFailure();

    /// <summary>Whatever people were counted twice: the true figures lie somewhere between their bounds.</summary>
    [Fact]
    public void What_is_said_of_gross_figures_holds_wherever_the_true_ones_lie() =>
        Prop.ForAll(GrossCases, each =>
        {
            KpiTable table = Facts.FromColumns(columns => columns
                .Dimension("brand", [.. each.Counts.SelectMany((counts, brand) => counts.Select(_ => $"{brand}"))])
                .Measure(Measures.AccountReach, [.. each.Counts.SelectMany(counts => counts)])).Read(KpiQuery.Of(Kpis.GrossAccountReach).By("brand"));
            Reading[] readings = [.. each.Counts.Select((_, brand) => table[Kpis.GrossAccountReach, Segment.Of("brand", $"{brand}")])];
            Standing gross = Competitors.Of(table, Kpis.GrossAccountReach, by: "brand").Compare("0", rules: ComparisonRules.Default.AtLeast(1));
            Reading[] truth = [.. readings.Zip(each.Shares, (reading, share) => Reading.Given(
                Kpis.GrossAccountReach, (reading.Bounds is { } bounds ? bounds.Lower + ((bounds.Upper - bounds.Lower) * share / 4) : reading.Value).AsCount()))];
            Standing known = Benchmark.FromReadings(truth[1..], "the truth").Compare(truth[0], ComparisonRules.Default.AtLeast(1));

            if (gross.Verdict != Verdict.None) Assert.Equal(known.Verdict, gross.Verdict);
            if (gross.Rank is { } rank) Assert.Equal(known.Rank, rank);
            if (gross.PercentileRank is { } percentile) Assert.Equal(known.PercentileRank, percentile);
            if (gross.Band is { } band) Assert.Equal(known.Band, band);
            Assert.Equal(gross.Verdict == Verdict.None, gross.Notes.Any(note => note.StartsWith("no verdict", StringComparison.Ordinal)));
            Assert.Equal(gross.Rank is null, gross.Notes.Any(note => note.StartsWith("no rank", StringComparison.Ordinal)));
        }).QuickCheckThrowOnFailure();

    private static Standing Compare(Kpi kpi, decimal[] peers, decimal value, ComparisonRules rules) =>
        Benchmark.FromPeers(kpi, peers.Select(peer => peer.AsNumber()), "panel").Compare(Given(kpi, value), rules);

    private static Reading Given(Kpi kpi, decimal value) => Reading.Given(kpi, value.AsNumber());
}
