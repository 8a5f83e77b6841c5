using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Benchmarking;

public sealed class CompetitorsTests
{
    private static readonly Facts Market = Facts.FromColumns(columns => columns
        .Time([.. Enumerable.Range(0, 8).Select(at => new LocalDate(2026, 1 + (at / 6), 5))])
        .Dimension("brand", ["ann", "bob", "cas", "dee", "ann", null, "ann", "bob"])
        .Dimension("region", ["north", "north", "north", "south", "south", "north", "north", "north"])
        .Measure(Measures.Impressions, [100, 100, 100, 100, 300, 100, 200, 100])
        .Measure(Measures.Clicks, [4, 2, 3, 9, 0, 50, 2, 5]));

    private static readonly ComparisonRules Few = ComparisonRules.Default.AtLeast(1);

    private static KpiTable Table => Market.Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.ClickCount).By(Grain.Month).By("brand").By("region"));

    [Fact]
    public void Compare_MergesOverTheOtherDimensionsAndLeavesOutTheNameless()
    {
        Competitors all = Competitors.Of(Table, Kpis.ClickThroughRate, by: "brand");

        // ann: 6 clicks of 600, over both regions and months.
        Assert.Equal(["ann", "bob", "cas", "dee"], all.Names);
        Assert.Equal(0.01m, all["ann"].Value);
        Assert.Equal([9m.Percent(), 3.5m.Percent(), 3m.Percent(), 1m.Percent()], all.Ranking(rules: Few).Select(standing => standing.Reading.Quantity));
        Assert.Equal(new PeerRank(4, 4, 0), all.Compare("ann", rules: Few).Rank);
    }

    [Fact]
    public void Of_WithinAGroup_KnowsItsMembersAlone()
    {
        Competitors north = Competitors.Of(Table, Kpis.ClickThroughRate, by: "brand", within: Segment.Of("region", "north"));

        Assert.Equal(["ann", "bob", "cas"], north.Names);
        Assert.Equal(0.02m, north["ann"].Value);
        Assert.Equal("the others by brand within region = north", north.Compare("ann", rules: Few).Against!.Source);
    }

    [Fact]
    public void Of_OnePeriod_ReadsThatAlone()
    {
        Competitors january = Competitors.Of(Table, Kpis.ClickCount, by: "brand", during: Timeframe.Month(2026, 1));

        Assert.Equal(4m, january["ann"].Value);

        // cas and dee have no rows in February.
        Standing february = Competitors.Of(Table, Kpis.ClickCount, by: "brand", during: Timeframe.Month(2026, 2)).Compare("bob", rules: Few);
        Assert.Equal("cas, dee have no value: no rows", february.Notes[0]);
        Assert.Equal(new PeerRank(1, 2, 0), february.Rank);
    }

    [Fact]
    public void Compare_WithOneself_HasTheMedianOfTheWholeGroup()
    {
        Competitors all = Competitors.Of(Table, Kpis.ClickCount, by: "brand");

        // ann 6, bob 7, cas 3, dee 9.
        Assert.Equal(7.AsCount(), all.Compare("ann", rules: Few).Centre);
        Assert.Equal(6.5m.AsCount(), all.Compare("ann", withOneself: true, rules: Few).Centre);
        Assert.Equal(all.Compare("ann", rules: Few).Rank, all.Compare("ann", withOneself: true, rules: Few).Rank);
    }

    [Fact]
    public void Compare_WithFewOthers_IsRefusedUnlessAllowed() => Assert.True(Competitors.Of(Table, Kpis.ClickCount, by: "brand").Compare("ann").IsRefused);

    [Fact]
    public void Ranking_OfSeveralCurrencies_IsByNameAndEveryComparisonIsRefused()
    {
        KpiQuery query = KpiQuery.Of(Kpis.CostPerClick).By("brand");
        KpiTable Costs(string brand, decimal spend, Currency currency) => Facts.FromColumns(columns => columns
            .Dimension("brand", [brand]).Measure(Measures.Spend, [spend], currency).Measure(Measures.Clicks, [1])).Read(query);
        Competitors mixed = Competitors.Of(Costs("ann", 3m, Currency.EUR).Merge(Costs("bob", 1m, Currency.USD)).Merge(Costs("cas", 2m, Currency.EUR)), Kpis.CostPerClick, by: "brand");

        Assert.Equal(["ann", "bob", "cas"], mixed.Ranking(rules: Few).Select(standing => standing.Reading.Segment["brand"]));
        Assert.All(mixed.Ranking(rules: Few), standing => Assert.Equal([RefusalReason.OtherCurrency], standing.Refusals.Select(refusal => refusal.Reason)));
    }

    [Fact]
    public void Of_ATableOfTopSegments_KnowsThoseInItsRestToo()
    {
        KpiTable top = Market.Read(KpiQuery.Of(Kpis.ClickCount).By("brand").Top(1, by: Kpis.ClickCount));

        Assert.Equal(["ann", "bob", "cas", "dee"], Competitors.Of(top, Kpis.ClickCount, by: "brand").Names);
        Assert.Equal(7m, Competitors.Of(top, Kpis.ClickCount, by: "brand")["bob"].Value);
    }

    [Fact]
    public void Compare_AnotherName_SuggestsTheNearest() => Assert.Contains(
        "There is no 'anne' among the values of brand. Did you mean 'ann'?",
        Assert.Throws<ArgumentException>(() => Competitors.Of(Table, Kpis.ClickCount, by: "brand").Compare("anne")).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_WhatTheTableLacks_IsRefused()
    {
        Assert.Contains("The query is not by 'airline'", Assert.Throws<ArgumentException>(() => Competitors.Of(Table, Kpis.ClickCount, by: "airline")).Message, StringComparison.Ordinal);
        Assert.Contains("The query is not by 'market'", Assert.Throws<ArgumentException>(() => Competitors.Of(Table, Kpis.ClickCount, by: "brand", within: Segment.Of("market", "x"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Competitors.Of(Table, Kpis.ClickCount, by: "brand", within: Segment.Of("brand", "ann")));
        Assert.Throws<ArgumentException>(() => Competitors.Of(Table, Kpis.ClickCount, by: "brand", within: Segment.Rest));
        Assert.Throws<ArgumentException>(() => Competitors.Of(Table, Kpis.CostPerClick, by: "brand"));
        Assert.Throws<ArgumentException>(() => Competitors.Of(Table, Kpis.ClickCount, by: "brand", during: Timeframe.Year(2026)));
    }

    [Fact]
    public void ShareOfVoice_WithMentionsOfNobody_SaysWhichPartTheyAre()
    {
        KpiTable table = Facts.FromColumns(columns => columns.Dimension("brand", ["ann", "bob", null]).Measure(Measures.Mentions, [10, 20, 70])
            .Measure(Measures.PositiveMentions, [1, 2, 3]).Measure(Measures.NegativeMentions, [0, 0, 0])).Read(KpiQuery.Of(Kpis.ShareOfVoice, Kpis.NetSentiment).By("brand"));
        Competitors voice = Competitors.Of(table, Kpis.ShareOfVoice, by: "brand");
        const string note = "70.00 % is nobody's: rows on which brand is blank are a part of the whole and no account";

        Assert.Equal([20m.Percent(), 10m.Percent()], voice.Ranking(rules: Few).Select(standing => standing.Reading.Quantity));
        Assert.All(voice.Ranking(rules: Few), standing => Assert.Contains(note, standing.Notes));
        Assert.Contains($"[1] {note}", voice.ToString(), StringComparison.Ordinal);
        Assert.Contains(note, voice.ToHtml().Replace("&#39;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", Competitors.Of(table, Kpis.NetSentiment, by: "brand").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_WithOneself_SaysOnesOwnCaveatOnce()
    {
        KpiTable table = Facts.FromColumns(columns => columns
            .Dimension("brand", ["ann", "ann", "bob", "cas", "cas"])
            .Measure(Measures.Impressions, [100, 100, 100, 100, 100])
            .Measure(Measures.Clicks, [4, null, 2, 3, null])).Read(KpiQuery.Of(Kpis.ClickThroughRate).By("brand"));
        Standing standing = Competitors.Of(table, Kpis.ClickThroughRate, by: "brand").Compare("ann", withOneself: true, rules: Few);

        Assert.Equal(["brand = ann: 1 of 2 rows left out: clicks is unknown on 1", "cas: 1 of 2 rows left out: clicks is unknown on 1"], standing.Notes.Where(note => note.Contains("left out", StringComparison.Ordinal)));
    }

    [Fact]
    public void ToString_IsTheRanking() => Assert.Equal(
        """
        rank    brand  Clicks  median of the others  difference  verdict
        ────────────────────────────────────────────────────────────────────────────
        1 of 4  dee         9                     6           3  better (of 3 peers)
        2 of 4  bob         7                     6           1  better (of 3 peers)
        3 of 4  ann         6                     7          -1  worse (of 3 peers)
        4 of 4  cas         3                     7          -4  worse (of 3 peers)
        """.ReplaceLineEndings("\n"), Competitors.Of(Table, Kpis.ClickCount, by: "brand").ToString());

    [Fact]
    public void Rows_SayOfHowManyPeersEachVerdictIs() => Assert.Equal(
        [("ann", "worse", 3), ("bob", "better", 3), ("cas", "worse", 3), ("dee", "better", 3)],
        Competitors.Of(Table, Kpis.ClickCount, by: "brand").Rows.Select(row => (row.Segment["brand = ".Length..], row.Verdict, row.Peers!.Value)).Order());

    [Fact]
    public void ToString_ABrandOfAnEmptyName_IsCalledAsItsRowIs()
    {
        Competitors all = Competitors.Of(
            Facts.FromColumns(columns => columns.Dimension("brand", ["ann", "", "", "(blank)"]).Measure(Measures.Clicks, [4, null, null, 3])).Read(KpiQuery.Of(Kpis.ClickCount).By("brand")), Kpis.ClickCount, by: "brand");

        Assert.Equal(
            """
            rank    brand                Clicks  median of the others  difference  verdict
            ────────────────────────────────────────────────────────────────────────────────────────────────
            1 of 2  ann                       4                     3           1  better (of 1 peer) [1][2]
            2 of 2  "(blank)"                 3                     4          -1  worse (of 1 peer) [1][2]
            –       ""         – (not reported)                     –           –  not compared [3]

            [1] "" has no value: not reported
            [2] no robust z: half of the peers or more have the median
            [3] Clicks has no value for brand = "": not reported
            """.ReplaceLineEndings("\n"), all.ToString());
        Assert.Contains(Fragment.Of(all.ToHtml()).Rows, row => row is ["–", "\"\"", ..]);
    }

    [Fact]
    public void ToString_HasTheNotesOfEachStandingUnderIt()
    {
        // The clicks of one of ann's rows are not known, and none of cas's: the caveat of ann stands in ann's row alone.
        KpiTable table = Facts.FromColumns(columns => columns
            .Dimension("brand", ["ann", "ann", "bob", "cas", "dee", "eve"])
            .Measure(Measures.Impressions, [100, 100, 100, 100, 100, 100])
            .Measure(Measures.Clicks, [4, null, 2, null, 3, 1])).Read(KpiQuery.Of(Kpis.ClickThroughRate).By("brand"));
        Competitors all = Competitors.Of(table, Kpis.ClickThroughRate, by: "brand");

        Assert.Equal(
            """
            rank    brand               CTR  median of the others  difference  verdict
            ─────────────────────────────────────────────────────────────────────────────────────────────
            1 of 4  ann              4.00 %                2.00 %     2.00 pp  better (of 3 peers) [1][2]
            2 of 4  dee              3.00 %                2.00 %     1.00 pp  better (of 3 peers) [1]
            3 of 4  bob              2.00 %                3.00 %    -1.00 pp  worse (of 3 peers) [1]
            4 of 4  eve              1.00 %                3.00 %    -2.00 pp  worse (of 3 peers) [1]
            –       cas    – (not reported)                     –           –  not compared [3]

            [1] cas has no value: not reported
            [2] brand = ann: 1 of 2 rows left out: clicks is unknown on 1
            [3] CTR has no value for brand = cas: not reported
            """.ReplaceLineEndings("\n"), all.ToString());
        Assert.Contains("\n\n[2] brand = ann: 1 of 2 rows left out", all.ToMarkdown(), StringComparison.Ordinal);
        Fragment page = Fragment.Of(all.ToHtml());
        Assert.Contains(page.Rows, row => row is ["1 of 4", "ann", .., "▲ better (of 3 peers) [1][2]"]);
        Assert.Contains("[2] brand = ann: 1 of 2 rows left out: clicks is unknown on 1", page.Texts);
    }

    // 14,640 tweets of February 2015: positive, negative and all mentions of six airlines.
    [SharedFact]
    public void AirlineTweets_SixAirlines_AreRankedByNetSentimentAgainstTheOtherFive()
    {
        Competitors airlines = Competitors.Of(Airlines(), Kpis.NetSentiment, by: "brand");
        IReadOnlyList<Standing> ranking = airlines.Ranking();

        Assert.Equal(
            ["Virgin America -5.75", "Delta -18.50", "Southwest -25.45", "United -56.02", "American -58.86", "US Airways -68.45"],
            ranking.Select(standing => FormattableString.Invariant($"{standing.Reading.Segment["brand"]} {decimal.Round(100 * standing.Reading.Value, 2)}")));
        Assert.Equal(Enumerable.Range(1, 6), ranking.Select(standing => standing.Rank!.Value.Place));
        Assert.All(ranking, standing => Assert.Equal((5, 6), (standing.Against!.Figures.Count, standing.Rank!.Value.Of)));

        // The median of the five others is United's (of the upper three) or Southwest's (of the lower three).
        Assert.Equal(airlines["United"].Quantity, airlines.Compare("Delta").Centre);
        Assert.Equal(airlines["Southwest"].Quantity, airlines.Compare("US Airways").Centre);
        Assert.Equal([Verdict.Better, Verdict.Better, Verdict.Better, Verdict.Worse, Verdict.Worse, Verdict.Worse], ranking.Select(standing => standing.Verdict));
    }

    [SharedFact]
    public void AirlineTweets_SixAirlines_AreRankedByShareOfVoiceAgainstTheOtherFive()
    {
        Competitors airlines = Competitors.Of(Airlines(), Kpis.ShareOfVoice, by: "brand");
        IReadOnlyList<Standing> ranking = airlines.Ranking();

        // Published counts: United 3,822, US Airways 2,913, American 2,759, Southwest 2,420, Delta 2,222, Virgin America 504 of 14,640.
        Assert.Equal(
            ["United 26.11", "US Airways 19.90", "American 18.85", "Southwest 16.53", "Delta 15.18", "Virgin America 3.44"],
            ranking.Select(standing => FormattableString.Invariant($"{standing.Reading.Segment["brand"]} {decimal.Round(100 * standing.Reading.Value, 2)}")));
        Assert.Equal(1m, decimal.Round(ranking.Sum(standing => standing.Reading.Value), 20));
        Assert.Equal(Enumerable.Range(1, 6), ranking.Select(standing => standing.Rank!.Value.Place));
    }

    private static KpiTable Airlines()
    {
        Dictionary<string, string>[] tweets = [.. Exports.Rows("airline-tweets/Tweets.csv", ',')];
        int[] Count(string sentiment) => [.. tweets.Select(tweet => tweet["airline_sentiment"] == sentiment ? 1 : 0)];
        return Facts.FromColumns(columns => columns
            .Dimension("brand", [.. tweets.Select(tweet => tweet["airline"])])
            .Measure(Measures.Mentions, [.. tweets.Select(_ => 1)])
            .Measure(Measures.PositiveMentions, Count("positive"))
            .Measure(Measures.NegativeMentions, Count("negative"))).Read(KpiQuery.Of(Kpis.NetSentiment, Kpis.ShareOfVoice).By("brand"));
    }
}
