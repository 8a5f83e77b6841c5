using NodaTime;
using SocialKpi.Tests.Support;

namespace SocialKpi.Tests.House;

public class CultureTests
{
    [Fact]
    public void Nothing_of_the_packages_is_written_in_the_current_culture()
    {
        IReadOnlyList<string> found = CultureChecker.Violations(Repository.Files("src", "*.cs").Select(file => (Repository.Relative(file), File.ReadAllText(file))));
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("""$"at {1.5m}" """)]
    [InlineData("""$"at {(decimal?)1.5m:0.#}" """)]
    [InlineData("""$"on {new NodaTime.LocalDate(2026, 1, 2)}" """)]
    [InlineData("""$"{(true ? $"at {1.5}" : "")}" """)]
    [InlineData("""string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(true ? $"at {1.5}" : "")}")""")]
    [InlineData("""new System.Text.StringBuilder().Append($"at {1.5m}").ToString()""")]
    [InlineData("""string.Join(", ", new[] { 1.5m })""")]
    [InlineData(""" "at " + 1.5f""")]
    [InlineData("""((decimal?)1.5m).ToString()""")]
    [InlineData("""1.5m.ToString("0.##")""")]
    [InlineData("""$"at {(object)1.5m}" """)]
    [InlineData("""new System.Text.StringBuilder().Append(1.5m).ToString()""")]
    [InlineData("""Guard(() => ArgumentOutOfRangeException.ThrowIfNegative(1.5m))""")]
    [InlineData("""Guard(() => throw new ArgumentOutOfRangeException("part", -1, "A part is 0 or more."))""")]
    [InlineData("""Guard(() => { ArgumentOutOfRangeException refusal = new("part", -1.5m, "A part is 0 or more."); })""")]
    public void The_checker_sees_what_the_current_culture_would_write(string text) => Assert.Single(CultureChecker.Violations([("One.cs", Code(text))]));

    [Theory]
    [InlineData("""string.Create(System.Globalization.CultureInfo.InvariantCulture, $"at {1.5m}")""")]
    [InlineData("""FormattableString.Invariant($"at {1.5m}")""")]
    [InlineData("""new System.Text.StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"at {1.5m}").ToString()""")]
    [InlineData("""$"at {1.5m.ToString(System.Globalization.CultureInfo.InvariantCulture)} of {nameof(Code)}" """)]
    [InlineData("""string.Join(", ", new[] { "1.5" })""")]
    [InlineData("""Guard(() => ArgumentOutOfRangeException.ThrowIfNegative(1))""")]
    [InlineData("""Guard(() => throw new ArgumentOutOfRangeException("part", "-1.5", "A part is 0 or more."))""")]
    [InlineData("""Guard(() => throw new ArgumentOutOfRangeException("part", "A part is 0 or more."))""")]
    public void The_checker_passes_what_no_culture_changes(string text) => Assert.Empty(CultureChecker.Violations([("One.cs", Code(text))]));

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void What_is_refused_is_refused_in_the_same_words(string culture) => Assert.Equal(Words(""), Words(culture));

    private static readonly Timeframe Q3 = Timeframe.Quarter(2026, 3);

    private static readonly Func<object?>[] Refused =
    [
        () => GradeScale.Of("own", [new("", 1.5m), new("low", 0.4m), new("lower", 0.25m)], -1, MidpointRounding.AwayFromZero),
        () => GradeScale.Of("own", [new("all", 0), new("more", 1.5m)], 1, MidpointRounding.AwayFromZero),
        () => Goal.Increase(Kpis.ClickThroughRate, 0.Percent(), 2.5m.Percent(), Q3, new() { Curve = ExpectedCurve.Compound }),
        () => Goal.Increase(Kpis.ClickThroughRate, 3.5m.Percent(), 2.5m.Percent(), Q3),
        () => Goal.Decrease(Kpis.ResponseTimePerMessage, 1.5m.Seconds(), GoalTarget.Gain(2.5m.Seconds()), Q3),
        () => Goal.Grow(Kpis.FollowerCount, -1.5m.AsCount(), -0.5m.Percent(), Grain.Month, Q3),
        () => Goal.Milestones("Launch", [new("film", -1.5m), new("page", 1, new LocalDate(2027, 1, 2))], Q3),
        () => Objective.Of("Grow", [new KeyResult(Goal.YesNo("hire", Q3), -1.5m)], new() { Weight = -0.25m, CheckIns = [new(new(2026, 7, 1), "Eva", 1.5m)] }),
        () => StatusRule.Ratio(0.75m, 0.95m),
        () => StatusRule.GapPoints(2.5m, 1.5m),
        () => VerdictRule.AtDeadline.WithPartialFrom(1.5m),
        () => Quantile.At(-0.1m),
        () => Statistic.Quantile(-1.5m),
        () => Ambition.Aspirational(-1.5m),
        () => StatusRule.Default.StatusOf(0.5m, 1.25m),
        () => GradeScale.Google.GradeOf(-1.5m),
        () => QualityRules.Default.Daily(-1.5m),
        () => Context.Ago(-1, Grain.Day),
        () => ReportingCalendar.Iso.WithFiscalYearFrom(-1),
        () => Kpi.Define("k", Measures.Clicks, Unit.Count, (Direction)99),
        () => KpiQuery.Of(Kpis.LikeCount).AtLeast(Measures.Likes, -1.5m),
        () => Goal.FromJson("""{ "kpi": "click_through_rate", "shape": "increase", "from": 3.5, "to": "1.500", "during": "2026", "verdict_rule": { "late_days": -1 }, "status_rule": { "ratio": [0.7, 0.9] } }""", Catalog.Standard),
        () => GoalDraft.FromJson("""{ "kpi": "likes", "amount": -1.5e-40, "due_day": "31/12", "calendar": { "fiscal_year_from": -1 } }""", Catalog.Standard),
        () => VerdictRule.AtDeadline.AcceptingLate(12).WithPartialFrom(0.125m),
        () => Goal.KeepBelow(Kpis.LikeCount, -5.5m.AsCount(), Grain.Month, Q3).CheckSmart(peers: [1.5m.AsCount(), 2.AsCount()]),
    ];

    private static string[] Words(string culture)
    {
        using Cultures scope = Cultures.Use(culture);
        return [.. Refused.Select(Words)];
    }

    private static string Words(Func<object?> make)
    {
        try
        {
            return $"{make()}";
        }
        catch (DefinitionException refusal)
        {
            return refusal.Message;
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message;
        }
    }

    private static string Code(string text) => $"class One {{ static string Guard(Action guard) => \"\"; string Text => {text}; string Code => \"\"; }}";
}
