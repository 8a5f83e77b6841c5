using System.Globalization;

namespace SocialKpi;

/// <summary>Writes caveats as sentences.</summary>
internal static class CaveatText
{
    public static Caveat Given { get; } = new(CaveatKind.Given, 0, "given, not calculated from rows");

    public static Caveat TotalOfGiven { get; } = new(CaveatKind.Given, 0, "the readings are given, and finished readings do not make a total; give the total where it is stored");

    public static Caveat Astride(string period) => new(
        CaveatKind.PartialPeriod, 0, $"{period} lies partly outside, and what belongs to either side is not known; read the data by days, or by periods that begin and end where the goal's do");

    /// <summary>What there is to say about rows that could not be read.</summary>
    public static IEnumerable<Caveat> Of(RowCoverage coverage, Formula rule, string? context)
    {
        string where = context is null ? "" : $" ({context})";
        if (coverage.Unknown > 0)
            yield return new(CaveatKind.RowsLeftOut, coverage.Unknown, $"{LeftOut(coverage.Unknown, coverage.Rows)}{where}: {Unknowns(coverage, rule)}");
        if (coverage.NotApplicable > 0)
            yield return new(CaveatKind.RowsNotApplicable, coverage.NotApplicable, $"{LeftOut(coverage.NotApplicable, coverage.Rows)}{where}: {rule} does not apply to them");
        if (coverage.Undefined > 0)
            yield return new(CaveatKind.RowsUndefined, coverage.Undefined, $"{LeftOut(coverage.Undefined, coverage.Rows)}{where}: their own ratio has a zero denominator");
        if (coverage.Young > 0)
            yield return new(CaveatKind.YoungPosts, coverage.Young, $"{Write(coverage.Young)} of {Rows(coverage.Used)}{where} {(coverage.Young == 1 ? "was" : "were")} published shortly before the export: their figures still grow");
    }

    public static Caveat SummedIndependently(IEnumerable<(Formula Measure, long Rows)> parts) =>
        new(CaveatKind.SummedIndependently, 0, $"each measure is summed over its own rows: {string.Join(", ", parts.Select(part => $"{part.Measure} over {Write(part.Rows)}"))}");

    public static Caveat NumeratorWithoutDenominator(StateRequest request, CellState state)
    {
        // What is outside the range of a decimal is no figure: that there is something of it is true all the same.
        decimal? amount = state.Finalise() is { Absence: null, Value: var value } ? value : null;
        string numerator = $"{(amount is { } known ? Write(known) : "a part")} of {request.Measure.RowValue ?? request.Measure}";
        return new(CaveatKind.NumeratorWithoutDenominator, amount ?? 0, $"{numerator} {(amount is null or 1 ? "comes" : "come")} from {Rows(state.Rows)} without {request.WhereZero}");
    }

    public static Caveat PartialPeriod(string whole, Timeframe part) =>
        new(CaveatKind.PartialPeriod, 0, $"{whole} is partial: only {part} was read");

    public static Caveat MixedTimeBasis { get; } = new(
        CaveatKind.MixedTimeBasis, 0, "figures of the period meet lifetime figures of what was published in it: they are not of the same time");

    public static Caveat GrossPeople(Measure measure, UniqueState people, string? context)
    {
        string range = people.Sum.Finalise() is { Absence: null, Value: var sum } ? $"between {Write(people.Largest)} and {Write(sum)}" : $"at least {Write(people.Largest)}";
        return new(CaveatKind.GrossPeople, people.Counts, $"{measure.Id}{(context is null ? "" : $" ({context})")} adds {Write(people.Counts)} counts, and somebody may be in more than one: {range} people");
    }

    /// <summary>Why a cell is suppressed. How much it holds is not said: that is what is not shown.</summary>
    public static Caveat BelowMinimum(MinimumVolume minimum, Absence? volume) => new(CaveatKind.BelowMinimum, 0, volume switch
    {
        null => $"{(minimum.IsCounted ? "fewer" : "less")} than {minimum.AmountText}",
        Absence.NoRows => $"no rows, where {minimum} are wanted",
        { } unknown => $"whether there are {minimum} is not known: {unknown.Describe()}",
    });

    private static string Unknowns(RowCoverage coverage, Formula rule)
    {
        IEnumerable<string> parts = rule.RecordedMeasures.Select(measure => measure.Id).Concat(rule.CountedDimensions)
            .Zip(coverage.UnknownByMeasure, (name, rows) => (name, rows))
            .Where(part => part.rows > 0)
            .Select(part => $"{part.name} is unknown on {Write(part.rows)}");
        string text = string.Join(", ", parts);
        return text.Length > 0 ? text : "a condition cannot be decided on them";
    }

    private static string LeftOut(long rows, long all) => $"{Write(rows)} of {Rows(all)} left out";

    public static string Rows(long rows) => rows == 1 ? "1 row" : $"{Write(rows)} rows";

    public static string Write(decimal number) => number.ToString("#,0.##################", CultureInfo.InvariantCulture);
}
