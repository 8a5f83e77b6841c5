namespace SocialKpi;

/// <summary>A quantile of the row values. All values merge; medians and percentiles never do.</summary>
internal sealed class QuantileAggregation(string name, Quantile quantile) : Aggregation(name)
{
    public Quantile Quantile { get; } = quantile;

    internal override bool HasRowValue => false;

    internal override string Definition => $"{Name} {Quantile.TypeText}";

    internal override string Describe(string of) => $"{Name} of {of} a row ({Quantile.TypeText})";
}
