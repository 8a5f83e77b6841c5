namespace SocialKpi.Packages.Tests;

/// <summary>The sample notebooks: their form, and what their cells print.</summary>
[Collection(PackedCollection.Name)]
public sealed class NotebookTests(PackedPackages packages)
{
    public static TheoryData<string> Topics => [.. Sample.Notebooks];

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_notebook_is_of_the_right_form_and_keeps_no_output(string topic) => Assert.Empty(Notebook.Read(Sample.File("notebooks", topic + ".ipynb")).Faults());

    [Theory]
    [MemberData(nameof(Topics))]
    public async Task The_cells_of_a_notebook_print_what_its_app_prints(string topic)
    {
        Notebook notebook = Notebook.Read(Sample.File("notebooks", topic + ".ipynb"));
        Assert.NotEmpty(notebook.Packages);
        Assert.All(notebook.Packages, name => Assert.Contains(name, PackedPackages.Names));

        Sample.AssertPrinted(topic, await notebook.Run(Path.GetFullPath(Sample.File("notebooks", ".")), packages.Libraries));
    }

    [Fact]
    public void Every_topic_is_there_as_an_app_and_as_a_notebook_with_its_text()
    {
        Assert.Equal(Sample.Apps, Sample.Notebooks);
        Assert.Equal(Sample.Apps.Concat(Sample.Scripts).Order(StringComparer.Ordinal), Sample.Expected.Order(StringComparer.Ordinal));
        Assert.Equal(["benchmark", "csv-table", "data-table", "first-kpi", "goal", "own-kpi"], Sample.Apps);
        Assert.NotEmpty(Sample.Scripts);
    }
}
