using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Goals;

public sealed class GoalDisplayTests
{
    private static readonly Goal Growth = Goal.Increase(Kpis.ClickThroughRate, from: 3.2m.Percent(), to: 4.5m.Percent(), during: Timeframe.Quarter(2026, 3));

    [Theory]
    [InlineData("4.19", "76.2 %", "121.8", Look.Good, "● on track")]
    [InlineData("3.8", "46.2 %", "73.8", Look.Good, "● on track")]
    [InlineData("3.7", "38.5 %", "61.5", Look.Warning, "◐ behind")]
    [InlineData("3.3", "7.7 %", "12.3", Look.Bad, "○ at risk")]
    [InlineData("2", "-92.3 %", "0", Look.Bad, "○ at risk")]
    [InlineData("9", "446.2 %", "160", Look.Good, "● on track")]
    public void ToHtml_AGoal_HasABarWithAMarkAndTheStatusInWords(string percent, string progress, string width, string color, string status)
    {
        Fragment fragment = Fragment.Of(Evaluate(percent).ToHtml());
        Assert.Contains("3.20 %", fragment.Texts);
        Assert.Contains("4.50 %", fragment.Texts);
        Assert.Contains($"now {decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture).Percent()} ({progress})", fragment.Texts);
        Assert.Contains("expected 3.85 % (50 %)", fragment.Texts);
        Assert.Contains(status, fragment.Texts);
        string[][] rects = [.. fragment.Root.Descendants("rect").Select(rect => new[] { rect.Attribute("x")!.Value, rect.Attribute("width")!.Value, rect.Attribute("fill")!.Value })];
        Assert.Equal([["0", "160", "currentColor"], ["0", width, color], ["79", "2", "currentColor"]], rects);
        Assert.Equal($"progress {progress}, expected 50 %", fragment.Root.Descendants("title").Single().Value);
    }

    [Fact]
    public void ToHtml_NoData_HasAnEmptyBarAndNoColour()
    {
        GoalEvaluation evaluation = Growth.Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, [(Timeframe.Month(2026, 7), (Quantity?)null)], total: null), new LocalDate(2026, 8, 15));
        Fragment fragment = Fragment.Of(evaluation.ToHtml());
        Assert.Contains("– no data", fragment.Texts);
        Assert.Equal("0", fragment.Root.Descendants("rect").ElementAt(1).Attribute("width")!.Value);
    }

    [Fact]
    public void ToMarkdown_AGoal_IsItsSentenceItsSummaryItsLineAndItsReasons()
    {
        string[] lines = Evaluate("4.19").ToMarkdown().Split('\n');
        Assert.StartsWith("**Click-through rate from 3.20 % to 4.50 % during 2026-Q3**, as of 2026-08-15: OnTrack, 76.2 %", lines[0], StringComparison.Ordinal);
        Assert.Equal(["", $"`{Evaluate("4.19").ToProgressLine()}`", ""], lines[1..4]);
        Assert.All(lines.Skip(4), line => Assert.StartsWith("- ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void AGoalWithANameAndAnOwner_ShowsBothAndWhatItAsks()
    {
        GoalEvaluation evaluation = Evaluate("4.19", new() { Name = "More *clicks*", Owner = "Noor <n>" });
        string[] lines = evaluation.ToMarkdown().Split('\n');
        Assert.StartsWith(@"**More \*clicks\***, Noor &lt;n&gt;, as of 2026-08-15: OnTrack", lines[0], StringComparison.Ordinal);
        Assert.Equal("Click-through rate from 3.20 % to 4.50 % during 2026-Q3", lines[2]);

        Fragment fragment = Fragment.Of(evaluation.ToHtml());
        Assert.Contains("More *clicks*", fragment.Texts);
        Assert.Contains("Noor <n>, as of 2026-08-15", fragment.Texts);
        Assert.Contains("Click-through rate from 3.20 % to 4.50 % during 2026-Q3", fragment.Texts);
    }

    [Fact]
    public void Rows_OfAGoal_AreOne() => Assert.Equal(
        new GoalRow(
            "Click-through rate from 3.20 % to 4.50 % during 2026-Q3", "click_through_rate", "", new DateTime(2026, 7, 1), new DateTime(2026, 10, 1), new DateTime(2026, 8, 15),
            0.032m, 0.045m, null, null, 0.0385m, 0.0385m, "ratio", 0.5m, 0.5m, "on_track", "pending"),
        Assert.Single(Evaluate("3.85").Rows));

    [Fact]
    public void Rows_OfAGoalOfSegmentsJudgedOneByOne_AreOneEach()
    {
        Segment[] segments = [Segment.Of("platform", "linkedin"), Segment.Of("platform", "instagram")];
        Facts posts = Facts.FromColumns(columns => columns
            .Time([new LocalDate(2026, 7, 9), new LocalDate(2026, 7, 10)])
            .Dimension("platform", ["linkedin", "instagram"])
            .Measure(Measures.Clicks, [38, 45])
            .Measure(Measures.Impressions, [1_000, 1_000]));
        GoalEvaluation evaluation = Growth.With(new() { Scope = GoalScope.Each(segments) })
            .Evaluate(posts.Read(KpiQuery.Of(Kpis.ClickThroughRate).By(Grain.Day).By("platform")), new LocalDate(2026, 8, 15));

        Assert.Equal([("platform = linkedin", 0.038m), ("platform = instagram", 0.045m)], evaluation.Rows.Select(row => (row.Segment, row.Value!.Value)));
    }

    [Fact]
    public void Rows_OfSteps_HaveNoFigures()
    {
        GoalRow row = Assert.Single(Goal.YesNo("Publish the guide", Timeframe.Quarter(2026, 3)).Done("Publish the guide", on: new(2026, 8, 3)).Evaluate(new LocalDate(2026, 8, 15)).Rows);
        Assert.Equal(("", "", "", 1m, "achieved"), (row.Kpi, row.Segment, row.Unit, row.Progress, row.Verdict));
        Assert.Equal((null, null, null), (row.Value, row.ExpectedValue, row.Level));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void Output_UnderAnyCulture_IsTheSame(string culture)
    {
        string before = Evaluate("3.71").ToHtml() + Evaluate("3.71").ToMarkdown();
        using Cultures scope = Cultures.Use(culture);
        Assert.Equal(before, Evaluate("3.71").ToHtml() + Evaluate("3.71").ToMarkdown());
    }

    private static GoalEvaluation Evaluate(string percent, GoalTerms? terms = null)
    {
        decimal value = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture);
        Timeframe soFar = Timeframe.Between(new LocalDate(2026, 7, 1), new LocalDate(2026, 8, 16));
        return Growth.With(terms ?? new()).Evaluate(KpiSeries.Given(Kpis.ClickThroughRate, (soFar, value.Percent())), new LocalDate(2026, 8, 15));
    }
}
