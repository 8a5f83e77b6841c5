namespace SocialKpi;

/// <summary>What must be known of readings that are compared: their caveats as sentences, each kind in one.</summary>
internal static class CaveatNotes
{
    private const int MostNamed = 3;

    /// <summary>The caveats of readings, each text with those whose it is. That a figure is given says nothing against comparing it.</summary>
    public static IEnumerable<string> Of(IEnumerable<(string Name, Reading Reading)> readings) => readings
        .SelectMany(each => each.Reading.Caveats.Select(caveat => (each.Name, Caveat: caveat)))
        .Where(each => each.Caveat.Kind != CaveatKind.Given)
        .GroupBy(each => each.Caveat.Kind)
        .Select(kind => Listed("; ", [.. kind.GroupBy(each => each.Caveat.Text, each => each.Name, StringComparer.Ordinal).Select(same => Sentence(kind.Key, same))]));

    /// <summary>A partial period names itself.</summary>
    private static string Sentence(CaveatKind kind, IGrouping<string, string> same) =>
        kind == CaveatKind.PartialPeriod ? same.Key : $"{Listed(", ", [.. same.Distinct().Select(DisplayText.Name)])}: {same.Key}";

    private static string Listed(string separator, string[] parts) =>
        $"{string.Join(separator, parts.Take(MostNamed))}{(parts.Length > MostNamed ? FormattableString.Invariant($"{separator}and {parts.Length - MostNamed} more") : "")}";
}
