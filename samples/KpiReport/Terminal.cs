namespace KpiReport;

/// <summary>Where the report is shown, when it is a terminal.</summary>
/// <param name="Width">How many characters fit into a line; null when the output goes elsewhere.</param>
/// <param name="Progress">Where to say how far reading has come; null when nobody watches.</param>
internal sealed record Terminal(int? Width = null, TextWriter? Progress = null);
