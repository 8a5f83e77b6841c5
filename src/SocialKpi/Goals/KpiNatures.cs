namespace SocialKpi;

/// <summary>Tells the nature of a KPI from its formula.</summary>
internal static class KpiNatures
{
    public static KpiNature Nature(this Kpi kpi) => Of(kpi.Formula);

    /// <summary>Whether an accumulating KPI is made of sums alone that are added or scaled, none of them taken away.</summary>
    public static bool OnlyAdds(this Kpi kpi) => OnlyAdds(kpi.Formula);

    private static bool OnlyAdds(Formula formula) => formula switch
    {
        ConstantFormula constant => constant.Value >= 0,
        BinaryFormula { Operation: Operation.Subtract } => false,
        BinaryFormula binary => OnlyAdds(binary.Left) && OnlyAdds(binary.Right),
        _ => true,
    };

    private static KpiNature Of(Formula formula) => formula switch
    {
        Measure { IsStock: true } => KpiNature.Stock,
        Measure measure => IsAdded(measure.Aggregation) ? KpiNature.Accumulating : KpiNature.Rate,
        BinaryFormula binary => Of(binary),
        _ => KpiNature.Rate,
    };

    private static KpiNature Of(BinaryFormula formula)
    {
        (bool left, bool right) = (formula.Left.HasMeasures, formula.Right.HasMeasures);
        if (left && right)
        {
            (KpiNature first, KpiNature second) = (Of(formula.Left), Of(formula.Right));
            bool sameKind = first == second && (first == KpiNature.Stock || formula.IsSum);
            return sameKind ? first : KpiNature.Rate;
        }

        // A constant factor keeps the nature; a constant added would let a sum begin elsewhere than at zero.
        KpiNature nature = Of(left ? formula.Left : formula.Right);
        bool isScaled = formula.Operation == Operation.Multiply || (formula.Operation == Operation.Divide && left);
        return nature == KpiNature.Stock || isScaled ? nature : KpiNature.Rate;
    }

    private static bool IsAdded(Aggregation aggregation) =>
        aggregation == Aggregation.Sum || aggregation == Aggregation.Count || aggregation == Aggregation.Unique || aggregation == Aggregation.Distinct;
}
