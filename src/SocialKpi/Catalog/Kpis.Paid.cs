using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>What media cost, and what they brought back.</content>
public static partial class Kpis
{
    private const string ActionDispute = "CPA is the cost of an action to some and of an acquired customer to others, in media alone or in all.";
    private const string GainDispute = "Some count cost savings as a gain, take a margin off first, count media alone as the cost, or print cost : return.";

    /// <summary>What was paid for media.</summary>
    public static Kpi TotalSpend { get; } = Define("spend", Spend, Unit.Money, Direction.Neutral, "Spend", "What was paid for media.", "paid", KpiTier.Business, source: "Meta: amount spent; LinkedIn Campaign Manager: total spent");

    /// <summary>Spend ÷ clicks.</summary>
    public static Kpi CostPerClick { get; } = Cost("cost_per_click", Spend / Clicks, "Cost per click", "What a click costs.", disputes: ["Meta prints one per click on a link and one per click of any kind: cost_per_click.link, cost_per_click.all_clicks. This takes the clicks that the source reports."]);

    /// <summary>Spend ÷ link clicks.</summary>
    public static Kpi CostPerLinkClick { get; } = Cost("cost_per_click.link", Spend / LinkClicks, "Cost per link click", "What a click on a link costs.", "Meta: CPC (cost per link click)");

    /// <summary>Spend ÷ clicks of every kind.</summary>
    public static Kpi CostPerClickOfAnyKind { get; } = Cost("cost_per_click.all_clicks", Spend / AllClicks, "Cost per click of any kind", "What a click of any kind costs.", "Meta: CPC (all)");

    /// <summary>1,000 × spend ÷ impressions.</summary>
    public static Kpi CostPerMille { get; } = Cost("cost_per_mille", 1000 * Spend / Impressions, "Cost per 1,000 impressions", "What a thousand impressions cost.", disputes: ["Some mean a thousand people reached, not impressions: cost_per_mille.by_account_reach."]);

    /// <summary>1,000 × spend ÷ viewable impressions.</summary>
    public static Kpi CostPerMilleViewable { get; } = Cost("cost_per_mille.viewable", 1000 * Spend / ViewableImpressions, "Cost per 1,000 viewable impressions", "What a thousand viewable impressions cost.", "Google Ads: viewable CPM");

    /// <summary>1,000 × spend ÷ account reach. Over several counts of people it has bounds.</summary>
    public static Kpi CostPerThousandPeople { get; } = Cost(
        "cost_per_mille.by_account_reach", 1000 * Spend / AccountReach, "Cost per 1,000 people reached", "What it costs to reach a thousand people.", "Meta: cpp, cost per 1,000 people reached",
        ["Counts of people added up make it too low, which its bounds show."]);

    /// <summary>Spend ÷ conversions.</summary>
    public static Kpi CostPerAction { get; } = Cost("cost_per_action", Spend / Conversions, "Cost per action", "What a conversion costs, in media alone.", source: "Meta: cost per result; Propel Collective, Tupic: CPA", disputes: [ActionDispute]);

    /// <summary>Total cost ÷ conversions.</summary>
    public static Kpi CostPerActionFullyLoaded { get; } = Cost("cost_per_action.fully_loaded", TotalCost / Conversions, "Cost per action, fully loaded", "What a conversion costs in all: hours, agencies, tools and media.", "Propel Collective, Tupic: CPA in media alone or fully loaded", [ActionDispute]);

    /// <summary>Spend ÷ new customers.</summary>
    public static Kpi CostPerAcquisition { get; } = Cost("cost_per_acquisition", Spend / NewCustomers, "Cost per acquisition", "What a new customer costs, in media alone.", "Propel Collective, Tupic: CPA of a customer", [ActionDispute]);

    /// <summary>Total cost ÷ new customers.</summary>
    public static Kpi CostPerAcquisitionFullyLoaded { get; } = Cost("cost_per_acquisition.fully_loaded", TotalCost / NewCustomers, "Cost per acquisition, fully loaded", "What a new customer costs in all of social media: hours, agencies, tools and media.", "Propel Collective, Tupic: CPA of a customer, fully loaded", [ActionDispute, "The cost of all sales and marketing is that of customer_acquisition_cost."]);

    /// <summary>Sales and marketing cost ÷ new customers.</summary>
    public static Kpi CustomerAcquisitionCost { get; } = Cost(
        "customer_acquisition_cost", SalesAndMarketingCost / NewCustomers, "Customer acquisition cost", "What a new customer costs in all sales and marketing.", "Earnado: all cost of sales and marketing by new customers", [ActionDispute]);

    /// <summary>Spend ÷ leads.</summary>
    public static Kpi CostPerLead { get; } = Cost("cost_per_lead", Spend / Leads, "Cost per lead", "What a lead costs, in media alone.", "Adlega: CPL", ["Some call it CPA, or count all cost."]);

    /// <summary>Total cost ÷ leads.</summary>
    public static Kpi CostPerLeadFullyLoaded { get; } = Cost("cost_per_lead.fully_loaded", TotalCost / Leads, "Cost per lead, fully loaded", "What a lead costs in all: hours, agencies, tools and media.", "Adlega: CPL, fully loaded");

    /// <summary>Spend ÷ engagements.</summary>
    public static Kpi CostPerEngagement { get; } = Cost("cost_per_engagement", Spend / Engagements, "Cost per engagement", "What an interaction costs, as the platform totals them.", "Google Ads: average CPE", [InteractionsDispute]);

    /// <summary>Spend ÷ views.</summary>
    public static Kpi CostPerView { get; } = Cost("cost_per_view", Spend / Views, "Cost per view", "What a view costs, by the rule of the platform.", "Google Ads: average CPV", ["Platforms differ in when a play is a view."]);

    /// <summary>Spend ÷ completed views.</summary>
    public static Kpi CostPerCompletedView { get; } = Cost("cost_per_view.completed", Spend / VideoCompletions, "Cost per completed view", "What a video watched to its end costs.", "Trade usage without a known author; beside the CPV of Google Ads");

    /// <summary>Spend ÷ ThruPlays.</summary>
    public static Kpi CostPerThruPlay { get; } = Cost("cost_per_view.thruplays", Spend / ThruPlays, "Cost per ThruPlay", "What a play to the end, or of fifteen seconds or more, costs.", "Meta: cost per ThruPlay");

    /// <summary>Spend ÷ followers gained.</summary>
    public static Kpi CostPerFollower { get; } = Cost("cost_per_follower", Spend / Follows, "Cost per follower", "What a follower gained costs.", "Trade usage without a known author");

    /// <summary>Revenue ÷ spend, a plain number: 4 means 4 : 1.</summary>
    public static Kpi ReturnOnAdSpend { get; } = Define(
        "return_on_ad_spend", Revenue / Spend, Unit.Number, Direction.HigherIsBetter,
        "Return on ad spend", "Revenue per unit of spend; 4 means 4 : 1.", "paid", KpiTier.Business, AdvertisingExports, ["Sometimes printed in per cent.", "Vantage takes the spend off first: that is return_on_investment."]);

    /// <summary>Revenue ÷ gross profit, which is 1 ÷ gross margin.</summary>
    public static Kpi BreakEvenReturnOnAdSpend { get; } = PerItem(
        "break_even_return_on_ad_spend", Revenue / GrossProfit, "Break-even return on ad spend", "From which ROAS on the gross profit covers the spend.", "paid", "Toolsmartly: 1 ÷ gross margin", null, KpiTier.Business, Direction.LowerIsBetter);

    /// <summary>(Revenue − spend) ÷ spend.</summary>
    public static Kpi ReturnOnInvestment { get; } = Define(
        "return_on_investment", (Revenue - Spend) / Spend, Unit.Ratio, Direction.HigherIsBetter,
        "Return on investment", "What each unit of spend earned beyond itself.", "paid", KpiTier.Business,
        "Swedish list of 22 KPIs: the return compared with the investment; Taglab, MeetEdgar", ["Some count cost savings as a gain, take a margin off first, or print cost : return."]);

    /// <summary>(Revenue + cost savings − spend) ÷ spend.</summary>
    public static Kpi ReturnOnInvestmentWithSavings { get; } = Return(
        "return_on_investment.with_savings", (Revenue + CostSavings - Spend) / Spend, "Return on investment with savings", "What each unit of spend earned or spared beyond itself.", "Plantracker: the gain is revenue and costs spared");

    /// <summary>(Gross profit − spend) ÷ spend.</summary>
    public static Kpi ReturnOnInvestmentOfMargin { get; } = Return(
        "return_on_investment.margin_adjusted", (GrossProfit - Spend) / Spend, "Return on investment, on margin", "What each unit of spend earned beyond itself, after the cost of what was sold.", "Taglab, MeetEdgar, Brandwatch on ROI: the gain with its margin");

    /// <summary>(Revenue − total cost) ÷ total cost.</summary>
    public static Kpi ReturnOnInvestmentFullyLoaded { get; } = Return(
        "return_on_investment.fully_loaded", (Revenue - TotalCost) / TotalCost, "Return on investment, fully loaded", "What each unit of all cost earned beyond itself: hours, agencies, tools and media.", "Plantracker: the cost is hours or the agency");

    /// <summary>(Revenue + cost savings − total cost) ÷ total cost.</summary>
    public static Kpi ReturnOnInvestmentFullyLoadedWithSavings { get; } = Return(
        "return_on_investment.fully_loaded.with_savings", (Revenue + CostSavings - TotalCost) / TotalCost, "Return on investment, fully loaded, with savings", "What each unit of all cost earned or spared beyond itself.", "Plantracker: costs against revenue and costs spared");

    /// <summary>Spend ÷ revenue, a plain number: 0.25 means 1 : 4.</summary>
    public static Kpi CostToReturn { get; } = PerItem(
        "return_on_investment.cost_to_return", Spend / Revenue, "Cost : return", "Spend per unit of revenue; 0.25 means 1 : 4.", "paid", "NSMA: the ratio of costs to returns", [GainDispute], KpiTier.Business, Direction.LowerIsBetter);

    private static Kpi[] OfPaid =>
    [
        TotalSpend, CostPerClick, CostPerLinkClick, CostPerClickOfAnyKind, CostPerMille, CostPerMilleViewable, CostPerThousandPeople, CostPerAction,
        CostPerActionFullyLoaded, CostPerAcquisition, CostPerAcquisitionFullyLoaded, CustomerAcquisitionCost, CostPerLead, CostPerLeadFullyLoaded, CostPerEngagement, CostPerView,
        CostPerCompletedView, CostPerThruPlay, CostPerFollower, ReturnOnAdSpend, BreakEvenReturnOnAdSpend, ReturnOnInvestment,
        ReturnOnInvestmentWithSavings, ReturnOnInvestmentOfMargin, ReturnOnInvestmentFullyLoaded, ReturnOnInvestmentFullyLoadedWithSavings, CostToReturn,
    ];

    private static Kpi Return(string id, Formula formula, string label, string description, string source) =>
        Rate(id, formula, label, description, "paid", source, [GainDispute], KpiTier.Business);
}
