namespace SocialKpi;

/// <summary>Mean of the row values. Sums and numbers of rows merge; means never do.</summary>
internal sealed class MeanAggregation() : Aggregation("mean")
{
    internal override bool HasRowValue => false;
}
