namespace SocialKpi.Tests.Readings.States;

public sealed class UniqueStateTests
{
    [Fact]
    public void Merge_OfTwoCounts_IsBoundedByTheLargestAndTheSum()
    {
        CellState both = Of(30).Merge(Of(20));
        Assert.Equal((50m, new Bounds(30, 50), 2L), (both.Finalise().Value, both.Finalise().Bounds, both.Rows));
    }

    [Fact]
    public void Merge_WithACountOfZero_StaysExact()
    {
        CellState both = Of(30).Merge(Of(0));
        Assert.Equal((30m, null, 2L), (both.Finalise().Value, both.Finalise().Bounds, both.Rows));
    }

    [Fact]
    public void Finalise_WithoutRows_HasNoFigure()
    {
        Assert.Equal(Absence.NotApplicable, UniqueState.Empty.Finalise().Absence);
        Assert.Null(UniqueState.Empty.Finalise().Bounds);
    }

    [Fact]
    public void Finalise_OfASumBeyondADecimal_HasNeitherFigureNorBounds()
    {
        CellState both = Of(decimal.MaxValue).Merge(Of(decimal.MaxValue));
        Assert.Equal((Absence.OutOfRange, (Bounds?)null), (both.Finalise().Absence, both.Finalise().Bounds));
    }

    [Fact]
    public void Of_ImpossibleArguments_IsRefused()
    {
        Assert.Equal("largest", Assert.Throws<ArgumentOutOfRangeException>(() => UniqueState.Of(SumState.Of(1, 0, 1), -1, 1)).ParamName);
        Assert.Equal("counts", Assert.Throws<ArgumentOutOfRangeException>(() => UniqueState.Of(SumState.Of(1, 0, 1), 1, 2)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => UniqueState.Of(SumState.Of(1, 0, 1), 1, -1));
        Assert.Throws<ArgumentException>(() => UniqueState.Empty.Merge(SumState.Empty));
    }

    private static UniqueState Of(decimal people) => UniqueState.Of(SumState.Of((System.Numerics.BigInteger)people, 0, 1), people, people == 0 ? 0 : 1);
}
