namespace SocialKpi.Import;

/// <summary>"Did you mean", as the end of a message.</summary>
internal static class Similar
{
    /// <summary>A sentence to append to a message: <c> Did you mean 'Clicks'?</c>, or nothing.</summary>
    public static string Hint(string name, IEnumerable<string> names) => Nearest.Of(name, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
}
