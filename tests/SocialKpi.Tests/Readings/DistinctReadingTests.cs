namespace SocialKpi.Tests.Readings;

/// <summary>Numbers of different ids on rows small enough to count by hand.</summary>
public sealed class DistinctReadingTests
{
    private static readonly Measure Customers = Measure.Distinct("customers", of: "customer_id");
    private static readonly Kpi CustomerCount = Kpi.Define("customers", Customers, Unit.Count);

    private static readonly Facts Orders = Facts.FromColumns(columns => columns
        .Dimension("platform", ["x", "x", "x", "y", "y"])
        .Dimension("customer_id", ["ann", "bob", "ann", "ann", null])
        .Measure(Measures.Spend, [10, 20, 30, 40, 50], Currency.EUR));

    [Fact]
    public void Read_ByPlatform_CountsACustomerOfBothOnceInTheTotal()
    {
        KpiTable table = Orders.Read(KpiQuery.Of(CustomerCount).By("platform"));
        Assert.Equal([2m, 1m], table.Rows.Select(row => row[CustomerCount].Value));
        Assert.Equal((2m, 4L), (table[CustomerCount].Value, table[CustomerCount].RowsUsed));
        Assert.Equal("1 of 5 rows left out: customer_id is unknown on 1", Assert.Single(table[CustomerCount].Caveats).Text);
    }

    [Fact]
    public void Read_InAFormula_TakesTheRowsWhoseIdIsKnown()
    {
        Kpi perCustomer = Kpi.Define("spend_per_customer", Measures.Spend / Customers, Unit.Money);
        Assert.Equal(50m.Of(Currency.EUR), Orders.Read(KpiQuery.Of(perCustomer))[perCustomer].Quantity);
    }

    [Fact]
    public void Read_UnderACondition_IsZeroWhereNoRowMeetsIt()
    {
        Kpi big = Kpi.Define("big_customers", Customers.Where(Condition.AtLeast("spend", 30), "big_customers"), Unit.Count);
        KpiTable table = Orders.Read(KpiQuery.Of(big).Where(Condition.AtMost("spend", 40)).By("customer_id"));
        Assert.Equal(1m, table[big].Value);
        Assert.Equal([1m, 0m], table.Rows.Select(row => row[big].Value));
        Assert.Equal([Condition.AtLeast("spend", 30)], Assert.Single(big.Formula.Measures).Conditions);
    }

    [Fact]
    public void Read_AcrossPlatforms_MergesTheIds()
    {
        Kpi share = Kpi.Define("share_of_customers", Customers / Customers.At(Context.Across("platform")), Unit.Ratio);
        KpiTable table = Orders.Read(KpiQuery.Of(share).By("platform"));
        Assert.Equal([1m, 0.5m], table.Rows.Select(row => row[share].Value));
    }

    [Fact]
    public void Explain_ACount_SaysOfWhat()
    {
        Kpi big = Kpi.Define("big_customers", Customers.Where(Condition.AtLeast("spend", 30), "big_customers") / Customers, Unit.Ratio);
        Assert.Equal(
            ["big_customers: number of different customer_id, where spend at least 30", "customers: number of different customer_id"],
            Orders.Read(KpiQuery.Of(big))[big].Explain().RowValues);
    }

    [Fact]
    public void Merge_OfTablesThatNumberTheirIdsDifferently_ComparesTheIds()
    {
        Facts others = Facts.FromColumns(columns => columns.Dimension("customer_id", ["bob", "cid"]));
        Assert.Equal(3m, Orders.Read(KpiQuery.Of(CustomerCount)).Merge(others.Read(KpiQuery.Of(CustomerCount)))[CustomerCount].Value);
    }
}
