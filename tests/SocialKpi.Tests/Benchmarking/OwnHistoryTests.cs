using NodaTime;

namespace SocialKpi.Tests.Benchmarking;

public sealed class OwnHistoryTests
{
    private static readonly Kpi Rate = Kpis.ClickThroughRate;

    // Clicks of every hundred impressions, month by month from May 2025; August 2025 has no rows, and clicks of March 2026 are not known.
    private static readonly (int Year, int Month, int? Clicks)[] Months =
        [(2025, 5, 9), (2025, 6, 2), (2025, 7, 4), (2025, 9, 1), (2025, 10, 3), (2025, 11, 3), (2025, 12, 2), (2026, 1, 1), (2026, 2, 4), (2026, 3, null), (2026, 4, 5), (2026, 5, 6), (2026, 6, 4)];

    private static readonly KpiTable Table = Facts.FromColumns(columns => columns
        .Time([.. Months.Select(month => new LocalDate(month.Year, month.Month, 10))])
        .Measure(Measures.Impressions, [.. Months.Select(_ => 100)])
        .Measure(Measures.Clicks, [.. Months.Select(month => month.Clicks)])).Read(KpiQuery.Of(Rate).By(Grain.Month));

    private static OwnHistory June => OwnHistory.Of(Table.Series(Rate));

    [Fact]
    public void Previous_IsThePeriodRightBefore()
    {
        Standing standing = June.Previous();

        Assert.Equal((6m.Percent(), (-2).PercentagePoints(), Verdict.Worse), (standing.Centre!.Value, standing.Difference!.Value, standing.Verdict));
        Assert.Equal(StatisticKind.Single, standing.Kind);
        Assert.Equal(Timeframe.Month(2026, 5), standing.Against!.Period);
    }

    [Fact]
    public void Previous_WithoutOne_IsRefusedAndNotTakenFromEarlier() => Assert.Equal(
        "the series has no 2025-08",
        Assert.Single(OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2025, 9)).Previous().Refusals).Text);

    [Fact]
    public void Previous_OfTheFirst_NamesWhatTheSeriesLacks() => Assert.Equal(
        "the series has no 2025-04", Assert.Single(OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2025, 5)).Previous().Refusals).Text);

    [Fact]
    public void Previous_WithoutAValue_IsRefusedWithItsReason() => Assert.Equal(
        "2026-03 has no value: not reported", Assert.Single(OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2026, 4)).Previous().Refusals).Text);

    [Fact]
    public void SamePeriodLastYear_IsTheMonthAYearBefore()
    {
        Assert.Equal(200m, June.SamePeriodLastYear().Index);
        Assert.Equal("the series has no 2025-04", Assert.Single(OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2026, 4)).SamePeriodLastYear().Refusals).Text);
    }

    [Fact]
    public void SamePeriodLastYear_OfAWeek_IsAWholeWeek()
    {
        KpiSeries weeks = KpiSeries.Given(Rate, (Timeframe.Week(2025, 10), 1m.Percent()), (Timeframe.Week(2026, 10), 2m.Percent()));

        Assert.Equal(Timeframe.Week(2025, 10), OwnHistory.Of(weeks).SamePeriodLastYear().Against!.Period);
    }

    [Fact]
    public void TrailingMean_LeavesOutWhatHasNoValueAndSaysSo()
    {
        // January to May: 1, 4, not known, 5 and 6.
        Standing standing = June.TrailingMean(5);

        Assert.Equal(4m.Percent(), standing.Centre);
        Assert.Equal((StatisticKind.Mean, Verdict.Level, 1m), (standing.Kind, standing.Verdict, standing.Ratio!.Value));
        Assert.Equal(["2026-03 has no value: not reported"], standing.Notes);
    }

    [Fact]
    public void TrailingMedian_HasThePlaceAmongThePeriods()
    {
        Standing standing = June.TrailingMedian(5);

        Assert.Equal((4.5m.Percent(), new PeerRank(3, 5, 1)), (standing.Centre, standing.Rank));
        Assert.Equal(Timeframe.Between(new LocalDate(2026, 1, 1), new LocalDate(2026, 6, 1)), standing.Against!.Period);
        Assert.True(June.TrailingMedian(5, ComparisonRules.Default).IsRefused);
    }

    [Fact]
    public void TrailingMean_OfPeriodsWithoutAnyValue_IsRefused() => Assert.Equal(
        "2026-03 has no value: not reported", Assert.Single(OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2026, 4)).TrailingMean(1).Refusals).Text);

    [Fact]
    public void TrailingMean_WithNothingBefore_IsRefused() =>
        Assert.Equal([RefusalReason.NoReference], OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2025, 5)).TrailingMean(3).Refusals.Select(refusal => refusal.Reason));

    [Fact]
    public void BestAndWorst_FollowTheDirection()
    {
        Assert.Equal((9m.Percent(), 1m.Percent()), (June.Best().Centre, June.Worst().Centre));

        // Of the two worst months the later one.
        Assert.Equal(Timeframe.Month(2026, 1), June.Worst().Against!.Period);

        KpiSeries costs = KpiSeries.Given(Kpis.CostPerClick, new[] { 5m, 3m, 4m, 9m }.Select((amount, at) => (Timeframe.Month(2026, at + 1), (Quantity?)amount.Of(Currency.EUR))));
        Assert.Equal((3m.Of(Currency.EUR), 5m.Of(Currency.EUR)), (OwnHistory.Of(costs).Best().Centre, OwnHistory.Of(costs).Worst().Centre));
    }

    [Fact]
    public void Best_WhereNeitherWayIsBetter_IsRefused()
    {
        Kpi neutral = Kpi.Define("clicks_neutral", Measures.Clicks, Unit.Count);
        KpiSeries series = KpiSeries.Given(neutral, (Timeframe.Month(2026, 1), 1.AsCount()), (Timeframe.Month(2026, 2), 2.AsCount()));

        Assert.Equal([RefusalReason.NoDirection], OwnHistory.Of(series).Best().Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void SameWeekday_TakesTheLatestWeeks()
    {
        // 28 days from Monday 1 June 2026; the value is the number of the day.
        KpiSeries days = KpiSeries.Given(Kpis.ClickCount, Enumerable.Range(1, 28).Select(day => (Timeframe.Day(2026, 6, day), (Quantity?)day.AsCount())));
        Standing standing = OwnHistory.Of(days, Timeframe.Day(2026, 6, 22)).SameWeekday(2);

        Assert.Equal(["2026-06-08", "2026-06-15"], standing.Against!.Figures.Select(figure => figure.Peer));
        Assert.Equal(11.5m.AsCount(), standing.Centre);
        Assert.Equal("2026-06 is not one day, so it has no weekday", Assert.Single(June.SameWeekday(2).Refusals).Text);
    }

    [Fact]
    public void Baseline_IsTheFigureOfTheAudit()
    {
        Standing standing = June.Baseline(Reading.Given(Rate, 3.2m.Percent(), Timeframe.Quarter(2025, 1)));

        Assert.Equal((125m, Verdict.Better), (standing.Index, standing.Verdict));
    }

    [Fact]
    public void Of_AnotherPeriod_SaysWhichThereAre() => Assert.Contains(
        "has no period 2026-07; it has 2025-05 to 2026-06", Assert.Throws<ArgumentException>(() => OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2026, 7))).Message, StringComparison.Ordinal);

    [Fact]
    public void Trailing_LessThanOne_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => June.TrailingMean(0));

    [Fact]
    public void WhatIsInSeveralCurrencies_IsRefusedAndNotOrdered()
    {
        KpiSeries costs = KpiSeries.Given(Kpis.CostPerClick, new[] { 1m.Of(Currency.USD), 3m.Of(Currency.EUR), 2m.Of(Currency.EUR) }.Select((amount, at) => (Timeframe.Month(2026, at + 1), (Quantity?)amount)));
        OwnHistory history = OwnHistory.Of(costs);

        Assert.All([history.Best(), history.Worst(), history.TrailingMedian(2), history.TrailingMean(2)], standing => Assert.Equal(
            new Refusal(RefusalReason.OtherCurrency, "its readings are in EUR and USD, which cannot be compared; convert them to one currency first"),
            Assert.Single(standing.Refusals)));
        Assert.False(history.Previous().IsRefused);
        Assert.Equal([RefusalReason.OtherCurrency], OwnHistory.Of(costs, Timeframe.Month(2026, 2)).Best().Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void Trailing_AcrossAGap_TakesThePeriodsOfTheCalendarAndNamesWhatIsLacking()
    {
        // Before November 2025: July, no August, September, October. Five months reach back to June.
        Standing standing = OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2025, 11)).TrailingMedian(5);

        Assert.Equal(["2025-06", "2025-07", "2025-09", "2025-10"], standing.Against!.Figures.Select(figure => figure.Peer));
        Assert.Equal(["the series lacks 2025-08"], standing.Notes);

        // A dense table has August as a month without rows: the same figures, another note.
        KpiTable dense = Facts.FromColumns(columns => columns
            .Time([.. Months.Select(month => new LocalDate(month.Year, month.Month, 10))])
            .Measure(Measures.Impressions, [.. Months.Select(_ => 100)])
            .Measure(Measures.Clicks, [.. Months.Select(month => month.Clicks)])).Read(KpiQuery.Of(Rate).By(Grain.Month).Dense());
        Standing same = OwnHistory.Of(dense.Series(Rate), Timeframe.Month(2025, 11)).TrailingMedian(5);
        Assert.Equal(standing.Against.Figures.Select(figure => figure.Peer), same.Against!.Figures.Select(figure => figure.Peer));
        Assert.Equal(["2025-08 has no value: no rows"], same.Notes);
    }

    [Fact]
    public void Trailing_FurtherThanTheSeries_StopsWhereItBegins()
    {
        Standing standing = OwnHistory.Of(Table.Series(Rate), Timeframe.Month(2025, 7)).TrailingMean(int.MaxValue);

        Assert.Equal((5.5m.Percent(), 0), (standing.Centre, standing.Notes.Count));
        Assert.Equal(Timeframe.Between(new LocalDate(2025, 5, 1), new LocalDate(2025, 7, 1)), standing.Against!.Period);
    }

    [Fact]
    public void SameWeekday_AcrossAGap_NamesTheDaysThatAreLacking()
    {
        KpiSeries days = KpiSeries.Given(Kpis.ClickCount, new[] { 1, 8, 16, 22, 29 }.Select(day => (Timeframe.Day(2026, 6, day), (Quantity?)day.AsCount())));
        Standing standing = OwnHistory.Of(days).SameWeekday(3);

        // Mondays: the 8th and the 22nd; the 15th is not there, and the 16th is a Tuesday.
        Assert.Equal(["2026-06-08", "2026-06-22"], standing.Against!.Figures.Select(figure => figure.Peer));
        Assert.Equal(["the series lacks 2026-06-15"], standing.Notes.Take(1));
    }

    [Fact]
    public void Trailing_ManyPeriodsAreLacking_NamesTheFirst()
    {
        KpiSeries days = KpiSeries.Given(Kpis.ClickCount, new[] { 1, 20 }.Select(day => (Timeframe.Day(2026, 6, day), (Quantity?)day.AsCount())));

        Assert.Equal("the series lacks 2026-06-02, 2026-06-03, 2026-06-04, 2026-06-05, 2026-06-06 and 13 more", OwnHistory.Of(days).TrailingMedian(30).Notes[0]);
    }

    [Fact]
    public void Trailing_OfPeriodsThatAreNoneOfTheCalendar_TakesThemAsTheyStandAndNamesGaps()
    {
        KpiSeries sprints = KpiSeries.Given(
            Kpis.ClickCount, new[] { 1, 11, 31, 41 }.Select(day => (Days(day, 10), (Quantity?)day.AsCount())));
        OwnHistory history = OwnHistory.Of(sprints);
        Standing standing = history.TrailingMedian(2);

        Assert.Equal(21m.AsCount(), standing.Centre);
        Assert.Equal(["the series lacks 2026-01-21…2026-01-30"], standing.Notes.Take(1));
        Assert.Equal(31m.AsCount(), history.Previous().Centre);
        Assert.Equal("the series has no period that ends where 2026-01-31…2026-02-09 begins", Assert.Single(OwnHistory.Of(sprints, Days(31, 10)).Previous().Refusals).Text);

        static Timeframe Days(int first, int count) => Timeframe.Between(new LocalDate(2026, 1, 1).PlusDays(first - 1), new LocalDate(2026, 1, 1).PlusDays(first - 1 + count));
    }

    [Fact]
    public void Previous_OfAnotherLength_IsNotThePeriodBefore() => Assert.Equal(
        "the series has no 2026-03",
        Assert.Single(OwnHistory.Of(KpiSeries.Given(Kpis.ClickCount, (Timeframe.Quarter(2026, 1), 30.AsCount()), (Timeframe.Month(2026, 4), 10.AsCount()))).Previous().Refusals).Text);

    [Theory]
    [InlineData(2020, 53, 2020, 1)]
    [InlineData(2026, 53, 2026, 1)]
    [InlineData(2021, 1, 2020, 2)]
    [InlineData(2021, 52, 2020, 53)]
    public void SamePeriodLastYear_AroundWeek53_HoldsTheSameDays(int year, int week, int earlierYear, int earlierWeek)
    {
        KpiSeries weeks = KpiSeries.Given(Rate, (Timeframe.Week(earlierYear, earlierWeek), 1m.Percent()), (Timeframe.Week(year, week), 2m.Percent()));

        Assert.Equal(Timeframe.Week(earlierYear, earlierWeek), OwnHistory.Of(weeks).SamePeriodLastYear().Against!.Period);
    }

    [Fact]
    public void History_OfACountThatIsNotWhole_LeavesThatPeriodOut()
    {
        // January is read from the 20th: 10 clicks of a part of it are neither its worst month nor a peer of whole ones.
        Facts facts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 1, 25), new LocalDate(2026, 2, 2), new LocalDate(2026, 3, 2), new LocalDate(2026, 4, 2)]).Measure(Measures.Clicks, [10, 30, 40, 50]));
        KpiSeries series = facts.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Month).During(Timeframe.Between(new LocalDate(2026, 1, 20), new LocalDate(2026, 5, 1)))).Series(Kpis.ClickCount);
        OwnHistory april = OwnHistory.Of(series);

        Assert.Equal(30m.AsCount(), april.Worst().Centre);
        Assert.Equal(35m.AsCount(), april.TrailingMean(3).Centre);
        Assert.Equal(["2026-01 is left out: it is not whole, and Clicks grows with time"], april.TrailingMean(3).Notes);
        Assert.Equal([RefusalReason.PartialPeriod], OwnHistory.Of(series, Timeframe.Month(2026, 2)).Previous().Refusals.Select(refusal => refusal.Reason));
        Assert.Equal("2026-01 is left out: it is not whole, and Clicks grows with time", Assert.Single(OwnHistory.Of(series, Timeframe.Month(2026, 2)).Best().Refusals).Text);
        Assert.Equal("no period before 2026-01 has a value", Assert.Single(OwnHistory.Of(series, Timeframe.Month(2026, 1)).Best().Refusals).Text);
    }

    [Fact]
    public void Counts_OfPeriodsOfOtherLengths_AreLeftOutOrRefused()
    {
        // A quarter of clicks is not the best month, nor three days of them the ten before.
        KpiSeries mixed = KpiSeries.Given(
            Kpis.ClickCount, (Timeframe.Quarter(2025, 4), 90.AsCount()), (Timeframe.Month(2026, 1), 20.AsCount()), (Timeframe.Month(2026, 2), 30.AsCount()), (Timeframe.Month(2026, 3), 25.AsCount()));
        OwnHistory march = OwnHistory.Of(mixed);
        Assert.Equal((30.AsCount(), 20.AsCount()), (march.Best().Centre, march.Worst().Centre));
        Assert.Equal(
            new Refusal(RefusalReason.NoReference, "2025-Q4 is left out: it is not as long as 2026-01, and Clicks grows with time"),
            Assert.Single(OwnHistory.Of(mixed, Timeframe.Month(2026, 1)).Best().Refusals));
        Assert.Equal([RefusalReason.OtherLength], march.Baseline(Reading.Given(Kpis.ClickCount, 70.AsCount(), Timeframe.Quarter(2025, 1))).Refusals.Select(refusal => refusal.Reason));
        Assert.False(march.Baseline(Reading.Given(Kpis.ClickCount, 70.AsCount())).IsRefused);

        // A given number is of the time that it is of; how long everything that was read took is not known.
        KpiTable months = Facts.FromColumns(columns => columns.Time([new LocalDate(2026, 1, 5), new LocalDate(2026, 2, 5)]).Measure(Measures.Clicks, [10, 30])).Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Month));
        Assert.Equal(
            "2026-02 is not known to be as long as everything, and Clicks grows with time; compare rates, or periods of one length",
            Assert.Single(OwnHistory.Of(months.Series(Kpis.ClickCount)).Baseline(months[Kpis.ClickCount]).Refusals).Text);

        KpiSeries days = KpiSeries.Given(Kpis.ClickCount, (Days(1, 10), 50.AsCount()), (Days(11, 3), 9.AsCount()), (Days(14, 10), 40.AsCount()));
        Assert.Equal([RefusalReason.OtherLength], OwnHistory.Of(days).Previous().Refusals.Select(refusal => refusal.Reason));
        Assert.Equal(50.AsCount(), OwnHistory.Of(days).TrailingMean(2).Centre);
        Assert.Equal(["2026-01-11…2026-01-13 is left out: it is not as long as 2026-01-14…2026-01-23, and Clicks grows with time"], OwnHistory.Of(days).TrailingMean(2).Notes);

        // A rate is a rate, however long.
        Assert.Equal(9m.Percent(), OwnHistory.Of(KpiSeries.Given(Rate, (Timeframe.Quarter(2025, 4), 9m.Percent()), (Timeframe.Month(2026, 1), 2m.Percent()))).Best().Centre);

        static Timeframe Days(int first, int count) => Timeframe.Between(new LocalDate(2026, 1, 1).PlusDays(first - 1), new LocalDate(2026, 1, 1).PlusDays(first - 1 + count));
    }

    [Fact]
    public void Best_WhereAllBeforeIsPartial_SaysThatAsTheTrailingMeanDoes()
    {
        Facts facts = Facts.FromColumns(columns => columns.Time([new LocalDate(2026, 1, 25), new LocalDate(2026, 2, 2)]).Measure(Measures.Clicks, [10, 30]));
        OwnHistory february = OwnHistory.Of(facts.Read(KpiQuery.Of(Kpis.ClickCount).By(Grain.Month).During(Timeframe.Between(new LocalDate(2026, 1, 20), new LocalDate(2026, 3, 1)))).Series(Kpis.ClickCount));

        Assert.All([february.Best(), february.Worst(), february.TrailingMean(3)], standing => Assert.Equal(
            "2026-01 is left out: it is not whole, and Clicks grows with time", Assert.Single(standing.Refusals).Text));
    }

    /// <summary>January to date is a month, December to date is a year: only the same month of another year is as long.</summary>
    [Fact]
    public void History_OfASumToDate_IsComparedAtTheSamePlaceOfTheYearAlone()
    {
        Kpi year = Kpi.Define("to_date", Measures.Clicks.At(Context.ToDate(Grain.Year)), Unit.Count, Direction.HigherIsBetter);
        KpiSeries months = KpiSeries.Given(year, Enumerable.Range(1, 14).Select(month => (Timeframe.Month(2025 + ((month - 1) / 12), ((month - 1) % 12) + 1), (Quantity?)(100 * month).AsCount())));
        OwnHistory january = OwnHistory.Of(months, Timeframe.Month(2026, 1));

        Assert.Equal(
            new Refusal(RefusalReason.OtherLength, "2026-01 and 2025-12 end at different places of what to_date reads to date, and it grows with time; compare periods that end at the same place of it"),
            Assert.Single(january.Previous().Refusals));
        Assert.Equal(100.AsCount(), january.SamePeriodLastYear().Centre);
        Assert.Equal((100.AsCount(), 100.AsCount()), (january.Best().Centre, january.TrailingMedian(12).Centre));
        Assert.True(OwnHistory.Of(months, Timeframe.Month(2025, 12)).Best().IsRefused);

        // Weeks a year apart end a day or two from the same one; those side by side do not, nor do days.
        KpiSeries weeks = KpiSeries.Given(year, (Timeframe.Week(2025, 10), 70.AsCount()), (Timeframe.Week(2026, 9), 63.AsCount()), (Timeframe.Week(2026, 10), 70.AsCount()));
        Assert.False(OwnHistory.Of(weeks).SamePeriodLastYear().IsRefused);
        Assert.True(OwnHistory.Of(weeks).Previous().IsRefused);
        Assert.True(OwnHistory.Of(KpiSeries.Given(year, (Timeframe.Day(2026, 1, 1), 1.AsCount()), (Timeframe.Day(2026, 1, 2), 2.AsCount()))).Previous().IsRefused);
    }

    /// <summary>A week that ends a day after the year began is one day of it, though it ends a day from where the year ends.</summary>
    [Fact]
    public void History_OfASumToDateByWeek_IsNotComparedAcrossTheTurnOfTheYear()
    {
        KpiSeries weeks = ToDate(Grain.Year, Grain.Week, ReportingCalendar.Iso);

        Assert.Equal(3_650.AsCount(), OwnHistory.Of(weeks, Timeframe.Week(2023, 52)).Reading.Quantity);
        Assert.Equal(
            new Refusal(RefusalReason.OtherLength, "2023-W52 and 2022-W52 end at different places of what to_date reads to date, and it grows with time; compare periods that end at the same place of it"),
            Assert.Single(OwnHistory.Of(weeks, Timeframe.Week(2023, 52)).SamePeriodLastYear().Refusals));
        Assert.Equal([RefusalReason.OtherLength], OwnHistory.Of(weeks, Timeframe.Week(2022, 52)).SamePeriodLastYear().Refusals.Select(refusal => refusal.Reason));

        // Within the year the week a year before ends within a day or two of the same place: 12 March 2023, 13 March 2022.
        Standing march = OwnHistory.Of(weeks, Timeframe.Week(2023, 10)).SamePeriodLastYear();
        Assert.Equal((710.AsCount(), 720.AsCount()), (march.Reading.Quantity, march.Centre));
    }

    [Fact]
    public void History_OfASumToDateByWeek_LeavesOutWhereAnotherMonthHasJustBegun()
    {
        // 2026-W22 ends with May, 2026-W13 two days before the end of March; all others between end well within a month.
        Standing standing = OwnHistory.Of(ToDate(Grain.Month, Grain.Week, ReportingCalendar.Iso), Timeframe.Week(2026, 22)).TrailingMedian(9);

        Assert.Equal((310.AsCount(), "2026-W13", 290m), (standing.Reading.Quantity, Assert.Single(standing.Against!.Figures).Peer, standing.Against.Figures[0].Value));
        Assert.Contains("2026-W18 is left out: it does not end at the same place as 2026-W22 of what to_date reads to date, and it grows with time", standing.Notes);

        // A month ends in whatever place of a week: 31 May is a Sunday, 30 April a Thursday.
        Assert.True(OwnHistory.Of(ToDate(Grain.Week, Grain.Month, ReportingCalendar.Iso), Timeframe.Month(2026, 5)).Previous().IsRefused);
    }

    [Fact]
    public void History_OfASumToDateByDay_IsComparedAfterAsManyDaysOrMonthsAlone()
    {
        KpiSeries month = ToDate(Grain.Month, Grain.Day, ReportingCalendar.Iso), year = ToDate(Grain.Year, Grain.Day, ReportingCalendar.Iso);

        Assert.True(Against(month, Timeframe.Day(2023, 3, 30), Timeframe.Day(2023, 2, 27)).IsRefused);
        Assert.True(Against(month, Timeframe.Day(2023, 3, 28), Timeframe.Day(2023, 2, 27)).IsRefused);
        Assert.Equal(270.AsCount(), Against(month, Timeframe.Day(2023, 3, 27), Timeframe.Day(2023, 2, 27)).Centre);

        // The last of each is after a month; and 1 March is after two months and a day, in a leap year too.
        Assert.Equal(280.AsCount(), Against(month, Timeframe.Day(2023, 3, 31), Timeframe.Day(2023, 2, 28)).Centre);
        Assert.Equal((610.AsCount(), 600.AsCount()), (Value(year, Timeframe.Day(2024, 3, 1)), OwnHistory.Of(year, Timeframe.Day(2024, 3, 1)).SamePeriodLastYear().Centre));

        static Quantity Value(KpiSeries series, Timeframe day) => series.Readings.Single(reading => reading.Timeframe == day).Quantity;
        static Standing Against(KpiSeries series, Timeframe day, Timeframe other) =>
            OwnHistory.Of(series, day).Baseline(series.Readings.Single(reading => reading.Timeframe == other));
    }

    /// <summary>Where years begin in July, a week that holds New Year is in the middle of one, and one that holds 1 July has begun another.</summary>
    [Fact]
    public void History_OfASumToDate_FollowsTheFiscalYear()
    {
        ReportingCalendar fiscal = ReportingCalendar.Iso.WithFiscalYearFrom(7);
        KpiSeries weeks = ToDate(Grain.Year, Grain.Week, fiscal);

        Assert.False(OwnHistory.Of(weeks, Timeframe.Week(2023, 52)).SamePeriodLastYear().IsRefused);

        // Week 26 ends on 30 June in 2024, after a year, and on 2 July in 2023, after two days.
        Assert.True(OwnHistory.Of(weeks, Timeframe.Week(2024, 26)).SamePeriodLastYear().IsRefused);

        // The same of given numbers, of a calendar that is named, and of readings that are compared by themselves.
        KpiSeries given = KpiSeries.Given(weeks.Kpi, weeks.Readings.Select(reading => (reading.Timeframe, (Quantity?)reading.Quantity)));
        Assert.True(OwnHistory.Of(given, Timeframe.Week(2024, 26), fiscal).SamePeriodLastYear().IsRefused);
        Assert.False(OwnHistory.Of(given, Timeframe.Week(2023, 52), fiscal).SamePeriodLastYear().IsRefused);
        Assert.False(Benchmark.FromReading(Week(2022, 52), "then").Compare(Week(2023, 52)).IsRefused);

        Reading Week(int year, int week) => weeks.Readings.Single(reading => reading.Timeframe == Timeframe.Week(year, week));
    }

    /// <summary>Ten clicks a day from 2022 to August 2026, summed since a longer period began.</summary>
    private static KpiSeries ToDate(Grain since, Grain by, ReportingCalendar calendar)
    {
        Kpi kpi = Kpi.Define("to_date", Measures.Clicks.At(Context.ToDate(since)), Unit.Count, Direction.HigherIsBetter);
        LocalDate[] days = [.. Enumerable.Range(0, 1_700).Select(day => new LocalDate(2022, 1, 1).PlusDays(day))];
        return Facts.FromColumns(columns => columns.Time(days).Measure(Measures.Clicks, [.. days.Select(_ => 10)])).Read(KpiQuery.Of(kpi).By(by).On(calendar)).Series(kpi);
    }

    [Fact]
    public void Of_ASeriesOfATable_KnowsTheCalendarOfItsQuery()
    {
        // Weeks from Sunday: 8 March 2026 begins one, and so does 9 March 2025.
        KpiTable weeks = Facts.FromColumns(columns => columns.Time([new LocalDate(2025, 3, 11), new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 10)])
            .Measure(Measures.Impressions, [100, 100, 100]).Measure(Measures.Clicks, [2, 3, 4])).Read(KpiQuery.Of(Rate).By(Grain.Week).On(ReportingCalendar.Iso.WithWeekStart(IsoDayOfWeek.Sunday)));
        OwnHistory history = OwnHistory.Of(weeks.Series(Rate));

        Assert.Equal((2m.Percent(), 3m.Percent()), (history.SamePeriodLastYear().Centre, history.Previous().Centre));
    }
}
