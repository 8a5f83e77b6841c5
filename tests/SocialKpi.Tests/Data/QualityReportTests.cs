using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class QualityReportTests
{
    private static readonly QualityRules DailyPerAccount = QualityRules.Default.Per("account").Daily();

    private sealed record Post(string? Id, LocalDate Day, long? Impressions = 100, long? Clicks = 0, long? Engagements = null, long? Likes = null);

    private static readonly LocalDate March1 = new(2026, 3, 1);

    private static Facts Posts(params Post[] posts) => Facts.FromRows(posts, row => row
        .Time(post => post.Day)
        .Dimension("post_id", post => post.Id)
        .Measure(Measures.Impressions, post => post.Impressions)
        .Measure(Measures.Clicks, post => post.Clicks)
        .Measure(Measures.Engagements, post => post.Engagements)
        .Measure(Measures.Likes, post => post.Likes));

    [Fact]
    public void Quality_OfCleanPosts_FindsNothing()
    {
        QualityReport report = Posts(new Post("a", March1), new Post("b", March1, 100, 100), new Post("c", March1, null, 5), new Post("d", March1, 5, null)).Quality(QualityRules.Default.Per("post_id"));
        Assert.True(report.IsClean);
        Assert.Equal((0, 4), (report.Count, report.RowCount));
        Assert.Equal("no findings in 4 rows; nothing was changed", report.ToString());
        Assert.Equal(report.ToString(), report.ToMarkdown());
    }

    [Fact]
    public void Quality_OfACleanDailySeries_FindsNothing() =>
        Assert.True(QualityDay.Facts([.. QualityDay.Series("a", 10, 12, 13, 15), .. QualityDay.Series("b", 1, 2, 3, 3)]).Quality(DailyPerAccount).IsClean);

    [Fact]
    public void Quality_OfNoRows_FindsNothing() => Assert.True(QualityDay.Facts([]).Quality(DailyPerAccount).IsClean);

    [Fact]
    public void PartAboveWhole_MoreClicksThanImpressions_NamesRowsDaysAndTheGreatestExcess()
    {
        QualityFinding finding = Assert.Single(Posts(new Post("a", March1, 10, 10), new Post("b", March1.PlusDays(2), 10, 12), new Post("c", March1.PlusDays(1), 0, 7)).Quality().Findings);
        Assert.Equal((QualityKind.PartAboveWhole, "clicks", 2L), (finding.Kind, finding.Column, finding.Count));
        Assert.Equal([2, 3], finding.FirstRows);
        Assert.Equal(Timeframe.Days(March1.PlusDays(1), March1.PlusDays(2)), finding.When);
        Assert.Equal("clicks is above impressions on 2 of 3 rows, by up to 7, which cannot be; check in the source which columns these are", finding.Message);
    }

    [Fact]
    public void PartAboveWhole_LikesAboveEngagements_IsFound() =>
        Assert.Equal("likes", Assert.Single(Posts(new Post("a", March1, Engagements: 4, Likes: 5), new Post("b", March1, Engagements: 5, Likes: 5)).Quality().Of(QualityKind.PartAboveWhole)).Column);

    [Fact]
    public void PartAboveWhole_OfSeveralParts_AddsThoseThatAreKnown()
    {
        (int? Positive, int? Negative, int? Mentions)[] rows = [(3, 3, 6), (3, 3, 5), (6, null, 5), (3, null, 5), (9, 9, null), (null, null, 0)];
        Facts facts = Facts.FromRows(rows, row => row
            .Measure(Measures.PositiveMentions, mention => mention.Positive)
            .Measure(Measures.NegativeMentions, mention => mention.Negative)
            .Measure(Measures.Mentions, mention => mention.Mentions));
        QualityFinding finding = Assert.Single(facts.Quality().Findings);
        Assert.Equal("positive_mentions + negative_mentions", finding.Column);
        Assert.Equal([2, 3], finding.FirstRows);
        Assert.Null(finding.When);
    }

    [Fact]
    public void PartAboveWhole_OfDifferentDecimals_IsComparedExactly()
    {
        Measure part = Measure.Sum("part", Unit.Number), whole = Measure.Sum("whole", Unit.Number);
        (decimal Part, decimal Whole)[] rows = [(0.3m, 0.30m), (0.300000000000000001m, 0.3m)];
        Facts facts = Facts.FromRows(rows, row => row.Measure(part, pair => pair.Part).Measure(whole, pair => pair.Whole));
        QualityFinding finding = Assert.Single(facts.Quality(QualityRules.Default.With(QualityLimit.Of(whole, part))).Findings);
        Assert.Equal([2], finding.FirstRows);
        Assert.Contains("by up to 0.000000000000000001,", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NegativeCount_OfALifetimeFigure_IsImpossible()
    {
        QualityFinding finding = Assert.Single(Posts(new Post("a", March1, Likes: -1), new Post("b", March1, Likes: -3), new Post("c", March1, Likes: 0)).Quality().Findings);
        Assert.Equal((QualityKind.NegativeCount, "likes", 2L), (finding.Kind, finding.Column, finding.Count));
        Assert.Contains("down to -3", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NetCount_InADailySeries_IsAcceptedAndFlaggedForItsAccount()
    {
        QualityFinding finding = Assert.Single(QualityDay.Facts([.. QualityDay.Series("a", 10, 11), new QualityDay("b", March1, 5, -2), new QualityDay("b", March1.PlusDays(1), 5, 1)]).Quality(DailyPerAccount).Findings);
        Assert.Equal((QualityKind.NetCount, "comments", 1L), (finding.Kind, finding.Column, finding.Count));
        Assert.Equal((Segment.Of("account", "b"), Timeframe.Day(March1)), (finding.Segment, finding.When));
    }

    [Fact]
    public void NegativeCount_OfAStockInADailySeries_IsImpossible() =>
        Assert.Equal([QualityKind.NegativeCount], QualityDay.Facts(QualityDay.Series("a", 1, 0, -1)).Quality(DailyPerAccount).Findings.Select(finding => finding.Kind));

    [Fact]
    public void NegativeCount_OfAStockOfOnesOwn_IsNoNetChange()
    {
        Measure members = Measure.Snapshot("members", Unit.Count, per: "group");
        Facts Days(int first, int key) => Facts.FromColumns(columns => columns
            .Time([March1.PlusDays(key)]).Dimension("group", ["a"]).Measure(members, [first]).Key([$"{key}"], Duplicates.Refuse));
        QualityFinding finding = Assert.Single(Days(5, 0).Append(Days(-1, 1)).Quality(QualityRules.Default.Per("group").Daily()).Findings);
        Assert.Equal((QualityKind.NegativeCount, "members"), (finding.Kind, finding.Column));
        Assert.Equal("members is below zero on 1 of 2 rows, down to -1, which a stock cannot be; correct the source", finding.Message);
    }

    [Fact]
    public void NegativeCount_OfMoneyAndNumbers_IsNoFinding() =>
        Assert.True(Facts.FromRows([-5m], row => row.Measure(Measures.Revenue, amount => amount, Currency.EUR).Value("score", score => score)).Quality().IsClean);

    [Fact]
    public void DroppedRows_OfARepeatedKey_AreCounted()
    {
        Facts facts = Facts.FromRows(["a", "b", "a", "a"], row => row.Key(id => id, Duplicates.KeepLast).Dimension("id", id => id));
        QualityFinding finding = Assert.Single(facts.Quality().Findings);
        Assert.Equal((QualityKind.DroppedRows, 2L), (finding.Kind, finding.Count));
        Assert.Empty(finding.FirstRows);
    }

    [Fact]
    public void RepeatedRows_EqualInEverything_AreFoundWithoutRules()
    {
        QualityFinding finding = Assert.Single(Posts(new Post("a", March1), new Post("b", March1), new Post("a", March1), new Post("a", March1)).Quality().Findings);
        Assert.Equal((QualityKind.RepeatedRows, 2L), (finding.Kind, finding.Count));
        Assert.Equal([3, 4], finding.FirstRows);
    }

    [Fact]
    public void RepeatedRows_ThatDifferInOneFigure_AreNotTakenForEqual() =>
        Assert.True(Posts(new Post("a", March1, 10), new Post("a", March1, 11), new Post("a", March1, null)).Quality().IsClean);

    [Fact]
    public void RepeatedRows_OfASurveyWithoutTime_AreTwoPeople() =>
        Assert.True(Facts.FromRows([9, 9], row => row.Dimension("channel", _ => "mail").Value("score", score => score)).Quality().IsClean);

    [Fact]
    public void RepeatedRows_OfOneEntity_NeedNotKnowTheSameFigures()
    {
        QualityFinding finding = Assert.Single(Posts(new Post("a", March1, 10, 1), new Post("a", March1, 10, null), new Post("a", March1.PlusDays(1), 11)).Quality(QualityRules.Default.Per("post_id")).Findings);
        Assert.Equal((QualityKind.RepeatedRows, 1L), (finding.Kind, finding.Count));
        Assert.Equal([2], finding.FirstRows);
    }

    [Fact]
    public void ConflictingRows_OfOneEntityAndMoment_NameBothValues()
    {
        QualityFinding finding = Assert.Single(Posts(new Post("a", March1, 1_012), new Post("b", March1, 7), new Post("a", March1, 9)).Quality(QualityRules.Default.Per("post_id")).Findings);
        Assert.Equal((QualityKind.ConflictingRows, "impressions", 2L), (finding.Kind, finding.Column, finding.Count));
        Assert.Equal((Segment.Of("post_id", "a"), Timeframe.Day(March1)), (finding.Segment, finding.When));
        Assert.Equal([1, 3], finding.FirstRows);
        Assert.Equal("impressions is 9 and 1,012 at once; keep one of the rows by a key, or name the dimension that tells them apart beside post_id with Per(…)", finding.Message);
    }

    [Fact]
    public void ConflictingRows_AtOtherMomentsOfADay_AreConflictsOnlyInADailySeries()
    {
        LocalDateTime[] moments = [March1.At(new LocalTime(8, 0)), March1.At(new LocalTime(20, 0))];
        Facts facts = Facts.FromRows(moments, row => row.Time(moment => moment).Measure(Measures.Clicks, moment => moment.Hour));
        Assert.True(facts.Quality().IsClean);
        Assert.Equal(QualityKind.ConflictingRows, Assert.Single(facts.Quality(QualityRules.Default.Daily()).Findings).Kind);
    }

    [Fact]
    public void ConflictingRows_InTheHourThatAClockRepeats_AreTwoMoments()
    {
        // 2:30 came twice in Amsterdam on 25 October 2026, an hour apart.
        Instant first = Instant.FromUtc(2026, 10, 25, 0, 30);
        Facts facts = Facts.FromRows([first, first + Duration.FromHours(1)], row => row
            .Time(instant => instant, DateTimeZoneProviders.Tzdb["Europe/Amsterdam"])
            .Dimension("account", _ => "a")
            .Measure(Measures.Clicks, instant => (instant - first).Hours));
        Assert.True(facts.Quality(QualityRules.Default.Per("account")).IsClean);
    }

    [Fact]
    public void MissingDays_AreRangesOfTheirAccount()
    {
        QualityDay[] days = [.. QualityDay.Series("a", 1, 2, 3, 4, 5, 6, 7).Where((_, at) => at is not (1 or 2 or 4)), .. QualityDay.Series("b", 1, 2, 3, 4, 5, 6, 7)];
        QualityReport report = QualityDay.Facts(days).Quality(DailyPerAccount);
        Assert.Equal([Timeframe.Days(new(2026, 3, 2), new(2026, 3, 3)), Timeframe.Day(2026, 3, 5)], report.Of(QualityKind.MissingDays).Select(gap => gap.When!.Value));
        Assert.Equal([2L, 1L], report.Of(QualityKind.MissingDays).Select(gap => gap.Count));
        Assert.All(report.Of(QualityKind.MissingDays), gap => Assert.Equal(Segment.Of("account", "a"), gap.Segment));
        Assert.Equal(2, report.Count);
    }

    [Fact]
    public void MissingDays_OfTheWhole_AreDaysWithoutAnyAccount() =>
        Assert.True(QualityDay.Facts([.. QualityDay.Series("a", 5), .. QualityDay.Series("b", 0, 5).Skip(1), .. QualityDay.Series("a", 0, 0, 5).Skip(2)]).Quality(QualityRules.Default.Daily()).IsClean);

    [Fact]
    public void UnknownDays_AreRunsAndNeverBridged()
    {
        QualityReport report = QualityDay.Facts(QualityDay.Series("a", null, null, 10, 11, null, 4_000, 4_001, 4_003)).Quality(DailyPerAccount);
        Assert.Equal([(2L, Timeframe.Days(March1, March1.PlusDays(1))), (1L, Timeframe.Day(2026, 3, 5))], report.Findings.Select(finding => (finding.Count, finding.When!.Value)));
        Assert.All(report.Findings, finding => Assert.Equal((QualityKind.UnknownDays, "followers"), (finding.Kind, finding.Column)));
    }

    [Fact]
    public void UnknownDays_OnBothSidesOfAMissingDay_AreTwoRuns()
    {
        IEnumerable<QualityDay> days = QualityDay.Series("a", 1, null, 0, null, 2).Where((_, at) => at != 2);
        Assert.Equal([1L, 1L], QualityDay.Facts(days).Quality(DailyPerAccount).Of(QualityKind.UnknownDays).Select(run => run.Count));
    }

    [Fact]
    public void UnknownDays_OnWhichAnotherRowKnows_AreKnown() =>
        Assert.Empty(QualityDay.Facts([new QualityDay("a", March1, null), new QualityDay("a", March1, 7)]).Quality(DailyPerAccount).Of(QualityKind.UnknownDays));

    [Fact]
    public void UnknownDays_WhereAMeasureDoesNotApply_AreNoFinding() =>
        Assert.True(Facts.FromRows([March1, March1.PlusDays(1)], row => row
            .Time(day => day)
            .Measure(Measures.Saves, _ => (long?)null, Blank.NotApplicable)).Quality(QualityRules.Default.Daily()).IsClean);

    [Fact]
    public void Jump_BeyondTheFactor_NamesDayAndBothValues()
    {
        // Changes 1, 3, 2, 101: their median is 2.5.
        Facts facts = QualityDay.Facts(QualityDay.Series("a", 1_000, 1_001, 1_004, 1_006, 1_107));
        QualityFinding jump = Assert.Single(facts.Quality(DailyPerAccount).Findings);
        Assert.Equal((QualityKind.Jump, "followers", Timeframe.Day(2026, 3, 5)), (jump.Kind, jump.Column, jump.When));
        Assert.Equal([5], jump.FirstRows);
        Assert.Equal("followers went from 1,006 to 1,107 in a day, more than 20 times the usual change of 2.5; look for a campaign, a correction or a mistake", jump.Message);
    }

    [Theory]
    [InlineData(40.4, true)]
    [InlineData(40.3, false)]
    public void Jump_IsMoreThanTheFactorNotEqualToIt(double factor, bool isClean) =>
        Assert.Equal(isClean, QualityDay.Facts(QualityDay.Series("a", 1_000, 1_001, 1_004, 1_006, 1_107)).Quality(QualityRules.Default.Per("account").Daily((decimal)factor)).IsClean);

    [Fact]
    public void Jump_OverAMissingDay_IsNotADailyChange()
    {
        IEnumerable<QualityDay> days = QualityDay.Series("a", 10, 11, 12, 13, 13, 500, 501).Where((_, at) => at != 4);
        Assert.Equal([QualityKind.MissingDays], QualityDay.Facts(days).Quality(DailyPerAccount).Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Jump_ToADayWhoseRowsContradictEachOther_IsNoChange()
    {
        IEnumerable<QualityDay> days = QualityDay.Series("a", 10, 11, 12, 13, 500);
        QualityDay contradiction = new("a", new LocalDate(2026, 3, 5), 14);
        Assert.Equal([QualityKind.Jump], QualityDay.Facts(days).Quality(DailyPerAccount).Findings.Select(finding => finding.Kind));
        Assert.Equal([QualityKind.ConflictingRows], QualityDay.Facts(days.Append(contradiction)).Quality(DailyPerAccount).Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Jump_InASeriesThatMostlyStands_IsMeasuredByTheChangesThereAre() =>
        Assert.True(QualityDay.Facts(QualityDay.Series("a", 5, 5, 5, 5, 6, 6, 6, 6)).Quality(DailyPerAccount).IsClean);

    [Fact]
    public void Quality_WithRulesTheFactsCannotFollow_RefusesAllAtOnce()
    {
        Facts facts = Facts.FromRows([1], row => row.Dimension("account", _ => "a").Measure(Measures.Clicks, clicks => clicks));
        QualityRules rules = QualityRules.Default.Per("acount").Daily().With(QualityLimit.Of(Measures.PostReach, Measures.Clicks));
        DefinitionException refused = Assert.Throws<DefinitionException>(() => facts.Quality(rules));
        Assert.Equal(
            [
                "quality: 'acount' is not a dimension of the facts; did you mean account?; they have: account",
                "quality: the facts have no time, so they are no daily series; describe it with Time(…)",
                "limit clicks ≤ post_reach: the facts do not record post_reach; record it or leave the limit out",
            ],
            refused.Issues.Select(issue => issue.ToString()));
    }

    [Fact]
    public void Quality_WithALimitOverTwoCurrencies_IsRefused()
    {
        Facts facts = Facts.FromRows([1m], row => row.Measure(Measures.Spend, amount => amount, Currency.EUR).Measure(Measures.Revenue, amount => amount, Currency.USD));
        DefinitionException refused = Assert.Throws<DefinitionException>(() => facts.Quality(QualityRules.Default.With(QualityLimit.Of(Measures.Revenue, Measures.Spend))));
        Assert.Contains("cannot be compared", Assert.Single(refused.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_IsOneLineAFinding()
    {
        QualityReport report = QualityDay.Facts([.. QualityDay.Series("a", 10, 12).Take(1), new QualityDay("a", new LocalDate(2026, 3, 4), null, -2)]).Quality(DailyPerAccount);
        Assert.Equal(
            """
            finding       where        when                   count  rows  what
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
            net count     account = a  2026-03-04                 1  2     comments is below zero on 1 of 2 rows, down to -2: a net change, more was taken back than added that day; accepted, so read it over longer periods
            missing days  account = a  2026-03-02…2026-03-03      2        2 days without a row, which is not zero; load what is missing before comparing periods
            unknown days  account = a  2026-03-04                 1  2     followers is not known on 1 day, which is neither zero nor the value before; load what is missing, or start after

            3 findings in 2 rows; nothing was changed
            """.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith('─')),
            report.ToString().Split('\n').Where(line => !line.StartsWith('─')));
        Assert.StartsWith("| finding | where | when | count | rows | what |\n| --- | --- | --- | ---: | --- | --- |\n| net count |", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal("missing days, account = a, 2026-03-02…2026-03-03: 2 days without a row, which is not zero; load what is missing before comparing periods", report.Of(QualityKind.MissingDays)[0].ToString());
    }
}
