using NodaTime;

namespace SocialKpi.Tests.Themes;

/// <summary>A stock whose value needs more than a decimal holds is absent with its reason; it throws nowhere, and its states travel as bytes.</summary>
public class StockRangeTests
{
    private static readonly Measure Price = Measure.Sum("price", Unit.Number);
    private static readonly Measure Volume = Measure.Sum("volume", Unit.Number);
    private static readonly Kpi Worth = Kpi.Define("worth", Measure.Snapshot("worth_now", Unit.Number, Price * Volume * Volume, ["account"]), Unit.Number);

    private static Facts Of(params (string Account, int Day, decimal Price, decimal Volume)[] rows) => Facts.FromRows(rows, row => row
        .Time(r => new LocalDate(2026, 3, r.Day))
        .Dimension("account", r => r.Account)
        .Measure(Price, r => r.Price)
        .Measure(Volume, r => r.Volume));

    [Theory]
    [InlineData("100000000000000000", "1000000000")] // 10³⁵ fits into 128 bits, and no decimal.
    [InlineData("999999999999999999", "999999999999999999")] // Almost 10⁵⁴ fits into neither.
    public void Read_ValueBeyondDecimal_IsOutOfRange(string price, string volume)
    {
        (decimal p, decimal v) = (decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(volume, System.Globalization.CultureInfo.InvariantCulture));
        Facts facts = Of(("a", 1, 2, 3), ("b", 1, p, v));
        KpiTable table = facts.Read(KpiQuery.Of(Worth).By("account"));
        Assert.Equal(18m, table[Worth, Segment.Of("account", "a")].Value);
        Assert.Equal(Absence.OutOfRange, table[Worth, Segment.Of("account", "b")].Absence);
        Assert.Equal(Absence.OutOfRange, table[Worth].Absence);
        Assert.Contains("out of range", table[Worth].Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LaterValueInRange_Stands() =>
        Assert.Equal(12m, Of(("a", 1, 999_999_999_999_999_999m, 999_999_999_999_999_999m), ("a", 2, 3, 2)).Read(KpiQuery.Of(Worth))[Worth].Value);

    [Fact]
    public void ToStates_ValueBeyondDecimal_ComesBackAsItWas()
    {
        Facts facts = Of(("a", 1, 999_999_999_999_999_999m, 999_999_999_999_999_999m));
        KpiQuery query = KpiQuery.Of(Worth).By("account");
        Aggregator sender = new(query), receiver = new(query);
        sender.Add(facts);
        receiver.Merge(sender.ToStates());
        Assert.Equal(sender.ToStates(), receiver.ToStates());
        Assert.Equal(Absence.OutOfRange, receiver.Result()[Worth].Absence);
    }
}
