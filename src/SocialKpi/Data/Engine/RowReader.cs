using System.Numerics;

namespace SocialKpi;

/// <summary>Reads measures and row formulas from facts, a whole column at a time. Each measure is worked out once a query.</summary>
internal sealed class RowReader(Facts facts)
{
    private readonly Dictionary<Measure, RowNumbers> _measures = [];
    private readonly Dictionary<Measure, RowStatus[]> _counted = [];

    /// <summary>The time of the rows; null when they have none.</summary>
    public TimeColumn? Time => facts.Time;

    /// <summary>What each row has of a measure that is a figure.</summary>
    public RowNumbers Read(Measure measure)
    {
        if (!_measures.TryGetValue(measure, out RowNumbers? numbers))
            _measures.Add(measure, numbers = measure.RowValue is null ? Recorded(measure) : Calculated(measure));
        return numbers;
    }

    /// <summary>What each row can say about a formula as a whole: the figure is known only where every measure it needs is.</summary>
    public RowStatus[] Status(Formula formula)
    {
        switch (formula)
        {
            case Measure { Dimension: not null } counted: return Counted(counted);
            case Measure measure: return Read(measure).Status;
            case ContextFormula context: return Status(context.Inner);
            case BinaryFormula binary:
                if (!binary.Right.HasMeasures) return Status(binary.Left);
                if (!binary.Left.HasMeasures) return Status(binary.Right);
                RowStatus[] left = Status(binary.Left);
                RowStatus[] right = Status(binary.Right);
                return [.. left.Select((status, row) => Combine(binary.IsSum, status, right[row]))];
            default: return new RowStatus[facts.RowCount];
        }
    }

    /// <summary>The figure of a row formula, row by row; null where it has none. A part outside or not applicable is nothing in a sum.</summary>
    public RowFigure?[] Figures(Formula formula)
    {
        switch (formula)
        {
            case ConstantFormula constant: return Constants(constant.Value);
            case BinaryFormula binary:
                RowFigure?[] left = Figures(binary.Left, isPart: binary.IsSum);
                RowFigure?[] right = Figures(binary.Right, isPart: binary.IsSum);
                return [.. left.Select((figure, row) => figure is { } a && right[row] is { } b ? RowFigure.Combine(binary.Operation, a, b) : null)];
            default:
                RowNumbers numbers = Read((Measure)formula);
                return [.. numbers.Scaled.Select((scaled, row) => numbers.Status[row] switch
                {
                    RowStatus.Known => RowFigure.Of(scaled, numbers.Decimals),
                    RowStatus.Outside or RowStatus.NotApplicable => default(RowFigure),
                    _ => (RowFigure?)null,
                })];
        }
    }

    /// <summary>Whether each row meets a condition; null where that is unknown.</summary>
    public bool?[] Matches(Condition condition)
    {
        bool?[] matches = new bool?[facts.RowCount];
        if (DimensionOf(condition.Field) is { } dimension)
        {
            bool?[] byCode = [.. dimension.Values.Select(condition.Matches)];
            bool? blank = condition.Matches((string?)null);
            for (int row = 0; row < matches.Length; row++) matches[row] = dimension.Codes[row] == DimensionColumn.Blank ? blank : byCode[dimension.Codes[row]];
            return matches;
        }

        ValueColumn values = facts.ValueOf(condition.Field)!;
        for (int row = 0; row < matches.Length; row++)
        {
            decimal? figure = values.Status[row] == RowStatus.Known ? ExactNumber.ToDecimal(values.Scaled[row], values.Decimals) : null;
            matches[row] = condition.Matches(figure);
        }

        return matches;
    }

    /// <summary>A dimension of the facts, or one that their time has of itself.</summary>
    public DimensionColumn? DimensionOf(string name) => facts.DimensionOf(name) ?? TimeDimensionColumn.Of(facts, name);

    /// <summary>What each row can say about a dimension whose ids are counted: a blank id is one that is not known.</summary>
    public static RowStatus[] StatusOf(DimensionColumn dimension) =>
        Array.ConvertAll(dimension.Codes.ToArray(), code => code == DimensionColumn.Blank ? RowStatus.Unknown : RowStatus.Known);

    private RowStatus[] Counted(Measure measure)
    {
        if (_counted.TryGetValue(measure, out RowStatus[]? status)) return status;
        _counted.Add(measure, status = StatusOf(DimensionOf(measure.Dimension!)!));
        foreach (Condition condition in measure.Conditions) Restrict(status, Matches(condition));
        return status;
    }

    private RowNumbers Recorded(Measure measure)
    {
        ValueColumn column = facts.ValueOf(measure.Id)!;
        return new RowNumbers(column.Scaled.ToIntegers(), column.Decimals, column.Status, column.Unit.Kind == UnitKind.Money ? [column.Unit.Currency] : []);
    }

    private RowNumbers Calculated(Measure measure)
    {
        RowStatus[] status = [.. Status(measure.RowValue!)];
        RowFigure?[] figures = measure.Aggregation == Aggregation.Count ? Constants(1) : Figures(measure.RowValue!);
        foreach (Condition condition in measure.Conditions) Restrict(status, Matches(condition));
        for (int row = 0; row < status.Length; row++)
        {
            if (status[row] == RowStatus.Known && figures[row] is null) status[row] = RowStatus.Undefined;
        }

        (BigInteger Scaled, int Decimals)[] rounded = [.. figures.Select((figure, row) => status[row] == RowStatus.Known ? figure!.Value.Rounded() : default)];
        int decimals = rounded.Select(figure => figure.Decimals).DefaultIfEmpty().Max();
        BigInteger[] scaled = Array.ConvertAll(rounded, figure => figure.Scaled * BigInteger.Pow(10, decimals - figure.Decimals));
        return new RowNumbers(scaled, decimals, status, CurrenciesOf(measure));
    }

    /// <summary>The currencies of what a row formula combines. Money of one currency divided by itself is no money any more; of two it is nothing.</summary>
    private Currency[] CurrenciesOf(Measure measure)
    {
        if (measure.Aggregation == Aggregation.Count) return [];
        Currency[] currencies = [.. measure.RowValue!.Leaves().SelectMany(leaf => Read(leaf).Currencies).Distinct()];
        return measure.Unit.Kind == UnitKind.Money || currencies.Length > 1 ? currencies : [];
    }

    /// <summary>The figures of an operand; where it is a part of a sum and does not apply, it is nothing rather than no figure.</summary>
    private RowFigure?[] Figures(Formula operand, bool isPart)
    {
        RowFigure?[] figures = Figures(operand);
        if (!isPart || !operand.HasMeasures) return figures;
        RowStatus[] status = Status(operand);
        return [.. figures.Select((figure, row) => status[row] == RowStatus.NotApplicable ? default(RowFigure) : figure)];
    }

    private RowFigure?[] Constants(decimal value)
    {
        RowFigure?[] constants = new RowFigure?[facts.RowCount];
        Array.Fill(constants, RowFigure.Of(value));
        return constants;
    }

    private static void Restrict(RowStatus[] status, bool?[] matches)
    {
        for (int row = 0; row < status.Length; row++)
        {
            // A row that does not match has no part in the measure, whatever else is unknown about it.
            if (matches[row] == false) status[row] = RowStatus.Outside;
            else if (matches[row] is null && status[row] != RowStatus.Outside) status[row] = RowStatus.Unknown;
        }
    }

    private static RowStatus Combine(bool isSum, RowStatus left, RowStatus right)
    {
        RowStatus worst = (RowStatus)Math.Max((byte)left, (byte)right);
        if (worst >= RowStatus.Undefined) return worst;
        bool bothNotApplicable = left == RowStatus.NotApplicable && right == RowStatus.NotApplicable;
        return worst == RowStatus.NotApplicable && (!isSum || bothNotApplicable) ? RowStatus.NotApplicable : RowStatus.Known;
    }
}
