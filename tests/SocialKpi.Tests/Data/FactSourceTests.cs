using NodaTime;

namespace SocialKpi.Tests.Data;

/// <summary>What a reading means, on rows small enough to reckon by hand.</summary>
public sealed class FactSourceTests
{
    private static readonly Kpi LikesAndSaves = Kpi.Define("likes_and_saves", Measures.Likes + Measures.Saves, Unit.Count);

    [Fact]
    public void Read_ByDefault_TakesTheRowsOnWhichEveryMeasureIsKnown()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Likes, [10, null, 20]).Measure(Measures.Posts, [1, 1, 1]));
        Reading reading = Read(facts, Kpis.LikesPerPost);
        Assert.Equal((15m, 2L), (reading.Value, reading.RowsUsed));
        Caveat caveat = Assert.Single(reading.Caveats);
        Assert.Equal((CaveatKind.RowsLeftOut, 1m, "1 of 3 rows left out: likes is unknown on 1"), (caveat.Kind, caveat.Amount, caveat.Text));
    }

    [Fact]
    public void Read_SummingIndependently_TakesEachMeasuresOwnRowsAndSaysSo()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Likes, [10, null, 20]).Measure(Measures.Posts, [1, 1, 1]));
        Reading reading = facts.Read(KpiQuery.Of(Kpis.LikesPerPost).SummingIndependently())[Kpis.LikesPerPost];
        Assert.Equal(10m, reading.Value);
        Caveat caveat = Assert.Single(reading.Caveats, caveat => caveat.Kind == CaveatKind.SummedIndependently);
        Assert.Equal("each measure is summed over its own rows: likes over 2, posts over 3", caveat.Text);
    }

    [Fact]
    public void Read_ASumWithAPartNotApplicable_CountsItAsNothing()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, [10, 20]).Measure(Measures.Saves, [null, 3], Blank.NotApplicable));
        Reading reading = Read(facts, LikesAndSaves);
        Assert.Equal((33m, 2L), (reading.Value, reading.RowsUsed));
        Assert.Empty(reading.Caveats);
    }

    [Fact]
    public void Read_ASumWithAPartUnknown_LeavesTheRowOut()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Likes, [10, 20]).Measure(Measures.Saves, [null, 3]));
        Reading reading = Read(facts, LikesAndSaves);
        Assert.Equal((23m, 1L), (reading.Value, reading.RowsUsed));
        Assert.Equal("1 of 2 rows left out: saves is unknown on 1", Assert.Single(reading.Caveats).Text);
    }

    [Fact]
    public void Read_ASumOfPartsNoneOfWhichApplies_IsNotApplicable()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, [null], Blank.NotApplicable).Measure(Measures.Saves, [null], Blank.NotApplicable));
        Assert.Equal(Absence.NotApplicable, Read(facts, LikesAndSaves).Absence);
    }

    [Fact]
    public void Read_AConstantBesideAPartNotApplicable_DoesNotMakeUpForIt()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Saves, [null], Blank.NotApplicable));
        Assert.Equal(Absence.NotApplicable, Read(facts, Kpi.Define("a", Measures.Saves + 100, Unit.Number)).Absence);
        Assert.Equal(Absence.NotApplicable, Read(facts, Kpi.Define("b", 100 - Measures.Saves, Unit.Number)).Absence);
        Assert.Equal(Absence.NotApplicable, Read(facts, Kpi.Define("c", 2 * Measures.Saves, Unit.Count)).Absence);
    }

    [Fact]
    public void Read_AQuotientWithAPartNotApplicable_LeavesTheRowOutAsNotApplicable()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Clicks, [5, 6]).Measure(Measures.Impressions, [100, null], Blank.NotApplicable));
        Reading reading = Read(facts, Kpis.ClickThroughRate);
        Assert.Equal(0.05m, reading.Value);
        Assert.Equal((CaveatKind.RowsNotApplicable, 1m), (reading.Caveats[0].Kind, reading.Caveats[0].Amount));
    }

    [Fact]
    public void Read_ANumeratorWithoutADenominator_PoolsItAndSaysHowMuch()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Conversions, [4, 3, 0, 1]).Measure(Measures.Clicks, [100, 0, 0, 0]));
        Reading reading = Read(facts, Kpis.ConversionRate);
        Assert.Equal(0.08m, reading.Value);
        Caveat caveat = Assert.Single(reading.Caveats);
        Assert.Equal((CaveatKind.NumeratorWithoutDenominator, 4m), (caveat.Kind, caveat.Amount));
        Assert.Equal("4 of conversions come from 2 rows without clicks", caveat.Text);
    }

    [Fact]
    public void Read_MoneySpentWithoutAClick_IsNoCaveat()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Spend, [10, 5], Currency.EUR).Measure(Measures.Clicks, [3, 0]));
        Reading reading = Read(facts, Kpis.CostPerClick);
        Assert.Equal(5m, reading.Value);
        Assert.Empty(reading.Caveats);
    }

    [Fact]
    public void Read_MeanPerPost_IsNotTheRatioOfSums()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Engagements, [10, 10]).Measure(Measures.PostReach, [100, 1000]));
        Assert.Equal(20m / 1100m, Read(facts, Kpis.EngagementRateByPostReach).Value);
        Assert.Equal(0.055m, Read(facts, Kpis.MeanPostEngagementRateByReach).Value);
    }

    [Fact]
    public void Read_MeanPerPost_RoundsEachRowOnceToEighteenDecimals()
    {
        // 1/3 three times: 0.333333333333333333 each, so the mean has 18 decimals too.
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Engagements, [1, 1, 1]).Measure(Measures.PostReach, [3, 3, 3]));
        Assert.Equal(0.333333333333333333m, Read(facts, Kpis.MeanPostEngagementRateByReach).Value);
    }

    [Fact]
    public void Read_MeanPerPost_LeavesOutAPostWithoutReach()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Engagements, [10, 5, 30]).Measure(Measures.PostReach, [100, 0, 100]));
        Reading mean = Read(facts, Kpis.MeanPostEngagementRateByReach);
        Assert.Equal((0.2m, 2L), (mean.Value, mean.RowsUsed));
        Caveat caveat = Assert.Single(mean.Caveats);
        Assert.Equal((CaveatKind.RowsUndefined, 1m), (caveat.Kind, caveat.Amount));
        Assert.Equal("1 of 3 rows left out: their own ratio has a zero denominator", caveat.Text);
        Assert.Equal(Absence.ZeroDenominator, Read(Facts.FromColumns(columns => columns.Measure(Measures.Engagements, [1]).Measure(Measures.PostReach, [0])), Kpis.MeanPostEngagementRateByReach).Absence);
    }

    [Fact]
    public void Read_NetPromoterScoreOfRawAnswers_LeavesBlanksOut()
    {
        // Four promoters, two passives, two detractors and two blanks.
        Measure answers = Measure.Count("answers", of: "response");
        Kpi nps = Kpi.Define(
            "nps.of_answers",
            100 * (answers.Where(Condition.Between("response", 9, 10), "promoters") - answers.Where(Condition.Between("response", 0, 6), "detractors")) / answers,
            Unit.Points);
        Facts facts = Facts.FromColumns(columns => columns.Value("response", [10, 9, 9, 10, 8, 7, 6, 0, null, null]));
        Reading reading = Read(facts, nps);
        Assert.Equal((25m, 8L), (reading.Value, reading.RowsUsed));
        Assert.Equal("2 of 10 rows left out: response is unknown on 2", Assert.Single(reading.Caveats).Text);
    }

    [Fact]
    public void Read_ANetPromoterScoreWithoutPromoters_HasAZeroAndNoAbsence()
    {
        Measure answers = Measure.Count("answers", of: "response");
        Kpi nps = Kpi.Define(
            "nps.of_answers",
            100 * (answers.Where(Condition.Between("response", 9, 10), "promoters") - answers.Where(Condition.Between("response", 0, 6), "detractors")) / answers,
            Unit.Points);
        Assert.Equal(-100m, Read(Facts.FromColumns(columns => columns.Value("response", [0, 6])), nps).Value);
        Assert.Equal(0m, Read(Facts.FromColumns(columns => columns.Value("response", [7, 8])), nps).Value);
        Assert.Equal(Absence.NotReported, Read(Facts.FromColumns(columns => columns.Value("response", [null])), nps).Absence);
    }

    [Fact]
    public void Read_TheMeanOfAScore_IsOverKnownRows()
    {
        Kpi mean = Kpi.Define("mean_response", Measure.Mean("mean_response", Unit.Number, of: "response"), Unit.Number);
        Reading reading = Read(Facts.FromColumns(columns => columns.Value("response", [1, 2, null])), mean);
        Assert.Equal((1.5m, 2L), (reading.Value, reading.RowsUsed));
    }

    [Fact]
    public void Read_AMeasureUnderAConditionOnABlankDimension_LeavesTheRowOut()
    {
        Kpi photos = Kpi.Define("photo_likes", Measures.Likes.Where(Condition.Is("type", "photo"), "photo_likes"), Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns.Dimension("type", ["photo", "video", null]).Measure(Measures.Likes, [1, 2, 4]));
        Reading reading = Read(facts, photos);
        Assert.Equal((1m, 2L), (reading.Value, reading.RowsUsed));
        Assert.Equal("1 of 3 rows left out: a condition cannot be decided on them", Assert.Single(reading.Caveats).Text);
    }

    [Fact]
    public void Read_ShareOfVoice_AddsUpToAHundredPercent()
    {
        KpiTable table = Mentions().Read(KpiQuery.Of(Kpis.ShareOfVoice).By("brand").By("channel"));
        Assert.Equal(1m, table[Kpis.ShareOfVoice].Value);
        Assert.Equal(1m, table[Kpis.ShareOfVoice, Segment.Of("channel", "news")].Value);
        Assert.Equal(0.25m, table[Kpis.ShareOfVoice, Segment.Of("brand", "acme")].Value);
        Assert.Equal(0.1m, table[Kpis.ShareOfVoice, Segment.Of("brand", "acme").And("channel", "news")].Value);
    }

    [Fact]
    public void Read_ShareOfVoiceFilteredToABrand_StillDividesByTheMarket()
    {
        KpiTable table = Mentions().Read(KpiQuery.Of(Kpis.ShareOfVoice).Where(Condition.Is("brand", "acme")));
        Assert.Equal(0.25m, table[Kpis.ShareOfVoice].Value);
        KpiTable news = Mentions().Read(KpiQuery.Of(Kpis.ShareOfVoice).Where(Condition.Is("brand", "acme")).Where(Condition.Is("channel", "news")));
        Assert.Equal(0.1m, news[Kpis.ShareOfVoice].Value);
    }

    [Fact]
    public void Read_WithAFilter_KeepsBlanksOutUnlessAskedFor()
    {
        Facts facts = Facts.FromColumns(columns => columns.Dimension("platform", ["x", null, "y"]).Measure(Measures.Likes, [1, 2, 4]));
        decimal Filtered(Condition condition) => facts.Read(KpiQuery.Of(Kpis.LikeCount).Where(condition))[Kpis.LikeCount].Value;
        Assert.Equal(1, Filtered(Condition.Is("platform", "x")));
        Assert.Equal(5, Filtered(Condition.In("platform", "x", "y")));
        Assert.Equal(2, Filtered(Condition.Missing("platform")));
        Assert.Equal(6, Filtered(Condition.AtLeast("likes", 2)));
        Assert.Equal(Absence.NoRows, facts.Read(KpiQuery.Of(Kpis.LikeCount).Where(Condition.Is("platform", "z")))[Kpis.LikeCount].Absence);
    }

    [Fact]
    public void Read_ByWeekdayAndHour_TakesThemFromTheTime()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDateTime[])[new(2026, 1, 5, 9, 0), new(2026, 1, 12, 9, 59), new(2026, 1, 11, 0, 0)])
            .Measure(Measures.Likes, [1, 2, 4]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.LikeCount).By(TimeDimension.Weekday).By(TimeDimension.HourOfDay));
        Assert.Equal(3, table[Kpis.LikeCount, Segment.Of(TimeDimension.Weekday, "1").And(TimeDimension.HourOfDay, "09")].Value);
        Assert.Equal(4, table[Kpis.LikeCount, Segment.Of(TimeDimension.Weekday, "7").And(TimeDimension.HourOfDay, "00")].Value);
        Assert.Equal(3, facts.Read(KpiQuery.Of(Kpis.LikeCount).Where(Condition.Is(TimeDimension.Weekday, "1")))[Kpis.LikeCount].Value);
    }

    [Fact]
    public void Read_OnAFiscalCalendar_GroupsByItsYears()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 6, 30), new(2026, 7, 1)]).Measure(Measures.Likes, [1, 2]));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.LikeCount).By(Grain.Year).On(ReportingCalendar.Iso.WithFiscalYearFrom(7)));
        Assert.Equal([1m, 2m], table.Rows.Select(row => row[Kpis.LikeCount].Value));
        Assert.Contains("FY2027", table.ToText(culture: null), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AQuotientTooSmallForADecimal_IsOutOfRangeAndNeverAFalseZero()
    {
        Measure tiny = Measure.Sum("tiny", Unit.Number), huge = Measure.Sum("huge", Unit.Number);
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(tiny, [0.000000000000000001m]).Measure(huge, [999_999_999_999_999_999m]));
        Assert.Equal(Absence.OutOfRange, Read(facts, Kpi.Define("quotient", tiny / huge, Unit.Number)).Absence);
        Assert.Equal(Absence.OutOfRange, Read(facts, Kpi.Define("product", huge * huge, Unit.Number)).Absence);
    }

    [Fact]
    public void Read_SumsOfDecimals_AreExact()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Spend, [.. Enumerable.Repeat((decimal?)0.1m, 1000), 0.000000000000001m], Currency.EUR));
        Assert.Equal(100.000000000000001m, Read(facts, Kpis.TotalSpend).Value);
    }

    [Fact]
    public void Read_RowFormulaBeyondEighteenDigits_IsExact()
    {
        Measure points = Measure.Sum("points_of_row", Unit.Count, of: (Measures.Likes * 2) - Measures.Saves);
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, [999_999_999_999_999_999m])
            .Measure(Measures.Saves, [1m]));
        Assert.Equal(1_999_999_999_999_999_997m, Read(facts, Kpi.Define("points_of_rows", points, Unit.Count)).Value);
    }

    [Fact]
    public void Read_QuotientThatDoesNotApplyInASum_CountsAsNothingAndReadsOnlyItsOwnRows()
    {
        Kpi kpi = Kpi.Define("spend_and_cost", Measures.Spend + (Measures.Spend / Measures.Saves), Unit.Money);
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Spend, [1m, 10m], Currency.EUR)
            .Measure(Measures.Saves, [null, 5m], Blank.NotApplicable));
        Assert.Equal(11m + (10m / 5m), Read(facts, kpi).Value);
    }

    [Fact]
    public void Read_RateInASumPerRowThatDoesNotApply_CountsAsNothing()
    {
        Measure rates = Measure.Mean("rates", Unit.Number, of: (Measures.Likes / Measures.Saves) + (Measures.Comments / Measures.Shares));
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, [3m])
            .Measure(Measures.Saves, [null], Blank.NotApplicable)
            .Measure(Measures.Comments, [6m])
            .Measure(Measures.Shares, [4m]));
        Assert.Equal(1.5m, Read(facts, Kpi.Define("mean_rates", rates, Unit.Number)).Value);
    }

    [Fact]
    public void Read_CountOfARecordedMeasureBesideIt_IsOneColumn()
    {
        Kpi likesPerKnownRow = Kpi.Define("likes_per_known_row", Measures.Likes / Measure.Count("rows_with_likes", of: "likes"), Unit.Number);
        Kpi paidRows = Kpi.Define("paid_rows", Measure.Count("rows_with_spend", of: "spend"), Unit.Count);
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, [4m, null, 8m])
            .Measure(Measures.Spend, [1m, 2m, null], Currency.EUR));
        Assert.Equal(6m, Read(facts, likesPerKnownRow).Value);
        Assert.Equal(2m, Read(facts, paidRows).Value);
    }

    [Fact]
    public void Read_RowFormulaOverTwoCurrencies_IsMixed()
    {
        Kpi profit = Kpi.Define("profit", Measure.Sum("profit", Unit.Money, Measures.Revenue - Measures.Spend), Unit.Money);
        Kpi returned = Kpi.Define("mean_return", Measure.Mean("return_of_row", Unit.Ratio, Measures.Revenue / Measures.Spend), Unit.Ratio);
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Revenue, [100m, 50m], Currency.EUR)
            .Measure(Measures.Spend, [30m, 20m], Currency.USD));
        KpiTable table = facts.Read(KpiQuery.Of(profit, returned));
        Assert.Equal(Absence.MixedCurrencies, table[profit].Absence);
        Assert.Equal(Absence.MixedCurrencies, table[returned].Absence);
    }

    [Fact]
    public void Read_RowFormula_IsRoundedOnceAtItsEnd()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Likes, [1m]).Measure(Measures.Saves, [3_000_000_000m]));
        Formula there = Measures.Likes / Measures.Saves / Measures.Saves;
        Kpi andBack = Kpi.Define("and_back", Measure.Sum("there_and_back", Unit.Number, there * Measures.Saves * Measures.Saves), Unit.Number);
        Assert.Equal(1m, Read(facts, andBack).Value);
    }

    [Theory]
    [InlineData("0.5", "0")]
    [InlineData("1.5", "0.000000000000000002")]
    [InlineData("2.5", "0.000000000000000002")]
    public void Read_RowQuotientInTheMiddle_IsRoundedToTheEvenDigit(string likes, string rounded)
    {
        // likes ÷ 10^18 needs 19 decimals; half of the last one goes to the even neighbour.
        Kpi rate = Kpi.Define("rate_of_row", Measure.Sum("tiny_rate", Unit.Number, Measures.Likes / Measures.Impressions / 1_000_000_000m), Unit.Number);
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Likes, [decimal.Parse(likes, System.Globalization.CultureInfo.InvariantCulture)])
            .Measure(Measures.Impressions, [1_000_000_000m]));
        Assert.Equal(decimal.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture), Read(facts, rate).Value);
    }

    [Fact]
    public void Read_ScaledRatioWithAnOrphan_CountsTheNumeratorUnscaled()
    {
        Kpi perHundred = Kpi.Define("conversions_per_hundred", 100 * Measures.Conversions / Measures.Clicks, Unit.Number);
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Conversions, [3m, 1m]).Measure(Measures.Clicks, [0m, 10m]));
        Caveat caveat = Assert.Single(Read(facts, perHundred).Caveats);
        Assert.Equal((CaveatKind.NumeratorWithoutDenominator, 3m), (caveat.Kind, caveat.Amount));
        Assert.Equal("3 of conversions come from 1 row without clicks", caveat.Text);
    }

    [Fact]
    public void Read_ConditionsOneFalseAndOneUnknown_LeavesNothingUnknown()
    {
        Measure both = Measures.Likes.Where(Condition.Is("platform", "a"), "likes_on_a").Where(Condition.AtLeast("score", 5), "likes_on_a_liked");
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("platform", ["b", "a"])
            .Value("score", [null, 7m])
            .Measure(Measures.Likes, [100m, 4m]));
        Reading reading = Read(facts, Kpi.Define("likes_on_a_liked", both, Unit.Count));
        Assert.Equal(4m, reading.Value);
        Assert.Equal(2, reading.RowsUsed);
        Assert.Empty(reading.Caveats);
    }

    [Fact]
    public void Read_QuotientInsideAQuotientThatIsAPart_ReadsOnlyRowsOfBoth()
    {
        // The inner part applies to both rows, the outer one to the second alone: 10 + (4 ÷ 2 + 6) ÷ 5 on it.
        Kpi kpi = Kpi.Define("nested", Measures.Spend + (((Measures.Spend / Measures.Likes) + Measures.Revenue) / Measures.Saves), Unit.Money);
        Facts facts = Facts.FromColumns(columns => columns
            .Measure(Measures.Spend, [10m, 4m], Currency.EUR)
            .Measure(Measures.Revenue, [7m, 6m], Currency.EUR)
            .Measure(Measures.Likes, [1m, 2m])
            .Measure(Measures.Saves, [null, 5m], Blank.NotApplicable));
        Assert.Equal(14m + (((4m / 2m) + 6m) / 5m), Read(facts, kpi).Value);
    }

    [Fact]
    public void Read_AcrossADimension_DropsTheFilterForItsBlanksToo()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Dimension("brand", ["ours", null])
            .Measure(Measures.Mentions, [3m, 1m]));
        Reading share = facts.Read(KpiQuery.Of(Kpis.ShareOfVoice).Where(Condition.Missing("brand")))[Kpis.ShareOfVoice];
        Assert.Equal(0.25m, share.Value);
    }

    [Fact]
    public void Read_MoneyOfNoMatchingRow_IsZeroInNoCurrency()
    {
        Kpi kpi = Kpi.Define("spend_elsewhere", Measures.Spend.Where(Condition.Is("platform", "b"), "spend_on_b"), Unit.Money);
        Facts euro = Facts.FromColumns(columns => columns.Dimension("platform", ["a"]).Measure(Measures.Spend, [5m], Currency.EUR));
        Facts dollar = Facts.FromColumns(columns => columns.Dimension("platform", ["b"]).Measure(Measures.Spend, [7m], Currency.USD));
        Reading together = euro.Read(KpiQuery.Of(kpi)).Merge(dollar.Read(KpiQuery.Of(kpi)))[kpi];
        Assert.Equal((0m, Unit.Money), (Read(euro, kpi).Value, Read(euro, kpi).Unit));
        Assert.Equal((7m, Unit.MoneyIn(Currency.USD)), (together.Value, together.Unit));
    }

    private static Facts Mentions() => Facts.FromColumns(columns => columns
        .Dimension("brand", ["acme", "acme", "rival", "rival"])
        .Dimension("channel", ["news", "blog", "news", "blog"])
        .Measure(Measures.Mentions, [10, 40, 90, 60]));

    private static Reading Read(Facts facts, Kpi kpi) => facts.Read(KpiQuery.Of(kpi))[kpi];
}
