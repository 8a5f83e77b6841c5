namespace SocialKpi;

/// <summary>What <see cref="TypeFormatterSourceAttribute"/> names: kernels make one and ask it for formatters, by the names of its members.</summary>
internal sealed class DisplayFormatterSource
{
    private readonly DisplayFormatter[] _formatters =
    [
        new DisplayFormatter(DisplayFormatter.Html, shown => shown.ToHtml()),
        new DisplayFormatter(DisplayFormatter.Text, shown => shown.ToString()!),
    ];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
