using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static SocialKpi.Tests.Benchmarking.DriverTables;

namespace SocialKpi.Tests.Benchmarking;

public sealed class DriversLaws
{
    private static readonly string?[] Platforms = ["a", "b", "c", "", null];

    private static readonly Kpi[] Kpis =
    [
        SocialKpi.Kpis.ClickThroughRate, SocialKpi.Kpis.ClickCount, SocialKpi.Kpis.CostPerMille, SocialKpi.Kpis.ReturnOnInvestment, SocialKpi.Kpis.TotalSpend,
        Kpi.Define("without_clicks", 1 - (Measures.Clicks / Measures.Impressions), Unit.Ratio), Kpi.Define("difference", Measures.Clicks - (2 * Measures.Impressions), Unit.Count),
    ];

    private sealed record Row(int Month, string? Platform, decimal? Impressions, decimal? Clicks, decimal? Spend, decimal? Revenue);

    private static readonly Kpi[] Stocks =
    [
        SocialKpi.Kpis.FollowerCount, Kpi.Define("likes_by_followers", Measures.Likes / Measures.Followers, Unit.Ratio), Kpi.Define("friends", Measures.Followers + Measures.Likes, Unit.Count),
    ];

    private sealed record StockRow(int Day, string Account, decimal? Followers, decimal? Likes);

    /// <summary>Rows of half a year, most of which went stale by January; one account has all its figures in both months.</summary>
    private static readonly Arbitrary<StockRow[]> StockRows = Arb.From(
        from rows in Gen.ArrayOf(
            from day in Gen.Choose(-120, 58)
            from account in Gen.Elements("a", "b", "c", "d")
            from followers in Any
            from likes in Any
            select new StockRow(day, account, followers, likes))
        select rows.Concat([new StockRow(0, "known", 10, 1), new StockRow(30, "known", 20, 2), new StockRow(58, "known", 30, 3)]).ToArray());

    private static readonly Gen<decimal?> Known = Gen.Frequency(
        (2, Gen.Constant((decimal?)0)),
        (6, Gen.Choose(1, 30).Select(value => (decimal?)value)),
        (2, from digits in Gen.Choose(1, 999_999_999) from scale in Gen.Choose(0, 6) select (decimal?)new decimal(digits, 0, 0, false, (byte)scale)));

    private static readonly Gen<decimal?> Any = Gen.Frequency((8, Known), (1, Gen.Constant((decimal?)null)));

    private static Gen<Row[]> Rows(Gen<decimal?> figure) => Gen.ArrayOf(
        from month in Gen.Choose(1, 2)
        from platform in Gen.Elements(Platforms)
        from impressions in figure
        from clicks in figure
        from spend in figure
        from revenue in figure
        select new Row(month, platform, impressions, clicks, spend, revenue));

    private static readonly Arbitrary<Row[]> Tables = Arb.From(Rows(Any));

    private static readonly Arbitrary<Row[]> FullTables = Arb.From(Rows(Known));

    [Fact]
    public void Effects_and_what_is_named_beside_them_add_up_to_the_change_to_the_last_digit() =>
        Prop.ForAll(Tables, rows => ForEach(rows, drivers =>
        {
            Assert.Equal(drivers.Change.Value, drivers.Sum());
            Assert.Equal(drivers.Change.Value, drivers.RateEffect.Value + drivers.VolumeEffect.Value + drivers.NotAttributable.Value + drivers.Rounding.Value);
            Assert.All(drivers.Segments, driver => Assert.Equal(driver.Contribution.Value, driver.RateEffect.Value + driver.VolumeEffect.Value));
            Assert.True(Math.Abs(drivers.Rounding.Value) <= 0.000000000000000001m * (2 + (2 * drivers.Segments.Count)) * Scale(drivers));
            Assert.True(Math.Abs(drivers.Change.Value - (drivers.To.Value - drivers.From.Value)) <= 1e-17m * Scale(drivers));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Effects_add_up_as_they_are_shown() =>
        Prop.ForAll(Tables, rows => ForEach(rows, drivers =>
        {
            decimal[] shown = [.. drivers.ToMarkdown().Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => Shown(line.Split('|')[^2]))];
            Assert.Equal(shown[^1], shown[..^1].Sum());
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_all_is_known_nothing_is_left() =>
        Prop.ForAll(FullTables, rows => ForEach(rows, drivers =>
        {
            Assert.All(drivers.Unattributed, nothing => Assert.Equal("zero denominator", nothing.Reason));
            Assert.Equal(0, drivers.NotAttributable.Value);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_segment_of_the_table_has_a_driver_or_a_reason() =>
        Prop.ForAll(Tables, rows => ForEach(rows, drivers =>
        {
            IEnumerable<Segment> accounted = drivers.Segments.Select(driver => driver.Segment).Concat(drivers.Unattributed.Select(segment => segment.Segment));
            Assert.Equal(rows.Select(row => row.Platform).Distinct().Order(StringComparer.Ordinal), accounted.Select(segment => segment["platform"]).Order(StringComparer.Ordinal));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_rows_changes_nothing() =>
        Prop.ForAll(Tables, rows => Both(rows, [.. rows.Reverse()], (drivers, reversed) => Assert.Equal(drivers.ToString(), reversed.ToString()))).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_change_nothing_but_themselves() =>
        Prop.ForAll(Tables, rows => Both(rows, [.. rows.Select(row => row with { Platform = Other(row.Platform) })], (drivers, renamed) =>
            Assert.Equal(
                drivers.Segments.Select(driver => (Other(driver.Segment["platform"]), driver.RateEffect, driver.VolumeEffect)).OrderBy(driver => driver.Item1, StringComparer.Ordinal),
                renamed.Segments.Select(driver => (driver.Segment["platform"]!, driver.RateEffect, driver.VolumeEffect)).OrderBy(driver => driver.Item1, StringComparer.Ordinal)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Exchanging_before_and_after_changes_the_signs_and_nothing_else() =>
        Prop.ForAll(Tables, rows => Assert.All(new decimal?[] { null, 10, 100 }, minimum => Both(rows, [.. rows.Select(row => row with { Month = 3 - row.Month })], (there, back) =>
        {
            Assert.Equal(-there.Change, back.Change);
            Assert.Equal(there.Unattributed.Select(segment => segment.Segment).ToHashSet(), back.Unattributed.Select(segment => segment.Segment).ToHashSet());
            Assert.Equal((-there.NotAttributable, -there.Rounding), (back.NotAttributable, back.Rounding));
            foreach (Driver driver in there.Segments)
            {
                Driver same = back.Segments.Single(other => other.Segment == driver.Segment);
                Assert.Equal((-driver.RateEffect, -driver.VolumeEffect, driver.From, driver.ShareFrom), (same.RateEffect, same.VolumeEffect, same.To, same.ShareTo));
            }
        }, minimum))).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_periods_a_context_and_two_tables_say_the_same_with_a_minimum_too() =>
        Prop.ForAll(Tables, rows => Assert.All(new decimal?[] { null, 10, 100 }, minimum => Assert.All(Kpis, kpi =>
        {
            Kpi before = Kpi.Define("before", kpi.Formula.At(Context.Previous), kpi.Unit);
            KpiTable months = FactsOf(rows).Read(AtLeast(KpiQuery.Of(kpi, before).By(Grain.Month).By("platform"), minimum));
            KpiTable In(Timeframe month) => FactsOf(rows).Read(AtLeast(KpiQuery.Of(kpi).During(month).By("platform"), minimum));
            Drivers periods = Drivers.Of(months, kpi, January, February);
            foreach (Drivers other in new[] { Drivers.Of(months, kpi, Context.Previous, February), Drivers.Of(In(January), In(February), kpi) })
            {
                Assert.Equal(periods.Refusal, other.Refusal);
                if (periods.Refusal is null) Assert.Equal(Told(periods), Told(other));
            }
        }))).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_periods_a_context_and_two_tables_say_the_same_of_stocks() =>
        Prop.ForAll(StockRows, rows => Assert.All(Stocks, kpi =>
        {
            Kpi before = Kpi.Define("before", kpi.Formula.At(Context.Previous), kpi.Unit);
            Facts facts = FactsOf(rows);
            KpiQuery query = KpiQuery.Of(kpi, before).By("account").AsOf(new LocalDate(2026, 2, 28));
            KpiTable months = facts.Read(query.By(Grain.Month));
            KpiTable In(Timeframe month) => facts.Read(query.During(month));
            Drivers periods = Drivers.Of(months, kpi, January, February);
            foreach (Drivers other in new[] { Drivers.Of(months, kpi, Context.Previous, February), Drivers.Of(In(February), kpi, Context.Previous), Drivers.Of(In(January), In(February), kpi) })
            {
                Assert.Equal(periods.Refusal is null, other.Refusal is null);
                if (periods.Refusal is null) Assert.Equal(Told(periods), Told(other));
            }
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_segment_split_into_halves_of_its_rates_keeps_the_effects() =>
        Prop.ForAll(FullTables, rows => Both(rows, [.. rows.SelectMany(row => row.Platform == "a" ? new[] { Part(row, "a1", 0.25m), Part(row, "a2", 0.75m) } : [row])], (whole, split) =>
        {
            AssertNear(whole.RateEffect.Value, split.RateEffect.Value, Scale(whole));
            AssertNear(whole.VolumeEffect.Value, split.VolumeEffect.Value, Scale(whole));
            Assert.Equal(whole.Change, split.Change);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Effects_are_those_of_the_formula_in_the_books() =>
        Prop.ForAll(FullTables, rows =>
        {
            // Kitagawa: ½(w₀ + w₁)(r₁ − r₀) by the rate, (w₁ − w₀)(½(r₀ + r₁) − ½(R₀ + R₁)) by the share, where a segment has both rates.
            if (DriversOf(rows, SocialKpi.Kpis.ClickThroughRate) is not { Refusal: null } drivers) return;
            decimal Sum(int month, string? platform, Func<Row, decimal?> of) => rows.Where(row => row.Month == month && row.Platform == platform).Sum(of) ?? 0;
            decimal before = rows.Where(row => row.Month == 1).Sum(row => row.Impressions)!.Value, after = rows.Where(row => row.Month == 2).Sum(row => row.Impressions)!.Value;
            foreach (Driver driver in drivers.Segments)
            {
                string? name = driver.Segment["platform"];
                (decimal n0, decimal d0, decimal n1, decimal d1) = (Sum(1, name, row => row.Clicks), Sum(1, name, row => row.Impressions), Sum(2, name, row => row.Clicks), Sum(2, name, row => row.Impressions));
                if (d0 == 0 || d1 == 0) continue;
                AssertNear((d0 / before + d1 / after) / 2 * (n1 / d1 - n0 / d0), driver.RateEffect.Value, Scale(drivers));
                AssertNear((d1 / after - d0 / before) * ((n0 / d0 + n1 / d1) / 2 - (drivers.From.Value + drivers.To.Value) / 2), driver.VolumeEffect.Value, Scale(drivers));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_top_keeps_the_whole_and_its_sums() =>
        Prop.ForAll(Tables, rows => ForEach(rows, drivers =>
        {
            Drivers top = drivers.Top(2);
            Assert.Equal((drivers.Change, drivers.NotAttributable), (top.Change, top.NotAttributable));
            Assert.Equal(top.Change.Value, top.Sum());
            Assert.True(top.Segments.Count <= 3);
            AssertNear(drivers.RateEffect.Value, top.RateEffect.Value, Scale(drivers));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_of_a_whole_add_up_to_the_last_digit() =>
        Prop.ForAll(Tables, rows =>
        {
            foreach (Kpi kpi in Kpis)
            {
                Contributions whole = Contributions.Of(Table(rows, kpi), kpi, February);
                if (whole.Refusal is not null) continue;
                foreach (Contributions parts in new[] { whole, whole.Top(1) })
                    Assert.Equal(whole.Whole.Value, parts.Segments.Sum(part => part.Amount.Value) + parts.NotAttributable.Value + parts.Rounding.Value);
            }
        }).QuickCheckThrowOnFailure();

    private static void ForEach(Row[] rows, Action<Drivers> check)
    {
        foreach (Kpi kpi in Kpis)
        {
            if (DriversOf(rows, kpi) is { Refusal: null } drivers) check(drivers);
        }
    }

    private static void Both(Row[] rows, Row[] others, Action<Drivers, Drivers> check, decimal? minimum = null)
    {
        foreach (Kpi kpi in Kpis)
        {
            (Drivers drivers, Drivers other) = (DriversOf(rows, kpi, minimum), DriversOf(others, kpi, minimum));
            Assert.Equal(drivers.Refusal is null, other.Refusal is null);
            if (drivers.Refusal is null) check(drivers, other);
        }
    }

    private static Drivers DriversOf(Row[] rows, Kpi kpi, decimal? minimum = null) => Drivers.Of(Table(rows, kpi, minimum), kpi, January, February);

    private static KpiTable Table(Row[] rows, Kpi kpi, decimal? minimum = null) => FactsOf(rows).Read(AtLeast(KpiQuery.Of(kpi).By(Grain.Month).By("platform"), minimum));

    private static KpiQuery AtLeast(KpiQuery query, decimal? impressions) => impressions is { } amount ? query.AtLeast(Measures.Impressions, amount) : query;

    /// <summary>All that drivers say, whatever the order of equal ones.</summary>
    private static string Told(Drivers drivers) => string.Join('\n', drivers.Rows.Select(row => row.ToString())
        .Concat(drivers.Unattributed.Select(segment => segment.ToString())).Order(StringComparer.Ordinal)
        .Prepend($"{drivers.From} {drivers.To} {drivers.Change} {drivers.NotAttributable} {drivers.Rounding}"));

    private static Facts FactsOf(Row[] rows) => Facts.FromRows(rows, row => row
        .Time(r => new LocalDate(2026, r.Month, 1))
        .Dimension("platform", r => r.Platform)
        .Measure(Measures.Impressions, r => r.Impressions)
        .Measure(Measures.Clicks, r => r.Clicks)
        .Measure(Measures.Spend, r => r.Spend, Currency.EUR)
        .Measure(Measures.Revenue, r => r.Revenue, Currency.EUR));

    private static Facts FactsOf(StockRow[] rows) => Facts.FromRows(rows, row => row
        .Time(r => new LocalDate(2026, 1, 1).PlusDays(r.Day))
        .Dimension("account", r => r.Account)
        .Measure(Measures.Followers, r => r.Followers)
        .Measure(Measures.Likes, r => r.Likes));

    private static Row Part(Row row, string name, decimal share) =>
        row with { Platform = name, Impressions = row.Impressions * share, Clicks = row.Clicks * share, Spend = row.Spend * share, Revenue = row.Revenue * share };

    private static string Other(string? platform) => $"z{Array.IndexOf(Platforms, platform) * 7 % 5}";

    /// <summary>How large the figures are that meet, and so how much a last digit of theirs is.</summary>
    private static decimal Scale(Drivers drivers) =>
        1 + Math.Abs(drivers.From.Value) + Math.Abs(drivers.To.Value) + drivers.Segments.Sum(driver => Math.Abs(driver.From?.Value ?? 0) + Math.Abs(driver.To?.Value ?? 0));

    private static void AssertNear(decimal expected, decimal actual, decimal scale) => Assert.True(Math.Abs(expected - actual) <= 1e-15m * scale, $"{expected} and {actual}");

    private static decimal Shown(string cell) => decimal.Parse(cell.Replace("%", "", StringComparison.Ordinal).Replace("pp", "", StringComparison.Ordinal).Replace("EUR", "", StringComparison.Ordinal).Trim(), NumberStyles.Number, CultureInfo.InvariantCulture);
}
