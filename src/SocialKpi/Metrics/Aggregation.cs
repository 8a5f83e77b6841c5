namespace SocialKpi;

/// <summary>How a measure's row values become one figure for a cell, and so how cells merge. The type is closed.</summary>
public abstract class Aggregation
{
    private protected Aggregation(string name) => Name = name;

    /// <summary>Sum of the row values.</summary>
    public static Aggregation Sum { get; } = new SumAggregation();

    /// <summary>Number of rows on which the row value is known.</summary>
    public static Aggregation Count { get; } = new CountAggregation();

    /// <summary>Mean of the row values: their sum divided by their number, both merged first.</summary>
    public static Aggregation Mean { get; } = new MeanAggregation();

    /// <summary>The name in definitions, hashes and JSON: <c>sum</c>, <c>count</c>, <c>mean</c>.</summary>
    public string Name { get; }

    /// <summary>Whether one row alone has a meaningful part of this measure, so that row formulas may use it.</summary>
    internal abstract bool HasRowValue { get; }

    /// <summary>What is wrong with this unit for this kind of measure; null when nothing is.</summary>
    internal virtual string? Refuses(Unit unit) => null;

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;
}
