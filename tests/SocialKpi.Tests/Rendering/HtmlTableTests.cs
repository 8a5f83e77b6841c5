using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.Rendering;

public sealed class HtmlTableTests
{
    [Fact]
    public void ToMarkup_ManyRows_ShowsTheFirstOfEachSectionAndSaysHowManyMore()
    {
        Grid grid = new(new GridColumn("name"), new GridColumn("value", true));
        for (int i = 0; i < HtmlTable.MostRows + 1234; i++) grid.Add($"n{i}", "1");
        grid.AddAfterRule("total", "2");

        string[][] rows = Fragment.Of(HtmlSheet.Write(grid.ToHtml())).Rows;
        Assert.Equal(HtmlTable.MostRows + 2, rows.Length);
        Assert.Equal(["… 1,234 more", ""], rows[^2]);
        Assert.Equal(["total", "2"], rows[^1]);
    }

    [Fact]
    public void ToMarkup_RowsOfWrongLength_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new HtmlTable(new HtmlColumn(Markup.Text("a"))).Add([default, default]));

    [Fact]
    public void ToMarkup_WhatStandsBesideFigures_HasAColumnOfItsOwn()
    {
        HtmlTable table = new(new HtmlColumn(Markup.Text("a"), true), new HtmlColumn(Markup.Text("b"), true));
        table.Add([new HtmlCell(Markup.Text("1"), Markup.Text("up")), new HtmlCell(Markup.Text("2"))]);
        table.Add([new HtmlCell(Markup.Text("3")), new HtmlCell(Markup.Text("4"))]);
        Fragment fragment = Fragment.Of(HtmlSheet.Write(table.ToMarkup()));
        Assert.Equal([["1", "up", "2"], ["3", "", "4"]], fragment.Rows);
        Assert.Equal(3, fragment.Root.Descendants("thead").Single().Descendants("tr").Single().Elements().Count());
    }
}
