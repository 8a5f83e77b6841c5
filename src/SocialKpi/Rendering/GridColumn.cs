namespace SocialKpi;

/// <summary>One column of a <see cref="Grid"/>: its heading, whether its cells stand at the right edge, and whether they are sentences with names in them instead of names.</summary>
internal sealed record GridColumn(string Header, bool RightAligned = false, bool HasSentences = false);
