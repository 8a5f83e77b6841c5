using static SocialKpi.Import.Tests.Samples.KpiReportRun;

namespace SocialKpi.Import.Tests.Samples;

/// <summary>Goals beside the report. The figures are worked out from the sample's files by hand.</summary>
public sealed class KpiReportGoalsTests : IDisposable
{
    private static readonly string GoalFile = Path.Combine(AppContext.BaseDirectory, "data", "goals.json");

    private readonly string _folder = Directory.CreateTempSubdirectory("kpireport").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Goals_OfTheSample_StandAsOfTheDay()
    {
        string report = Printed("--goals", GoalFile, "--as-of", "2026-05-15");

        // 1 April to 15 May: 742 clicks of 71,567 impressions, without the post whose clicks are not known; 45 of 91 days.
        Assert.Contains("Click-through rate, 2026-04-01…2026-05-15: 1.04 %, -6.3 % of the way from 1.05 % to 1.26 %", report, StringComparison.Ordinal);
        Assert.Contains("AtRisk, -6.3 %, expected 49.5 %, by rule GapPoints(5, 25)", report, StringComparison.Ordinal);

        // Four accounts on 15 May, and clicks from Facebook by month: 167, 181, 151 and 100 (of one post in April they are not known).
        Assert.Contains("now 28,427 (91.1 %)", report, StringComparison.Ordinal);
        Assert.Contains("kept in 3 of 4 observed months; 4 have passed", report, StringComparison.Ordinal);
        Assert.Contains("0.518 EUR, 31.5 % of the way", report, StringComparison.Ordinal);
        Assert.Contains("1 of 3 steps done: first account", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Objectives_OfTheSample_StandAsOfTheDay()
    {
        string report = Printed("--goals", GoalFile, "--as-of", "2026-05-15");

        // 742 of 1,600 clicks weigh 2, 0.46 EUR between 0.55 and 0.45 and the programme 1 each: (2 × 0.464 + 0.905 + 1) ÷ 4.
        Assert.Contains("Fill the workshops (Noor)\n  OnTrack, score 0.708 green, by rule Worst\n  1,600 clicks\n", report, StringComparison.Ordinal);
        Assert.Contains("2026-05-11, Noor: confidence 80 % (the June campaign is paid for)", report, StringComparison.Ordinal);
        Assert.Contains("| Print the programme | 1 | 1.0 | green |", Printed("--goals", GoalFile, "--as-of", "2026-05-15", "--format", "markdown"), StringComparison.Ordinal);
    }

    [Fact]
    public void Goals_AsMarkdown_AreThere() =>
        Assert.Contains("**Open the workshops**, as of 2026-05-15: AtRisk, 25 %, expected 75 %, by rule GapPoints(5, 25)", Printed("--goals", GoalFile, "--as-of", "2026-05-15", "--format", "markdown"), StringComparison.Ordinal);

    [Fact]
    public void Goals_WithoutADayOrAFile_AreRefused()
    {
        AssertRefused(Run("--goals", GoalFile));
        AssertRefused(Run("--goals", GoalFile, "--as-of", "2026-05-15", "--format", "csv"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    public void Goals_OfWhichOneLacksItsKpi_AreShownWithoutIt_AndItIsTold(string format)
    {
        string file = Written("""
            {"goals": [
              {"name": "Be recommended", "kpi": "net_promoter_score", "shape": "increase", "from": 10, "to": 20, "during": "2026-Q2"},
              {"name": "Be clicked", "kpi": "clicks", "shape": "increase", "from": 0, "to": 1600, "during": "2026-Q2"}],
             "objectives": [
              {"name": "Be seen", "key_results": [
                {"goal": {"name": "Be liked", "kpi": "net_promoter_score", "shape": "increase", "from": 10, "to": 30, "during": "2026-Q2"}},
                {"goal": {"name": "Be found", "kpi": "clicks", "shape": "increase", "from": 0, "to": 2000, "during": "2026-Q2"}}]}]}
            """);
        (int code, string output, string errors) = Run("--goals", file, "--as-of", "2026-05-15", "--format", format);
        Assert.Equal(2, code);
        Assert.Contains("Be clicked", output, StringComparison.Ordinal);
        Assert.Contains("KpiReport: --goals: Be recommended: it cannot be read, as ", errors, StringComparison.Ordinal);
        Assert.Contains("promoters", errors, StringComparison.Ordinal);

        // An objective keeps the key results that can be read.
        Assert.Contains("Be seen", output, StringComparison.Ordinal);
        Assert.Contains("Be found", output, StringComparison.Ordinal);
        Assert.Contains("; Be liked: it cannot be read, as ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Be clicked", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Goals_OfALatestPeriod_AreReadByThePeriodOfTheirBaseline()
    {
        // The latest whole month before 15 May is April, for both.
        string file = Written("""
            {"goals": [
              {"name": "Monthly", "kpi": "clicks", "shape": "increase", "from": {"value": 100, "period": "2026-03", "measured": true}, "to": 600, "current": "latest_period", "during": "2026-Q2"},
              {"name": "Growth", "kpi": "clicks", "shape": "recurring_growth", "from": 100, "by": "10 %", "per": "month", "during": "2026-Q2"}]}
            """);
        string report = Printed("--goals", file, "--as-of", "2026-05-15");
        string[] figures = [.. report.Split('\n').Where(line => line.Contains(", 2026-04: ", StringComparison.Ordinal)).Select(line => line.Split(", 2026-04: ")[1].Split(',')[0])];
        Assert.Equal(2, figures.Length);
        Assert.Equal(figures[0], figures[1]);
    }

    [Fact]
    public void Goals_WithMistakes_AreListedWithTheFile()
    {
        string file = Written("""{"goals": [{"shape": "yes_no"}]}""");
        (int code, _, string errors) = Run("--goals", file, "--as-of", "2026-05-15");
        Assert.Equal(1, code);
        Assert.Contains($"{file}: 2 issues:\n- line 1, goals[0]: it has no \"during\"", errors, StringComparison.Ordinal);
    }

    private string Written(string goals)
    {
        string file = Path.Combine(_folder, "goals.json");
        File.WriteAllText(file, goals);
        return file;
    }
}
