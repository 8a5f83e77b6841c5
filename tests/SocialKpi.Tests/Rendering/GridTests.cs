namespace SocialKpi.Tests.Rendering;

public class GridTests
{
    private static readonly GridColumn Month = new("Month");
    private static readonly GridColumn Rate = new("CTR", RightAligned: true);

    [Fact]
    public void AddGroup_AfterOtherRows_IsSetOffAndNoTotal()
    {
        Assert.Equal("   CTR\n──────\n3.00 %\n──────\n1.00 %", new Grid(Rate).Add("3.00 %").AddGroup("1.00 %").ToText());
        string plain = new Grid(Rate).Add("3.00 %").ToHtml().ToString(), group = new Grid(Rate).Add("3.00 %").AddGroup("1.00 %").ToHtml().ToString();
        Assert.Equal(Bold(plain), Bold(group));
        Assert.Equal(Bold(plain) + 1, Bold(new Grid(Rate).Add("3.00 %").AddAfterRule("1.00 %").ToHtml().ToString()));
        Assert.Equal(Bold(plain) + 1, Bold(new Grid(Rate).AddGroup("3.00 %").AddAfterRule("1.00 %").ToHtml().ToString()));

        static int Bold(string html) => html.Split("font-weight:600").Length - 1;
    }

    [Fact]
    public void ToText_NumbersAndTotal_AlignsAndRules()
    {
        Grid grid = new Grid(Month, Rate, new GridColumn("Note")).Add("2026-01", "3.00 %", "").Add("2026-02", "12.50 %", "young posts").AddAfterRule("Total", "7.10 %", "");

        Assert.Equal(
            """
            Month        CTR  Note
            ─────────────────────────────
            2026-01   3.00 %
            2026-02  12.50 %  young posts
            ─────────────────────────────
            Total     7.10 %
            """, grid.ToText());
    }

    [Fact]
    public void ToText_OnlyATotal_HasOneRule() =>
        Assert.Equal("   CTR\n──────\n3.00 %", new Grid(Rate).AddAfterRule("3.00 %").ToText());

    [Fact]
    public void ToText_NoRows_IsHeaderAndRule() => Assert.Equal("Month\n─────", new Grid(Month).ToText());

    [Theory]
    [InlineData("a\r\nb\nc", "a␊b␊c")]
    [InlineData("a\tb\0", "a␉b␀")]
    [InlineData("\u001b[2J", "␛[2J")]
    [InlineData("\u202Eevil\u2066", "\uFFFDevil\uFFFD")]
    [InlineData("\u0301x", "◌\u0301x")]
    [InlineData("cafe\u0301 👩‍👩‍👧", "cafe\u0301 👩‍👩‍👧")]
    public void Visible_HostileText_StaysOnItsLine(string text, string expected) => Assert.Equal(expected, DisplayText.Visible(text));

    // Not a row of the theory above: test data travel as UTF-8, which cannot hold half a surrogate pair.
    [Fact]
    public void Visible_BrokenSurrogate_IsReplaced() => Assert.Equal("a\uFFFDb", DisplayText.Visible("a\uD800b"));

    [Theory]
    [InlineData("", 0)]
    [InlineData("reach", 5)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("東京", 4)]
    [InlineData("ﾊﾝｶｸ", 4)]
    [InlineData("한국", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("👩‍👩‍👧", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("❤\uFE0F", 2)]
    [InlineData("#\uFE0F\u20E3", 2)]
    [InlineData("a\u200Bb", 2)]
    public void Width_PerceivedCharacters_CountsColumns(string text, int expected) => Assert.Equal(expected, DisplayText.Width(text));

    [Fact]
    public void ToMarkdown_Table_AlignsNumbersRight() =>
        Assert.Equal("| Month | CTR |\n| --- | ---: |\n| 2026-01 | 3.00 % |\n| Total | 3.00 % |",
            new Grid(Month, Rate).Add("2026-01", "3.00 %").AddAfterRule("Total", "3.00 %").ToMarkdown());

    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData(@"a\|b", @"a\\\|b")]
    [InlineData(@"end\", @"end\\")]
    [InlineData("<script>&lt;", "&lt;script&gt;&amp;lt;")]
    [InlineData("`**x**` ~~y~~ $z$", @"\`\*\*x\*\*\` \~\~y\~\~ \$z\$")]
    [InlineData("![i](u)", @"!\[i\](u)")]
    [InlineData("_x_ engagement_rate", @"\_x\_ engagement_rate")]
    [InlineData("two\nlines", "two␊lines")]
    public void ToMarkdown_HostileText_ShowsItLiterally(string cell, string expected) =>
        Assert.Equal($"| Month |\n| --- |\n| {expected} |", new Grid(Month).Add(cell).ToMarkdown());

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" padded", "\" padded\"")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("-12", "-12")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-1+cmd", "'-1+cmd")]
    [InlineData("-5\n", "\"'-5\n\"")]
    [InlineData("@brand", "'@brand")]
    [InlineData("+1", "'+1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("'=1", "''=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("", "\"\"")]
    public void ToCsv_OneCell_QuotesAndGuards(string cell, string expected) =>
        Assert.Equal($"Month\r\n{expected}\r\n", new Grid(Month).Add(cell).ToCsv());

    [Fact]
    public void ToCsv_SeveralCells_ArePlainWhereTheyCanBe() =>
        Assert.Equal("Month,CTR\r\n2026-01,0.03\r\n,\r\n", new Grid(Month, Rate).Add("2026-01", "0.03").Add("", "").ToCsv());

    [Fact]
    public void Grid_WithoutColumns_Throws() => Assert.Equal("columns", Assert.Throws<ArgumentException>(() => new Grid()).ParamName);

    [Fact]
    public void Add_WrongNumberOfCells_Throws()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new Grid(Month, Rate).Add("2026-01"));

        Assert.Equal("cells", thrown.ParamName);
        Assert.Contains("1 cells, the grid 2 columns", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_NamesWiderThanTheDisplay_AreShortenedAndFiguresAreNot()
    {
        Grid grid = new Grid(new GridColumn("platform"), new GridColumn("KPI"), Rate).Add(new string('n', 200), "CTR", "3.00 %").Add("界界界界界界界界界界界", "CTR", "12.50 %").Add("x", "CTR", "1.00 %");

        string[] lines = grid.ToText(26).Split('\n');
        Assert.All(lines, line => Assert.InRange(DisplayText.Width(line), 1, 26));
        Assert.Equal("nnnnnnnnnnn…  CTR   3.00 %", lines[2]);
        Assert.Equal("界界界界界…   CTR  12.50 %", lines[3]);
        Assert.Equal("x             CTR   1.00 %", lines[4]);
        Assert.Equal(grid.ToText(), grid.ToText(1_000));
    }

    [Fact]
    public void ToText_NoRoomForTheColumns_HasALineAFigure()
    {
        Grid grid = new Grid(new GridColumn("month"), new GridColumn("platform"), Rate, new GridColumn("Impressions", true))
            .Add("2026-01", new string('n', 200), "3.00 %", "1,234").Add("2026-02", "b", "12.50 %", "").AddAfterRule("Total", "", "7.10 %", "1,234");

        Assert.Equal("""
            month  platform
            ──────────────────────
            2026-01
            nnnnnnnnnnnnnnnnnnnnn…
              CTR          3.00 %
              Impressions  1,234
            2026-02  b
              CTR          12.50 %
            ──────────────────────
            Total
              CTR          7.10 %
              Impressions  1,234
            """, grid.ToText(22));
        Assert.All(grid.ToText(10).Split('\n'), line => Assert.InRange(DisplayText.Width(line), 1, 10));
    }

    [Fact]
    public void ToText_NoRoomForWords_BreaksThemBetweenWords()
    {
        Grid grid = new Grid(new GridColumn("CTR, 2026-02"), new GridColumn("2.00 %")).Add("compared with", "the period before it").Add("note", "one two three four five");

        Assert.Equal("""
            CTR, 2026-02  2.00 %
            ────────────────────────────────
            compared with  the period before
                           it
            note           one two three
                           four five
            """, grid.ToText(32));
        Assert.All(grid.ToText(9).Split('\n'), line => Assert.InRange(DisplayText.Width(line), 1, 9));
    }
}
