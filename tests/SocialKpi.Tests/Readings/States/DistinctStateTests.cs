namespace SocialKpi.Tests.Readings.States;

public sealed class DistinctStateTests
{
    [Fact]
    public void Merge_OfSetsThatOverlap_CountsEachIdOnce()
    {
        CellState both = DistinctState.Of(["a", "b", "a"], 3).Merge(DistinctState.Of(["b", "c"], 4));
        Assert.Equal((3m, 7L), (both.Finalise().Value, both.Rows));
        Assert.Equal(["a", "b", "c"], ((DistinctState)both).Ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_IdsThatDifferInCaseOrAreEmpty_AreDifferent() =>
        Assert.Equal(4, DistinctState.Of(["a", "A", "", " "], 4).Finalise().Value);

    [Fact]
    public void Finalise_OfRowsWithoutIds_IsZeroAndOfNoRowsIsNoNumber()
    {
        Assert.Equal(0m, DistinctState.Of([], 2).Finalise().Value);
        Assert.Equal(Absence.NotApplicable, DistinctState.Empty.Finalise().Absence);
    }

    [Fact]
    public void Of_FewerRowsThanIds_IsRefused()
    {
        Assert.Equal("rows", Assert.Throws<ArgumentOutOfRangeException>(() => DistinctState.Of(["a", "b"], 1)).ParamName);
        Assert.Throws<ArgumentException>(() => DistinctState.Empty.Merge(SumState.Empty));
    }
}
