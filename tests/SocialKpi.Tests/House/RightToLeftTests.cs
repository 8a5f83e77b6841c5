using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

/// <summary>
/// Every result of the core whose names are written from right to left: in HTML each stands in an element of its own, in text and Markdown between isolates, so that no figure beside it
/// changes its place; and nothing that turns the reading order is left.
/// </summary>
public sealed partial class RightToLeftTests
{
    public static TheoryData<string> Names => new("שלום 123", "مرحبا بالعالم", "\u202E12 שלום", "\u2067שלום", "\u2069 99 שלום", "\u2068שלום");

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_from_right_to_left_move_nothing_beside_them(string name)
    {
        object[] results = [.. Results(name)];
        Assert.Equal(
            ResultTypes.All.Where(type => type.Assembly == typeof(Kpi).Assembly).Select(type => type.Name).Order(StringComparer.Ordinal),
            results.Select(result => result.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        foreach (object result in results)
        {
            string kind = result.GetType().Name;
            IDisplayed shown = (IDisplayed)result;
            foreach (string text in new[] { shown.ToString()!, shown.ToMarkdown() })
                Assert.False(Turning().IsMatch(Isolated().Replace(text, "")), $"{kind}: {text}");
            XElement html = Fragment.Of(shown.ToHtml()).Root;
            foreach (XText text in html.DescendantNodes().OfType<XText>().Where(text => Turning().IsMatch(Isolated().Replace(text.Value, ""))))
            {
                XElement? own = text.Ancestors("bdi").FirstOrDefault();
                Assert.True(own is not null && !OwnWords().IsMatch(own.Value), $"{kind}: {text.Value} in {own}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Plain_rows_have_names_as_they_are(string name)
    {
        Assert.All(TableOf(name).NarrowRows.Where(row => row.Segment.Length > 0), row => Assert.StartsWith($"d{name} = ", row.Segment, StringComparison.Ordinal));
        Assert.Contains(name, TableOf(name).ToCsv(), StringComparison.Ordinal);

        Goal unnamed = Unnamed(name);
        string words = $"{name} rate from 0.50 % to 4.50 % for each of d{name} = {name}; d{name} = b1 during 2026-Q1";
        ObjectiveEvaluation objective = Objective.Of(name, [new KeyResult(unnamed)]).Evaluate(TableOf(name), new(2026, 2, 28));
        Assert.Equal(words, unnamed.Name);
        Assert.All(unnamed.Evaluate(TableOf(name), new(2026, 2, 28)).Rows, row => Assert.Equal(words, row.Name));
        Assert.Equal(words, Assert.Single(objective.Rows).Name);
        Assert.Equal(words, JsonDocument.Parse(objective.ToJson()).RootElement.GetProperty("key_results")[0].GetProperty("name").GetString());

        StandingRow row = Competitors.Of(FactsOf(name).Read(KpiQuery.Of(Ctr(name)).By(Dimension(name)).By($"c{name}")), Ctr(name), by: Dimension(name), within: Segment.Of($"c{name}", name)).Rows[0];
        Assert.Equal($"the others by d{name} within c{name} = {name}", row.Source);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_named_or_refused_in_a_sentence_moves_nothing_beside_it(string name)
    {
        Goal named = Unnamed(name).With(new GoalTerms { Name = name });
        Objective objective = Objective.Of(name, [new KeyResult(Unnamed(name)), new KeyResult(named)]);
        Exception[] refusals =
        [
            Assert.Throws<DefinitionException>(() => FactsOf(name).Read(KpiQuery.Of(Ctr(name)).By($"x{name}").Where(Condition.Is($"y{name}", name)))),
            Assert.Throws<DefinitionException>(() => Unnamed(name).With(new GoalTerms { Name = name, Scope = GoalScope.Each(Segment.Of(name, name), Segment.Of(name, name)) })),
            Assert.Throws<FactsException>(() => Facts.FromRows([name, name], row => row.Key(one => one, Duplicates.Refuse).Measure(Measures.Clicks, _ => 1))),
        ];
        string[] texts =
        [
            Unnamed(name).ToString(), named.ToString(), new KeyResult(Unnamed(name)).ToString(), objective.ToString(), GoalPlan.Of([Unnamed(name), named], [objective]).ToString(),
            BenchmarkSet.Of(Published(name)).ToString(), Asked(name).ToString(), Catalog.Standard.Named(name).ToString(), .. refusals.Select(refusal => refusal.Message),
        ];
        Assert.All(texts, text => Assert.False(Turning().IsMatch(Isolated().Replace(text, "")), text));
    }

    /// <summary>A figure in a name is a part of it.</summary>
    [Fact]
    public void A_name_in_a_sentence_is_one_isolate()
    {
        const string name = "יעד 6";
        string whole = $"\u2068{name}\u2069";
        Goal goal = Unnamed(name).With(new GoalTerms { Name = name });
        Assert.Equal($"1 goal, 1 objective: {whole}; {whole}", GoalPlan.Of([goal], [Objective.Of(name, [])]).ToString());
        Assert.Equal($"1 benchmark of 1 KPI from {whole}", BenchmarkSet.Of(Published(name)).ToString());
        Assert.Equal($"own_rate by {whole} where \"{whole}\" is \"{whole}\"", KpiQuery.Of(Ctr(name)).By(name).Where(Condition.Is(name, name)).ToString());
        Assert.Equal($"\"{name}\" is \"{name}\"", Condition.Is(name, name).ToString());
        Assert.Equal($"there is no KPI '{whole}'", Catalog.Standard.Named(name).ToString());
        Drivers nothing = Drivers.Of(FactsOf(name).Read(Asked(name).During(Timeframe.Quarter(2027, 1))), FactsOf(name).Read(Asked(name)), Ctr(name));
        Assert.StartsWith($"{whole} has no drivers: ", nothing.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<object> Results(string name)
    {
        KpiTable table = TableOf(name), segments = FactsOf(name).Read(KpiQuery.Of(Ctr(name), Kpis.ClickCount).By(Dimension(name)));
        Kpi ctr = Ctr(name);
        Segment segment = Segment.Of(Dimension(name), name);
        KpiSeries series = table.Series(ctr, segment);
        Competitors rivals = Competitors.Of(segments, ctr, by: Dimension(name));
        Standing given = Benchmark.FromFigures(ctr, [(Statistic.Median, 2.Percent())], source: name).Compare(table[ctr, Timeframe.Month(2026, 2), segment]);
        Goal goal = Goal.Increase(ctr, from: 0.5m.Percent(), to: 4.5m.Percent(), during: Timeframe.Quarter(2026, 1), new GoalTerms { Name = name, Owner = name, Scope = GoalScope.Of(segment) });
        Goal unnamed = Goal.Increase(ctr, from: 0.5m.Percent(), to: 4.5m.Percent(), during: Timeframe.Quarter(2026, 1), new GoalTerms { Scope = GoalScope.Of(segment) });
        Goal steps = Goal.Milestones(name, [new(name, 1, new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 6)), new($"{name} 2", 1)], Timeframe.Quarter(2026, 1));
        LocalDate asOf = new(2026, 2, 28);
        Objective objective = Objective.Of(name, [new KeyResult(goal), new KeyResult(steps)], new() { Owner = name, CheckIns = [new(new(2026, 2, 27), name, 0.5m, Note: name)] });
        return
        [
            table, segments, series, series.Total, series.Total.Explain(), rivals, given, rivals.Compare(rivals.Names[0]), StandingTable.Of([given, .. rivals.Ranking()]),
            Drivers.Of(table, ctr, Timeframe.Month(2026, 1), Timeframe.Month(2026, 2)), Contributions.Of(segments, Kpis.ClickCount), BestAndWorst.Of(segments, ctr),
            goal.Evaluate(table, asOf), unnamed.Evaluate(table, asOf), steps.Evaluate(asOf), objective.Evaluate(table, asOf), goal.CheckSmart(), unnamed.CheckSmart(),
            FactsOf(name).Quality(QualityRules.Default.Per(Dimension(name)).Daily()), Reconciliation.Of(segments, segments),
            PostingTimes.Of(HoursOf(name), ctr), AudienceActivity.Of(HoursOf(name), Active(name)),
        ];
    }

    private static string Dimension(string name) => $"d{name}";

    private static Goal Unnamed(string name) => Goal.Increase(
        Ctr(name), from: 0.5m.Percent(), to: 4.5m.Percent(), during: Timeframe.Quarter(2026, 1),
        new GoalTerms { Scope = GoalScope.Each(Segment.Of(Dimension(name), name), Segment.Of(Dimension(name), "b1")) });

    private static Benchmark Published(string name) => Benchmark.FromFigures(Ctr(name), [(Statistic.Median, 2.Percent())], source: name);

    private static KpiQuery Asked(string name) => KpiQuery.Of(Ctr(name)).By(Dimension(name)).Where(Condition.In(Dimension(name), name, "b1"));

    private static Kpi Ctr(string name) => Kpi.Define("own_rate", Measures.Clicks / Measures.Impressions, Unit.Ratio, Direction.HigherIsBetter, label: $"{name} rate", shortName: name);

    private static Kpi Active(string name) => Kpi.Define("active_people", Measure.Mean("mean_active_people", Unit.Count, of: "active"), Unit.Count, label: name);

    private static KpiTable TableOf(string name) => FactsOf(name).Read(KpiQuery.Of(Ctr(name), Kpis.ClickCount).By(Grain.Month).By(Dimension(name)));

    private static Facts FactsOf(string name)
    {
        (LocalDate Day, string Brand)[] rows = [.. from month in new[] { 1, 2 } from at in Enumerable.Range(0, 7) select (new LocalDate(2026, month, 1 + (3 * at)), at == 0 ? name : at % 2 == 0 ? $"{name} {at}" : $"b{at}")];
        return Facts.FromRows(rows, row => row
            .Time(post => post.Day)
            .Dimension(Dimension(name), post => post.Brand)
            .Dimension($"c{name}", _ => name)
            .Measure(Measures.Impressions, post => post.Day.Day == 4 ? null : 1_000 + (137 * post.Day.Day))
            .Measure(Measures.Clicks, post => 5 + (post.Day.DayOfYear * 3 % 40)));
    }

    private static KpiTable HoursOf(string name) => Facts
        .FromRows(Enumerable.Range(0, 60), row => row
            .Time(post => new LocalDateTime(2026, 1, 1, 0, 0).PlusHours(31 * post))
            .Measure(Measures.Impressions, post => 1_000 + (137 * (post % 11)))
            .Measure(Measures.Clicks, post => post % 6 == 0 ? null : 5 + (post * 3 % 40))
            .Value("active", post => 100 + (post * 7 % 50)))
        .Read(KpiQuery.Of(Ctr(name), Active(name)).By(TimeDimension.Weekday).By(TimeDimension.HourOfDay));

    [GeneratedRegex("\u2068[^\u2068\u2069]*\u2069")]
    private static partial Regex Isolated();

    [GeneratedRegex("[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turning();

    /// <summary>What a result says itself, and never a name: that would be moved with it.</summary>
    [GeneratedRegex("[0-9] %|20[0-9]{2}|rows|period|everything|compared|left out|= ")]
    private static partial Regex OwnWords();
}
