using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Goals;

public sealed class ObjectiveDisplayTests
{
    [Fact]
    public void ToMarkdown_AnObjective_IsItsSummaryAndARowForEachKeyResult() => Assert.Equal(
        """
        **Be found**, Eva, committed, as of 2026-08-15: AtRisk, score 0.6 yellow, by rule Worst

        | key result | weight | score | grade | now | expected | status | people say |
        | --- | ---: | ---: | --- | ---: | ---: | --- | --- |
        | Followers | 2 | 0.8 | green | 80 | 50 % | on track |  |
        | Team \| shop | 1 | 0.2 | red | – | 100 % | at risk | 2026-08-10, Adam: confidence 30 % |
        | › Hire | 1 | 0.2 | red | 20 % | 100 % | at risk |  |
        """, Evaluation().ToMarkdown());

    [Theory]
    [InlineData(200, "0.667 green", "66.7 %")]
    [InlineData(194.99, "0.649 yellow", "65 %")] // rounded it would look green
    [InlineData(299.99, "0.999 green", "99.9 %")]
    public void ScoreAndPercentage_OfOneKeyResult_SayTheSame(double followers, string score, string percent)
    {
        LocalDate end = new(2026, 9, 30);
        Goal goal = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 300.AsCount(), Timeframe.Quarter(2026, 3));
        string line = Objective.Of("Be found", [goal]).Evaluate([KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Quarter(2026, 3), ((decimal)followers).AsCount()))], end).KeyResults[0].ToString();
        Assert.Contains(score, line, StringComparison.Ordinal);
        Assert.Contains($", {percent}, expected", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Output_UnderAnyCulture_IsTheSame(string culture)
    {
        string before = Evaluation().ToHtml() + Evaluation().ToMarkdown() + Evaluation();
        using Cultures scope = Cultures.Use(culture);
        Assert.Equal(before, Evaluation().ToHtml() + Evaluation().ToMarkdown() + Evaluation());
    }

    [Fact]
    public void ToHtml_NamesFromStrangers_AreText()
    {
        Fragment fragment = Fragment.Of(Evaluation("<script>alert(1)</script>").ToHtml());
        Assert.Contains("<script>alert(1)</script>", fragment.Texts);
        Assert.Empty(fragment.Root.Descendants("script"));
    }

    private static ObjectiveEvaluation Evaluation(string team = "Team | shop")
    {
        Timeframe quarter = Timeframe.Quarter(2026, 3);
        LocalDate day = new(2026, 8, 15);
        Goal followers = Goal.Increase(Kpis.FollowerCount, 0.AsCount(), 100.AsCount(), quarter, new() { Name = "Followers" });
        Goal hire = Goal.Milestones("Hire", [new("write", 1, new(2026, 8, 1), day), new("talk", 4, new(2026, 8, 10))], quarter);
        Objective part = Objective.Of(team, [hire], new() { CheckIns = [new(new(2026, 8, 10), "Adam", 0.3m)] });
        return Objective.Of("Be found", [new KeyResult(followers, 2)], new() { Owner = "Eva", Contributing = [part] })
            .Evaluate([KpiSeries.Given(Kpis.FollowerCount, (Timeframe.Days(new(2026, 7, 1), day), 80.AsCount()))], day);
    }
}
