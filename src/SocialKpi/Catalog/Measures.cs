namespace SocialKpi;

/// <summary>
/// The standard measures: what platforms, web analytics, shops and surveys record. Money is currency-generic. A measure that is
/// called a row value is read row by row in the formulas that name it; a sum of it alone means nothing.
/// </summary>
public static partial class Measures
{
    // The order of initialisers across files is not defined; a static constructor runs after all of them.
    static Measures() => All = [.. OfContent, .. OfVideo, .. OfAudience, .. OfWeb, .. OfMoney, .. OfCustomers];

    /// <summary>All of them: content, video, audience, web, money, customers.</summary>
    public static IReadOnlyList<Measure> All { get; }
}
