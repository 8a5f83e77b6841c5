namespace SocialKpi.Tests.Metrics;

public sealed class SegmentTests
{
    [Fact]
    public void Equals_WithDimensionsInAnotherOrder_IsTrue()
    {
        Segment one = Segment.Of("platform", "linkedin").And("type", null);
        Segment two = Segment.Of("type", null).And("platform", "linkedin");
        Assert.Equal(one, two);
        Assert.True(one == two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
    }

    [Fact]
    public void Equals_OfBlankAndEmptyText_IsFalse() =>
        Assert.NotEqual(Segment.Of("platform", null), Segment.Of("platform", ""));

    [Fact]
    public void Equals_OfPartAndWhole_IsFalse()
    {
        Assert.NotEqual(Segment.Whole, Segment.Of("platform", null));
        Assert.NotEqual(Segment.Of("platform", "x"), Segment.Of("platform", "x").And("type", "y"));
    }

    [Fact]
    public void Members_OfASegment_TellWhatItNames()
    {
        Segment segment = Segment.Of("type", "photo").And("platform", null);
        Assert.Equal(["platform", "type"], segment.Dimensions);
        Assert.Equal("photo", segment["type"]);
        Assert.Null(segment["platform"]);
        Assert.True(segment.Names("type"));
        Assert.False(segment.Names("brand"));
        Assert.True(Segment.Whole.IsWhole);
        Assert.Throws<KeyNotFoundException>(() => segment["brand"]);
    }

    [Fact]
    public void ToString_OfASegment_ReadsAsWords()
    {
        Assert.Equal("all", Segment.Whole.ToString());
        Assert.Equal("platform = linkedin, type = (blank)", Segment.Of("type", null).And("platform", "linkedin").ToString());
    }

    [Fact]
    public void And_ADimensionNamedAlready_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Segment.Of("platform", "x").And("platform", "y"));
        Assert.Throws<ArgumentException>(() => Segment.Of("", "x"));
    }

    [Fact]
    public void Rest_IsNeitherEverythingNorAValueOfThatName()
    {
        Assert.True(Segment.Rest.IsRest);
        Assert.False(Segment.Rest.IsWhole);
        Assert.False(Segment.Whole.IsRest);
        Assert.NotEqual(Segment.Whole, Segment.Rest);
        Assert.NotEqual(Segment.Of("platform", "(rest)"), Segment.Rest);
        Assert.Equal("(rest)", Segment.Rest.ToString());
        Assert.Empty(Segment.Rest.Dimensions);
        Assert.Throws<InvalidOperationException>(() => Segment.Rest.And("platform", "x"));
    }
}
