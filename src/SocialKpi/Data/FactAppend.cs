using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>Two exports of the same kind as one set of facts, under their key rule.</summary>
internal static class FactAppend
{
    /// <summary>One of the two sets of facts and its row, by the number of a row in both.</summary>
    private readonly record struct Pair(FactContent Earlier, FactContent Later)
    {
        public int Rows => Earlier.RowCount + Later.RowCount;

        public T Read<T>(int row, Func<FactContent, int, T> read) =>
            row < Earlier.RowCount ? read(Earlier, row) : read(Later, row - Earlier.RowCount);
    }

    /// <exception cref="DefinitionException">The two cannot be one set of facts; all that differs is listed.</exception>
    /// <exception cref="FactsException">A key stands in both though none may repeat, or figures do not fit one column.</exception>
    public static Facts Of(FactContent earlier, FactContent later)
    {
        Check(earlier, later);
        Pair both = new(earlier, later);
        List<FactsIssue> issues = [];
        RowSelection rows = Keep(both, issues);
        Dictionary<string, ValueColumn> values = earlier.Values.Keys.ToDictionary(
            name => name,
            name => ValueColumn.From(
                name,
                earlier.Values[name].Unit,
                row => both.Read(row, (content, own) => content.Values[name].FigureAt(own)),
                row => both.Read(row, (content, own) => content.Values[name].StatusAt(own)),
                rows,
                issues),
            StringComparer.Ordinal);
        if (issues.Count > 0) throw new FactsException(issues);

        Dictionary<string, DimensionColumn> dimensions = earlier.Dimensions.Keys.ToDictionary(
            name => name,
            name => DimensionColumn.From(row => both.Read(row, (content, own) => content.Dimensions[name].TextAt(own)), rows),
            StringComparer.Ordinal);
        bool sameExport = earlier.ExportedOn is not null && earlier.ExportedOn == later.ExportedOn;
        return new Facts(new FactContent(rows.Count, earlier.Time?.Followed(later.Time!).Of(rows), dimensions, values)
        {
            DuplicatesDropped = earlier.DuplicatesDropped + later.DuplicatesDropped + both.Rows - rows.Count,
            Key = KeyOf(both).Of(rows),
            TimeBasis = earlier.TimeBasis,
            YoungUnderDays = earlier.YoungUnderDays,
            Stocks = earlier.Stocks.Union(later.Stocks).ToHashSet(StringComparer.Ordinal),
            Conversions = [.. earlier.Conversions.Union(later.Conversions)],
            Joins = [.. earlier.Joins, .. later.Joins],
            ExportedOn = sameExport ? earlier.ExportedOn : null,
            ExportDates = sameExport || !StatesExport(earlier) ? null : [.. Enumerable.Range(0, rows.Count).Select(index => ExportOf(both, rows[index])!.Value)],
        });
    }

    private static FactKey KeyOf(Pair both) => both.Earlier.Key! with { Keys = [.. both.Earlier.Key!.Keys, .. both.Later.Key!.Keys] };

    private static LocalDate? ExportOf(Pair both, int row) => both.Read(row, (content, own) => content.ExportedOnOf(own));

    private static RowSelection Keep(Pair both, List<FactsIssue> issues)
    {
        FactKey key = KeyOf(both);
        if (key.Rule != Duplicates.Refuse) return key.Keep(row => ExportOf(both, row), issues);

        // Each has its own rows, so a key that repeats is named with the row of both.
        Dictionary<string, int> rowOf = new(StringComparer.Ordinal);
        for (int row = 0; row < both.Earlier.RowCount; row++) rowOf.Add(both.Earlier.Key!.Keys[row], row);
        for (int row = 0; row < both.Later.RowCount; row++)
        {
            if (rowOf.TryGetValue(both.Later.Key!.Keys[row], out int other))
                issues.Add(new("key", row, string.Create(CultureInfo.InvariantCulture, $"'{both.Later.Key.Keys[row]}' stands in row {other + 1} of the facts before too; leave it out, or describe both with Duplicates.KeepLast, so that it replaces that row")));
        }

        return RowSelection.All(both.Rows);
    }

    private static void Check(FactContent earlier, FactContent later)
    {
        List<DefinitionIssue> issues = [];
        if (earlier.Key is null || later.Key is null)
            Add($"{(later.Key is not null ? "the facts before have" : earlier.Key is not null ? "the facts appended have" : "both have")} no key, so a row of both would count twice; describe them with Key(…)");
        else if (earlier.Key.Rule != later.Key.Rule)
            Add($"of a key that repeats, the facts before say {earlier.Key.Rule}, the facts appended {later.Key.Rule}; describe both alike");
        CheckNames("dimension", earlier.Dimensions.Keys, later.Dimensions.Keys);
        CheckNames("measure or row value", earlier.Values.Keys, later.Values.Keys);
        foreach (string name in earlier.Values.Keys.Intersect(later.Values.Keys).Order(StringComparer.Ordinal))
        {
            (Unit before, Unit after) = (earlier.Values[name].Unit, later.Values[name].Unit);
            if (before != after) Add($"{name} is recorded in {before} before and in {after} in the facts appended; {(before.Kind == UnitKind.Money && after.Kind == UnitKind.Money ? "convert one of them with ExchangeRates" : "record both alike")}");
        }

        string timeBefore = earlier.Time?.Kind ?? "nothing";
        string timeAfter = later.Time?.Kind ?? "nothing";
        if (timeBefore != timeAfter) Add($"the time is {timeBefore} before and {timeAfter} in the facts appended; describe both alike");
        if (earlier.TimeBasis != later.TimeBasis) Add($"the time basis is {earlier.TimeBasis} before and {later.TimeBasis} in the facts appended; figures of both do not mean the same");
        if (earlier.YoungUnderDays != later.YoungUnderDays) Add($"rows are young under {Days(earlier)} before and under {Days(later)} in the facts appended; describe both alike");
        if (StatesExport(earlier) != StatesExport(later)) Add($"only the facts {(StatesExport(earlier) ? "before" : "appended")} say when they were exported; say it of both, or of none");
        DefinitionException.ThrowIfAny(issues);

        void Add(string message) => issues.Add(new("append", message));

        static string Days(FactContent content) => content.YoungUnderDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} days") : "no stated age";

        void CheckNames(string kind, IEnumerable<string> before, IEnumerable<string> after)
        {
            string[] onlyBefore = [.. before.Except(after).Order(StringComparer.Ordinal)];
            string[] onlyAfter = [.. after.Except(before).Order(StringComparer.Ordinal)];
            if (onlyBefore.Length > 0) Add($"the facts appended have no {kind} {string.Join(", ", onlyBefore)}; describe it there too, blank where it is not known");
            if (onlyAfter.Length > 0) Add($"the facts before have no {kind} {string.Join(", ", onlyAfter)}; describe it there too, blank where it is not known");
        }
    }

    private static bool StatesExport(FactContent content) => content.ExportedOn is not null || content.ExportDates is not null;
}
