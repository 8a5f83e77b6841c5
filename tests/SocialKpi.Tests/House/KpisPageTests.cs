using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

public class KpisPageTests
{
    private const string Accept = "ACCEPT_KPIS";

    [Fact]
    public void KPIS_md_is_in_step_with_the_catalogue()
    {
        string file = Repository.File("KPIS.md");
        string actual = KpisPage.Write();
        if (Environment.GetEnvironmentVariable(Accept) == "1") File.WriteAllText(file, actual);
        string written = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(written == actual, $"KPIS.md is not what the catalogue says. To write it again, run: {Accept}=1 dotnet test, and look at the difference");
    }

    [Fact]
    public void The_page_names_every_KPI_measure_and_objective()
    {
        string page = KpisPage.Write();
        Assert.All(Kpis.All, kpi => Assert.Contains($"<br>`{kpi.Id}`<br>", page, StringComparison.Ordinal));
        Assert.All(Kpis.WithoutFormula, open => Assert.Contains($"<br>`{open.Id}` |", page, StringComparison.Ordinal));
        Assert.All(ObjectiveTypes.All, type => Assert.Contains($"\n### {type.Label}\n", page, StringComparison.Ordinal));
    }
}
