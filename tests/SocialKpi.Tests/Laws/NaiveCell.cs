namespace SocialKpi.Tests.Laws;

/// <summary>One KPI in one cell of the oracle: its formula tree, evaluated by recursion on sums of rows.</summary>
internal sealed class NaiveCell(Naive naive, Kpi kpi, Timeframe? period, Segment segment)
{
    private static readonly NaiveRational Small = new(1, 100);

    public NaiveAnswer Evaluate(Formula formula, IReadOnlyList<string> across) => Evaluate(formula, across, [], [], isPart: false);

    /// <param name="terms">The products and quotients around the formula that are parts of sums: each reads only rows it applies to.</param>
    /// <param name="isPart">Whether the formula is one measured part of a sum; taking a constant from it leaves it one.</param>
    private NaiveAnswer Evaluate(Formula formula, IReadOnlyList<string> across, IReadOnlyList<Context> times, IReadOnlyList<Formula> terms, bool isPart) => formula switch
    {
        Measure { IsStock: true } stock => Read(new NaiveLook(stock, across, times)),
        Measure measure => Read(measure, across, times, terms),
        ConstantFormula constant => NaiveAnswer.Of(NaiveRational.Of(constant.Value), null) with { IsConstant = true },
        ContextFormula { Context: AcrossContext context } inner => Evaluate(inner.Inner, [.. across, context.Dimension], times, terms, isPart),
        ContextFormula inner => Evaluate(inner.Inner, across, [.. times, inner.Context], terms, isPart),
        BinaryFormula { Operation: Operation.Add or Operation.Subtract } sum => Both(sum, across, times, terms, isPart || (NaiveLook.Of(sum.Left).Any() && NaiveLook.Of(sum.Right).Any())),
        BinaryFormula product => Both(product, across, times, isPart ? [.. terms, product] : terms, arePartsOfSum: false),
        _ => throw new NotSupportedException(formula.ToString()),
    };

    private NaiveAnswer Both(BinaryFormula binary, IReadOnlyList<string> across, IReadOnlyList<Context> times, IReadOnlyList<Formula> terms, bool arePartsOfSum) =>
        Apply(binary.Operation, Evaluate(binary.Left, across, times, terms, arePartsOfSum), Evaluate(binary.Right, across, times, terms, arePartsOfSum));

    private NaiveAnswer Read(Measure measure, IReadOnlyList<string> across, IReadOnlyList<Context> times, IReadOnlyList<Formula> terms)
    {
        Formula rule = naive.IsIndependent ? measure : kpi.Formula;
        IReadOnlyList<NaiveRow> rows = naive.Rows(period, segment, across, times);
        IReadOnlyList<NaiveStatus> statuses = [.. rows.Select(row => NaiveRowFormula.StatusOf(rule, row))];
        IReadOnlyList<NaiveRow> used = [.. rows.Where((_, i) => statuses[i] == NaiveStatus.Known)];
        if (used.Count == 0)
            return NaiveAnswer.None(WhyNone(statuses));
        IReadOnlyList<(NaiveRow Row, NaivePart Part)> parts =
            [.. used.Where(row => naive.IsIndependent || terms.All(term => NaiveRowFormula.StatusOf(term, row) == NaiveStatus.Known)).Select(row => (row, NaiveRowFormula.PartOf(measure, row))).Where(pair => pair.Item2.Status == NaiveStatus.Known)];
        if (parts.Count == 0)
            return NaiveAnswer.None(Absence.NotApplicable);
        IReadOnlyList<(NaiveRow Row, NaivePart Part)> inside = [.. parts.Where(pair => !pair.Part.IsOutside)];
        NaiveRational sum = inside.Aggregate(NaiveRational.Zero, (total, pair) => total + pair.Part.Value);
        if (measure.Aggregation.Name == "count")
            return NaiveAnswer.Of(new(inside.Count, 1), null);
        if (measure.Aggregation.Name == "distinct")
            return NaiveAnswer.Of(new(inside.Select(pair => pair.Row.Text(measure.Dimension!)).Distinct().Count(), 1), null);
        IReadOnlyList<Currency> currencies = measure.Unit.Kind == UnitKind.Money ? [.. inside.Select(pair => pair.Row.Currency).Distinct()] : [];
        if (currencies.Count > 1)
            return NaiveAnswer.None(Absence.MixedCurrencies);
        Currency? currency = currencies.Count == 1 ? currencies[0] : null;
        if (measure.Aggregation.Name == "unique")
        {
            NaiveAnswer gross = NaiveAnswer.Of(sum, null);
            NaiveRational largest = inside.Aggregate(NaiveRational.Zero, (most, pair) => most.IsBelow(pair.Part.Value) ? pair.Part.Value : most);
            bool isGross = inside.Count(pair => !pair.Part.Value.IsZero) > 1 && gross.Absence is null;
            return isGross ? gross with { Span = new(largest.Nearest()!.Value, gross.Value, IsGross: true) } : gross;
        }

        if (measure.Aggregation.Name == "sum")
            return NaiveAnswer.Of(sum, currency);
        if (inside.Count == 0)
            return NaiveAnswer.None(Absence.NoRows);
        return measure.Aggregation is QuantileAggregation { Quantile: var quantile }
            ? NaiveAnswer.Of(NaiveQuantile.Of([.. inside.Select(pair => pair.Part.Value)], NaiveRational.Of(quantile.Percent) / new NaiveRational(100, 1), quantile.Type), currency)
            : Mean(sum, inside.Count, currency);
    }

    /// <summary>One division of decimals; a sum that no decimal holds is divided as a fraction.</summary>
    private static NaiveAnswer Mean(NaiveRational sum, int count, Currency? currency) => sum.Nearest() is { } whole && NaiveRational.Of(whole).Equals(sum)
        ? Apply(Operation.Divide, NaiveAnswer.Of(sum, currency), NaiveAnswer.Of(new(count, 1), null))
        : NaiveAnswer.Of(sum / new NaiveRational(count, 1), currency);

    /// <summary>A stock counts the entities that are known at every moment at which the formula reads it, with the same filters and groupings dropped.</summary>
    private NaiveAnswer Read(NaiveLook stock)
    {
        HashSet<string> Dropped(NaiveLook look) => [.. look.Across.Where(name => segment.Names(name) || naive.IsFiltered(name))];
        IEnumerable<IEnumerable<(string?, string?)>> moments = NaiveLook.Of(kpi.Formula)
            .Where(look => look.Measure == stock.Measure && Dropped(look).SetEquals(Dropped(stock)))
            .Select(look => naive.Stock(look, period, segment).Entities);
        return naive.Stock(stock, period, segment).Sum(moments.Aggregate((a, b) => a.Intersect(b)), stock.Measure.Unit.Kind == UnitKind.Money);
    }

    private static Absence WhyNone(IReadOnlyList<NaiveStatus> statuses) => statuses.Count == 0 ? Absence.NoRows
        : statuses.Contains(NaiveStatus.Unknown) ? Absence.NotReported
        : statuses.Contains(NaiveStatus.Undefined) ? Absence.ZeroDenominator
        : Absence.NotApplicable;

    private static NaiveAnswer Apply(Operation operation, NaiveAnswer left, NaiveAnswer right)
    {
        if (operation is Operation.Add or Operation.Subtract)
        {
            // A part of a sum that does not apply counts as nothing; when no measured part applies the sum does not either.
            if (right.Absence == Absence.NotApplicable && !left.IsConstant)
                return left;
            if (left.Absence == Absence.NotApplicable && !right.IsConstant)
                left = new(0, NaiveRational.Zero, right.Currency, null, true, NaiveSpan.Point(0));
        }

        if ((left.Absence ?? right.Absence) is { } absence)
            return NaiveAnswer.None(absence);
        if (left.Currency is { } a && right.Currency is { } b && a != b)
            return NaiveAnswer.None(Absence.MixedCurrencies);
        Currency? currency = operation == Operation.Divide && right.Currency is not null ? null : left.Currency ?? right.Currency;
        if (operation == Operation.Divide && right.Value == 0)
            return NaiveAnswer.None(Absence.ZeroDenominator);
        try
        {
            (decimal value, NaiveRational exact) = operation switch
            {
                Operation.Add => (left.Value + right.Value, left.Exact + right.Exact),
                Operation.Subtract => (left.Value - right.Value, left.Exact - right.Exact),
                Operation.Multiply => (left.Value * right.Value, left.Exact * right.Exact),
                _ => (left.Value / right.Value, right.Exact.IsZero ? default : left.Exact / right.Exact),
            };
            bool isFalseZero = (operation is Operation.Multiply or Operation.Divide) && value == 0 && left.Value != 0 && right.Value != 0;
            if (isFalseZero)
                return NaiveAnswer.None(Absence.OutOfRange);
            NaiveRational size = exact.Abs();
            bool cancels = operation is Operation.Add or Operation.Subtract && (size.IsBelow(left.Exact.Abs()) || size.IsBelow(right.Exact.Abs()));
            bool isSteady = left.IsSteady && right.IsSteady && !cancels && (size.IsZero || !size.IsBelow(Small));
            return new(value, exact, currency, null, isSteady, NaiveSpan.Apply(operation, left.Span, right.Span), left.IsConstant && right.IsConstant);
        }
        catch (OverflowException)
        {
            return NaiveAnswer.None(Absence.OutOfRange);
        }
    }
}
