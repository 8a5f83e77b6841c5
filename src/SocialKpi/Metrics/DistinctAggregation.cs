namespace SocialKpi;

/// <summary>Number of different ids in a dimension. The ids merge; their numbers never do.</summary>
internal sealed class DistinctAggregation() : Aggregation("distinct")
{
    /// <summary>One row has one id, but the numbers of rows do not add up to that of all.</summary>
    internal override bool HasRowValue => false;

    internal override string Describe(string of) => $"number of different {of}";
}
