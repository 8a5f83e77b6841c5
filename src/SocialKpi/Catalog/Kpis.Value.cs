using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>What a customer is worth.</content>
public static partial class Kpis
{
    private const string LifetimeDispute = "Forms differ: with or without margin, from purchases or from churn, from the past or discounted from a model.";

    private static Formula PurchasesOverLifespan =>
        Revenue / Orders * (Orders / ActiveCustomers) * (Measure.Sum("customer_lifetimes", Unit.Count, of: ActiveCustomers * CustomerLifespan) / ActiveCustomers);

    private static Formula RevenuePerChurn => Revenue / ActiveCustomers / (LostCustomers / CustomersAtStart);

    /// <summary>Average purchase value × purchases per customer × lifespan.</summary>
    public static Kpi CustomerLifetimeValueByPurchases { get; } = Lifetime(
        "customer_lifetime_value.by_purchases", PurchasesOverLifespan, "Customer lifetime value", "What a customer pays: value of a purchase × purchases a period × periods.", "qeeebo.com: value of a purchase × frequency × lifespan");

    /// <summary>Average purchase value × purchases per customer × lifespan × gross margin.</summary>
    public static Kpi CustomerLifetimeValueByPurchasesOnMargin { get; } = Lifetime(
        "customer_lifetime_value.by_purchases.margin_adjusted", PurchasesOverLifespan * (GrossProfit / Revenue), "Customer lifetime value on margin",
        "What a customer leaves after the cost of what was sold: value of a purchase × purchases a period × periods × margin.", "qeeebo.com: value of a purchase × frequency × lifespan; with the margin it is trade usage");

    /// <summary>Revenue per customer ÷ churn.</summary>
    public static Kpi CustomerLifetimeValueByChurn { get; } = Lifetime(
        "customer_lifetime_value.by_churn", RevenuePerChurn, "Customer lifetime value by churn", "Revenue per customer and period ÷ the share of customers lost in a period; without churn it has no value.", "Trade usage without a known author: ARPU by churn");

    /// <summary>Revenue per customer × gross margin ÷ churn.</summary>
    public static Kpi CustomerLifetimeValueByChurnOnMargin { get; } = Lifetime(
        "customer_lifetime_value.by_churn.margin_adjusted", RevenuePerChurn * (GrossProfit / Revenue), "Customer lifetime value by churn on margin",
        "Gross profit per customer and period ÷ the share of customers lost in a period; without churn it has no value.", "Trade usage without a known author: ARPU on margin by churn");

    /// <summary>The mean over customers of what each paid from first to last purchase.</summary>
    public static Kpi HistoricalCustomerLifetimeValue { get; } = Lifetime(
        "customer_lifetime_value.historical", Measure.Mean("mean_lifetime_revenue", Unit.Money, of: "lifetime_revenue"), "Customer lifetime value, historical",
        "What customers paid from their first purchase to their last, on average.", "Swedish list of 22 KPIs: the revenue of a customer's lifetime");

    private static Kpi[] OfValue =>
    [
        CustomerLifetimeValueByPurchases, CustomerLifetimeValueByPurchasesOnMargin, CustomerLifetimeValueByChurn,
        CustomerLifetimeValueByChurnOnMargin, HistoricalCustomerLifetimeValue,
    ];

    private static Kpi Lifetime(string id, Formula formula, string label, string description, string source) =>
        Worth(id, formula, label, description, "value", source, [LifetimeDispute]);
}
