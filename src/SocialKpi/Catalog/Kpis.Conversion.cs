using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>Goals reached, leads, customers, applicants, revenue.</content>
public static partial class Kpis
{
    private const string ConversionDispute = "Conversions are divided by clicks, sessions, visitors or people reached, under one name.";
    private const string SocialConversionDispute = "\"Social media conversion rate\" means conversions per social visit to some, the social share of all conversions to others, and conversions per person reached or follower to a third kind.";
    private const string LeadDispute = "\"Lead conversion rate\" means visitors who become leads to some and leads who become customers to others.";

    /// <summary>How many conversions.</summary>
    public static Kpi ConversionCount { get; } = Total("conversions", Conversions, "Conversions", "Goal events reached.", "conversion", tier: KpiTier.Outcome, source: "NSMA: people who acted on the content; GA4; Meta", disputes: ["GA4 calls them key events and Meta results; which events count, in which window and with which attribution, is set there."]);

    /// <summary>Conversions ÷ clicks.</summary>
    public static Kpi ConversionRate { get; } = Define(
        "conversion_rate", Conversions / Clicks, Unit.Ratio, Direction.HigherIsBetter,
        "Conversion rate", "Conversions per click; events can pass 100 %.", "conversion", KpiTier.Outcome,
        AdvertisingExports, ["Others divide by visitors, sessions or reach."]);

    /// <summary>Conversions ÷ sessions.</summary>
    public static Kpi ConversionRateBySessions { get; } = Converting(
        "conversion_rate.by_sessions", Conversions / Sessions, "Conversion rate by sessions", "Conversions per session; events can pass 100 %.", "Universal Analytics: goal conversion rate", ConversionDispute);

    /// <summary>Conversions ÷ visitors. Over several counts of people it has bounds.</summary>
    public static Kpi ConversionRateByVisitors { get; } = Converting(
        "conversion_rate.by_visitors", Conversions / Visitors, "Conversion rate by visitors", "Conversions per visitor; events can pass 100 %.", "Plantracker, dlvr.it: of visitors or users, here with every event counted", ConversionDispute);

    /// <summary>Conversions ÷ account reach. Over several counts of people it has bounds.</summary>
    public static Kpi ConversionRateByAccountReach { get; } = Converting(
        "conversion_rate.by_account_reach", Conversions / AccountReach, "Conversion rate by reach", "Conversions per person reached.", "NSMA: people who acted on the content of an account, here per person who saw it", ConversionDispute);

    /// <summary>Sessions with a conversion ÷ sessions.</summary>
    public static Kpi ConvertingSessionRate { get; } = Converting(
        "conversion_rate.converting_sessions", ConvertingSessions / Sessions, "Sessions that convert", "Sessions with at least one conversion.", "GA4: session key event rate", ConversionDispute);

    /// <summary>People with a conversion ÷ visitors. Over several counts of people it has bounds.</summary>
    public static Kpi ConvertingVisitorRate { get; } = Converting(
        "conversion_rate.converting_visitors", ConvertingVisitors / Visitors, "Visitors who convert", "Visitors with at least one conversion.", "GA4: user key event rate", ConversionDispute);

    /// <summary>Social conversions ÷ social sessions.</summary>
    public static Kpi ConversionsPerSocialVisit { get; } = Converting(
        "social_media_conversion_rate.by_social_visits", SocialConversions / SocialSessions, "Conversions per social visit", "Conversions credited to social media per visit from there.", "calculator.city; Hootsuite's types of objectives name it without a formula", SocialConversionDispute);

    /// <summary>Social conversions ÷ all conversions.</summary>
    public static Kpi SocialShareOfConversions { get; } = Converting(
        "social_media_conversion_rate.share_of_conversions", SocialConversions / Conversions, "Social share of conversions", "Conversions credited to social media as a share of all conversions.", "Hootsuite: social conversions ÷ all conversions", SocialConversionDispute);

    /// <summary>Social conversions ÷ account reach. Over several counts of people it has bounds.</summary>
    public static Kpi SocialConversionsByAccountReach { get; } = Converting(
        "social_media_conversion_rate.by_account_reach", SocialConversions / AccountReach, "Social conversions by reach", "Conversions credited to social media per person reached.", "Texts of the Sprout Social type: by audience or reach", SocialConversionDispute);

    /// <summary>Social conversions ÷ followers at the end.</summary>
    public static Kpi SocialConversionsByFollowers { get; } = Converting(
        "social_media_conversion_rate.by_followers", SocialConversions / Followers, "Social conversions by followers", "Conversions of the whole period credited to social media, per follower at its end.", "Texts of the Sprout Social type: by the total audience", SocialConversionDispute);

    /// <summary>How many leads.</summary>
    public static Kpi LeadCount { get; } = Total("leads", Leads, "Leads", "Potential customers who left their details.", "conversion", tier: KpiTier.Outcome, source: "Swedish list of 22 KPIs: lead generation; Hootsuite's types of objectives");

    /// <summary>Leads ÷ visitors. Over several counts of people it has bounds.</summary>
    public static Kpi LeadGenerationRateByVisitors { get; } = Converting(
        "lead_generation_rate.by_visitors", Leads / Visitors, "Lead generation rate", "Leads per visitor.", "Klipfolio: leads ÷ visitors", LeadDispute);

    /// <summary>Leads ÷ clicks.</summary>
    public static Kpi LeadGenerationRateByClicks { get; } = Converting(
        "lead_generation_rate.by_clicks", Leads / Clicks, "Lead generation rate by clicks", "Leads per click.", "Trade usage without a known author; Klipfolio divides by visitors", LeadDispute);

    /// <summary>New customers ÷ leads.</summary>
    public static Kpi LeadToCustomerRate { get; } = Converting(
        "lead_to_customer_rate", NewCustomers / Leads, "Lead to customer", "Customers won per lead. Count both of one group of leads: a lead may buy in a later period.", "Hootsuite's types of objectives: leads converted into customers", LeadDispute);

    /// <summary>Qualified applicants ÷ applicants.</summary>
    public static Kpi QualifiedShareOfApplicants { get; } = Converting(
        "recruitment_conversion.by_applicants", QualifiedApplicants / Applicants, "Qualified applicants", "Applicants who meet the criteria of the job.", "Hootsuite's types of objectives: conversion of candidates, good ones", "Others divide by clicks.");

    /// <summary>Qualified applicants ÷ clicks.</summary>
    public static Kpi RecruitmentConversionByClicks { get; } = Converting(
        "recruitment_conversion.by_clicks", QualifiedApplicants / Clicks, "Recruitment conversion", "Qualified applicants per click.", "Hootsuite's types of objectives: conversion of candidates, good ones", "Others divide by applicants.");

    /// <summary>What was earned and attributed.</summary>
    public static Kpi TotalRevenue { get; } = Worth("revenue", Revenue, "Revenue", "What was earned and attributed to social media.", "conversion", source: "dlvr.it: income from social media; Plantracker: revenue of visitors from there", disputes: ["Which revenue is credited depends on the attribution."]);

    /// <summary>Revenue ÷ orders.</summary>
    public static Kpi AverageOrderValue { get; } = Worth("average_order_value", Revenue / Orders, "Average order value", "What a purchase brings in.", "conversion", "Trade usage without a known author; the revenue is that of Plantracker, by purchases");

    /// <summary>Goal value ÷ social sessions.</summary>
    public static Kpi EconomicValuePerSession { get; } = Worth(
        "economic_value_per_session", GoalValue / SocialSessions, "Economic value per visit", "What the goals reached are worth, per visit from social media.", "conversion", "TrueSocialMetrics: economic value");

    private static Kpi[] OfConversion =>
    [
        ConversionCount, ConversionRate, ConversionRateBySessions, ConversionRateByVisitors, ConversionRateByAccountReach, ConvertingSessionRate,
        ConvertingVisitorRate, ConversionsPerSocialVisit, SocialShareOfConversions, SocialConversionsByAccountReach, SocialConversionsByFollowers, LeadCount,
        LeadGenerationRateByVisitors, LeadGenerationRateByClicks, LeadToCustomerRate, QualifiedShareOfApplicants, RecruitmentConversionByClicks,
        TotalRevenue, AverageOrderValue, EconomicValuePerSession,
    ];

    private static Kpi Converting(string id, Formula formula, string label, string description, string source, string dispute) =>
        Rate(id, formula, label, description, "conversion", source, [dispute]);
}
