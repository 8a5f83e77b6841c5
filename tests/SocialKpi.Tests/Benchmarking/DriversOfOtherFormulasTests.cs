using NodaTime;
using static SocialKpi.Tests.Benchmarking.DriverTables;

namespace SocialKpi.Tests.Benchmarking;

/// <summary>Stocks, people, contexts and formulas that have no parts: which are decomposed, and what the others say.</summary>
public sealed class DriversOfOtherFormulasTests
{
    private static readonly (LocalDate Day, string Account, string Platform, int Followers)[] Accounts =
    [
        (new(2026, 1, 31), "acme.ig", "instagram", 100), (new(2026, 1, 31), "acme.li", "linkedin", 50),
        (new(2026, 2, 28), "acme.ig", "instagram", 130), (new(2026, 2, 28), "acme.li", "linkedin", 45), (new(2026, 2, 28), "new.ig", "instagram", 20),
    ];

    [Theory]
    [InlineData("account", "acme.ig", 30)]
    [InlineData("platform", "instagram", 50)]
    public void Of_Stock_AddsUpWhereEachAccountIsInOneSegment(string dimension, string value, int change)
    {
        Drivers drivers = Drivers.Of(FollowersBy(dimension, Accounts), Kpis.FollowerCount, January, February);
        Assert.Equal(45m, drivers.Change.Value);
        Assert.Equal((decimal)change, drivers.Segments.Single(driver => driver.Segment == Segment.Of(dimension, value)).Contribution.Value);
        Assert.Equal(45m, drivers.Sum());
    }

    [Fact]
    public void Of_StockOfAnAccountInTwoSegments_IsRefusedAndNamesIt()
    {
        KpiTable table = FollowersBy("platform", [.. Accounts, (new(2026, 2, 28), "acme.li", "facebook", 45)]);
        Assert.Equal("Followers has no drivers: followers is a stock, and account acme.li is in more than one segment with it, so the segments do not add up to the total; "
            + "ask by account, or by what never changes of one", Drivers.Of(table, Kpis.FollowerCount, January, February).Refusal?.Text);
    }

    [Fact]
    public void Of_StockWithoutAValueOnOneSide_IsNotAttributableHoweverItIsCompared()
    {
        // Of old nothing is known since 10 January, of new.ig nothing before February. A table of February alone does not read what went stale.
        (LocalDate Day, string Account, string Platform, int Followers)[] rows = [.. Accounts, (new(2026, 1, 10), "old", "x", 7)];
        Kpi before = Kpi.Define("followers.before", Measures.Followers.At(Context.Previous), Unit.Count);
        KpiQuery query = KpiQuery.Of(Kpis.FollowerCount, before).By("account");
        KpiTable In(Timeframe month) => FollowersBy("account", rows, query.During(month));
        KpiTable months = FollowersBy("account", rows, query.By(Grain.Month));

        foreach (Drivers drivers in new[]
        {
            Drivers.Of(months, Kpis.FollowerCount, January, February), Drivers.Of(months, Kpis.FollowerCount, Context.Previous, February),
            Drivers.Of(In(February), Kpis.FollowerCount, Context.Previous), Drivers.Of(In(January), In(February), Kpis.FollowerCount),
        })
        {
            Assert.Equal(["account = new.ig (not known 2026-01)", "account = old (not known 2026-02)"], drivers.Unattributed.Select(segment => segment.ToString()));
            Assert.Equal((13m, 38m), (drivers.NotAttributable.Value, drivers.Sum()));
            Assert.Equal([("account = acme.ig", 30m), ("account = acme.li", -5m)], drivers.Rows.Select(row => (row.Segment, row.Contribution)));
        }
    }

    [Fact]
    public void Of_GrowthFromTheOpening_IsEachAccountsShareOfIt()
    {
        // 175 of the two accounts known at both moments, 150 at the opening; growth over both months runs from the first opening.
        KpiTable table = FollowersBy("account", Accounts, KpiQuery.Of(Kpis.AudienceGrowthRate).By("account").During(February));
        Contributions growth = Contributions.Of(table, Kpis.AudienceGrowthRate);
        Assert.Equal(Math.Round(25m / 150, 18), growth.Whole.Value);
        Assert.Equal([Math.Round(30m / 150, 18), Math.Round(-5m / 150, 18)], growth.Segments.Select(part => part.Amount.Value));
        Assert.Equal("not reported", Assert.Single(growth.Unattributed).Reason);
    }

    [Fact]
    public void Of_AContextThatStepsBack_NamesTheTimeItLeadsTo()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2025, 2, 5), new(2026, 1, 5), new(2026, 2, 5)])
            .Dimension("platform", ["a", "a", "a"])
            .Measure(Measures.Impressions, [100, 900, 150]));
        Kpi[] kpis =
        [
            Kpis.ImpressionCount, .. new[] { ("before", Context.Previous), ("a_year_before", Context.Ago(1, Grain.Year)), ("to_date", Context.ToDate(Grain.Year)) }
                .Select(each => Kpi.Define($"impressions.{each.Item1}", Measures.Impressions.At(each.Item2), Unit.Count)),
        ];
        KpiTable months = facts.Read(KpiQuery.Of(kpis).By(Grain.Month).By("platform"));
        KpiTable february = facts.Read(KpiQuery.Of(kpis).By("platform").During(February));

        Assert.Equal("2026-01", Drivers.Of(months, Kpis.ImpressionCount, Context.Previous, February).WhenFrom);
        Assert.StartsWith("Impressions rose from 100 (2025-02) to 150 (2026-02)", Drivers.Of(months, Kpis.ImpressionCount, Context.Ago(1, Grain.Year), February).ToString(), StringComparison.Ordinal);
        Assert.Equal("2026-01", Drivers.Of(february, Kpis.ImpressionCount, Context.Previous).WhenFrom);
        Assert.Equal("year to date", Drivers.Of(months, Kpis.ImpressionCount, Context.ToDate(Grain.Year), February).WhenFrom);
    }

    [Fact]
    public void Of_ContextPrevious_IsWhatTheChangeIsShownAgainst()
    {
        Facts facts = Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 5), new(2026, 1, 25), new(2026, 2, 5), new(2026, 2, 5)])
            .Dimension("platform", ["a", "a", "a", "b"])
            .Measure(Measures.Impressions, [100, 900, 150, 30]));
        Kpi before = Kpi.Define("impressions.before", Measures.Impressions.At(Context.Previous), Unit.Count);
        KpiTable table = facts.Read(KpiQuery.Of(Kpis.ImpressionCount, before).By(Grain.Month).By("platform").AsOf(new LocalDate(2026, 2, 10)));

        // As of 10 February the first ten days of January count: 100, not 1,000.
        Drivers drivers = Drivers.Of(table, Kpis.ImpressionCount, Context.Previous, February);
        Assert.Equal((80m, 50m, 30m), (drivers.Change.Value, drivers.Of("a").Contribution.Value, drivers.Of("b").Contribution.Value));
        Assert.Equal((DriverPresence.Entered, "2026-01-01…2026-01-10"), (drivers.Of("b").Presence, drivers.WhenFrom));
        Assert.EndsWith("\n\n2026-02: 2026-02 is partial: only 2026-02-01…2026-02-10 was read", drivers.ToString(), StringComparison.Ordinal);
        Assert.Contains("no rows", Drivers.Of(table, Kpis.ImpressionCount, Context.Previous, January).Refusal?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ShareOfVoice_SplitsByAnythingButTheBrand()
    {
        (int Month, string Brand, string Platform, int Mentions)[] rows =
        [
            (1, "acme", "x", 10), (1, "other", "x", 30), (1, "acme", "y", 20), (1, "other", "y", 20),
            (2, "acme", "x", 20), (2, "other", "x", 20), (2, "acme", "y", 10), (2, "other", "y", 10),
        ];
        Facts facts = Facts.FromRows(rows, row => row.Time(r => new LocalDate(2026, r.Month, 1)).Dimension("brand", r => r.Brand).Dimension("platform", r => r.Platform).Measure(Measures.Mentions, r => r.Mentions));
        KpiQuery query = KpiQuery.Of(Kpis.ShareOfVoice).By(Grain.Month).Where(Condition.Is("brand", "acme"));

        // 30 of 80 to 30 of 60; x: (1/2 + 2/3) / 2 × 25 % by its rate.
        Drivers drivers = Drivers.Of(facts.Read(query.By("platform")), Kpis.ShareOfVoice, January, February);
        Assert.Equal((0.125m, 0.145833333333333333m), (drivers.Change.Value, drivers.Of("x").RateEffect.Value));
        Assert.Equal(0.125m, drivers.Sum());
        Assert.Contains("it reads across all brand, which is the same for every brand", Drivers.Of(facts.Read(query.By("brand")), Kpis.ShareOfVoice, January, February).Refusal?.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> WithoutParts => new()
    {
        { "a / b * (b / a)", "multiplies figures that each depend on all segments" },
        { "a / b + a / a", "has no common denominator" },
        { "a + 1", "has no common denominator" },
        { "(a + 1) / b", "has no common denominator" },
        { "a * b", "multiplies figures" },
        { "a / (a / b)", "no part of the quotient" },
        { "people", "counts people, who may be in several segments" },
        { "a / people", "counts people" },
        { "customers", "counts different customer" },
        { "mean", "is a mean of rows, of which only the figure is known here; define it as a sum divided by a count" },
        { "median", "is a median, which has no parts that add up" },
    };

    [Theory]
    [MemberData(nameof(WithoutParts))]
    public void Of_FormulaWithoutParts_IsRefusedWithTheReason(string formula, string reason)
    {
        (Facts facts, Kpi kpi) = Every(formula);
        KpiTable table = facts.Read(KpiQuery.Of(kpi).By(Grain.Month).By("platform"));
        Assert.Contains(reason, Drivers.Of(table, kpi, January, February).Refusal?.Text, StringComparison.Ordinal);
        Assert.Contains(reason, Contributions.Of(table, kpi, January).Refusal?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 * a - b / 4")]
    [InlineData("1000 * a / b")]
    [InlineData("a / b / 3")]
    [InlineData("1 - a / b")]
    [InlineData("(a - b) / (a + 2 * b)")]
    [InlineData("5 * (a / b - 1)")]
    [InlineData("a / a.at(previous) - 1")]
    [InlineData("a.at(trailing(2, month)) / b")]
    public void Of_FormulaWithParts_AddsUpToWhatTheTableReads(string formula)
    {
        (Facts facts, Kpi kpi) = Every(formula);
        KpiTable table = facts.Read(KpiQuery.Of(kpi).By(Grain.Month).By("platform"));
        Drivers drivers = Drivers.Of(table, kpi, February, Timeframe.Month(2026, 3));
        Assert.Null(drivers.Refusal);
        Assert.Equal(Math.Round(drivers.To.Value - drivers.From.Value, 15), Math.Round(drivers.Change.Value, 15));
        Assert.Equal(drivers.Change.Value, drivers.Sum());
        Assert.Equal(0, drivers.NotAttributable.Value);
    }

    private static (Facts Facts, Kpi Kpi) Every(string formula)
    {
        Measure a = Measure.Sum("a", Unit.Number), b = Measure.Sum("b", Unit.Number), people = Measure.Unique("people"), customers = Measure.Distinct("customers", of: "customer");
        Measure mean = Measure.Mean("mean", Unit.Number, of: "a"), median = Measure.Median("median", Unit.Number, of: "a");
        Formula parsed = Formula.Parse(formula, [a, b, people, customers, mean, median]);
        Kpi kpi = new[] { Unit.Number, Unit.Count, Unit.Ratio }.Select(unit => KpiRules.Check("k", parsed, unit).Count == 0 ? Kpi.Define("k", parsed, unit) : null).First(found => found is not null)!;
        return (Facts.FromColumns(columns => columns
            .Time((LocalDate[])[new(2026, 1, 1), new(2026, 1, 2), new(2026, 2, 1), new(2026, 2, 2), new(2026, 3, 1), new(2026, 3, 2)])
            .Dimension("platform", ["x", "y", "x", "y", "x", "y"])
            .Dimension("customer", ["1", "2", "1", "2", "1", "2"])
            .Measure(a, [3, 5, 4, 6, 2, 9])
            .Measure(b, [7, 11, 6, 13, 8, 10])
            .Measure(people, [7, 11, 6, 13, 8, 10])), kpi);
    }

    private static KpiTable FollowersBy(string dimension, (LocalDate Day, string Account, string Platform, int Followers)[] rows, KpiQuery? query = null) => Facts.FromRows(rows, row => row
        .Time(r => r.Day).Dimension("account", r => r.Account).Dimension("platform", r => r.Platform).Measure(Measures.Followers, r => r.Followers))
        .Read(query ?? KpiQuery.Of(Kpis.FollowerCount).By(Grain.Month).By(dimension));
}
