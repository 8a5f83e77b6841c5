namespace SocialKpi;

/// <summary>One cell of an <see cref="HtmlTable"/>: its content, and what stands beside it without moving figures out of their column.</summary>
internal readonly record struct HtmlCell(Markup Content, Markup Beside = default);
