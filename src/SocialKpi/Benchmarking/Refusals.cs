using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>Finds every reason why a reading is not compared with a benchmark.</summary>
internal static class Refusals
{
    private const int MonthsOfYear = 12;

    /// <param name="reading">What is compared.</param>
    /// <param name="benchmark">With what.</param>
    /// <param name="figures">The figures of the benchmark that the rules choose.</param>
    /// <param name="rules">What is demanded.</param>
    public static IEnumerable<Refusal> Of(Reading reading, Benchmark benchmark, IReadOnlyList<BenchmarkFigure> figures, ComparisonRules rules)
    {
        if (reading.Absence is { } absence)
            yield return new(RefusalReason.AbsentReading, $"{reading.Kpi.ShortName} has no value for {reading.Where}: {absence.Describe()}");
        if (Definition(reading.Kpi, benchmark) is { } definition) yield return definition;
        else if (Unit(reading, benchmark, figures) is { } unit) yield return unit;
        foreach (Refusal refusal in Statistics(benchmark, figures)) yield return refusal;
        if (Age(reading, benchmark, rules) is { } age) yield return age;
        if (Peers(benchmark, figures, rules) is { } peers) yield return peers;
        if (Partial(reading, benchmark) is { } partial) yield return partial;
        else if (Length(reading, benchmark) is { } length) yield return length;
    }

    /// <summary>Why readings in several units are not compared: no unit is greater than another.</summary>
    public static Refusal Currencies(IEnumerable<Unit> units) => new(
        RefusalReason.OtherCurrency,
        $"its readings are in {string.Join(" and ", units.Select(unit => unit.Kind == UnitKind.Money ? unit.Currency.Code : unit.ToString()).Distinct().Order(StringComparer.Ordinal))}, which cannot be compared; convert them to one currency first");

    private static Refusal? Definition(Kpi kpi, Benchmark benchmark)
    {
        if (!benchmark.IsSpecified)
        {
            return new(RefusalReason.UnspecifiedDefinition, benchmark.Definition.Length > 0
                ? $"{benchmark.ShownSource} names no known variant of {benchmark.KpiId}: \"{benchmark.Definition}\""
                : $"{benchmark.ShownSource} does not say how it defines {benchmark.KpiId}");
        }

        if (benchmark.KpiId != kpi.Id)
            return new(RefusalReason.OtherDefinition, $"the benchmark is of {benchmark.KpiId} ({benchmark.Definition}), the reading of {kpi.Id} ({kpi.Formula})");
        return benchmark.KpiHash == kpi.Hash
            ? null
            : new(RefusalReason.OtherDefinition, $"the benchmark follows definition {Short(benchmark.KpiHash!)} of {kpi.Id}, the reading {Short(kpi.Hash)} ({kpi.Formula})");
    }

    private static Refusal? Unit(Reading reading, Benchmark benchmark, IReadOnlyList<BenchmarkFigure> figures)
    {
        if (benchmark.Unit is not { } unit) return new(RefusalReason.OtherUnit, $"the benchmark is in '{benchmark.UnitText}', the reading in {reading.Unit}");
        if (unit == reading.Unit || figures.Count == 0 || !reading.HasValue) return null;
        return unit.Kind == UnitKind.Money && reading.Unit.Kind == UnitKind.Money
            ? new(RefusalReason.OtherCurrency, $"the benchmark is in {unit.Currency.Code}, the reading in {reading.Unit.Currency.Code}; convert one of them with a dated rate")
            : new(RefusalReason.OtherUnit, $"the benchmark is in {unit}, the reading in {reading.Unit}");
    }

    private static IEnumerable<Refusal> Statistics(Benchmark benchmark, IReadOnlyList<BenchmarkFigure> figures)
    {
        if (figures.Count == 0)
        {
            if (benchmark.Flaw is { } flaw)
            {
                yield return flaw;
                yield break;
            }

            string found = string.Join(", ", benchmark.Figures.Select(figure => figure.Statistic.ToString()).Distinct());
            yield return new(RefusalReason.NoReference, found.Length > 0
                ? $"{benchmark.ShownSource} has no figure of the kind asked for, but: {found}"
                : benchmark.Remarks.Count > 0 ? string.Join("; ", benchmark.Remarks) : $"{benchmark.ShownSource} has no figure to compare with");
        }

        foreach (BenchmarkFigure figure in figures.Where(figure => figure.Statistic.Kind == StatisticKind.Unspecified))
            yield return new(RefusalReason.UnspecifiedStatistic, $"{benchmark.ShownSource} does not say what its figure is of the cohort, a mean or a median: '{figure.Statistic}'");
        if (figures.Select(figure => figure.Statistic.Kind).Distinct().Count() > 1)
        {
            yield return new(
                RefusalReason.MixedStatistics,
                $"{benchmark.ShownSource} has {string.Join(", ", figures.Select(figure => figure.Statistic.ToString()).Distinct())}, and a reading below the mean may be well above the median; choose one kind");
        }
    }

    private static Refusal? Age(Reading reading, Benchmark benchmark, ComparisonRules rules)
    {
        if (rules.MaximumAge is not { } months) return null;
        if (benchmark.Until is not { } until)
            return new(RefusalReason.UnknownAge, $"nobody says of when {benchmark.ShownSource} is{(benchmark.PeriodText.Length > 0 ? $", other than '{benchmark.PeriodText}'" : "")}, and its age is limited");
        if ((rules.AsOf ?? reading.Timeframe.End?.Date) is not { } day)
            return new(RefusalReason.UnknownAge, "the reading has no end to count the benchmark's age from; name a day");

        // A limit that reaches back before the first day of all excludes nothing.
        return CommonEra.PlusMonths(CommonEra.Iso(day), -months) is { } oldest && until.Date < oldest
            ? new(RefusalReason.TooOld, string.Create(CultureInfo.InvariantCulture, $"{benchmark.Origin} ends before {TimeframeText.Write(until.Date)}, more than {months} months before {TimeframeText.Write(day)}"))
            : null;
    }

    private static Refusal? Peers(Benchmark benchmark, IReadOnlyList<BenchmarkFigure> figures, ComparisonRules rules)
    {
        int given = figures.Count(figure => figure.Statistic.Kind == StatisticKind.Peer);
        long? peers = given > 0 ? given - (benchmark.IncludesOneself ? 1 : 0) : figures.Count > 0 ? benchmark.SampleSize : null;
        if (peers is not { } count || count >= rules.MinimumPeers) return null;
        string left = given > 0 ? string.Join("; ", benchmark.Remarks) : long.TryParse(benchmark.Sample, CultureInfo.InvariantCulture, out _) ? "" : benchmark.Sample;
        return new(RefusalReason.TooFewPeers, string.Create(CultureInfo.InvariantCulture, $"there {(count == 1 ? "is 1 peer" : $"are {count} peers")}, fewer than {rules.MinimumPeers}{(left.Length > 0 ? $" ({left})" : "")}"));
    }

    /// <summary>A rate of half a month is a rate; half a month of likes is not a month of likes, nor of the half of another month, and so are likes per follower.</summary>
    private static Refusal? Partial(Reading reading, Benchmark benchmark)
    {
        if (!(reading.IsCut || benchmark.IsPartial) || TimeDependence.OfPart(reading.Kpi.Formula) is not { } change) return null;
        bool areAlike = reading.IsCut && benchmark.IsPartial && (benchmark.Period ?? Timeframe.Always) == reading.Timeframe;
        return areAlike
            ? null
            : new(RefusalReason.PartialPeriod, $"{(reading.IsCut ? reading.When : benchmark.Origin)} is not whole, and {reading.Kpi.ShortName} {change}; {change.Remedy}");
    }

    /// <summary>A quarter of likes is not a month of likes. Months and quarters of the calendar count as equally long.</summary>
    private static Refusal? Length(Reading reading, Benchmark benchmark)
    {
        if (TimeDependence.Of(reading.Kpi.Formula) is not { } change || reading.IsUndated) return null;
        foreach (Timeframe other in benchmark.Times.Where(other => !AreAsLong(other, reading.Timeframe)))
        {
            string when = other == Timeframe.Always ? "everything" : other.ToString(), own = reading.Timeframe == Timeframe.Always ? "everything" : reading.When;
            string problem = (TicksOf(other), TicksOf(reading.Timeframe)) is not ({ } length, { } ownLength) ? $"{own} is not known to be as long as {when}"
                : length > ownLength ? $"{when} is longer than {own}"
                : $"{own} is longer than {when}";
            return new(RefusalReason.OtherLength, $"{problem}, and {reading.Kpi.ShortName} {change}; {change.Remedy}");
        }

        ReportingCalendar calendar = benchmark.Calendar ?? reading.Calendar ?? ReportingCalendar.Iso;
        foreach (Timeframe other in benchmark.Times.Where(other => !ToDatePlace.IsSame(reading.Kpi.Formula, reading.Timeframe, other, calendar)))
            return new(RefusalReason.OtherLength, $"{reading.When} and {other} end at different places of what {reading.Kpi.ShortName} reads to date, and it {change}; compare periods that end at the same place of it");
        return null;
    }

    /// <summary>
    /// Whether two times are of one length: as many days, or as many months, which the calendar makes shorter and longer; so a part of a longer month is as long
    /// as all of a shorter one, to which it is nearer than its whole. How long an open one is nobody knows.
    /// </summary>
    public static bool AreAsLong(Timeframe one, Timeframe other)
    {
        if (one == other) return true;
        if ((TicksOf(one), TicksOf(other)) is not ({ } ticks, { } others)) return false;
        return ticks == others || (ticks < others ? IsMonthsOf(one, other) : IsMonthsOf(other, one));
    }

    /// <summary>Whether the shorter one is whole months, from the same day on as the longer one, which is no more of them.</summary>
    private static bool IsMonthsOf(Timeframe shorter, Timeframe longer)
    {
        (LocalDateTime start, LocalDateTime end, LocalDateTime begin) = (shorter.Start!.Value, shorter.End!.Value, longer.Start!.Value);
        int months = (MonthsOfYear * (end.Year - start.Year)) + end.Month - start.Month;
        return (start.Day, start.TimeOfDay) == (end.Day, end.TimeOfDay) && (start.Day, start.TimeOfDay) == (begin.Day, begin.TimeOfDay)
            && (CommonEra.PlusMonths(begin.Date, months) is not { } limit || longer.End!.Value <= limit.At(begin.TimeOfDay));
    }

    private static long? TicksOf(Timeframe time) => time is { Start: { } start, End: { } end } ? Period.Between(start, end, PeriodUnits.Ticks).Ticks : null;

    private static string Short(string hash) => hash[..Math.Min(12, hash.Length)];
}
