namespace SocialKpi.Tests.House;

public class ResultTypesTests
{
    [Fact]
    public void Every_result_type_is_shown_as_text_Markdown_and_HTML_in_every_host_and_has_plain_rows() => Assert.Empty(ResultTypes.All.SelectMany(ResultTypes.Lacks));

    [Theory]
    [InlineData(typeof(Reading))]
    [InlineData(typeof(KpiSeries))]
    [InlineData(typeof(KpiTable))]
    [InlineData(typeof(Explanation))]
    [InlineData(typeof(QualityReport))]
    [InlineData(typeof(Reconciliation))]
    [InlineData(typeof(GoalEvaluation))]
    [InlineData(typeof(ObjectiveEvaluation))]
    [InlineData(typeof(Standing))]
    [InlineData(typeof(Competitors))]
    [InlineData(typeof(StandingTable))]
    [InlineData(typeof(Drivers))]
    [InlineData(typeof(Contributions))]
    [InlineData(typeof(BestAndWorst))]
    [InlineData(typeof(PostingTimes))]
    [InlineData(typeof(AudienceActivity))]
    [InlineData(typeof(SmartCheck))]
    [InlineData(typeof(Import.ImportReport))]
    [InlineData(typeof(Import.CsvImport))]
    public void The_result_types_are_found(Type type) => Assert.Contains(type, ResultTypes.All);

    [Fact]
    public void A_type_that_lacks_everything_is_told_all_of_it() => Assert.Equal(6, ResultTypes.Lacks(typeof(Bare)).Count());

    [Fact]
    public void A_second_ToHtml_or_one_with_an_optional_parameter_is_seen()
    {
        Assert.Contains(ResultTypes.Lacks(typeof(TwoWays)), lack => lack.Contains("ToHtml", StringComparison.Ordinal));
        Assert.Contains(ResultTypes.Lacks(typeof(WithOption)), lack => lack.Contains("ToHtml", StringComparison.Ordinal));
    }

    private sealed class Bare : System.Collections.IEnumerable
    {
        public System.Collections.IEnumerator GetEnumerator() => Array.Empty<int>().GetEnumerator();
    }

    private sealed class TwoWays
    {
        private readonly string _text = "";

        public string ToHtml() => _text;

        public string ToHtml(int width) => $"{_text}{width}";
    }

    private sealed class WithOption
    {
        private readonly string _text = "";

        public string ToHtml(int width = 2) => $"{_text}{width}";
    }
}
