namespace SocialKpi;

/// <summary>One row of a file of benchmarks, before it is understood: texts by the names of their columns or properties.</summary>
/// <remarks>
/// The names are <c>kpi</c> and <c>hash</c>, or <c>metric</c> and <c>metric_definition</c>; <c>source</c>, <c>title</c>, <c>published</c>, <c>via</c>,
/// <c>verification</c>, <c>note</c>; <c>platform</c>, <c>industry</c>, <c>followers</c>, <c>format</c>, <c>region</c> or a free <c>segment</c>; <c>period</c>,
/// <c>sample</c>; <c>statistic</c>, <c>peer</c>, <c>value</c>, <c>unit</c>. Figures
/// of the statistic <c>peer</c> are a panel to be ranked among; one that is <c>single</c> stands for itself, <c>peer</c> then says whose it is.
/// </remarks>
public sealed class BenchmarkRow
{
    private readonly Dictionary<string, string> _fields;

    /// <summary>Makes a row.</summary>
    /// <param name="fields">Name and text of each; null, empty or blank is not known. Spaces around a text are no part of it.</param>
    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public BenchmarkRow(IEnumerable<KeyValuePair<string, string?>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToDictionary(field => field.Key, field => field.Value!.Trim(), StringComparer.Ordinal);
    }

    /// <summary>All names that a row may have. <c>source</c>, <c>statistic</c>, <c>value</c>, <c>unit</c> and either <c>kpi</c> or <c>metric</c> are needed.</summary>
    public static IReadOnlyList<string> KnownNames { get; } =
    [
        "kpi", "hash", "metric", "metric_definition", "source", "title", "published", "via", "verification", "note",
        "platform", "industry", "followers", "format", "region", "segment", "period", "sample", "statistic", "peer", "value", "unit",
    ];

    /// <summary>The names of what is known of it.</summary>
    public IReadOnlyCollection<string> Names => _fields.Keys;

    /// <summary>A text by its name; null when it is not known.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);
}
