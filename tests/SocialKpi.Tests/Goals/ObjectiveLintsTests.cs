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
    [InlineData("Lanceer YouTube VR-ervaring en laat VR-catalogus groeien van X naar Y video’s", "placeholder-number")]
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
    public void Lints_Names_AreReadForPlacesLeftOpenAndTwoResults(string name, string codes) => Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Codes(name));

    [Fact]
    public void Lints_ContributingObjectives_AreReadToo()
    {
        Objective whole = Objective.Of("Whole", [], new() { Contributing = [Objective.Of("Part", [])] });
        Assert.Equal(["Part: nothing shows whether it is reached; add a key result (no-key-result)"], whole.Lints.Select(lint => lint.ToString()));
    }

    private static IEnumerable<string> Codes(params string[] names) => Objective.Of("Grow", [.. names.Select(name => (KeyResult)Goal.YesNo(name, Year))]).Lints.Select(lint => lint.Code);
}
