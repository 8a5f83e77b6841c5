using static SocialKpi.Measures;

namespace SocialKpi;

/// <content>How customers are answered, and what that spares.</content>
public static partial class Kpis
{
    private const string ResponseDispute = "Mean, median and percentiles, messages and conversations, all hours and business hours go by one name; Facebook's badge is the mean of the fastest 90 % of 30 days, which has no id here: which replies are the fastest is known only of the whole, not of a row. Messages without a reply have no time: read the response rate beside it.";

    /// <summary>The median time from an inbound message to the reply to it.</summary>
    public static Kpi ResponseTimePerMessage { get; } = Response(
        "response_time.per_message", Measure.Median("median_response_time", Unit.Duration, of: "response_time"), "Response time", "The median time from an inbound message to its reply.", "Fanpage Karma: median");

    /// <summary>The median time from the opening of a conversation to the first reply.</summary>
    public static Kpi ResponseTimePerConversation { get; } = Response(
        "response_time.per_conversation", Measure.Median("median_first_response_time", Unit.Duration, of: "first_response_time"), "First response time", "The median time from the opening of a conversation to the first reply.", "Geckoboard: first response time, here its median");

    /// <summary>The median time to the reply, business hours alone.</summary>
    public static Kpi ResponseTimeInBusinessHours { get; } = Response(
        "response_time.per_message.business_hours", Measure.Median("median_business_response_time", Unit.Duration, of: "business_response_time"), "Response time in business hours", "The median time from an inbound message to its reply, business hours alone.", "Sprout Social: response time in business hours, here its median");

    /// <summary>The mean time from an inbound message to the reply to it.</summary>
    public static Kpi MeanResponseTimePerMessage { get; } = Response(
        "response_time.per_message.mean", Measure.Mean("mean_response_time", Unit.Duration, of: "response_time"), "Mean response time", "The mean time from an inbound message to its reply; a few slow replies make it long.", "Geckoboard: mean");

    /// <summary>The mean time from the opening of a conversation to the first reply.</summary>
    public static Kpi MeanResponseTimePerConversation { get; } = Response(
        "response_time.per_conversation.mean", Measure.Mean("mean_first_response_time", Unit.Duration, of: "first_response_time"), "Mean first response time", "The mean time from the opening of a conversation to the first reply.", "Geckoboard: first response time, mean");

    /// <summary>The time within which 90 percent of the answered messages were answered.</summary>
    public static Kpi NinetiethPercentileResponseTime { get; } = Response(
        "response_time.per_message.p90", Measure.Percentile("p90_response_time", Unit.Duration, of: "response_time", percent: 90), "Response time, 90th percentile", "The time within which 90 % of the answered messages were answered.", "Practice of service levels; Hyndman and Fan 1996: quantile type 7");

    /// <summary>The time within which 95 percent of the answered messages were answered.</summary>
    public static Kpi NinetyFifthPercentileResponseTime { get; } = Response(
        "response_time.per_message.p95", Measure.Percentile("p95_response_time", Unit.Duration, of: "response_time", percent: 95), "Response time, 95th percentile", "The time within which 95 % of the answered messages were answered.", "Practice of service levels; Hyndman and Fan 1996: quantile type 7");

    /// <summary>Answered ÷ inbound messages.</summary>
    public static Kpi ResponseRatePerMessage { get; } = Rate(
        "response_rate.per_message", AnsweredMessages / InboundMessages, "Response rate", "Messages that asked for an answer and got one.", "service", "07 Heaven Marketing: answered of those that can be answered", ["Facebook counts conversations opened after a day of silence."]);

    /// <summary>Answered ÷ opened conversations.</summary>
    public static Kpi ResponseRatePerConversation { get; } = Rate(
        "response_rate.per_conversation", AnsweredConversations / Conversations, "Response rate by conversation", "Conversations that customers opened and that were answered.", "service", "Facebook: conversations answered", ["Others count every message."]);

    /// <summary>Handled requests ÷ different agents.</summary>
    public static Kpi HandledRequestsPerAgent { get; } = PerItem(
        "handled_requests_per_agent", HandledRequests / Measure.Distinct("agents", of: "agent"), "Requests per agent", "Service requests handled per agent, each agent counted once.", "service",
        "Hootsuite's types of objectives: requests handled per service agent", ["Some divide by hours as well."]);

    /// <summary>Handled requests ÷ hours of agents.</summary>
    public static Kpi HandledRequestsPerAgentHour { get; } = PerItem(
        "handled_requests_per_agent.per_hour", HandledRequests / AgentHours, "Requests per agent hour", "Service requests handled per hour of an agent.", "service", "Hootsuite's types of objectives: requests handled per service agent, here per hour worked");

    /// <summary>Solved contacts × (cost of a traditional contact − cost of a social one), row by row.</summary>
    public static Kpi CustomerServiceCostSavings { get; } = Worth(
        "customer_service_cost_savings", Measure.Sum("savings_on_resolved_contacts", Unit.Money, of: ResolvedContacts * (TraditionalContactCost - SocialContactCost)),
        "Service savings", "What problems solved through social media spared against the traditional channel; it can be negative.", "service",
        "Plantracker: cost per contact, traditional against social", ["Others count contacts that were not made at all, at the cost of a call."]);

    /// <summary>Deflected contacts × cost of a traditional contact, row by row.</summary>
    public static Kpi DeflectionSavings { get; } = Worth(
        "customer_service_cost_savings.deflection", Measure.Sum("savings_on_deflected_contacts", Unit.Money, of: DeflectedContacts * TraditionalContactCost),
        "Deflection savings", "What contacts that were not made spared.", "service", "Social Media HQ: deflected calls at the cost of a call", ["Others compare the cost of solved contacts by channel."]);

    /// <summary>Service cost ÷ solved contacts.</summary>
    public static Kpi CostPerResolution { get; } = Define(
        "cost_per_resolution", ServiceCost / ResolvedContacts, Unit.Money, Direction.LowerIsBetter, "Cost per resolution", "What a problem solved through social media costs.",
        "service", KpiTier.Business, "Forbes, cost per resolution: agents and overhead for the time on social media");

    private static Kpi[] OfService =>
    [
        ResponseTimePerMessage, ResponseTimePerConversation, ResponseTimeInBusinessHours, MeanResponseTimePerMessage, MeanResponseTimePerConversation,
        NinetiethPercentileResponseTime, NinetyFifthPercentileResponseTime, ResponseRatePerMessage, ResponseRatePerConversation,
        HandledRequestsPerAgent, HandledRequestsPerAgentHour, CustomerServiceCostSavings, DeflectionSavings, CostPerResolution,
    ];

    private static Kpi Response(string id, Measure measure, string label, string description, string source) => Define(
        id, measure, Unit.Duration, Direction.LowerIsBetter, label, description, "service", KpiTier.Outcome, source, [ResponseDispute]);
}
