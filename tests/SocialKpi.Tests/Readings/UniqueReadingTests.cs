using NodaTime;

namespace SocialKpi.Tests.Readings;

public sealed class UniqueReadingTests
{
    private static readonly Kpi Reach = Kpi.Define("reach", Measures.AccountReach, Unit.Count);

    private static readonly Kpi Frequency = Kpi.Define("frequency", Measures.Impressions / Measures.AccountReach, Unit.Number);

    private static readonly KpiTable Table = Facts.FromColumns(columns => columns
        .Time([new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 2), new LocalDate(2026, 2, 1)])
        .Measure(Measures.AccountReach, [60m, 40m, 80m])
        .Measure(Measures.Impressions, [120m, 80m, 160m]))
        .Read(KpiQuery.Of(Reach, Frequency).By(Grain.Month));

    [Fact]
    public void Unique_OneCount_IsExact()
    {
        Reading february = Table[Reach, Timeframe.Month(2026, 2)];

        Assert.Equal(80m, february.Value);
        Assert.Null(february.Bounds);
        Assert.Empty(february.Caveats);
    }

    [Fact]
    public void Unique_SeveralCounts_AreGrossWithBounds()
    {
        Reading january = Table[Reach, Timeframe.Month(2026, 1)];

        Assert.Equal(100m, january.Value);
        Assert.Equal(new Bounds(60, 100), january.Bounds);
        Assert.Equal("account_reach adds 2 counts, and somebody may be in more than one: between 60 and 100 people", Assert.Single(january.Caveats).Text);
    }

    [Fact]
    public void Unique_MoreThanADecimalHolds_AreAtLeastTheLargestCount()
    {
        KpiTable table = Facts.FromColumns(columns => columns.Measure(Measures.AccountReach, [999_999_999_999_999_999m])).Read(KpiQuery.Of(Reach));
        for (int twice = 0; twice < 37; twice++) table = table.Merge(table);

        Assert.Equal(Absence.OutOfRange, table[Reach].Absence);
        Assert.Equal("account_reach adds 137,438,953,472 counts, and somebody may be in more than one: at least 999,999,999,999,999,999 people", Assert.Single(table[Reach].Caveats).Text);
    }

    [Fact]
    public void Unique_Total_IsBoundedByTheLargestCountAndTheSumOfAll() => Assert.Equal(new Bounds(80, 180), Table[Reach].Bounds);

    [Fact]
    public void Unique_AsDenominator_TurnsTheBoundsAround()
    {
        Reading frequency = Table[Frequency];

        Assert.Equal(2m, frequency.Value);
        Assert.Equal(new Bounds(2m, 4.5m), frequency.Bounds);
        Assert.Contains("truly between 2 and 4.5", frequency.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unique_CountsOfZero_DoNotMakeItGross()
    {
        Reading reading = Facts.FromColumns(columns => columns.Measure(Measures.AccountReach, [60m, 0m, null])).Read(KpiQuery.Of(Reach))[Reach];

        Assert.Equal(60m, reading.Value);
        Assert.Null(reading.Bounds);
    }

    [Fact]
    public void Sum_OfPeople_IsRefused() => Assert.Throws<DefinitionException>(() => Measure.Sum("x", Unit.Count, Measures.AccountReach));
}
