using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SocialKpi.Tests.Data;

public sealed class QualityReportLaws
{
    private static readonly QualityRules[] Rules =
    [
        QualityRules.Default,
        QualityRules.Default.Per("account"),
        QualityRules.Default.Daily(2),
        QualityRules.Default.Per("account").Daily(2),
    ];

    /// <summary>Few days, few accounts and small figures, so that rows overlap, repeat and contradict each other.</summary>
    private static readonly Arbitrary<(QualityDay[] Days, int Seed)> Tables = Arb.From(
        from days in Gen.ArrayOf(
            from account in Gen.Elements("a", "b", null)
            from day in Gen.Choose(1, 12)
            from followers in Gen.OneOf(Gen.Constant((long?)null), Gen.Choose(-2, 60).Select(value => (long?)value))
            from comments in Gen.Choose(-2, 3)
            select new QualityDay(account, new LocalDate(2026, 3, day), followers, comments))
        from seed in Gen.Choose(0, 1_000)
        select (days, seed));

    [Fact]
    public void The_order_of_rows_changes_nothing_but_row_numbers() =>
        Prop.ForAll(Tables, table =>
        {
            QualityDay[] shuffled = [.. table.Days];
            new Random(table.Seed).Shuffle(shuffled);
            foreach (QualityRules rules in Rules)
                Assert.Equal(Text(QualityDay.Facts(table.Days).Quality(rules)), Text(QualityDay.Facts(shuffled).Quality(rules)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_row_number_is_that_of_a_row_that_shows_the_finding() =>
        Prop.ForAll(Tables, table =>
        {
            foreach (QualityFinding finding in Rules.SelectMany(rules => QualityDay.Facts(table.Days).Quality(rules).Findings))
            {
                QualityDay[] rows = [.. finding.FirstRows.Select(row => table.Days[row - 1])];
                Assert.All(rows, row => Assert.True(finding.Segment.IsWhole || finding.Segment["account"] == row.Account));
                Assert.All(rows, row => Assert.True(finding.When!.Value.Contains(row.Day)));
                Assert.All(rows, row => Assert.True(finding.Kind switch
                {
                    QualityKind.UnknownDays => row.Followers is null,
                    QualityKind.NegativeCount or QualityKind.NetCount => (finding.Column == "comments" ? row.Comments : row.Followers) < 0,
                    QualityKind.RepeatedRows => table.Days.Count(other => other.Account == row.Account && other.Day == row.Day) > 1 || finding.Segment.IsWhole,
                    _ => true,
                }));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_and_missing_days_together_are_all_days_between_first_and_last() =>
        Prop.ForAll(Tables, table =>
        {
            QualityReport report = QualityDay.Facts(table.Days).Quality(QualityRules.Default.Per("account").Daily());
            foreach (IGrouping<string?, QualityDay> account in table.Days.GroupBy(day => day.Account))
            {
                LocalDate[] days = [.. account.Select(day => day.Day).Distinct()];
                long missing = report.Of(QualityKind.MissingDays).Where(gap => gap.Segment["account"] == account.Key).Sum(gap => gap.Count);
                Assert.Equal(Period.DaysBetween(days.Min(), days.Max()) + 1, days.Length + missing);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Raising_the_factor_never_finds_more_jumps() =>
        Prop.ForAll(Tables, table =>
        {
            Facts facts = QualityDay.Facts(table.Days);
            int[] jumps = [.. new[] { 1m, 1.5m, 3, 20 }.Select(factor => facts.Quality(QualityRules.Default.Per("account").Daily(factor)).Of(QualityKind.Jump).Count)];
            Assert.Equal(jumps.OrderDescending(), jumps);
        }).QuickCheckThrowOnFailure();

    /// <summary>Everything but the row numbers, of which there must be as many.</summary>
    private static IEnumerable<string> Text(QualityReport report) =>
        report.Findings.Select(finding => $"{finding} {finding.Column} {finding.Count} {finding.FirstRows.Count}").Append($"{report.RowCount}");
}
