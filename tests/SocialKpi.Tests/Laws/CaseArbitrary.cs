using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>Random queries on random tables, and how a failing one is made small enough to read.</summary>
internal static class CaseArbitrary
{
    /// <summary>One to three tables, at times in two currencies, and any query on them.</summary>
    internal static Arbitrary<Case> Any { get; } = Arb.From(Generate(Gen.Frequency((6, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))), Shrink);

    /// <summary>One table and any query on it.</summary>
    internal static Arbitrary<Case> OneTable { get; } = Arb.From(Generate(Gen.Constant(1)), Shrink);

    /// <summary>Tables with time, and KPIs that compare a stock with itself at another moment in periods or a stretch of time, so that there is one.</summary>
    internal static Arbitrary<Case> Growth { get; } = Arb.From(
        from time in Gen.Elements(TimeKind.Day, TimeKind.Moment)
        from tables in Gen.Choose(1, 2).SelectMany(count => Gen.ListOf(TableArbitrary.Of(time, Gen.Constant(Currency.EUR)), count))
        from query in Query(time, KpiArbitrary.GrowthKpi).Where(query => query.Grain is not null || query.Timeframe != Timeframe.Always)
        select new Case([.. tables], query), Shrink);

    internal static void Holds(this Arbitrary<Case> cases, int times, Action<Case> law) =>
        Prop.ForAll(cases, law).Check(Repeatable(Config.QuickThrowOnFailure.WithMaxTest(times)));

    /// <summary>CI must say the same of the same commit, so it draws the same cases; everywhere else every run draws new ones.</summary>
    private static Config Repeatable(Config config) =>
        Environment.GetEnvironmentVariable("CI") == "true" ? config.WithReplay(20260101UL, 20260103UL) : config;

    private static Gen<Case> Generate(Gen<int> tableCounts) =>
        from time in Gen.Elements(Enum.GetValues<TimeKind>())
        from count in tableCounts
        from tables in Gen.ListOf(TableArbitrary.Of(time, Gen.Frequency((5, Gen.Constant(Currency.EUR)), (1, Gen.Constant(Currency.USD)))), count)
        from query in Query(time, time == TimeKind.None ? KpiArbitrary.Kpi : KpiArbitrary.Kpi.SelectMany(KpiArbitrary.AtOtherTimes))
        select new Case([.. tables], query);

    private static Gen<KpiQuery> Query(TimeKind time, Gen<Kpi> kpi) =>
        from kpis in Gen.Choose(1, 3).SelectMany(n => Gen.ListOf(kpi, n))
        from grain in time == TimeKind.None ? Gen.Constant<Grain?>(null) : Gen.OneOf(Gen.Constant<Grain?>(null), Grains(time))
        from dimensions in Gen.SubListOf(NaiveTable.Dimensions.ToArray())
        from timeDimension in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, TimeDimensions(time)))
        from filters in Gen.Choose(0, 5).SelectMany(n => Gen.ListOf(KpiArbitrary.Condition, Math.Max(0, n - 3)))
        from timeframe in time == TimeKind.None ? Gen.Constant(Timeframe.Always) : Timeframes
        from calendar in Gen.Elements(ReportingCalendar.Iso, ReportingCalendar.Iso.WithWeekStart(IsoDayOfWeek.Sunday).WithFiscalYearFrom(2))
        from independently in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from asOf in time == TimeKind.None ? Gen.Constant<LocalDate?>(null) : Gen.Frequency((2, Gen.Constant<LocalDate?>(null)), (1, Gen.Choose(5, 110).Select(days => (LocalDate?)new LocalDate(2023, 12, 15).PlusDays(days))))
        from minimums in Gen.Choose(0, 5).SelectMany(n => Gen.ListOf(Minimum, Math.Max(0, n - 3)))
        select Build(kpis, grain, (string[])[.. dimensions, .. timeDimension is null ? [] : new[] { timeDimension }], [.. filters], timeframe, calendar, independently, asOf, [.. minimums]);

    private static Gen<(Measure Measure, decimal Amount)> Minimum { get; } =
        from measure in Gen.Elements(NaiveTable.Likes, NaiveTable.Reach, Measure.Count("answers", of: "score"))
        from amount in Gen.Elements(1m, 2m, 5m, 20m, 1000m)
        select (measure, amount);

    private static Gen<Timeframe> Timeframes { get; } = Gen.Frequency(
        (3, Gen.Constant(Timeframe.Always)),
        (1, Gen.Choose(1, 3).Select(month => Timeframe.Month(2024, month))),
        (1, Gen.Choose(1, 60).Select(days => Timeframe.Days(new LocalDate(2024, 1, 10), new LocalDate(2024, 1, 10).PlusDays(days)))),
        (1, Gen.Constant(Timeframe.Since(new LocalDate(2024, 2, 14)))));

    private static Gen<string?> TimeDimensions(TimeKind time) => time switch
    {
        TimeKind.None => Gen.Constant<string?>(null),
        TimeKind.Day => Gen.Constant<string?>(TimeDimension.Weekday),
        _ => Gen.Elements<string?>(TimeDimension.Weekday, TimeDimension.HourOfDay),
    };

    private static Gen<Grain?> Grains(TimeKind time) =>
        Gen.Elements(Enum.GetValues<Grain>().Where(grain => grain != Grain.Hour || time == TimeKind.Moment).Select(grain => (Grain?)grain).ToArray());

    private static KpiQuery Build(
        IEnumerable<Kpi> kpis, Grain? grain, IReadOnlyList<string> dimensions, IReadOnlyList<Condition> filters, Timeframe timeframe, ReportingCalendar calendar, bool independently,
        LocalDate? asOf, IReadOnlyList<(Measure Measure, decimal Amount)> minimums)
    {
        KpiQuery query = KpiQuery.Of(kpis.Select((kpi, i) => Kpi.Define($"kpi_{i}", kpi.Formula, kpi.Unit, kpi.Direction))).During(timeframe).On(calendar);
        if (grain is { } length)
            query = query.By(length);
        query = dimensions.Aggregate(query, (q, name) => q.By(name));
        query = filters.Aggregate(query, (q, filter) => q.Where(filter));
        query = minimums.Aggregate(query, (q, minimum) => q.AtLeast(minimum.Measure, minimum.Amount));

        // As of a day before the timeframe a query is refused.
        if (asOf is { } day && !(timeframe.Start > day.AtMidnight()))
            query = query.AsOf(day);
        return independently ? query.SummingIndependently() : query;
    }

    private static IEnumerable<Case> Shrink(Case one)
    {
        for (int i = 0; i < one.Tables.Count; i++)
        {
            int at = i;
            if (one.Tables.Count > 1)
                yield return one with { Tables = [.. one.Tables.Where((_, index) => index != at)] };
            foreach (NaiveTable smaller in TableArbitrary.Shrink(one.Tables[i]))
                yield return one with { Tables = [.. one.Tables.Select((table, index) => index == at ? smaller : table)] };
        }

        foreach (KpiQuery simpler in Shrink(one.Query))
            yield return one with { Query = simpler };
    }

    private static IEnumerable<KpiQuery> Shrink(KpiQuery q)
    {
        KpiQuery With(IEnumerable<Kpi>? kpis = null, bool noGrain = false, IReadOnlyList<string>? dimensions = null, IReadOnlyList<Condition>? filters = null, Timeframe? timeframe = null, bool noDay = false, bool noMinimum = false) =>
            Build(kpis ?? q.Kpis, noGrain ? null : q.Grain, dimensions ?? q.Dimensions, filters ?? q.Filters, timeframe ?? q.Timeframe, q.Calendar, q.SumsIndependently,
                noDay ? null : q.AsOfDay, noMinimum ? [] : [.. q.Minimums.Select(minimum => (minimum.Measure, minimum.Amount))]);

        if (q.Kpis.Count > 1)
        {
            foreach (Kpi kpi in q.Kpis)
                yield return With([kpi]);
        }

        if (q.Grain is not null)
            yield return With(noGrain: true);
        if (q.AsOfDay is not null)
            yield return With(noDay: true);
        if (q.Minimums.Count > 0)
            yield return With(noMinimum: true);
        if (q.Timeframe != Timeframe.Always)
            yield return With(timeframe: Timeframe.Always);
        foreach (string dimension in q.Dimensions)
            yield return With(dimensions: [.. q.Dimensions.Where(name => name != dimension)]);
        foreach (Condition filter in q.Filters)
            yield return With(filters: [.. q.Filters.Where(other => other != filter)]);
        foreach (Kpi kpi in q.Kpis)
        {
            foreach (Kpi simpler in KpiArbitrary.Shrink(kpi.Formula).Select(f => KpiArbitrary.TryDefine(kpi.Id, f)).OfType<Kpi>())
                yield return With(q.Kpis.Select(other => other == kpi ? simpler : other));
        }
    }
}
