using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>The known values of one measure, by entity and in order of time, so that the last one at any moment can be found.</summary>
internal sealed class AsOfHistory
{
    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.Ordinal);

    private AsOfHistory()
    {
    }

    /// <summary>A value: where it lies among others and the rows joined to, when exactly it was, and the row it stands in.</summary>
    private readonly record struct Entry(LocalDateTime Place, LocalDateTime Moment, int Row);

    /// <summary>The column of last known values, and what became of each row.</summary>
    /// <exception cref="DefinitionException">The two cannot be joined so; all reasons are listed.</exception>
    /// <exception cref="FactsException">An entity has two different values at one moment; all are listed.</exception>
    public static (ValueColumn Column, AsOfJoin Join) Join(FactContent rows, FactContent history, Measure measure, Measure @as, string per, int? staleAfterDays)
    {
        Check(rows, history, measure, @as, per);
        (TimeColumn time, TimeColumn historyTime, ValueColumn values) = (rows.Time!, history.Time!, history.Values[measure.Id]);
        Func<TimeColumn, int, LocalDateTime> placeOf = PlaceIn(time, historyTime);
        AsOfHistory entries = Gather(history, values, measure, per, placeOf);

        DimensionColumn entities = rows.Dimensions[per];
        (int known, int before, int stale, int unmatched) = (0, 0, 0, 0);
        decimal?[] found = new decimal?[rows.RowCount];
        for (int row = 0; row < found.Length; row++)
        {
            if (entities.TextAt(row) is not { } entity || !entries._entries.TryGetValue(entity, out List<Entry>? ofEntity)) unmatched++;
            else if (Last(ofEntity, placeOf(time, row)) is not { } last) before++;
            else if (Period.DaysBetween(historyTime.At(last.Row).Date, time.At(row).Date) > staleAfterDays) stale++;
            else (found[row], known) = (values.FigureAt(last.Row), known + 1);
        }

        ValueColumn column = ValueColumn.From(@as.Id, values.Unit, row => found[row], Blank.Unknown, RowSelection.All(found.Length), []);
        return (column, new AsOfJoin(measure.Id, @as.Id, per, staleAfterDays, known, before, stale, unmatched));
    }

    private static AsOfHistory Gather(FactContent history, ValueColumn values, Measure measure, string per, Func<TimeColumn, int, LocalDateTime> placeOf)
    {
        AsOfHistory gathered = new();
        (TimeColumn time, DimensionColumn entities) = (history.Time!, history.Dimensions[per]);
        for (int row = 0; row < history.RowCount; row++)
        {
            if (!values.IsKnown(row) || entities.TextAt(row) is not { } entity) continue;
            if (!gathered._entries.TryGetValue(entity, out List<Entry>? ofEntity)) gathered._entries.Add(entity, ofEntity = []);
            ofEntity.Add(new(placeOf(time, row), MomentOf(time, row), row));
        }

        List<FactsIssue> issues = [];
        foreach ((string entity, List<Entry> ofEntity) in gathered._entries)
        {
            ofEntity.Sort((a, b) => (a.Place, a.Moment, a.Row).CompareTo((b.Place, b.Moment, b.Row)));
            for (int i = 1; i < ofEntity.Count; i++)
            {
                (Entry earlier, Entry entry) = (ofEntity[i - 1], ofEntity[i]);
                if (entry.Moment != earlier.Moment || values.Scaled[entry.Row] == values.Scaled[earlier.Row]) continue;
                string moment = time.HasTimeOfDay ? MachineText.Write(time.At(entry.Row)) : LocalDatePattern.Iso.Format(time.At(entry.Row).Date);
                issues.Add(new(measure.Id, entry.Row, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{per} '{entity}' has {values.FigureAt(entry.Row)} at {moment}, but {values.FigureAt(earlier.Row)} in row {earlier.Row + 1}; leave out the one that is wrong")));
            }
        }

        if (issues.Count > 0) throw new FactsException([.. issues.OrderBy(issue => issue.Row)]);
        return gathered;
    }

    /// <summary>What is compared: days where either knows no more, instants where both are, else what the local clock showed.</summary>
    private static Func<TimeColumn, int, LocalDateTime> PlaceIn(TimeColumn time, TimeColumn history)
    {
        if (!time.HasTimeOfDay || !history.HasTimeOfDay) return (column, row) => column.At(row).Date.AtMidnight();
        if (time is InstantColumn && history is InstantColumn) return MomentOf;
        return (column, row) => column.At(row);
    }

    /// <summary>The exact moment: that of the instant where it is known, as an hour that the clock shows twice is two moments.</summary>
    private static LocalDateTime MomentOf(TimeColumn column, int row) =>
        column is InstantColumn instants ? instants.InstantAt(row).InUtc().LocalDateTime : column.At(row);

    private static Entry? Last(List<Entry> entries, LocalDateTime place)
    {
        (int from, int after) = (0, entries.Count);
        while (from < after)
        {
            int middle = (from + after) / 2;
            if (entries[middle].Place <= place) from = middle + 1;
            else after = middle;
        }

        return from == 0 ? null : entries[from - 1];
    }

    private static void Check(FactContent rows, FactContent history, Measure measure, Measure @as, string per)
    {
        List<DefinitionIssue> issues = [];
        if (!@as.Aggregation.AddsUp) issues.Add(new("as-of join", $"{@as.Id} is a {@as.Aggregation}, but what is joined to a row is one figure of that row; join it as a measure made with Measure.Sum"));
        if (rows.Time is null) Add("these facts have no time, so nothing is known as of a row; describe their time");
        if (history.Time is null) Add("the history has no time, so nothing is known as of a row; describe its time");
        if (!rows.Dimensions.ContainsKey(per)) Add($"these facts have no dimension '{per}'; they have: {List(rows.Dimensions.Keys)}; the history has: {List(history.Dimensions.Keys)}");
        if (!history.Dimensions.ContainsKey(per)) Add($"the history has no dimension '{per}'; it has: {List(history.Dimensions.Keys)}; these facts have: {List(rows.Dimensions.Keys)}");
        if (!history.Values.TryGetValue(measure.Id, out ValueColumn? column)) Add($"the history has no {measure.Id}; it has: {List(history.Values.Keys)}");
        if (!@as.IsRecorded) Add($"{@as.Id} is calculated, so it cannot be recorded in these facts; give a recorded measure");
        if (rows.Values.ContainsKey(@as.Id) || rows.Dimensions.ContainsKey(@as.Id)) Add($"these facts have {@as.Id} already; record it under another measure");
        if (column is not null && @as.Unit != column.Unit && !(@as.Unit == Unit.Money && column.Unit.Kind == UnitKind.Money))
            Add($"{measure.Id} is recorded in {column.Unit}, but {@as.Id} is measured in {@as.Unit}; give a measure of the same unit");
        DefinitionException.ThrowIfAny(issues);

        void Add(string message) => issues.Add(new("as-of join", message));
    }

    private static string List(IEnumerable<string> names) => names.Any() ? string.Join(", ", names.Order(StringComparer.Ordinal)) : "none";
}
