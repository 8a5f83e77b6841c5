using System.Globalization;
using System.Numerics;
using NodaTime;

namespace SocialKpi;

/// <summary>The bytes of one state: a byte that names its kind, then what the kind holds. The layout is described in the README beside this file.</summary>
internal static class StateForm
{
    private const byte Sum = 1;
    private const byte Mean = 2;
    private const byte Quantile = 3;
    private const byte Distinct = 4;
    private const byte Stock = 5;
    private const byte Unique = 6;

    private const byte UnknownValue = 0;
    private const byte KnownValue = 1;
    private const byte ConflictingValue = 2;

    public static void Write(StatesWriter to, CellState state)
    {
        switch (state)
        {
            case SumState sum:
                to.Byte(Sum);
                WriteSum(to, sum);
                break;
            case MeanState mean:
                to.Byte(Mean);
                WriteSum(to, mean.Sum);
                to.Number(mean.Outside);
                break;
            case QuantileState values:
                to.Byte(Quantile);
                WriteValues(to, values);
                break;
            case DistinctState distinct:
                to.Byte(Distinct);
                to.Number(distinct.Rows);
                to.Number(distinct.Ids.Count);
                foreach (string id in distinct.Ids.Order(StringComparer.Ordinal)) to.Text(id);
                break;
            case SnapshotState stock:
                to.Byte(Stock);
                to.Number(stock.Rows);
                to.Number(stock.WithoutEntity);
                to.Number(stock.Values.Length);
                foreach ((string entity, SnapshotValue value) in stock.Values) WriteValue(to, entity, value);
                break;
            case UniqueState people:
                to.Byte(Unique);
                WriteSum(to, people.Sum);
                to.Decimal(people.Largest);
                to.Number(people.Counts);
                break;
        }
    }

    public static CellState Read(ref StatesReader from)
    {
        int start = from.Offset;
        byte kind = from.Byte("the kind of a state");
        return kind switch
        {
            Sum => ReadSum(ref from),
            Mean => MeanState.Of(ReadSum(ref from), from.Number("the rows outside a mean")),
            Quantile => ReadValues(ref from),
            Distinct => ReadIds(ref from),
            Stock => ReadStock(ref from),
            Unique => ReadPeople(ref from),
            _ => throw StatesReader.Wrong(start, string.Create(CultureInfo.InvariantCulture, $"there is no kind of state {kind}")),
        };
    }

    private static void WriteSum(StatesWriter to, SumState sum)
    {
        to.Number(sum.Rows);
        if (sum.Rows == 0) return;
        to.Byte((byte)sum.Decimals);
        to.Integer(sum.Scaled);
        to.Currencies(sum.Currencies);
    }

    private static SumState ReadSum(ref StatesReader from)
    {
        long rows = from.Number("the rows of a sum");
        if (rows == 0) return SumState.Empty;
        int start = from.Offset;
        int decimals = ReadDecimals(ref from);
        BigInteger scaled = from.Integer("a sum");
        if (decimals > 0 && (scaled % 10).IsZero) throw StatesReader.Wrong(start, "a sum has more decimals than it needs");
        return SumState.Of(scaled, decimals, rows, from.Currencies());
    }

    private static void WriteValues(StatesWriter to, QuantileState values)
    {
        to.Decimal(values.Quantile.Percent);
        to.Byte((byte)values.Quantile.Type);
        to.Number(values.Outside);
        to.Number(values.Values.Length);
        if (values.Rows == 0) return;
        to.Byte((byte)values.Decimals);
        to.Currencies(values.Currencies);
        foreach ((BigInteger value, long count) in values.Values)
        {
            to.Integer(value);
            to.Number(count);
        }
    }

    private static QuantileState ReadValues(ref StatesReader from)
    {
        int start = from.Offset;
        decimal percent = from.Decimal("a percentage");
        QuantileType type = (QuantileType)from.Byte("the type of a quantile");
        if (percent is < 0 or > 100 || !Enum.IsDefined(type)) throw StatesReader.Wrong(start, "a quantile is none: its percentage lies outside 0 to 100, or its type is not known");
        Quantile quantile = SocialKpi.Quantile.At(percent, type);
        long outside = from.Number("the rows outside a quantile");
        int different = from.Length("the number of values", 3);
        if (different == 0) return QuantileState.Of(quantile, [], 0, [], outside);

        start = from.Offset;
        int decimals = ReadDecimals(ref from);
        Currency[] currencies = from.Currencies();
        KeyValuePair<BigInteger, long>[] counts = new KeyValuePair<BigInteger, long>[different];
        long rows = 0;
        for (int i = 0; i < different; i++)
        {
            int at = from.Offset;
            BigInteger value = from.Integer("a value");
            if (i > 0 && value <= counts[i - 1].Key) throw StatesReader.Wrong(at, "values are not in ascending order");
            long count = from.Number("the rows of a value");
            if (count == 0) throw StatesReader.Wrong(at, "a value has no rows");
            rows = Added(rows, count, at);
            counts[i] = new(value, count);
        }

        if (decimals > 0 && Array.TrueForAll(counts, pair => (pair.Key % 10).IsZero)) throw StatesReader.Wrong(start, "values have more decimals than they need");
        return QuantileState.Of(quantile, counts, decimals, currencies, outside);
    }

    private static DistinctState ReadIds(ref StatesReader from)
    {
        int start = from.Offset;
        long rows = from.Number("the rows of ids");
        string[] ids = new string[from.Length("the number of ids", 1)];
        for (int i = 0; i < ids.Length; i++)
        {
            int at = from.Offset;
            ids[i] = from.Text("an id");
            if (i > 0 && string.CompareOrdinal(ids[i - 1], ids[i]) >= 0) throw StatesReader.Wrong(at, "ids are not in ordinal order");
        }

        return rows >= ids.Length ? DistinctState.Of(ids, rows) : throw StatesReader.Wrong(start, "there are fewer rows than ids");
    }

    private static void WriteValue(StatesWriter to, string entity, SnapshotValue value)
    {
        to.Text(entity);
        to.Byte(!value.IsKnown ? UnknownValue : value.IsConflicting ? ConflictingValue : KnownValue);
        if (value.IsKnown)
        {
            to.Day(value.Day);
            to.Number(value.NanosecondsIntoDay);
            foreach (BigInteger scaled in value.Scaled) to.Scaled(scaled, value.Decimals);
            to.Currencies(value.Currencies);
            to.Number(StatesReader.NumberOf(value.LastRow) - StatesReader.NumberOf(value.Day));
        }
        else
        {
            to.Day(value.LastRow);
        }
    }

    private static SnapshotState ReadStock(ref StatesReader from)
    {
        int start = from.Offset;
        long rows = from.Number("the rows of a stock");
        long withoutEntity = from.Number("the rows without an entity");
        KeyValuePair<string, SnapshotValue>[] values = new KeyValuePair<string, SnapshotValue>[from.Length("the number of entities", 3)];
        for (int i = 0; i < values.Length; i++)
        {
            int at = from.Offset;
            string entity = from.Text("an entity");
            if (i > 0 && string.CompareOrdinal(values[i - 1].Key, entity) >= 0) throw StatesReader.Wrong(at, "entities are not in ordinal order");
            values[i] = new(entity, ReadValue(ref from));
        }

        return rows >= values.Count(pair => pair.Value.IsKnown)
            ? SnapshotState.Of(values, rows, withoutEntity)
            : throw StatesReader.Wrong(start, "there are fewer rows than entities with a value");
    }

    private static SnapshotValue ReadValue(ref StatesReader from)
    {
        int start = from.Offset;
        byte kind = from.Byte("whether a value is known");
        if (kind > ConflictingValue) throw StatesReader.Wrong(start, string.Create(CultureInfo.InvariantCulture, $"there is no kind of value {kind}"));
        LocalDate day = from.Day("a day");
        if (kind == UnknownValue) return SnapshotValue.Unknown(day);

        long time = from.Number("a time of day");
        (BigInteger Scaled, int Decimals) low = from.Scaled("a value");
        (BigInteger Scaled, int Decimals) high = kind == ConflictingValue ? from.Scaled("a value") : low;
        if (kind == ConflictingValue && Rational.Compare(Rational.Of(low.Scaled, low.Decimals), Rational.Of(high.Scaled, high.Decimals)) >= 0)
            throw StatesReader.Wrong(start, "the values that contradict each other are not in ascending order");
        Currency[] currencies = from.Currencies();
        if (currencies.Length > 2) throw StatesReader.Wrong(start, "a value has more than two currencies");
        long carried = from.Number("the days a value is carried");
        if (carried > StatesReader.NumberOf(LocalDate.MaxIsoValue) - StatesReader.NumberOf(day)) throw StatesReader.Wrong(start, "a value is carried beyond the calendar");
        return SnapshotValue.At(day, time, low.Scaled, low.Decimals, currencies).Merge(SnapshotValue.At(day, time, high.Scaled, high.Decimals, currencies)).Merge(SnapshotValue.Unknown(day.PlusDays((int)carried)));
    }

    private static UniqueState ReadPeople(ref StatesReader from)
    {
        int start = from.Offset;
        SumState sum = ReadSum(ref from);
        decimal largest = from.Decimal("the largest count");
        long counts = from.Number("the number of counts");
        if (largest < 0) throw StatesReader.Wrong(start, "the largest count of people is negative");
        if (Rational.Compare(Rational.Of(largest), Rational.Of(sum.Scaled, sum.Decimals)) > 0) throw StatesReader.Wrong(start, "the largest count of people is more than all of them");
        return counts <= sum.Rows ? UniqueState.Of(sum, largest, counts) : throw StatesReader.Wrong(start, "there are more counts of people than rows");
    }

    private static int ReadDecimals(ref StatesReader from)
    {
        int start = from.Offset;
        byte decimals = from.Byte("a number of decimals");
        return decimals <= ExactNumber.MaxDigits ? decimals : throw StatesReader.Wrong(start, string.Create(CultureInfo.InvariantCulture, $"there are {decimals} decimals, more than {ExactNumber.MaxDigits}"));
    }

    /// <summary>The sum of numbers of rows, as far as there can be so many.</summary>
    internal static long Added(long rows, long more, int offset) =>
        more <= long.MaxValue - rows ? rows + more : throw StatesReader.Wrong(offset, "rows are more than can be counted");
}
