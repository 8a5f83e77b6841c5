using System.Numerics;
using NodaTime.Text;

namespace SocialKpi;

/// <summary>Says in sentences which entities of a stock are left out, carried forward or contradict themselves.</summary>
internal static class StockCaveats
{
    private const int MostNames = 5;

    public static IEnumerable<Caveat> Of(IReadOnlyList<Stock> stocks)
    {
        foreach (Stock stock in stocks)
        {
            string where = stock.Context is null ? "" : $" ({stock.Context})";
            string[] conflicts = [.. stock.Conflicting.Select(pair => $"{DisplayText.Name(pair.Key)} has {string.Join(" and ", pair.Value.Scaled.Select(scaled => Value(scaled, pair.Value.Decimals)))} on {Day(pair.Value)}")];
            if (conflicts.Length > 0) yield return new Caveat(CaveatKind.ConflictingValues, conflicts.Length, $"{stock.Measure.Id}{where} contradicts itself: {Listed(conflicts, "; ")}");
            string[] stale = [.. stock.Stale.Select(pair => $"{DisplayText.Name(pair.Key)} (last known {Day(pair.Value)})")];
            if (stale.Length > 0) yield return LeftOut(stock, stale, where, "stale");
            string[] dropped = [.. stock.Dropped.Select(pair => $"{DisplayText.Name(pair.Key)} (last listed {LocalDatePattern.Iso.Format(pair.Value.LastRow)})")];
            if (dropped.Length > 0) yield return LeftOut(stock, dropped, where, "not in the latest list");
            string[] unknown = [.. stock.Unknown.Select(DisplayText.Name)];
            if (unknown.Length > 0) yield return LeftOut(stock, unknown, where, "not known");
            if (stock.RowsWithoutEntity > 0)
                yield return new Caveat(CaveatKind.EntitiesLeftOut, stock.RowsWithoutEntity, $"{CaveatText.Rows(stock.RowsWithoutEntity)} of {stock.Measure.Id}{where} left out: {Entities(stock)} is blank");
            string[] carried = [.. stock.Carried.Select(pair => $"{DisplayText.Name(pair.Key)} from {Day(pair.Value)}")];
            if (carried.Length > 0) yield return new Caveat(CaveatKind.CarriedForward, carried.Length, $"{stock.Measure.Id}{where} carried forward: {Listed(carried, ", ")}");
        }

        foreach (IGrouping<string, (Stock Stock, string Entity)> sameStock in stocks.SelectMany(stock => stock.Unpaired.Select(entity => (stock, entity))).GroupBy(pair => pair.stock.Measure.Id))
        {
            string[] names = [.. sameStock.Select(pair => pair.Entity).Distinct().Order(StringComparer.Ordinal).Select(DisplayText.Name)];
            yield return new Caveat(CaveatKind.EntitiesLeftOut, names.Length, $"{sameStock.Key} compares only what is known at every moment it reads; left out ({Entities(sameStock.First().Stock)}): {Listed(names, ", ")}");
        }
    }

    private static Caveat LeftOut(Stock stock, string[] names, string where, string why) =>
        new Caveat(CaveatKind.EntitiesLeftOut, names.Length, $"{stock.Measure.Id}{where} without {CaveatText.Write(names.Length)} of {CaveatText.Write(stock.AllEntities)} ({Entities(stock)}), {why}: {Listed(names, ", ")}");

    private static string Entities(Stock stock) => string.Join(" and ", stock.Measure.Per);

    private static string Listed(string[] names, string separator) => names.Length <= MostNames
        ? string.Join(separator, names)
        : $"{string.Join(separator, names.Take(MostNames))} and {CaveatText.Write(names.Length - MostNames)} more";

    private static string Value(BigInteger scaled, int decimals) => ExactNumber.ToDecimal(scaled, decimals) is { } value ? CaveatText.Write(value) : "a value out of range";

    private static string Day(SnapshotValue value) => LocalDatePattern.Iso.Format(value.Day);
}
