using System.Runtime.CompilerServices;

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

        if (!Fits(kpi, values)) throw new ArgumentException($"{kpi.Id} = {kpi.Formula}: {string.Join("; ", Problems(kpi, values))}.", nameof(values));
        Quantity?[] numbers = new Quantity?[kpi.Leaves.Count];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = values[PlaceOf(kpi.Leaves[i], values)].Value;

        SomeFigures some = default;
        Span<Figure> figures = numbers.Length <= SomeFigures.Most ? some[..numbers.Length] : new Figure[numbers.Length];
        for (int i = 0; i < numbers.Length; i++) figures[i] = FigureOf(numbers[i]);
        return new Reading(kpi, Timeframe.Always, Segment.Whole, FormulaEvaluation.Evaluate(kpi.Formula, figures), new GivenInputs(numbers), 0, []) { IsFromGivenNumbers = true };
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

    private static Figure FigureOf(Quantity? number) => number is { } known
        ? Figure.Of(known.Value, known.Unit.Kind == UnitKind.Money ? known.Unit.Currency : null)
        : Figure.Absent(Absence.NotReported);

    /// <summary>Where a measure is given; -1 where it is not.</summary>
    private static int PlaceOf(Measure measure, ReadOnlySpan<MeasureValue> values)
    {
        for (int place = 0; place < values.Length; place++)
        {
            if (values[place].Measure == measure) return place;
        }

        return -1;
    }

    /// <summary>Whether each measure of the formula is given once and nothing else is.</summary>
    private static bool Fits(Kpi kpi, ReadOnlySpan<MeasureValue> values)
    {
        for (int place = 0; place < values.Length; place++)
        {
            if (values[place].Measure is not { } measure || PlaceOf(measure, values) != place || !IsLeaf(kpi, measure)) return false;
        }

        for (int leaf = 0; leaf < kpi.Leaves.Count; leaf++)
        {
            if (PlaceOf(kpi.Leaves[leaf], values) < 0) return false;
        }

        return true;
    }

    private static bool IsLeaf(Kpi kpi, Measure measure)
    {
        for (int leaf = 0; leaf < kpi.Leaves.Count; leaf++)
        {
            if (kpi.Leaves[leaf] == measure) return true;
        }

        return false;
    }

    private static List<string> Problems(Kpi kpi, ReadOnlySpan<MeasureValue> values)
    {
        List<string> problems = [];
        HashSet<Measure> given = [];
        foreach (MeasureValue value in values)
        {
            if (value.Measure is null) problems.Add("a value names no measure");
            else if (!given.Add(value.Measure)) problems.Add($"{value.Measure.Id} is given twice");
            else if (!IsLeaf(kpi, value.Measure)) problems.Add($"{value.Measure.Id} is not in the formula");
        }

        problems.AddRange(kpi.Leaves.Distinct().Where(leaf => !given.Contains(leaf)).Select(leaf => $"{leaf.Id} is missing"));
        return problems;
    }

    private static bool HasContext(Formula formula) => formula switch
    {
        ContextFormula => true,
        BinaryFormula binary => HasContext(binary.Left) || HasContext(binary.Right),
        _ => false,
    };

    /// <summary>Room for the figures of almost any formula, beside which nothing needs to be allocated but the reading.</summary>
    [InlineArray(Most)]
    private struct SomeFigures
    {
        public const int Most = 8;

        private Figure _first;
    }
}
