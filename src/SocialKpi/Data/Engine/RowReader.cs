namespace SocialKpi;

/// <summary>
/// Reads measures and row formulas from facts, block by block. What a scan needs is asked for beforehand, each thing is worked out
/// once a block, in the order in which one needs the other. It belongs to one thread.
/// </summary>
internal sealed class RowReader(Facts facts)
{
    private readonly List<BlockStep> _steps = [];
    private readonly Dictionary<Measure, MeasureRows> _measures = [];
    private readonly Dictionary<(Formula Formula, bool IsRule), RowStatuses> _formulas = [];
    private readonly Dictionary<Condition, RowCondition> _conditions = [];
    private readonly Dictionary<string, RowStatuses> _codes = new(StringComparer.Ordinal);

    /// <summary>What the rows have of a measure.</summary>
    /// <param name="Figures">The figures; for ids that are counted there are none.</param>
    /// <param name="Statuses">What each row can say.</param>
    /// <param name="Currencies">The currencies that went into it; more than one never becomes a figure.</param>
    public sealed record MeasureRows(RowFigures Figures, RowStatuses Statuses, IReadOnlyList<Currency> Currencies);

    /// <summary>Works out all that was asked for, for a block.</summary>
    public void Read(RowBlock block)
    {
        foreach (BlockStep step in _steps) step.Read(block);
    }

    /// <summary>A step that is worked out after all that it was made of.</summary>
    public T Step<T>(T step)
        where T : BlockStep
    {
        _steps.Add(step);
        return step;
    }

    public MeasureRows Measure(Measure measure)
    {
        if (_measures.TryGetValue(measure, out MeasureRows? rows)) return rows;
        rows = measure.Dimension is { } dimension ? new MeasureRows(OneEach.Row, Restricted(CodesOf(dimension), measure), [])
            : measure.RowValue is null ? Recorded(facts.ValueOf(measure.Id)!)
            : Calculated(measure, measure.RowValue);
        _measures.Add(measure, rows);
        return rows;
    }

    /// <summary>What each row can say about a row formula as a whole: the figure is known only where every measure it needs is.</summary>
    public RowStatuses Statuses(Formula formula) => Statuses(formula, isRule: false);

    /// <summary>Which rows a formula of cells reads. A row that a condition keeps out of one of its measures is read: there is nothing of it, which is known.</summary>
    public RowStatuses Rule(Formula formula) => Statuses(formula, isRule: true);

    /// <summary>What rows can say about the ids of a dimension.</summary>
    public RowStatuses CodesOf(string dimension)
    {
        if (!_codes.TryGetValue(dimension, out RowStatuses? statuses))
            _codes.Add(dimension, statuses = Step(new CodeStatuses(DimensionCodes.Of(facts, dimension))).Statuses);
        return statuses;
    }

    /// <summary>Whether each row meets a condition.</summary>
    public RowCondition Condition(Condition condition)
    {
        if (!_conditions.TryGetValue(condition, out RowCondition? rows))
            _conditions.Add(condition, rows = Step<RowCondition>(facts.ValueOf(condition.Field) is { } values && facts.DimensionOf(condition.Field) is null
                ? new NumberCondition(condition, values)
                : new TextCondition(condition, DimensionCodes.Of(facts, condition.Field))));
        return rows;
    }

    /// <summary>A row formula that can be worked out for any row.</summary>
    public RowExpression Expression(Formula formula)
    {
        if (formula is ConstantFormula constant) return new ConstantExpression(constant.Value);
        if (formula is Measure measure) return new MeasureExpression(Measure(measure).Figures, Measure(measure).Statuses);
        BinaryFormula binary = (BinaryFormula)formula;
        return new BinaryExpression(binary.Operation, Expression(binary.Left), PartOfSum(binary.Left), Expression(binary.Right), PartOfSum(binary.Right));

        // A measure alone is nothing by itself where it has no figure.
        RowStatuses? PartOfSum(Formula operand) => binary.IsSum && operand is BinaryFormula && operand.HasMeasures ? Statuses(operand) : null;
    }

    private RowStatuses Statuses(Formula formula, bool isRule)
    {
        if (formula is Measure measure) return isRule ? Measure(measure).Statuses with { Outside = null } : Measure(measure).Statuses;
        if (formula is ContextFormula context) return Statuses(context.Inner, isRule);
        if (formula is not BinaryFormula binary) return RowStatuses.AllKnown;
        if (!binary.Right.HasMeasures) return Statuses(binary.Left, isRule);
        if (!binary.Left.HasMeasures) return Statuses(binary.Right, isRule);
        if (_formulas.TryGetValue((formula, isRule), out RowStatuses? statuses)) return statuses;
        (RowStatuses left, RowStatuses right) = (Statuses(binary.Left, isRule), Statuses(binary.Right, isRule));
        statuses = left.AreAllKnown && right.AreAllKnown ? RowStatuses.AllKnown : Step(new CombinedStatuses(binary.IsSum, left, right)).Statuses;
        _formulas.Add((formula, isRule), statuses);
        return statuses;
    }

    private MeasureRows Recorded(ValueColumn column) => new(
        new RecordedFigures(column),
        column.Unknown is null && column.NotApplicable is null ? RowStatuses.AllKnown : Step(new ColumnStatuses(column)).Statuses,
        column.Unit.Kind == UnitKind.Money ? [column.Unit.Currency] : []);

    private MeasureRows Calculated(Measure measure, Formula of)
    {
        RowStatuses statuses = Restricted(Statuses(of), measure);
        if (measure.Aggregation == Aggregation.Count) return new MeasureRows(OneEach.Row, statuses, []);

        // The figures of a measure under a condition are those of the measure.
        Currency[] currencies = CurrenciesOf(measure, of);
        if (of is Measure same) return new MeasureRows(Measure(same).Figures, statuses, currencies);
        RowExpression expression = Expression(of);
        if (expression.AsIntegers is { } integers) return new MeasureRows(Step(new IntegerFigures(integers)), statuses, currencies);
        CalculatedFigures figures = Step(new CalculatedFigures(expression, statuses));
        return new MeasureRows(figures, figures.Statuses, currencies);
    }

    private RowStatuses Restricted(RowStatuses statuses, Measure measure)
    {
        foreach (Condition condition in measure.Conditions) statuses = Step(new RestrictedStatuses(statuses, Condition(condition))).Statuses;
        return statuses;
    }

    /// <summary>The currencies of what a row formula combines. Money of one currency divided by itself is no money any more; of two it is nothing.</summary>
    private Currency[] CurrenciesOf(Measure measure, Formula of)
    {
        Currency[] currencies = [.. of.Leaves().SelectMany(leaf => Measure(leaf).Currencies).Distinct()];
        return measure.Unit.Kind == UnitKind.Money || currencies.Length > 1 ? currencies : [];
    }
}
