using NodaTime;

namespace SocialKpi.Tests.Goals;

public sealed class ObjectiveLintsTests
{
    private static readonly Timeframe Year = Timeframe.Year(2026);

    [Theory]
    [InlineData(0, "no-key-result")]
    [InlineData(6, "more-than-five-key-results")]
    public void Lints_TooFewOrTooMany_AreSaid(int count, string code) => Assert.Equal([code], Codes([.. Enumerable.Range(1, count).Select(at => $"Hire editor number {at}")]));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Lints_OneToFive_AreFine(int count) => Assert.Empty(Codes([.. Enumerable.Range(1, count).Select(at => $"Hire editor number {at}")]));

    // nl-doelen-smart-okr: YouTube's key results as printed, and those of re:Work.
    [Theory]
    [InlineData("Zoekteam + Hoofdapp (+XX%), Huiskamer (+XX%)", "placeholder-number two-results-in-one")]
    [InlineData("Groei betrokkenheid van kinderen en kijktijd voor games (X kijkuren per dag)", "placeholder-number")]
    [InlineData("Lanceer YouTube VR-ervaring en laat VR-catalogus groeien van X naar Y video’s", "placeholder-number two-results-in-one")]
    [InlineData("Launch the VR experience and grow the catalogue to 100 videos", "two-results-in-one")]
    [InlineData("Lansera VR-upplevelsen och öka katalogen till 100 filmer", "two-results-in-one")]
    [InlineData("Uruchom VR i zwiększ katalog do 100 filmów", "two-results-in-one")]
    [InlineData("Launch and grow the catalogue to 100 videos", "")]
    [InlineData("Reach 10,000 followers, by 31 December", "")]
    [InlineData("Reach 500 followers and be live on 1 May", "")]
    [InlineData("Hold a 1-to-1 talk with 5% of the followers and 24/7 support", "")]
    [InlineData("Identificeer en bereik persoonlijk xx topgebruikers", "placeholder-number")]
    [InlineData("Kort de reactietijd op door gebruikers gemelde fouten met xx%", "placeholder-number")]
    [InlineData("Herstel leiderschap door te spreken op drie industrie-evenementen", "")]
    [InlineData("Reach 10,000 followers and 500 clicks", "two-results-in-one")]
    [InlineData("Nå 10 000 följare och 500 klick", "two-results-in-one")]
    [InlineData("10K volgers op Instagram en 30K op Facebook", "two-results-in-one")]
    [InlineData("10 tys. obserwujących i 500 kliknięć", "two-results-in-one")]
    [InlineData("Post between 2 and 4 times a week", "")]
    [InlineData("Double the clicks of 2025 and reach 500", "")]
    [InlineData("Grow from 100 to 200 followers by 31 December, 2026", "")]
    [InlineData("Gain 100 followers on X", "")]
    [InlineData("XL campaign for 1 shop", "")]
    [InlineData("Reach [n] people", "placeholder-number")]
    [InlineData("Reach <number> people", "placeholder-number")]
    [InlineData("Reach N people in 2026", "placeholder-number")]
    [InlineData("Reach X people by 31 December 2026", "placeholder-number")]
    [InlineData("Grow from 100 to X followers", "placeholder-number")]
    [InlineData("Grow followers by ?? %", "placeholder-number")]
    [InlineData("Grow followers by +?%", "placeholder-number")]
    [InlineData("Grow followers by TBD", "placeholder-number")]
    [InlineData("Grow followers to __ by May", "placeholder-number")]
    [InlineData("Publish the guide on X", "")]
    [InlineData("Why not 100 followers?", "")]
    [InlineData("[SEO] Publish 3 guides", "")]
    [InlineData("Hire editor for plan_b__final", "")]
    public void Lints_Names_AreReadForPlacesLeftOpenAndTwoResults(string name, string codes) => Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Codes(name));

    [Fact]
    public void Lints_OfTheFigures_AreSaidOfTheirKeyResult()
    {
        Goal more = Goal.Increase(Kpis.LikeCount, Baseline.Measured(8_000.AsCount(), Timeframe.Year(2025)), 12_000.AsCount(), Timeframe.Quarter(2026, 1), new() { Name = "More likes" });
        ObjectiveLint lint = Assert.Single(Objective.Of("Grow", [more]).Lints);
        Assert.Equal(("baseline-period-differs", "More likes"), (lint.Code, lint.Subject));
    }

    [Fact]
    public void Lints_ContributingObjectives_AreReadToo()
    {
        Objective whole = Objective.Of("Whole", [], new() { Contributing = [Objective.Of("Part", [])] });
        Assert.Equal(["Part: nothing shows whether it is reached; add a key result (no-key-result)"], whole.Lints.Select(lint => lint.ToString()));
    }

    private static IEnumerable<string> Codes(params string[] names) => Objective.Of("Grow", [.. names.Select(name => (KeyResult)Goal.YesNo(name, Year))]).Lints.Select(lint => lint.Code);
}
