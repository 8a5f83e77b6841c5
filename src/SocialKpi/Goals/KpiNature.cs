namespace SocialKpi;

/// <summary>How the figure of a KPI behaves as time goes on, which decides what its current figure is.</summary>
internal enum KpiNature
{
    /// <summary>Neither of the others: a ratio, a mean, a median. Over more time it is the figure of more rows.</summary>
    Rate,

    /// <summary>It begins at zero and adds up: sums, counts, people, different ids.</summary>
    Accumulating,

    /// <summary>It is known at every moment: stocks and what is calculated from them alone.</summary>
    Stock,
}
