using static SocialKpi.Import.Tests.Samples.KpiReportRun;

namespace SocialKpi.Import.Tests.Samples;

/// <summary>The catalogue as the sample tells it: by category, and for an objective, in four languages.</summary>
public sealed class KpiReportListingTests
{
    [Fact]
    public void Run_Kpis_ListsEachByCategoryWithItsFormula()
    {
        (int code, string output, _) = Run("--kpis");
        Assert.Equal(0, code);
        Assert.Contains("  Click-through rate (CTR)  click_through_rate\n      Clicks per impression.\n      clicks / impressions  [ratio]\n", output, StringComparison.Ordinal);
        Assert.All(Kpis.All, kpi => Assert.Contains($"  {kpi.Id}\n", output, StringComparison.Ordinal));
        Assert.All(KpiCategories.All, category => Assert.Contains(
            FormattableString.Invariant($"\n{KpiCategories.LabelIn(category, Language.English)} ({Kpis.All.Count(kpi => kpi.Category == category)})\n"), output, StringComparison.Ordinal));
        Assert.Contains("comment_conversation_score\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_KpisInPolish_SpeaksPolish()
    {
        (int code, string output, _) = Run("--kpis", "--lang", "pl");
        Assert.Equal(0, code);
        Assert.Contains("  Koszt kliknięcia (CPC)  cost_per_click\n      Ile kosztuje kliknięcie.\n", output, StringComparison.Ordinal);
        Assert.Contains("engaged_views  [termin angielski]\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("awareness")]
    [InlineData("Merkbekendheid")]
    [InlineData("AWARENESS")]
    public void Run_AnObjectiveInDutch_TellsWhatToMeasure(string name)
    {
        (int code, string output, _) = Run("--objective", name, "--lang", "nl");
        Assert.Equal(0, code);
        Assert.StartsWith("Merkbekendheid  awareness\n", output, StringComparison.Ordinal);
        Assert.Contains("\nWat u meet\n  Merkvermeldingen  brand_mentions\n", output, StringComparison.Ordinal);
        Assert.Contains("bron: Hootsuite's types of objectives; Swedish list of 22 KPIs\n", output, StringComparison.Ordinal);
        Assert.Contains("Vanity metrics", output, StringComparison.Ordinal);
    }

    public static TheoryData<string, Language> EveryObjective
    {
        get
        {
            TheoryData<string, Language> data = [];
            foreach (ObjectiveType type in ObjectiveTypes.All)
            {
                foreach (Language language in Languages.All) data.Add(type.Id, language);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryObjective))]
    public void Run_EveryObjectiveInEveryLanguage_TellsAllOfItInItsWords(string id, Language language)
    {
        ObjectiveType type = ObjectiveTypes.Find(id)!;
        string output = Printed("--objective", id, "--lang", language.Code());
        string[] lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal($"{type.LabelIn(language)}  {id}", lines[0]);
        if (type.AdviceIn(language) is { } advice) Assert.Equal(advice, lines[1]);
        Assert.All(type.Key, key => Assert.Contains(lines, line => IsName(line, key.Kpi.TextIn(language).Label, key.Kpi.Id)));
        Assert.All(type.Key, key => Assert.Contains($"      {key.Kpi.TextIn(language).Description}", lines));
        Assert.All(type.Vanity, vanity => Assert.Contains($"\n  {vanity.Kpi.TextIn(language).Label}  {vanity.Kpi.Id}\n      {vanity.ReasonIn(language)}\n", output, StringComparison.Ordinal));
        Assert.All(type.WithoutFormula, open => Assert.Contains(lines, line => IsName(line, open.TextIn(language).Label, open.Id)));

        // The same by its name in that language, and with hyphens as the shell likes them.
        Assert.Equal(output, Printed("--objective", type.LabelIn(language), "--lang", language.Code()));
        Assert.Equal(output, Printed("--objective", id.Replace('_', '-'), "--lang", language.Code()));

        static bool IsName(string line, string label, string id) =>
            line.StartsWith($"  {label}", StringComparison.Ordinal) && line.Split("  ").Contains(id);
    }

    [Fact]
    public void Run_AnObjective_TellsWhatIsVanityAndWhy()
    {
        (_, string output, _) = Run("--objective", "conversions");
        Assert.Contains("  Followers  followers\n      More followers need not bring more revenue; they bring brand awareness.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("did you mean awareness?", "--objective", "awarness")]
    [InlineData("there are awareness, reputation", "--objective", "fame")]
    [InlineData("did you mean customer_insight?", "--objective", "customer-insights")]
    [InlineData("--lang de is not one of en, nl, sv, pl", "--kpis", "--lang", "de")]
    [InlineData("--lang goes with --kpis or --objective", "--lang", "nl")]
    [InlineData("--kpis lists the catalogue and reads no file", "--kpis", "--by", "month")]
    [InlineData("--objective lists the catalogue and reads no file", "--objective", "leads", "--compare")]
    [InlineData("--objective needs a value", "--objective")]
    public void Run_AListingThatMakesNoSense_SaysWhy(string problem, params string[] arguments)
    {
        (int code, string output, string errors) = Run(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }
}
