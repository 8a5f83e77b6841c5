namespace SocialKpi;

/// <summary>
/// Figures with their bounds. What rises with each of them, such as a mean or a quantile, lies between what is read of their lower and of their
/// upper bounds alike.
/// </summary>
internal sealed class BoundedValues
{
    private readonly ReferenceValues? _lower;
    private readonly ReferenceValues? _upper;

    /// <param name="values">At least one value.</param>
    public BoundedValues(IReadOnlyCollection<BoundedValue> values)
    {
        Values = new ReferenceValues(values.Select(each => each.Value));
        if (values.All(each => each.Within is null)) return;
        (_lower, _upper) = (new ReferenceValues(values.Select(each => each.Lower)), new ReferenceValues(values.Select(each => each.Upper)));
    }

    /// <summary>The figures themselves.</summary>
    public ReferenceValues Values { get; }

    /// <summary>One figure of all of them; null when it lies outside what a decimal can hold.</summary>
    /// <param name="read">What rises with each value.</param>
    public BoundedValue? Read(Func<ReferenceValues, decimal?> read) => read(Values) is not { } value ? null
        : _lower is null || _upper is null || read(_lower) is not { } lower || read(_upper) is not { } upper ? new BoundedValue(value, null)
        : new BoundedValue(value, new Bounds(lower, upper));
}
