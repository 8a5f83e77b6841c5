namespace SocialKpi;

/// <summary>One column of a <see cref="Grid"/>: its heading, and whether its cells stand at the right edge.</summary>
internal sealed record GridColumn(string Header, bool RightAligned = false);
