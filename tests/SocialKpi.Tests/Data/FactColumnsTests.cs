using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class FactColumnsTests
{
    [Fact]
    public void Measure_ThatCountsADimension_IsNotRecordedItself()
    {
        Measure customers = SocialKpi.Measure.Distinct("customers", of: "customer_id");
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Facts.FromColumns(columns => columns.Measure(customers, [1])));
        Assert.Contains("record the ids with Dimension(\"customer_id\", …)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromColumns_OfEveryKind_TellsWhatItHas()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 1), new(2026, 1, 2)])
            .Dimension("platform", ["x", null])
            .Measure(Measures.Likes, [1, null])
            .Measure(Measures.Spend, [1.5m, null], Currency.EUR)
            .Value("response", [9, null]));
        Assert.Equal((2, 0, true), (facts.RowCount, facts.DuplicatesDropped, facts.HasTime));
        Assert.Equal(["platform"], facts.Dimensions);
        Assert.Equal(["likes", "response", "spend"], facts.RowValues);
    }

    [Fact]
    public void FromColumns_WhenTheCallersColumnChanges_StaysTheSame()
    {
        decimal?[] likes = [1, 2];
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Likes, likes));
        likes[0] = 100;
        Assert.Equal(3, Read(facts, Kpis.LikeCount).Value);
    }

    [Theory]
    [InlineData(Blank.Unknown, 5, 1, true)]
    [InlineData(Blank.Zero, 5, 2, false)]
    [InlineData(Blank.NotApplicable, 5, 1, true)]
    public void Measure_WithABlank_CountsItAsTheColumnSays(Blank blank, int sum, int used, bool caveat)
    {
        Reading likes = Read(Facts.FromColumns(columns => columns.Measure(Measures.Likes, [5, null], blank)), Kpis.LikeCount);
        Assert.Equal((sum, used, caveat), (likes.Value, likes.RowsUsed, likes.Caveats.Count == 1));
        if (caveat) Assert.Equal(blank == Blank.Unknown ? CaveatKind.RowsLeftOut : CaveatKind.RowsNotApplicable, likes.Caveats[0].Kind);
    }

    [Theory]
    [InlineData(Blank.Unknown, Absence.NotReported)]
    [InlineData(Blank.NotApplicable, Absence.NotApplicable)]
    public void Measure_OfBlanksAlone_IsAbsentAsTheColumnSays(Blank blank, Absence absence) =>
        Assert.Equal(absence, Read(Facts.FromColumns(columns => columns.Measure(Measures.Likes, [null, null], blank)), Kpis.LikeCount).Absence);

    [Fact]
    public void Measure_OfZeroBlanksAlone_IsZero() =>
        Assert.Equal(0, Read(Facts.FromColumns(columns => columns.Measure(Measures.Likes, [null, null], Blank.Zero)), Kpis.LikeCount).Value);

    [Fact]
    public void FromColumns_OfDifferentLengths_ListsEachColumn()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns
            .Dimension("platform", ["a", "b", "c"]).Measure(Measures.Likes, [1]).Measure(Measures.Clicks, [1, 2])));
        Assert.Equal("2 issues:\n- likes: it has 1 rows, but platform has 3\n- clicks: it has 2 rows, but platform has 3", refusal.Message);
    }

    [Fact]
    public void FromColumns_DescribedWrongly_ListsAllIssues()
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 1)]).Time((LocalDate[])[new(2026, 1, 1)])
            .Dimension("likes", ["a"])
            .Measure(Measures.Likes, [1])
            .Measure(Measures.Spend, [1])
            .Measure(Measures.Clicks, [1], Currency.EUR)
            .Measure(Measure.Sum("both", Unit.Count, Measures.Comments + Measures.Shares), [1])
            .Value("My score", [1])
            .Key(["a"], Duplicates.Refuse).Key(["a"], Duplicates.Refuse)));
        Assert.Equal(7, refusal.Issues.Count);
        Assert.Contains("time: it is given twice", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("likes: two columns have this name", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("measure spend: it is money, so its currency must be said", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("measure clicks: it is measured in count, so it cannot be recorded in EUR", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("measure both: it is calculated from comments + shares, so it is not recorded itself", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'My score' is not an id", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("key: it is given twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromColumns_OfNothing_IsRefused() =>
        Assert.Throws<DefinitionException>(() => Facts.FromColumns(_ => { }));

    [Fact]
    public void Measure_ThatIsMoneyInOneCurrency_RefusesAnother()
    {
        Measure euros = Measure.Sum("budget", Unit.MoneyIn(Currency.EUR));
        Assert.Throws<DefinitionException>(() => Facts.FromColumns(columns => columns.Measure(euros, [1], Currency.USD)));
        Reading budget = Read(Facts.FromColumns(columns => columns.Measure(euros, [1])), Kpi.Define("budget", euros, Unit.MoneyIn(Currency.EUR)));
        Assert.Equal(1.Of(Currency.EUR), budget.Quantity);
    }

    [Fact]
    public void Measure_WithFiguresThatAreNotExact_ListsAllWithRowAndColumn()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns
            .Key(["a", "b", "a"], Duplicates.Refuse)
            .Measure(Measures.Likes, [999_999_999_999_999_999m, 1_000_000_000_000_000_000m, 3])
            .Measure(Measures.Clicks, [0.0000000000000000001m, 1, -1_234_567_890_123_456_789m])));
        Assert.Equal(
            """
            4 issues:
            - key, row 3: 'a' stands in row 1 too; remove one, or choose which to keep
            - likes, row 2: 1000000000000000000 has more than 18 digits; round it before it becomes a fact
            - clicks, row 1: 0.0000000000000000001 has more than 18 digits; round it before it becomes a fact
            - clicks, row 3: -1234567890123456789 has more than 18 digits; round it before it becomes a fact
            """,
            refusal.Message);
        Assert.Equal([("key", 2), ("likes", 1), ("clicks", 0), ("clicks", 2)], refusal.Issues.Select(issue => (issue.Column, issue.Row!.Value)));
    }

    [Fact]
    public void Measure_WithFiguresThatOnlyTogetherNeedTooManyDigits_IsRefusedNamingBoth()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, [123_456_789_012_345m, 0.0000001m])));
        Assert.Contains("likes, row 1: 123456789012345 and the 7 decimals of 0.0000001 in row 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_WithTrailingZeros_DoesNotSpendDigitsOnThem() =>
        Assert.Equal(123_456_789_012_345_679m, Read(Facts.FromColumns(columns => columns.Measure(Measures.Likes, [123_456_789_012_345_678.0000000m, 1.00000000m])), Kpis.LikeCount).Value);

    [Fact]
    public void Message_OfManyIssues_ShowsTenAndCountsTheRest()
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, [.. Enumerable.Repeat((decimal?)decimal.MaxValue, 25)])));
        Assert.Equal(25, refusal.Issues.Count);
        Assert.Equal(12, refusal.Message.Split('\n').Length);
        Assert.EndsWith("\n- and 15 more", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_ThatRepeats_IsRefusedOrKeptAsAsked()
    {
        Facts Make(Duplicates rule) => Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3), new(2026, 1, 4)])
            .Key(["a", "b", "a", "a"], rule).Dimension("platform", ["w", "x", "y", "z"]).Measure(Measures.Likes, [1, 2, 4, 8]));

        FactsException refusal = Assert.Throws<FactsException>(() => Make(Duplicates.Refuse));
        Assert.Equal([2, 3], refusal.Issues.Select(issue => issue.Row!.Value));

        Facts first = Make(Duplicates.KeepFirst);
        Assert.Equal((2, 2), (first.RowCount, first.DuplicatesDropped));
        Assert.Equal(3, Read(first, Kpis.LikeCount).Value);

        KpiTable last = Make(Duplicates.KeepLast).Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Day).By("platform"));
        Assert.Equal(10, last[Kpis.LikeCount].Value);
        Assert.Equal(8, last[Kpis.LikeCount, Timeframe.Day(2026, 1, 4), Segment.Of("platform", "z")].Value);
    }

    [Theory]
    [InlineData(Duplicates.Refuse)]
    [InlineData(Duplicates.KeepFirst)]
    [InlineData(Duplicates.KeepLast)]
    public void Key_ThatIsMissing_IsRefused(Duplicates rule)
    {
        FactsException refusal = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns
            .Key([null!, "a"], rule).Measure(Measures.Likes, [1, 2])));
        Assert.Equal("key, row 1: it is missing; every row needs one", refusal.Message);
    }

    [Fact]
    public void Columns_ThatAreNull_AreRefusedAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => Facts.FromColumns(null!));
        Assert.Throws<ArgumentNullException>(() => Facts.FromColumns(columns => columns.Dimension("platform", null!)));
        Assert.Throws<ArgumentNullException>(() => Facts.FromColumns(columns => columns.Measure(null!, [1])));
        Assert.Throws<ArgumentException>(() => Facts.FromColumns(columns => columns.Dimension(" ", ["a"])));
    }

    private static Reading Read(Facts facts, Kpi kpi) => facts.Read(KpiQuery.Of(kpi))[kpi];

    [Fact]
    public void Time_NineThousandNineHundredNinetyNine_IsRefusedWithItsRow()
    {
        FactsException refused = Assert.Throws<FactsException>(() => Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 1), new(9999, 12, 31)])
            .Measure(Measures.Clicks, [1m, 2m])));
        FactsIssue issue = Assert.Single(refused.Issues);
        Assert.Equal(("time", 1), (issue.Column, issue.Row));
    }

    [Fact]
    public void Blank_And_Duplicates_ThatNoEnumHas_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.FromColumns(columns => columns.Measure(Measures.Clicks, [1m], (Blank)99)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.FromColumns(columns => columns.Key(["a"], (Duplicates)99)));
    }
}
