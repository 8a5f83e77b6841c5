namespace SocialKpi;

/// <content>What was paid, earned and saved. Its currency comes with the data.</content>
public static partial class Measures
{
    /// <summary>What was paid for media.</summary>
    public static Measure Spend { get; } = Measure.Sum("spend", Unit.Money);

    /// <summary>What social media cost in all: hours, agencies, tools and media.</summary>
    public static Measure TotalCost { get; } = Measure.Sum("total_cost", Unit.Money);

    /// <summary>What sales and marketing cost in all.</summary>
    public static Measure SalesAndMarketingCost { get; } = Measure.Sum("sales_and_marketing_cost", Unit.Money);

    /// <summary>What was earned and attributed.</summary>
    public static Measure Revenue { get; } = Measure.Sum("revenue", Unit.Money);

    /// <summary>What is left of the revenue after the cost of what was sold.</summary>
    public static Measure GrossProfit { get; } = Measure.Sum("gross_profit", Unit.Money);

    /// <summary>Costs that social media spared elsewhere, such as calls not taken.</summary>
    public static Measure CostSavings { get; } = Measure.Sum("cost_savings", Unit.Money);

    /// <summary>What the goals reached are worth, by the values somebody gave them.</summary>
    public static Measure GoalValue { get; } = Measure.Sum("goal_value", Unit.Money);

    /// <summary>What a thousand impressions cost in the market, supplied by the user: a row value.</summary>
    public static Measure MarketCostPerMille { get; } = Measure.Sum("market_cost_per_mille", Unit.Money);

    /// <summary>What an engagement costs in the market, supplied by the user: a row value.</summary>
    public static Measure MarketCostPerEngagement { get; } = Measure.Sum("market_cost_per_engagement", Unit.Money);

    private static Measure[] OfMoney =>
    [
        Spend, TotalCost, SalesAndMarketingCost, Revenue, GrossProfit, CostSavings, GoalValue,
        MarketCostPerMille, MarketCostPerEngagement,
    ];
}
