using NodaTime;

namespace SocialKpi.Tests.Data;

/// <summary>One row of a small daily series for the tests of quality.</summary>
internal sealed record QualityDay(string? Account, LocalDate Day, long? Followers, long? Comments = 0)
{
    public static Facts Facts(IEnumerable<QualityDay> days) => SocialKpi.Facts.FromRows(days, row => row
        .Time(day => day.Day)
        .Dimension("account", day => day.Account)
        .Measure(Measures.Followers, day => day.Followers)
        .Measure(Measures.Comments, day => day.Comments));

    /// <summary>Days of one account from 1 March 2026 on; null for a day without a row.</summary>
    public static IEnumerable<QualityDay> Series(string? account, params long?[] followers) =>
        followers.Select((value, at) => new QualityDay(account, new LocalDate(2026, 3, 1).PlusDays(at), value));
}
