using NodaTime;

namespace SocialKpi;

/// <summary>Gives every row of a scan the number of its cell; rows that the scan does not read have <see cref="Excluded"/>.</summary>
internal sealed class Grouping
{
    public const int Excluded = -1;

    private readonly int[] _cellOf;
    private List<CellKey> _keys = [new CellKey(null, [])];

    private Grouping(int[] cellOf) => _cellOf = cellOf;

    /// <summary>The number of the cell of each row.</summary>
    public ReadOnlySpan<int> CellOf => _cellOf;

    /// <summary>The key of each cell, by its number.</summary>
    public IReadOnlyList<CellKey> Keys => _keys;

    public static Grouping Of(Facts facts, Scan scan, RowReader reader)
    {
        int[] cellOf = new int[facts.RowCount];
        foreach (Condition filter in scan.Filters)
        {
            bool?[] matches = reader.Matches(filter);
            for (int row = 0; row < cellOf.Length; row++)
            {
                if (matches[row] != true) cellOf[row] = Excluded;
            }
        }

        if (scan.Timeframe != Timeframe.Always)
        {
            for (int row = 0; row < cellOf.Length; row++)
            {
                if (!scan.Timeframe.Contains(facts.Time!.At(row))) cellOf[row] = Excluded;
            }
        }

        Grouping grouping = new(cellOf);
        if (scan.Grain is { } grain) grouping.ByPeriod(facts.Time!, scan.Calendar, grain);
        foreach (string name in scan.Dimensions) grouping.ByDimension(reader.DimensionOf(name)!);
        if (Array.TrueForAll(cellOf, cell => cell == Excluded)) grouping._keys = [];
        return grouping;
    }

    private void ByPeriod(TimeColumn time, ReportingCalendar calendar, Grain grain)
    {
        // Finding a period costs far more than looking one up, and rows share days and hours.
        Dictionary<LocalDateTime, Timeframe> periodOf = [];
        Refine(row =>
        {
            LocalDateTime moment = time.At(row);
            LocalDateTime unit = grain == Grain.Hour ? moment.Date + new LocalTime(moment.Hour, 0) : moment.Date.AtMidnight();
            if (!periodOf.TryGetValue(unit, out Timeframe period)) periodOf.Add(unit, period = calendar.Containing(unit, grain));
            return period;
        }, (_, period) => new CellKey(period, []));
    }

    private void ByDimension(DimensionColumn dimension) =>
        Refine(row => dimension.Codes[row], (key, code) => new CellKey(key.Period, key.Values.Append(dimension.TextOf(code))));

    /// <summary>Splits every cell by one more property of its rows.</summary>
    private void Refine<TPart>(Func<int, TPart> partOf, Func<CellKey, TPart, CellKey> keyOf)
        where TPart : notnull
    {
        List<CellKey> refined = [];
        Dictionary<(int Cell, TPart Part), int> numberOf = [];
        for (int row = 0; row < _cellOf.Length; row++)
        {
            if (_cellOf[row] == Excluded) continue;
            (int Cell, TPart Part) cell = (_cellOf[row], partOf(row));
            if (!numberOf.TryGetValue(cell, out int number))
            {
                numberOf.Add(cell, number = refined.Count);
                refined.Add(keyOf(_keys[cell.Cell], cell.Part));
            }

            _cellOf[row] = number;
        }

        _keys = refined;
    }
}
