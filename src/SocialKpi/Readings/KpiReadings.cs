namespace SocialKpi;

/// <summary>Calculates KPIs from given numbers, without facts.</summary>
public static class KpiReadings
{
    /// <summary>
    /// The KPI for these numbers: <c>Kpis.ClickThroughRate.Of(Measures.Clicks.Is(120), Measures.Impressions.Is(4_000))</c>
    /// is 3.00 %. A number that is not known makes the reading absent, a zero denominator too.
    /// </summary>
    /// <exception cref="ArgumentException">A measure of the formula is missing, given twice, or not in the formula; all are listed.</exception>
    /// <exception cref="InvalidOperationException">The formula reads another context, which one set of numbers does not have.</exception>
    public static Reading Of(this Kpi kpi, params ReadOnlySpan<MeasureValue> values)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        if (HasContext(kpi.Formula))
            throw new InvalidOperationException($"{kpi.Id} is {kpi.Formula}: it reads another context, which one set of numbers does not have. Read it from facts.");

        Measure[] leaves = [.. kpi.Formula.Leaves()];
        Check(kpi, leaves, values);
        Figure[] figures = new Figure[leaves.Length];
        ReadingInput[] given = new ReadingInput[leaves.Length];
        for (int i = 0; i < leaves.Length; i++)
        {
            Quantity? value = Find(leaves[i], values);
            figures[i] = value is { } known ? Figure.Of(known.Value, known.Unit.Kind == UnitKind.Money ? known.Unit.Currency : null) : Figure.Absent(Absence.NotReported);
            given[i] = new ReadingInput(leaves[i], value, figures[i].Absence, null);
        }

        IReadOnlyList<ReadingInput> inputs = [.. given];
        return new Reading(kpi, Timeframe.Always, Segment.Whole, FormulaEvaluation.Evaluate(kpi.Formula, figures), () => inputs, 0, []) { IsFromGivenNumbers = true };
    }

    /// <summary>The same for a sequence of numbers, such as a list or, in F#, <c>[ … ]</c>.</summary>
    /// <exception cref="ArgumentException">A measure of the formula is missing, given twice, or not in the formula; all are listed.</exception>
    /// <exception cref="InvalidOperationException">The formula reads another context, which one set of numbers does not have.</exception>
    public static Reading Of(this Kpi kpi, IEnumerable<MeasureValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        MeasureValue[] given = [.. values];
        return kpi.Of(given.AsSpan());
    }

    private static Quantity? Find(Measure measure, ReadOnlySpan<MeasureValue> values)
    {
        foreach (MeasureValue value in values)
        {
            if (value.Measure == measure) return value.Value;
        }

        return null;
    }

    private static void Check(Kpi kpi, Measure[] leaves, ReadOnlySpan<MeasureValue> values)
    {
        List<string> problems = [];
        HashSet<Measure> given = [];
        foreach (MeasureValue value in values)
        {
            if (value.Measure is null) problems.Add("a value names no measure");
            else if (!given.Add(value.Measure)) problems.Add($"{value.Measure.Id} is given twice");
            else if (!leaves.Contains(value.Measure)) problems.Add($"{value.Measure.Id} is not in the formula");
        }

        problems.AddRange(leaves.Distinct().Where(leaf => !given.Contains(leaf)).Select(leaf => $"{leaf.Id} is missing"));
        if (problems.Count > 0)
            throw new ArgumentException($"{kpi.Id} = {kpi.Formula}: {string.Join("; ", problems)}.", nameof(values));
    }

    private static bool HasContext(Formula formula) => formula switch
    {
        ContextFormula => true,
        BinaryFormula binary => HasContext(binary.Left) || HasContext(binary.Right),
        _ => false,
    };
}
