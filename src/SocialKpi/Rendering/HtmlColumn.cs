namespace SocialKpi;

/// <summary>One column of an <see cref="HtmlTable"/>: its heading, and whether it holds figures, which stand at the right edge and never break.</summary>
internal sealed record HtmlColumn(Markup Header, bool HasFigures = false);
