namespace KpiReport;

/// <summary>The command line is not understood; the message is one line that says what to change.</summary>
internal sealed class OptionException(string message) : Exception(message);
