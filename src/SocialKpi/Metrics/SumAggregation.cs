namespace SocialKpi;

/// <summary>Sum of the row values; adds over any rows.</summary>
internal sealed class SumAggregation() : Aggregation("sum")
{
    internal override bool HasRowValue => true;
}
