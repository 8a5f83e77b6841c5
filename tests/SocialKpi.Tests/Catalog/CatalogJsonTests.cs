namespace SocialKpi.Tests.Catalogue;

public sealed class CatalogJsonTests
{
    private const string Own = """
        {
          // a catalogue of one's own, written by hand
          "measures": [
            { "id": "promoters_2", "aggregation": "count", "of": "response", "where": [{ "field": "response", "between": [9, 10] }] },
            { "id": "slow", "unit": "duration", "aggregation": "percentile", "percent": 99, "quantile_type": 8, "of": "response_time" },
            { "id": "interactions", "of": "likes + comments" },
            { "id": "interactions_instagram", "of": "interactions", "where": [{ "field": "platform", "is": "instagram" }] },
            { "id": "fans", "aggregation": "snapshot", "per": ["account", "country"], "stale_after_days": 7 },
            { "id": "customers", "aggregation": "distinct", "of": "customer_id" },
          ],
          "kpis": [
            { "id": "saves_per_fan", "formula": "saves / fans", "unit": "number" },
            { "id": "interaction_share", "formula": "interactions_instagram / interactions", "unit": "ratio", "direction": "higher_is_better", "tier": "outcome",
              "label": "Instagram's share", "short_name": "IG share", "aliases": ["share of Instagram"], "disputes": ["Others count saves."],
              "texts": { "nl": "Aandeel van Instagram", "pl": { "label": "Instagram share", "terms": "english" } } },
          ],
        }
        """;

    [Fact]
    public void FromJson_WrittenByHand_IsWhatCodeWouldSay()
    {
        Catalog catalog = Catalog.FromJson(Own);
        Assert.Equal(Measure.Count("all", of: "response").Where(Condition.Between("response", 9, 10), "promoters_2"), catalog.FindMeasure("promoters_2"));
        Assert.Equal(Measure.Percentile("slow", Unit.Duration, "response_time", 99, QuantileType.MedianUnbiased), catalog.FindMeasure("slow"));
        Measure interactions = Measure.Sum("interactions", Unit.Count, Measures.Likes + Measures.Comments);
        Assert.Equal(interactions, catalog.FindMeasure("interactions"));
        Assert.Equal(Measure.Sum("x", Unit.Count, interactions).Where(Condition.Is("platform", "instagram"), "interactions_instagram"), catalog.FindMeasure("interactions_instagram"));
        Assert.Equal(Measure.Distinct("customers", "customer_id"), catalog.FindMeasure("customers"));
        Assert.Equal(["account", "country"], catalog.FindMeasure("fans")!.Per);

        Kpi share = catalog.FindKpi("interaction_share")!;
        Assert.Equal(("Instagram's share", "IG share", KpiTier.Outcome, Direction.HigherIsBetter), (share.Label, share.ShortName, share.Tier, share.Direction));
        Assert.Equal(new KpiText("Aandeel van Instagram"), share.TextIn(Language.Dutch));
        Assert.Equal(Terms.English, share.TextIn(Language.Polish).Terms);
        Assert.Same(share, catalog.Named("share of instagram").Only);
        Assert.Equal(Kpis.All.Count + 2, catalog.Kpis.Count);
    }

    [Fact]
    public void ToJson_OfTheStandardCatalogue_ComesBackWithTheSameHashesAndBytes()
    {
        string json = Catalog.Standard.ToJson();
        Catalog back = Catalog.FromJson(json);
        Assert.Equal(Kpis.All.Select(kpi => kpi.Hash), back.Kpis.Select(kpi => kpi.Hash));
        Assert.Equal(json, back.ToJson());
        Assert.DoesNotContain("\r", json, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_BesideTheStandardOnes_HoldsTheOwnAloneAndIsByteIdentical()
    {
        Catalog own = Catalog.FromJson(Own);
        string json = own.ToJson(beside: Catalog.Standard);
        Assert.Equal(json, Catalog.FromJson(json).ToJson(beside: Catalog.Standard));
        Assert.DoesNotContain("click_through_rate", json, StringComparison.Ordinal);
        Assert.Equal(own.ToJson(), Catalog.FromJson(own.ToJson()).ToJson());
        Assert.Equal("{}\n", Catalog.Standard.ToJson(beside: Catalog.Standard));
    }

    [Fact]
    public void FromJson_EveryStandardKpiAlone_IsTheSameWithAllItsNames() => Assert.All(Kpis.All, kpi =>
    {
        Kpi back = Kpi.FromJson(kpi.ToJson());
        Assert.Equal(kpi, back);
        Assert.Equal(kpi.ToJson(), back.ToJson());
        Assert.All(Languages.All, language => Assert.Equal(kpi.TextIn(language), back.TextIn(language)));
        Assert.Equal((kpi.Label, kpi.ShortName, kpi.Category, kpi.Tier, kpi.Source), (back.Label, back.ShortName, back.Category, back.Tier, back.Source));
        Assert.Equal(kpi.Aliases, back.Aliases);
        Assert.Equal(kpi.Disputes, back.Disputes);
    });

    [Fact]
    public void FromJson_AChangedDefinition_IsRefusedByItsHash()
    {
        string changed = Kpis.CostPerMille.ToJson().Replace("1000 * spend", "100 * spend", StringComparison.Ordinal);
        DefinitionIssue issue = Assert.Single(Assert.Throws<DefinitionException>(() => Kpi.FromJson(changed)).Issues);
        Assert.EndsWith("hash", issue.Subject, StringComparison.Ordinal);
        Assert.Contains("a changed definition needs an id of its own", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromJson_AStandardIdOfAnotherMeaning_IsRefusedWithItsLine()
    {
        DefinitionIssue[] issues = Issues("""
            {
              "measures": [{ "id": "clicks", "unit": "number" }],
              "kpis": [
                { "id": "click_through_rate", "formula": "impressions / likes", "unit": "ratio" }
              ]
            }
            """);
        Assert.Equal(["line 2, measures[0]", "line 4, kpis[0]"], issues.Select(issue => issue.Subject));
        Assert.All(issues, issue => Assert.Contains("another definition has this id already", issue.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "id": "Bad Id", "formula": "likes", "unit": "euro", "direction": "up" }""", "is not an id", "is not a unit", "'up'")]
    [InlineData("""{ "id": "k", "formula": "likes", "unit": "count", "hash": "abc", "colour": 1 }""", "the hash is not", "colour")]
    [InlineData("""{ "id": "Bad Id", "formula": "likes /", "unit": "count" }""", "is not an id", "character 8")]
    public void FromJson_AKpiWithSeveralFaults_SaysEach(string json, params string[] said)
    {
        DefinitionException refusal = Assert.Throws<DefinitionException>(() => Kpi.FromJson(json, Measures.All));
        Assert.All(said, words => Assert.Contains(refusal.Issues, issue => issue.ToString().Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public void FromJson_EverythingWrong_ListsAllWithLineAndPath()
    {
        DefinitionIssue[] issues = Issues("""
            {
              "measure": [],
              "measures": [
                { "id": "Bad Id" },
                { "id": "a", "aggregation": "avg" },
                { "id": "b", "aggregation": "percentile", "of": "response_time" },
                { "id": "c", "unit": "euro" },
                { "id": "d", "of": "likes +" },
                { "id": "e", "of": "f" }, { "id": "f", "of": "e" },
                { "id": "g", "aggregation": "snapshot" },
                { "id": "h", "of": "likes", "where": [{ "field": "x", "between": [3, 1] }, { "is": 3 }] },
                { "id": "i", "i": 1 },
                { "id": "j" }, { "id": "j", "unit": "money" },
                { "id": "k", "aggregation": "snapshot", "per": "account", "stale_after_days": 0 }
              ],
              "kpis": [
                { "id": "k1", "formula": "saves / post", "unit": "number", "direction": "up" },
                { "id": "k2", "unit": "number" },
                { "id": "k3", "formula": "spend / clicks" },
                { "id": "k4", "formula": "spend / clicks", "unit": "ratio" },
                { "id": "k5", "formula": "d / likes", "unit": "ratio" },
                { "id": "k6", "formula": "likes", "unit": "count", "texts": { "de": "Likes" }, "aliases": "x" },
                { "id": "k7", "formula": "likes", "unit": "count", "hash": "abc" },
                7
              ]
            }
            """);
        string[] at = [.. issues.Select(issue => issue.Subject)];
        Assert.All(
            (string[])["line 2, measure", "line 4, measures[0]", "line 5, measures[1].aggregation", "line 6, measures[2]", "line 7, measures[3].unit", "line 8, measures[4].of",
                "line 9, measures[5]", "line 10, measures[7]", "line 11, measures[8].where[0].between", "line 11, measures[8].where[1]", "line 12, measures[9].i", "line 13, measures[11]",
                "line 14, measures[12].stale_after_days", "line 17, kpis[0].direction", "line 17, kpis[0].formula", "line 18, kpis[1]", "line 19, kpis[2]", "line 20, kpis[3]",
                "line 22, kpis[5].texts.de", "line 22, kpis[5].aliases", "line 23, kpis[6].hash", "line 24, kpis[7]"],
            place => Assert.Contains(place, at));
        Assert.DoesNotContain(at, place => place.StartsWith("line 21,", StringComparison.Ordinal));
        Assert.Contains("did you mean \"measures\"?", issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromJson_SeveralUnknownNamesInFormulas_IsAnIssueEach()
    {
        DefinitionIssue[] issues = Issues("""
            {
              "measures": [
                { "id": "a", "of": "likess + commentss" },
                { "id": "b", "unit": "euro" }
              ],
              "kpis": [{ "id": "k1", "formula": "savess / (postss + b)", "unit": "number" }, { "id": "k2", "formula": "a / b", "unit": "number" }]
            }
            """);
        Assert.Equal(
            [
                "line 3, measures[0].of: character 1: there is no measure 'likess'; did you mean 'likes'?",
                "line 3, measures[0].of: character 10: there is no measure 'commentss'; did you mean 'comments'?",
                "line 6, kpis[0].formula: character 1: there is no measure 'savess'; did you mean 'saves'?",
                "line 6, kpis[0].formula: character 11: there is no measure 'postss'; did you mean 'posts'?",
            ],
            issues.Where(issue => issue.Message.Contains("there is no measure", StringComparison.Ordinal)).Select(issue => issue.ToString()));
        // What is wrong with a measure is said there, not again in the formulas over it.
        Assert.Equal("line 4, measures[1].unit", Assert.Single(issues, issue => !issue.Message.Contains("there is no measure", StringComparison.Ordinal)).Subject);
    }

    [Fact]
    public void FromJson_OneKpiWithTwoUnknownNames_SaysBoth() => Assert.Equal(
        ["'klicks'", "'impresions'"],
        Assert.Throws<DefinitionException>(() => Kpi.FromJson("""{ "id": "k", "formula": "klicks / impresions", "unit": "ratio" }""", Measures.All))
            .Issues.Select(issue => issue.Message.Split(' ')[6].TrimEnd(';')));

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\n  \"kpis\": [,]\n}", "line 2")]
    [InlineData("{ \"kpis\": [] } {}", "line 1")]
    [InlineData("{ \"kpis\": [{ \"id\": \"\\ud800\" }] }", "line 1")]
    [InlineData("[]", "line 1")]
    [InlineData("null", "line 1")]
    public void FromJson_OfWhatIsNoCatalogue_SaysWhere(string json, string place) => Assert.StartsWith(place, Issues(json)[0].Subject, StringComparison.Ordinal);

    [Fact]
    public void FromJson_OfHostileText_IsRefusedInTimeAndWithoutHarm()
    {
        Assert.NotEmpty(Issues(new string('[', 100_000)));
        Assert.NotEmpty(Issues("{\"kpis\":[{\"id\":\"x\",\"unit\":\"count\",\"formula\":\"" + new string('(', 9_000) + "\"}]}"));

        // Each measure is made of the one before twice: its parts double, and the limit stops them.
        IEnumerable<string> doubling = Enumerable.Range(1, 60).Select(index => FormattableString.Invariant($$"""{"id":"m{{index}}","of":"m{{index - 1}} + m{{index - 1}}"}"""));
        Assert.Contains(Issues($$"""{"measures":[{"id":"m0"},{{string.Join(',', doubling)}}]}"""), issue => issue.Message.Contains("more than 10000 parts", StringComparison.Ordinal));

        // A chain listed backwards, deeper than any stack should go.
        IEnumerable<string> chain = Enumerable.Range(1, 5_000).Reverse().Select(index => FormattableString.Invariant($$"""{"id":"c{{index}}","of":"c{{index - 1}}"}"""));
        Assert.NotEmpty(Issues($$"""{"measures":[{{string.Join(',', chain)}},{"id":"c0"}]}"""));
        Assert.True(Issues($$"""{"kpis":[{{string.Join(',', Enumerable.Repeat("1", 100_000))}}]}""").Length < 1_000);
        Assert.Throws<ArgumentNullException>(() => Catalog.FromJson(null!));
    }

    [Theory]
    [InlineData("""{"measures":[{"id":"Bad Id","of":"likes +"}]}""", "'Bad Id' is not an id", "ends too early")]
    [InlineData("""{"measures":[{"id":"Bad Id","of":"likes +","unit":"furlong"}]}""", "'Bad Id' is not an id", "ends too early", "'furlong' is not a unit")]
    [InlineData("""{"measures":[{"id":"x","of":"likes +","aggregation":"percentile"}]}""", "a percentile needs", "ends too early")]
    [InlineData("""{"kpis":[{"id":"a","formula":"likes","unit":"ratio"},{"id":"a","formula":"likes","unit":"count"}]}""", "defined twice", "ratio")]
    [InlineData("""{"kpis":[{"id":"likes_per_post","formula":"2 * likes / posts","unit":"number","tier":"top"}]}""", "another definition has this id already", "'top'")]
    [InlineData("""{"measures":[{"id":"m"},{"id":"m","of":"likes +"}]}""", "defined twice", "ends too early")]
    [InlineData("""{"measures":[{"id":"bad","unit":"furlong"}],"kpis":[{"id":"k","formula":"bad / likes +","unit":"ratio"}]}""", "'furlong'", "ends too early")]
    [InlineData("""{"measures":[{"id":"x","aggregation":"percentile","percent":101,"quantile_type":10,"of":"a b"}]}""", "between 0 and 100", "nine types", "'b' was not expected", "there is no measure 'a'")]
    public void FromJson_SeveralFaultsAtOnce_AreAllTold(string json, params string[] said)
    {
        DefinitionIssue[] issues = Issues(json);
        Assert.All(said, words => Assert.Contains(issues, issue => issue.ToString().Contains(words, StringComparison.Ordinal)));
        Assert.Equal(said.Length, issues.Length);
    }

    [Fact]
    public void FromJson_AMeasureThatRedefinesAnother_IsTheOnlyIssue() => Assert.Contains("another definition has this id already", Assert.Single(Issues("""
        { "measures": [{ "id": "likes", "unit": "money" }], "kpis": [{ "id": "k", "formula": "likes / posts", "unit": "number" }] }
        """)).Message, StringComparison.Ordinal);

    [Fact]
    public void FromJson_ManyLongNamesThatNobodyKnows_StopsAtTheFirstHundreds()
    {
        IEnumerable<string> measures = Enumerable.Range(0, 20_000).Select(index => FormattableString.Invariant($$"""{"id":"a{{index:D98}}"}"""));
        IEnumerable<string> kpis = Enumerable.Range(0, 300).Select(index => FormattableString.Invariant($$"""{"id":"k{{index}}","unit":"count","formula":"b{{index:D98}}"}"""));
        Assert.InRange(Issues($$"""{"measures":[{{string.Join(',', measures)}}],"kpis":[{{string.Join(',', kpis)}}]}""").Length, 200, 250);
    }

    [Fact]
    public void FromJson_ManyFaultsInOneObject_StopsAtTheFirstHundreds()
    {
        string unknown = string.Concat(Enumerable.Range(0, 50_000).Select(index => FormattableString.Invariant($",\"p{index}\":1")));
        Assert.InRange(Issues($$"""{"kpis":[{"id":"k","formula":"likes","unit":"count"{{unknown}}}]}""").Length, 200, 250);
        string numbers = string.Join(',', Enumerable.Repeat("1", 50_000));
        Assert.InRange(Issues($$"""{"kpis":[{"id":"k","formula":"likes","unit":"count","aliases":[{{numbers}}]}]}""").Length, 200, 250);
        Assert.InRange(Issues($$"""{"measures":[{"id":"m","of":"likes","where":[{{numbers}}]}]}""").Length, 200, 250);
        Assert.InRange(Issues($$"""{"measures":[{{string.Join(',', Enumerable.Repeat("""{"id":"m"}""", 50_000))}}]}""").Length, 200, 250);
    }

    [Fact]
    public void FromJson_OwnMeasuresOfManyKpis_AreReadBesideManyMeasures()
    {
        IEnumerable<string> measures = Enumerable.Range(0, 20_000).Select(index => FormattableString.Invariant($$"""{"id":"m{{index}}"}"""));
        IEnumerable<string> kpis = Enumerable.Range(0, 5_000).Select(index => FormattableString.Invariant($$"""{"id":"k{{index}}","unit":"ratio","formula":"own_{{index}} / m{{index}}","measures":[{"id":"own_{{index}}"}]}"""));
        Catalog catalog = Catalog.FromJson($$"""{"measures":[{{string.Join(',', measures)}}],"kpis":[{{string.Join(',', kpis)}}]}""");
        Assert.Equal("own_4999 / m4999", catalog.FindKpi("k4999")!.Formula.ToString());
    }

    [Fact]
    public void FromJson_OwnMeasuresOfTwoKpis_AreNamedThereAloneAndHaveAnIdEach()
    {
        static string Of(string second) => $$"""
            { "kpis": [
              { "id": "k1", "formula": "own / posts", "unit": "number", "measures": [{ "id": "own", "aggregation": "sum", "unit": "count" }] },
              { "id": "k2", "formula": "own / likes", "unit": "number"{{second}} }
            ] }
            """;
        Assert.Equal("own / likes", Catalog.FromJson(Of(""", "measures": [{ "id": "own", "aggregation": "sum", "unit": "count" }]""")).FindKpi("k2")!.Formula.ToString());
        Assert.Contains("there is no measure 'own'", Assert.Single(Issues(Of(""))).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "the id 'own' stands for different measures ",
            Assert.Single(Issues(Of(""", "measures": [{ "id": "own", "aggregation": "count", "of": "badge" }]"""))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Support.Cultures.Data), MemberType = typeof(Support.Cultures))]
    public void FromJson_BadNumbersAndTexts_AreRefusedInHouseWords(string culture)
    {
        using Support.Cultures scope = Support.Cultures.Use(culture);
        string[] issues = [.. Issues("""
            {
              "measures": [
                { "id": "p", "aggregation": "percentile", "of": "rating", "percent": -90.5 },
                { "id": "s", "aggregation": "snapshot", "per": "account", "stale_after_days": -3 },
                { "id": "q", "aggregation": "percentile", "of": "rating", "percent": 90.0000000000000000000000000000000001 }
              ],
              "kpis": [
                { "id": "k", "formula": "likes", "unit": "count", "texts": { "nl": "", "pl": { "label": " " } } },
                { "id": "t", "formula": "followers.at(trailing(2147483647, year))", "unit": "count" }
              ]
            }
            """).Select(issue => issue.ToString())];
        Assert.Equal(6, issues.Length);
        Assert.Equal("line 3, measures[0].percent: a percentage of the values lies between 0 and 100; write for instance 90", issues[0]);
        Assert.StartsWith("line 4, measures[1].stale_after_days: a value is carried forward for 1 to 3660 days", issues[1], StringComparison.Ordinal);
        Assert.Contains("is not a number that a decimal holds exactly", issues[2], StringComparison.Ordinal);
        Assert.All(issues[3..5], issue => Assert.Contains("the label is blank", issue, StringComparison.Ordinal));
        Assert.Contains("trailing reaches back further than 1000 years; write at most 1000", issues[5], StringComparison.Ordinal);
        Assert.All(issues, issue => Assert.DoesNotContain("Parameter", issue, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1e2", 100)]
    [InlineData("90.50", 90.5)]
    [InlineData("0.5e1", 5)]
    [InlineData("0", 0)]
    public void FromJson_ANumberHoweverWritten_IsItself(string written, decimal percent) => Assert.Equal(
        Measure.Percentile("p", Unit.Number, "rating", percent),
        Measure.FromJson($$"""{ "id": "p", "unit": "number", "aggregation": "percentile", "of": "rating", "percent": {{written}} }"""));

    [Fact]
    public void FromJson_AVeryLongUnknownName_IsShortenedInTheMessage()
    {
        string name = new('b', 9_999);
        Assert.InRange(Issues($$"""{"kpis":[{"id":"k","unit":"count","formula":"{{name}}"}]}""").Single().Message.Length, 100, 1_500);
        Assert.InRange(Issues($$"""{"kpis":[{"id":"{{name}}","unit":"count","formula":"likes"}]}""").Single().Message.Length, 100, 500);
    }

    [Fact]
    public void ToJson_OfMeasuresThatShareAColumn_KeepsWhatEachMeans()
    {
        // A row value named by text has no unit of its own; beside a measure of that id it must stay what it was.
        Kpi answered = Kpi.Define("answered", Measure.Count("answered_messages_2", of: "response_time"), Unit.Count);
        Kpi points = Kpi.Define("points", Measure.Mean("mean_points", Unit.Points, of: "satisfaction_score"), Unit.Points);
        Kpi nested = Kpi.Define("nested", Measure.Mean("rate", Unit.Ratio, of: Measures.Likes / Measure.Sum("own_reach", Unit.Count)), Unit.Ratio);
        Catalog own = Catalog.Standard.With([], [answered, nested]);
        Assert.Equal(own.ToJson(), Catalog.FromJson(own.ToJson()).ToJson());
        Assert.All([answered, points, nested], kpi => Assert.Equal(kpi.Hash, Kpi.FromJson(kpi.ToJson(), Measures.All).Hash));
    }

    [Fact]
    public void Measure_InJson_ComesBackAsItWas()
    {
        Measure[] measures =
        [
            .. Measures.All, .. Kpis.All.SelectMany(kpi => kpi.Formula.Measures), Measure.Share("share"), Measure.Unique("people"),
            Measure.Median("m", Unit.Money, Measures.Spend / Measures.Clicks), Measure.Percentile("p", Unit.Number, "rating", 12.5m, QuantileType.Hazen),
            Measure.Sum("eur", Unit.MoneyIn(Currency.EUR)),
            Measures.Clicks.Where(Condition.In("platform", "a\"b", "ł|€", ""), "c1").Where(Condition.Missing("campaign"), "c2").Where(Condition.AtMost("likes", -0.5m), "c3"),
            Measures.Followers.Where(Condition.Is("tier", 3), "f1"), Measure.Distinct("d", "customer").Where(Condition.In("age", 1, 2.50m), "d2").Where(Condition.AtLeast("age", 7), "d3"),
        ];
        Assert.All(measures, measure =>
        {
            Assert.Equal(measure, Measure.FromJson(measure.ToJson()));
            Assert.Equal(measure.ToJson(), Measure.FromJson(measure.ToJson()).ToJson());
            Assert.Equal(measure, Measure.FromJson(measure.ToJson(), Measures.All));
        });
    }

    private static DefinitionIssue[] Issues(string json) => [.. Assert.Throws<DefinitionException>(() => Catalog.FromJson(json)).Issues];
}
