using NodaTime;
using static SocialKpi.Tests.Benchmarking.DriverTables;

namespace SocialKpi.Tests.Benchmarking;

public sealed class DriversTests
{
    [Fact]
    public void Of_Rate_SplitsIntoRateAndVolumeByHand()
    {
        Drivers drivers = Drivers.Of(Ctr, Kpis.ClickThroughRate, January, February);

        // 130 / 10,000 − 210 / 13,000; linkedin: (4/13 + 1/10) / 2 × 1 % by its rate, (1/10 − 4/13) × (3.5 % − 1.4577 %) by its share.
        Assert.Equal((130m / 10_000m) - Math.Round(210m / 13_000m, 18), drivers.Change.Value);
        Assert.Equal(Unit.PercentagePoints, drivers.Change.Unit);
        Assert.Equal((0.002038461538461538m, -0.004241715976331361m), (drivers.Of("linkedin").RateEffect.Value, drivers.Of("linkedin").VolumeEffect.Value));
        Assert.Equal((0m, -0.000950591715976331m), (drivers.Of("instagram").RateEffect.Value, drivers.Of("instagram").VolumeEffect.Value));
        Assert.Equal((Math.Round(4m / 13, 20), 0.1m), (Math.Round(drivers.Of("linkedin").ShareFrom!.Value, 20), drivers.Of("linkedin").ShareTo));
        Assert.Equal(drivers.Change.Value, drivers.Sum());
        Assert.Empty(drivers.Unattributed);
    }

    [Fact]
    public void Rounding_ThreeThirds_IsWhatIsLeftOver()
    {
        // Three thirds of 1 % by their rates: 0.00333… each, rounded, is one unit of the last decimal short.
        Drivers drivers = Drivers.Of(Clicks((1, "a", 100, 1), (1, "b", 100, 1), (1, "c", 100, 1), (2, "a", 100, 2), (2, "b", 100, 2), (2, "c", 100, 2)), Kpis.ClickThroughRate, January, February);
        Assert.All(drivers.Segments, driver => Assert.Equal(0.003333333333333333m, driver.RateEffect.Value));
        Assert.Equal((0.01m, 0.000000000000000001m), (drivers.Change.Value, drivers.Rounding.Value));
    }

    [Fact]
    public void Of_Sum_IsEachSegmentsOwnChange()
    {
        Drivers drivers = Drivers.Of(Ctr, Kpis.ClickCount, January, February);
        Assert.Equal(-80m, drivers.Change.Value);
        Assert.Equal([(-80m, 0m), (0m, 0m)], drivers.Segments.Select(driver => (driver.VolumeEffect.Value, driver.RateEffect.Value)));
        Assert.Equal((0m, 0m), (drivers.Rounding.Value, drivers.NotAttributable.Value));
        Assert.Null(drivers.Segments[0].ShareFrom);
    }

    [Fact]
    public void Of_BerkeleyAdmissions1973_TheMixOfDepartmentsMadeTheDifference()
    {
        // Bickel, Hammel and O'Connell (1975), the six largest departments as in R's UCBAdmissions: 44.5 % of the men and 30.4 % of
        // the women were admitted, because women applied where few are admitted. Effects reckoned with fractions elsewhere.
        (string Sex, string Department, int Admitted, int Applied)[] rows =
        [
            ("men", "A", 512, 825), ("men", "B", 353, 560), ("men", "C", 120, 325), ("men", "D", 138, 417), ("men", "E", 53, 191), ("men", "F", 22, 373),
            ("women", "A", 89, 108), ("women", "B", 17, 25), ("women", "C", 202, 593), ("women", "D", 131, 375), ("women", "E", 94, 393), ("women", "F", 24, 341),
        ];
        Measure admitted = Measure.Sum("admitted", Unit.Count), applied = Measure.Sum("applied", Unit.Count);
        Kpi rate = Kpi.Define("admission_rate", admitted / applied, Unit.Ratio, Direction.HigherIsBetter);
        Facts facts = Facts.FromRows(rows, row => row.Dimension("sex", r => r.Sex).Dimension("department", r => r.Department).Measure(admitted, r => r.Admitted).Measure(applied, r => r.Applied));
        KpiTable Of(string sex) => facts.Read(KpiQuery.Of(rate).By("department").Where(Condition.Is("sex", sex)));

        Drivers drivers = Drivers.Of(Of("men"), Of("women"), rate);

        Assert.Equal(-0.141645428246541859m, drivers.Change.Value);
        Assert.Equal(0.03602848290570m, Math.Round(drivers.RateEffect.Value, 14));
        Assert.Equal(-0.17767391115224m, Math.Round(drivers.VolumeEffect.Value, 14));
        Assert.Equal(0.037176970029989025m, drivers.Segments.Single(driver => driver.Segment == Segment.Of("department", "A")).RateEffect.Value);
        Assert.Equal(["before", "after"], new[] { drivers.WhenFrom, drivers.WhenTo });
    }

    [Fact]
    public void Of_SegmentsThatEnterAndLeave_AreVolumeAgainstTheMiddleOfTheWhole()
    {
        Drivers drivers = Drivers.Of(Clicks((1, "a", 1000, 10), (1, "b", 1000, 40), (2, "a", 1000, 30), (2, "c", 1000, 5)), Kpis.ClickThroughRate, January, February);

        // m(R) = 2.125 %: b takes 0.5 × (4 % − 2.125 %), c brings 0.5 × (0.5 % − 2.125 %).
        Assert.Equal((DriverPresence.Both, 0.01m, 0m), (drivers.Of("a").Presence, drivers.Of("a").RateEffect.Value, drivers.Of("a").VolumeEffect.Value));
        Assert.Equal((DriverPresence.Left, 0m, -0.009375m), (drivers.Of("b").Presence, drivers.Of("b").RateEffect.Value, drivers.Of("b").VolumeEffect.Value));
        Assert.Equal((DriverPresence.Entered, 0m, -0.008125m), (drivers.Of("c").Presence, drivers.Of("c").RateEffect.Value, drivers.Of("c").VolumeEffect.Value));
        Assert.Equal((-0.0075m, -0.0075m), (drivers.Change.Value, drivers.Sum()));
        Assert.Null(drivers.Of("c").From);
    }

    [Fact]
    public void Of_NumeratorWithoutDenominator_IsInTheWholeAndSoInTheVolume()
    {
        // b has conversions without a click, as ads in real files do: no rate of its own, but a part in the whole.
        Drivers drivers = Drivers.Of(Clicks((1, "a", 100, 10), (1, "b", 0, 3), (2, "a", 100, 12), (2, "b", 50, 6)), Kpis.ClickThroughRate, January, February);
        Assert.Equal((0m, -0.031666666666666667m), (drivers.Of("b").RateEffect.Value, drivers.Of("b").VolumeEffect.Value));
        Assert.Equal((null, DriverPresence.Both), (drivers.Of("b").From, drivers.Of("b").Presence));
        Assert.Equal((-0.01m, -0.01m), (drivers.Change.Value, drivers.Sum()));
    }

    [Fact]
    public void Of_NothingByNothing_HasNotEnteredUntilItHasAVolume() =>
        Assert.Equal(DriverPresence.Entered, Drivers.Of(Clicks((1, "a", 100, 10), (1, "b", 0, 0), (2, "a", 100, 12), (2, "b", 50, 6)), Kpis.ClickThroughRate, January, February).Of("b").Presence);

    [Fact]
    public void Of_SegmentThatIsNotReported_IsLeftInATermOfItsOwn()
    {
        Drivers drivers = Drivers.Of(Clicks((1, "a", 1000, 20), (1, "b", 1000, 10), (2, "a", 1000, 30), (2, "b", 1000, null)), Kpis.ClickThroughRate, January, February);

        // The whole went from 1.5 % to 3 %: a has 0.75 × 1 % by its rate and 0.5 × (2.5 % − 2.25 %) by its share, b the rest.
        Assert.Equal([On("a")], drivers.Segments.Select(driver => driver.Segment));
        Assert.Equal((0.0075m, 0.00125m), (drivers.Of("a").RateEffect.Value, drivers.Of("a").VolumeEffect.Value));
        Assert.Equal((0.00625m, 0m), (drivers.NotAttributable.Value, drivers.Rounding.Value));
        Assert.Equal([new UnattributedSegment(On("b"), "not reported 2026-02")], drivers.Unattributed);
        Assert.Equal(drivers.Change.Value, drivers.Sum());
    }

    [Fact]
    public void Of_SuppressedSegments_AreLeftTogether()
    {
        Facts facts = ClickFacts((1, "a", 1000, 20), (1, "b", 1000, 10), (2, "a", 1000, 30), (2, "b", 5, 5));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month).By("platform").AtLeast(Measures.Impressions, 100));
        Drivers drivers = Drivers.Of(table, Kpis.ClickThroughRate, January, February);
        Assert.Equal("suppressed 2026-02", Assert.Single(drivers.Unattributed).Reason);
        Assert.Equal(drivers.Change.Value, drivers.Sum());
        Assert.NotEqual(0, drivers.NotAttributable.Value);
    }

    [Fact]
    public void Of_SegmentWithoutRowsOnOneSide_IsGoneOrNewWithAMinimumToo()
    {
        // x has 3,707 impressions before and not a row after: it holds enough where it holds anything.
        Kpi before = Kpi.Define("ctr_before", Kpis.ClickThroughRate.Formula.At(Context.Previous), Unit.Ratio);
        KpiQuery query = KpiQuery.Of(Kpis.ClickThroughRate, before).By("platform").AtLeast(Measures.Impressions, 1500);
        Facts facts = ClickFacts((1, "x", 3707, 40), (1, "a", 9000, 90), (1, "few", 1000, 90), (2, "a", 9000, 99), (2, "few", 2000, 20), (2, "new", 2000, 50));
        KpiTable months = facts.Read(query.By(Grain.Month));
        Drivers[] forms =
        [
            Drivers.Of(months, Kpis.ClickThroughRate, January, February),
            Drivers.Of(months, Kpis.ClickThroughRate, Context.Previous, February),
            Drivers.Of(facts.Read(query.During(January)), facts.Read(query.During(February)), Kpis.ClickThroughRate),
        ];
        Assert.All(forms, drivers =>
        {
            Assert.Equal((DriverPresence.Left, DriverPresence.Entered), (drivers.Of("x").Presence, drivers.Of("new").Presence));
            Assert.Equal([new UnattributedSegment(On("few"), "suppressed 2026-01")], drivers.Unattributed);
            Assert.Equal(drivers.Change.Value, drivers.Sum());
        });
    }

    [Fact]
    public void Of_MeasureThatDoesNotApplyToASegment_NamesItAndItsPartIsNothing()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 1), new(2026, 1, 1), new(2026, 2, 1), new(2026, 2, 1)])
            .Dimension("platform", ["x", "instagram", "x", "instagram"])
            .Measure(Measures.Saves, [null, 5, null, 9], Blank.NotApplicable));
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.SaveCount).By(Grain.Month).By("platform"));
        Drivers drivers = Drivers.Of(table, Kpis.SaveCount, January, February);
        Assert.Equal((4m, 0m), (drivers.Of("instagram").Contribution.Value, drivers.NotAttributable.Value));
        Assert.Equal([new UnattributedSegment(On("x"), "not applicable")], drivers.Unattributed);
    }

    [Fact]
    public void Of_RoiAndNps_SplitLikeAnyQuotientOfSums()
    {
        (int Month, string Platform, decimal Revenue, decimal Spend)[] rows = [(1, "a", 300, 100), (1, "b", 100, 100), (2, "a", 500, 200), (2, "b", 90, 60)];
        KpiTable roi = Facts.FromRows(rows, row => row
            .Time(r => new LocalDate(2026, r.Month, 1)).Dimension("platform", r => r.Platform)
            .Measure(Measures.Revenue, r => r.Revenue, Currency.EUR).Measure(Measures.Spend, r => r.Spend, Currency.EUR))
            .Read(KpiQuery.Of(Kpis.ReturnOnInvestment, Kpis.CostToReturn).By(Grain.Month).By("platform"));
        Drivers drivers = Drivers.Of(roi, Kpis.ReturnOnInvestment, January, February);
        Assert.Equal(0.269230769230769231m, drivers.Change.Value);
        Assert.Equal((-0.317307692307692308m, 0.165680473372781065m), (drivers.Of("a").RateEffect.Value, drivers.Of("a").VolumeEffect.Value));
        Assert.Equal((0.182692307692307692m, 0.238165680473372781m), (drivers.Of("b").RateEffect.Value, drivers.Of("b").VolumeEffect.Value));

        (int Month, string Platform, int Promoters, int Detractors, int Answers)[] survey = [(1, "a", 6, 2, 10), (1, "b", 1, 4, 10), (2, "a", 9, 0, 10), (2, "b", 5, 10, 20)];
        KpiTable nps = Facts.FromRows(survey, row => row
            .Time(r => new LocalDate(2026, r.Month, 1)).Dimension("platform", r => r.Platform)
            .Measure(Measures.Promoters, r => r.Promoters).Measure(Measures.Detractors, r => r.Detractors).Measure(Measures.Answers, r => r.Answers))
            .Read(KpiQuery.Of(Kpis.NetPromoterScore).By(Grain.Month).By("platform"));
        Drivers points = Drivers.Of(nps, Kpis.NetPromoterScore, January, February);
        Assert.Equal(new Quantity(8.333333333333333333m, Unit.Points), points.Change);
        Assert.Equal((20.833333333333333333m, -9.305555555555555556m), (points.Of("a").RateEffect.Value, points.Of("a").VolumeEffect.Value));
    }

    [Fact]
    public void Of_CurrencyThatChanges_IsRefused()
    {
        (int Month, string Platform, decimal Spend, string Currency)[] rows = [(1, "a", 300, "EUR"), (2, "a", 500, "USD"), (3, "a", 500, "USD"), (3, "b", 500, "EUR")];
        KpiTable table = rows.GroupBy(row => row.Currency)
            .Select(group => Facts.FromRows([.. group], row => row.Time(r => new LocalDate(2026, r.Month, 1)).Dimension("platform", r => r.Platform).Measure(Measures.Spend, r => r.Spend, Currency.Of(group.Key)))
                .Read(KpiQuery.Of(Kpis.TotalSpend).By(Grain.Month).By("platform")))
            .Aggregate((all, next) => all.Merge(next));
        Assert.Contains("convert to one currency first", Drivers.Of(table, Kpis.TotalSpend, January, February).Refusal?.Text, StringComparison.Ordinal);
        Assert.Contains("the whole has no value after (2026-03): mixed currencies", Drivers.Of(table, Kpis.TotalSpend, February, Timeframe.Month(2026, 3)).Refusal?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WholeWithoutAValue_IsRefusedAndSaysWhich()
    {
        Drivers drivers = Drivers.Of(Ctr, Kpis.ClickThroughRate, January, Timeframe.Month(2026, 3));
        Assert.Equal("CTR has no drivers: the whole has no value after (2026-03): no rows; compare with a time or group that has one", drivers.Refusal?.Text);
        Assert.Equal(RefusalReason.AbsentReading, drivers.Refusal!.Reason);
        Assert.Equal(drivers.Refusal.Text, drivers.ToString());
        Assert.Contains("no rows", Assert.Throws<InvalidOperationException>(() => drivers.Change).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => drivers.Segments);
        Assert.Equal(Absence.NoRows, drivers.Top(1).To.Absence);
    }

    [Fact]
    public void Of_EffectsThatNoDecimalHolds_IsRefused()
    {
        Kpi many = Kpi.Define("many", Measures.Clicks * 1_000_000_000_000_000m * 1_000_000m, Unit.Count);
        KpiTable table = ClickFacts((1, "a", 1, 1_000_000), (2, "a", 1, 2_000_000)).Read(KpiQuery.Of(many).By(Grain.Month).By("platform"));
        Assert.Equal(1e27m, Drivers.Of(ClickFacts((1, "a", 1, 1_000_000), (2, "a", 1, 2_000_000)).Read(KpiQuery.Of(many).By(Grain.Month).By("platform")), many, January, February).Change.Value);
        KpiTable more = ClickFacts((1, "a", 1, 1_000_000), (2, "a", 1, 60_000_000)).Read(KpiQuery.Of(many).By(Grain.Month).By("platform"));
        Assert.Contains("outside what a decimal can hold", Drivers.Of(more, many, January, February).Refusal?.Text, StringComparison.Ordinal);
        Assert.Equal(1e27m, table[many, January].Value);
    }

    [Fact]
    public void Of_ArgumentsThatMakeNoSense_SayWhatToDo()
    {
        Assert.Contains("is not one Month", Assert.Throws<ArgumentException>(() => Drivers.Of(Ctr, Kpis.ClickThroughRate, January, Timeframe.Year(2026))).Message, StringComparison.Ordinal);
        Assert.Contains("Give two different ones", Assert.Throws<ArgumentException>(() => Drivers.Of(Ctr, Kpis.ClickThroughRate, January, January)).Message, StringComparison.Ordinal);
        Assert.Contains("did not ask for", Assert.Throws<ArgumentException>(() => Drivers.Of(Ctr, Kpis.CostPerClick, January, February)).Message, StringComparison.Ordinal);
        Assert.Contains("impressions.at(previous)", Assert.Throws<ArgumentException>(() => Drivers.Of(Ctr, Kpis.ImpressionCount, Context.Previous, February)).Message, StringComparison.Ordinal);
        KpiTable months = ClickFacts((1, "a", 1, 1)).Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Month));
        Assert.Contains("By(\"platform\")", Assert.Throws<ArgumentException>(() => Drivers.Of(months, Kpis.ClickThroughRate, January, February)).Message, StringComparison.Ordinal);
        Assert.Contains("no dimension", Assert.Throws<ArgumentException>(() => Drivers.Of(months, Ctr, Kpis.ClickThroughRate)).Message, StringComparison.Ordinal);
        KpiTable top = ClickFacts((1, "a", 1, 1), (1, "b", 1, 1)).Read(KpiQuery.Of(Kpis.ClickThroughRate).By("platform").Top(1, Kpis.ClickThroughRate));
        Assert.Contains("without Top", Assert.Throws<ArgumentException>(() => Drivers.Of(top, Ctr, Kpis.ClickThroughRate)).Message, StringComparison.Ordinal);
        KpiTable independent = ClickFacts((1, "a", 1, 1)).Read(KpiQuery.Of(Kpis.ClickThroughRate).By("platform").SummingIndependently());
        Assert.Throws<ArgumentException>(() => Drivers.Of(independent, Ctr, Kpis.ClickThroughRate));
        Assert.Throws<ArgumentOutOfRangeException>(() => Drivers.Of(Ctr, Kpis.ClickThroughRate, January, February).Top(0));
    }

    [Fact]
    public void Top_OtherSegments_AreOneDriverWhoseEffectsAddUp()
    {
        KpiTable table = Clicks((1, "a", 1000, 10), (1, "b", 1000, 40), (1, "d", 10, 1), (2, "a", 1000, 30), (2, "c", 1000, 5), (2, "d", 20, 1));
        Drivers all = Drivers.Of(table, Kpis.ClickThroughRate, January, February), top = all.Top(1);
        Assert.Equal([all.Segments[0].Segment, Segment.Rest], top.Segments.Select(driver => driver.Segment));
        Driver rest = top.Segments[1];
        Assert.Equal(Math.Round(all.Segments.Skip(1).Sum(driver => driver.RateEffect.Value), 15), Math.Round(rest.RateEffect.Value, 15));
        Assert.Equal(Math.Round(all.Segments.Skip(1).Sum(driver => driver.Contribution.Value), 15), Math.Round(rest.Contribution.Value, 15));
        Assert.Equal((all.Change, top.Change.Value), (top.Change, top.Sum()));
        Segment named = all.Segments[0].Segment;
        decimal clicks = new[] { "a", "b", "d" }.Where(platform => On(platform) != named).Sum(platform => table[Kpis.ClickCount, January, On(platform)].Value);
        decimal impressions = new[] { "a", "b", "d" }.Where(platform => On(platform) != named).Sum(platform => table[Kpis.ImpressionCount, January, On(platform)].Value);
        Assert.Equal(clicks / impressions, rest.From!.Value.Value);
        Assert.Equal(4, all.Top(4).Segments.Count);
        Assert.DoesNotContain(all.Top(9).Segments, driver => driver.Segment.IsRest);
    }

    [Fact]
    public void Top_TableThatHasARest_KeepsItInTheRest()
    {
        KpiTable table = ClickFacts((1, "a", 100, 1), (1, "b", 50, 40), (1, "c", 10, 1), (2, "a", 100, 2), (2, "b", 50, 5), (2, "c", 10, 1))
            .Read(KpiQuery.Of(Kpis.ClickThroughRate, Kpis.ImpressionCount).By(Grain.Month).By("platform").Top(1, Kpis.ImpressionCount));
        Drivers drivers = Drivers.Of(table, Kpis.ClickThroughRate, January, February);
        Assert.Equal([On("a"), Segment.Rest], drivers.Segments.Select(driver => driver.Segment));
        Assert.Equal(41m / 60m, drivers.Segments[1].From!.Value.Value);
        Assert.Equal([On("a"), Segment.Rest], drivers.Top(1).Segments.Select(driver => driver.Segment));
        Assert.Equal(drivers.Change.Value, drivers.Top(1).Sum());
    }
}
