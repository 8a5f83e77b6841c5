namespace SocialKpi.Tests.Metrics;

public sealed class ConditionTests
{
    [Fact]
    public void Matches_Text_ComparesLetterByLetter()
    {
        Condition photo = Condition.Is("type", "photo");
        Assert.True(photo.Matches("photo"));
        Assert.False(photo.Matches("Photo"));
        Assert.False(photo.Matches(""));
        Assert.True(Condition.In("type", "photo", "video").Matches("video"));
        Assert.False(Condition.In("type", "photo", "video").Matches("link"));
    }

    [Fact]
    public void Matches_AMissingField_IsUnknownForAllButMissing()
    {
        Assert.Null(Condition.Is("type", "photo").Matches((string?)null));
        Assert.Null(Condition.In("type", "photo").Matches((string?)null));
        Assert.Null(Condition.Between("response", 9, 10).Matches((decimal?)null));
        Assert.Null(Condition.AtLeast("response", 9).Matches((decimal?)null));
        Assert.True(Condition.Missing("type").Matches((string?)null));
        Assert.True(Condition.Missing("response").Matches((decimal?)null));
        Assert.False(Condition.Missing("type").Matches(""));
        Assert.False(Condition.Missing("response").Matches(0m));
    }

    [Theory]
    [InlineData(8.9, false)]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(10.1, false)]
    public void Matches_Between_IncludesBothBounds(double number, bool expected) =>
        Assert.Equal(expected, Condition.Between("response", 9, 10).Matches((decimal)number));

    [Fact]
    public void Matches_Numbers_ComparesValuesNotTexts()
    {
        Assert.True(Condition.Is("score", 1.50m).Matches(1.5m));
        Assert.True(Condition.In("score", 1m, 2.0m).Matches(2m));
        Assert.True(Condition.AtLeast("score", 3).Matches(3m));
        Assert.False(Condition.AtLeast("score", 3).Matches(2.99m));
        Assert.True(Condition.AtMost("score", 3).Matches(3m));
        Assert.False(Condition.AtMost("score", 3).Matches(3.01m));
    }

    [Fact]
    public void Matches_TheOtherKindOfField_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Condition.Is("type", "photo").Matches(1m));
        Assert.Throws<InvalidOperationException>(() => Condition.AtLeast("score", 1).Matches("photo"));
    }

    [Fact]
    public void Factories_WithImpossibleArguments_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Condition.Is(" ", "photo"));
        Assert.Throws<ArgumentException>(() => Condition.Is("type", null!));
        Assert.Throws<ArgumentException>(() => Condition.In("type", Array.Empty<string>()));
        Assert.Throws<ArgumentException>(() => Condition.In("score", Array.Empty<decimal>()));
        ArgumentException swapped = Assert.Throws<ArgumentException>(() => Condition.Between("score", 10, 9.5m));
        Assert.StartsWith("The lower bound 10 is above the upper bound 9.5.", swapped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfEachComparison_ReadsAsASentence()
    {
        Assert.Equal("response between 9 and 10", Condition.Between("response", 9, 10).ToString());
        Assert.Equal("type is \"photo\"", Condition.Is("type", "photo").ToString());
        Assert.Equal("type in (\"photo\", \"say \\\"hi\\\"\")", Condition.In("type", "photo", "say \"hi\"").ToString());
        Assert.Equal("score is 1.5", Condition.Is("score", 1.50m).ToString());
        Assert.Equal("score at least 3", Condition.AtLeast("score", 3).ToString());
        Assert.Equal("score at most 3", Condition.AtMost("score", 3).ToString());
        Assert.Equal("score is missing", Condition.Missing("score").ToString());
    }

    [Fact]
    public void Equals_ComparesFieldOperatorAndValues()
    {
        Assert.Equal(Condition.Is("score", 1.50m), Condition.Is("score", 1.5m));
        Assert.Equal(Condition.Is("score", 1.50m).GetHashCode(), Condition.Is("score", 1.5m).GetHashCode());
        Assert.True(Condition.Missing("type") == Condition.Missing("type"));
        Assert.NotEqual(Condition.AtLeast("score", 1), Condition.AtMost("score", 1));
        Assert.NotEqual(Condition.Is("type", "photo"), Condition.Is("kind", "photo"));
        Assert.NotEqual(Condition.Is("type", "1"), Condition.Is("type", 1));
    }

    [Fact]
    public void In_WhenTheCallersArrayChanges_StaysTheSame()
    {
        string[] types = ["photo", "video"];
        Condition condition = Condition.In("type", types);
        types[0] = "link";
        Assert.True(condition.Matches("photo"));
    }
}
