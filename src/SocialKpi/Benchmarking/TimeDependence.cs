namespace SocialKpi;

/// <summary>Whether a figure depends on how long the time is that it is of, so that a part of a period says nothing of the whole.</summary>
internal static class TimeDependence
{
    /// <summary>
    /// What a longer time does to a figure: counts and sums grow with time, by a stock or by people too, and so does what a stock gains from one end of the
    /// period to the other, or from one period to the next; null for stocks, and for rates of one sum by another.
    /// </summary>
    public static TimePower? Of(Formula formula) => Known(formula, new TimePlace(CountsSteps: true, SeesIntoWindows: false));

    /// <summary>What more of its period does to a figure of a part of it. What is gained since the period before is there of a whole step back too.</summary>
    public static TimePower? OfPart(Formula formula) => Known(formula, new TimePlace(CountsSteps: false, SeesIntoWindows: false));

    /// <summary>Above 0 where more rows of the same make it greater, those of a window too, and below 0 where they make it less: counts and sums, and not means and rates.</summary>
    public static int OfRows(Formula formula) => Power(formula, new TimePlace(CountsSteps: true, SeesIntoWindows: true)).OfRows;

    private static TimePower? Known(Formula formula, TimePlace place) => Power(formula, place) is { IsNone: false } power ? power : null;

    private static TimePower Power(Formula formula, TimePlace place) => formula switch
    {
        Measure measure => Power(measure, place),
        ContextFormula context => Power(context.Inner, place.In(context.Context)),
        BinaryFormula binary => Power(binary, place),
        _ => TimePower.None,
    };

    private static TimePower Power(Measure measure, TimePlace place)
    {
        bool isOnce = measure.Aggregation == Aggregation.Distinct || measure.Aggregation == Aggregation.Unique;
        if (place.IsWindow || !(isOnce || measure.Aggregation.AddsUp)) return TimePower.None;
        return isOnce || place.ToDate is not null ? TimePower.Between(isOnce ? measure : null, place.ToDate) : TimePower.Sum;
    }

    private static TimePower Power(BinaryFormula formula, TimePlace place)
    {
        TimePower left = Power(formula.Left, place), right = Power(formula.Right, place);
        return formula.Operation switch
        {
            Operation.Divide or Operation.Subtract when left.IsNone && right.IsNone && Gain(formula, place) is { } gain => gain,
            Operation.Multiply => left.Times(right),
            Operation.Divide => left.Over(right),
            _ => left.And(right),
        };
    }

    /// <summary>What a stock has gained from one moment to another, as a number or by its quotient; null where both sides read it at the same ones.</summary>
    private static TimePower? Gain(BinaryFormula formula, TimePlace place)
    {
        HashSet<(Measure Stock, (int, Grain? StartOf) Moment)> left = [], right = [];
        AddStocks(formula.Left, place, left);
        AddStocks(formula.Right, place, right);
        HashSet<Measure> inBoth = [.. left.Select(read => read.Stock)];
        inBoth.IntersectWith(right.Select(read => read.Stock));
        left.SymmetricExceptWith(right);
        left.RemoveWhere(read => !inBoth.Contains(read.Stock));
        return left.Count == 0 ? null
            : left.Select(read => read.Moment.StartOf).FirstOrDefault(longer => longer is not null) is { } since ? TimePower.Between(null, since)
            : TimePower.Sum;
    }

    private static void AddStocks(Formula formula, TimePlace place, HashSet<(Measure, (int, Grain?))> stocks)
    {
        switch (formula)
        {
            case Measure { IsStock: true } stock: stocks.Add((stock, place.Moment)); break;
            case ContextFormula context: AddStocks(context.Inner, place.In(context.Context), stocks); break;
            case BinaryFormula binary:
                AddStocks(binary.Left, place, stocks);
                AddStocks(binary.Right, place, stocks);
                break;
        }
    }
}
