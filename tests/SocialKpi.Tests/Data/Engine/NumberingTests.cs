namespace SocialKpi.Tests.Data.Engine;

public sealed class NumberingTests
{
    /// <summary>Accounts and posts, ad sets and campaigns: each value of one has few of the other, so that of all that could meet almost none do.</summary>
    [Fact]
    public void Count_OfDimensionsThatHardlyMeet_GoesWithTheGroupsThatThereAre()
    {
        const int Values = 400, Rows = 100_000;
        string[] names = [.. Enumerable.Range(0, Values).Select(value => $"{value}")];
        int[] codes = [.. Enumerable.Range(0, Rows).Select(row => row % Values)];
        Facts facts = Facts.FromColumns(columns => columns.Dimension("campaign", names, codes).Dimension("ad_set", names, codes));
        Numbering numbering = new([DimensionCodes.Of(facts, "campaign"), DimensionCodes.Of(facts, "ad_set")], rows: null, Rows);
        for (int start = 0; start < Rows; start += RowBlock.Size) numbering.Read(new RowBlock(start, Math.Min(RowBlock.Size, Rows - start)));
        Assert.Equal(Values + 1, numbering.Count);
    }
}
