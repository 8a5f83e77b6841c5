namespace SocialKpi.Tests.Readings.States;

public sealed class RowCoverageTests
{
    [Fact]
    public void Merge_AddsEveryCount() => Assert.Equal(
        RowCoverage.Of(11, 22, 33, 44, [55, 66]),
        RowCoverage.Of(1, 2, 3, 4, [5, 6]).Merge(RowCoverage.Of(10, 20, 30, 40, [50, 60])));

    [Fact]
    public void Merge_WithNoRows_ChangesNothing()
    {
        RowCoverage coverage = RowCoverage.Of(1, 2, 3, 4, [2]);
        Assert.Equal(coverage, coverage.Merge(RowCoverage.Empty));
        Assert.Equal(coverage, RowCoverage.Empty.Merge(coverage));
        Assert.Equal(10, coverage.Rows);
    }

    [Fact]
    public void Of_NoRows_IsEmptyWhateverTheFormula()
    {
        RowCoverage none = RowCoverage.Of(0, 0, 0, 0, [0, 0]);
        Assert.Equal(RowCoverage.Empty, none);
        Assert.Equal(none.Merge(RowCoverage.Empty), RowCoverage.Empty.Merge(none));
    }

    [Fact]
    public void Merge_OfMany_IsTheSameAsOneAfterTheOther()
    {
        RowCoverage[] all = [RowCoverage.Of(2, 0, 0, 0, [2]), RowCoverage.Of(1, 1, 0, 0, [1]), RowCoverage.Of(3, 0, 0, 0, [0]), RowCoverage.Of(1, 1, 0, 0, [1])];
        Assert.Equal(all[0].Merge(all[1]).Merge(all[2]).Merge(all[3]), RowCoverage.Merge(all));
    }

    [Fact]
    public void Of_ANegativeCount_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RowCoverage.Of(-1, 0, 0, 0, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowCoverage.Of(1, 0, 0, 0, [-1]));
    }
}
