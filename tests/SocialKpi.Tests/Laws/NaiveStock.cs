using NodaTime;

namespace SocialKpi.Tests.Laws;

/// <summary>A stock at one moment of the oracle: of each entity the last known value among the rows it may look back to.</summary>
internal sealed class NaiveStock
{
    private readonly Dictionary<(string?, string?), IReadOnlyList<(NaiveRational Value, Currency Currency)>> _fresh = [];
    private readonly bool _isAnyKnown;

    public NaiveStock(Naive naive, Measure stock, NaiveWindow cell, Segment segment, IReadOnlyList<string> across)
    {
        int days = ((SnapshotAggregation)stock.Aggregation).StaleAfterDays;
        Rows = naive.Rows(cell.FromTheFirst().Holds, segment, across);
        RecentRows = naive.Rows(cell.BackTo(days).Holds, segment, across);
        Parts = [.. Rows.Select(row => (row, NaiveRowFormula.PartOf(stock, row)))];
        LocalDateTime? oldest = cell.Reference(naive.LastDay)?.PlusTicks(-1).Date.PlusDays(-days).AtMidnight();
        foreach (var entity in Parts.Where(pair => pair.Part is { Status: NaiveStatus.Known, IsOutside: false } && stock.Per.All(name => pair.Row.Text(name) is not null)).GroupBy(pair => EntityOf(stock, pair.Row)))
        {
            _isAnyKnown = true;
            LocalDateTime? last = entity.Max(pair => pair.Row.Time);
            if (last < oldest) continue;
            _fresh[entity.Key] = [.. entity.Where(pair => pair.Row.Time == last).Select(pair => (pair.Part.Value, pair.Row.Currency)).Distinct()];
        }
    }

    /// <summary>The rows whose values may still hold; a segment that has some is a row of the table.</summary>
    public IReadOnlyList<NaiveRow> RecentRows { get; }

    /// <summary>The rows it looks at, known or not.</summary>
    public IReadOnlyList<NaiveRow> Rows { get; }

    /// <summary>The entities that are known and not stale.</summary>
    public IEnumerable<(string?, string?)> Entities => _fresh.Keys;

    private IReadOnlyList<(NaiveRow Row, NaivePart Part)> Parts { get; }

    /// <summary>The values that name an entity: of one dimension, or of two.</summary>
    private static (string?, string?) EntityOf(Measure stock, NaiveRow row) => (row.Text(stock.Per[0]), stock.Per.Count > 1 ? row.Text(stock.Per[1]) : null);

    /// <summary>The sum over those of these entities that are known and not stale.</summary>
    public NaiveAnswer Sum(IEnumerable<(string?, string?)> entities, bool isMoney)
    {
        // Rows that the conditions keep out are known to be nothing, as they are for sums.
        if (!_isAnyKnown && Parts.Any(pair => pair.Part.IsOutside))
            return NaiveAnswer.Of(NaiveRational.Zero, null);
        if (!_isAnyKnown)
        {
            return NaiveAnswer.None(Parts.Count == 0 ? Absence.NoRows
                : Parts.All(pair => pair.Part.Status == NaiveStatus.NotApplicable) ? Absence.NotApplicable
                : Parts.Any(pair => pair.Part.Status == NaiveStatus.Undefined) && Parts.All(pair => pair.Part.Status is NaiveStatus.Undefined or NaiveStatus.NotApplicable) ? Absence.ZeroDenominator
                : Absence.NotReported);
        }

        if (_fresh.Count == 0)
            return NaiveAnswer.None(Absence.Stale);
        var kept = entities.Where(_fresh.ContainsKey).Select(entity => _fresh[entity]).ToList();
        if (kept.Count == 0)
            return NaiveAnswer.None(Absence.NotReported);
        if (kept.Any(values => values.Select(value => value.Value).Distinct().Count() > 1))
            return NaiveAnswer.None(Absence.Conflicting);

        // What an account was kept in before counts no more.
        Currency[] currencies = [.. kept.SelectMany(values => values.Select(value => value.Currency)).Distinct()];
        return isMoney && currencies.Length > 1
            ? NaiveAnswer.None(Absence.MixedCurrencies)
            : NaiveAnswer.Of(kept.Aggregate(NaiveRational.Zero, (sum, values) => sum + values[0].Value), isMoney ? currencies[0] : null);
    }
}
