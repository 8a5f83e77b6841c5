using NodaTime;

namespace SocialKpi.Tests.Data;

/// <summary>Time basis and export date, and which of several exports of one post stays.</summary>
public sealed class ExportTests
{
    private static readonly LocalDate First = new(2026, 4, 1);
    private static readonly LocalDate Second = new(2026, 5, 1);

    [Fact]
    public void Facts_OfWhichNothingIsSaid_ArePerPeriodAndOfNoExport()
    {
        Facts facts = Facts.FromColumns(columns => columns.Measure(Measures.Likes, [1]));
        Assert.Equal((TimeBasis.PerPeriod, (LocalDate?)null), (facts.TimeBasis, facts.ExportedOn));
    }

    [Fact]
    public void Facts_ThatStateBasisAndExport_TellThem()
    {
        Facts facts = Facts.FromRows([1], row => row.Measure(Measures.Likes, likes => likes).Basis(TimeBasis.LifetimeAtPublish).ExportedOn(First));
        Assert.Equal((TimeBasis.LifetimeAtPublish, First), (facts.TimeBasis, facts.ExportedOn));
    }

    [Fact]
    public void ExportedOn_PerRow_TellsTheLatest()
    {
        Facts facts = Facts.FromRows([Second, First], row => row.ExportedOn(day => day).Count(Measures.Posts));
        Assert.Equal(Second, facts.ExportedOn);
        Assert.Equal(Second, Facts.FromRows([Second.ToDateOnly()], row => row.ExportedOn(day => day).Count(Measures.Posts)).ExportedOn);
    }

    [Fact]
    public void KeepLast_OfTwoExports_KeepsTheLaterWhereverItStands()
    {
        (string Post, LocalDate Exported, int Likes)[] rows = [("a", Second, 20), ("b", First, 5), ("a", First, 10), ("b", Second, 7), ("b", Second, 8)];
        Facts facts = Facts.FromRows(rows, row => row
            .Key(post => post.Post, Duplicates.KeepLast).ExportedOn(post => post.Exported).Measure(Measures.Likes, post => post.Likes));
        Assert.Equal((2, 3), (facts.RowCount, facts.DuplicatesDropped));
        Assert.Equal(28, facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Value);
    }

    [Fact]
    public void KeepFirst_OfTwoExports_KeepsTheFirstInRowOrder()
    {
        (LocalDate Exported, int Likes)[] rows = [(Second, 20), (First, 10)];
        Facts facts = Facts.FromRows(rows, row => row.Key(_ => "a", Duplicates.KeepFirst).ExportedOn(post => post.Exported).Measure(Measures.Likes, post => post.Likes));
        Assert.Equal(20, facts.Read(KpiQuery.Of(Kpis.LikeCount))[Kpis.LikeCount].Value);
    }

    [Fact]
    public void Basis_ThatNoEnumHas_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Facts.FromColumns(columns => columns.Basis((TimeBasis)9)));

    [Fact]
    public void ExportedOn_GivenTwice_IsRefused() => Assert.Contains(
        "export date: it is given twice",
        Assert.Throws<DefinitionException>(() => Facts.FromRows([First], row => row.ExportedOn(First).ExportedOn(day => day).Count(Measures.Posts))).Message,
        StringComparison.Ordinal);
}
