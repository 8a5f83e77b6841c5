namespace SocialKpi;

/// <content>What customers answer, ask and are worth.</content>
public static partial class Measures
{
    /// <summary>Answers to a survey question.</summary>
    public static Measure Answers { get; } = Measure.Sum("answers", Unit.Count);

    /// <summary>Answers of 9 or 10 to the recommendation question.</summary>
    public static Measure Promoters { get; } = Measure.Sum("promoters", Unit.Count);

    /// <summary>Answers of 0 to 6 to the recommendation question.</summary>
    public static Measure Detractors { get; } = Measure.Sum("detractors", Unit.Count);

    /// <summary>Answers to the satisfaction question.</summary>
    public static Measure SatisfactionAnswers { get; } = Measure.Sum("satisfaction_answers", Unit.Count);

    /// <summary>Answers in the two best boxes of the satisfaction question: 4 or 5 on a scale of 1 to 5.</summary>
    public static Measure SatisfiedAnswers { get; } = Measure.Sum("satisfied_answers", Unit.Count);

    /// <summary>One answer to the satisfaction question, on the scale of the survey: a row value.</summary>
    public static Measure SatisfactionScore { get; } = Measure.Sum("satisfaction_score", Unit.Number);

    /// <summary>Answers to the effort question.</summary>
    public static Measure EffortAnswers { get; } = Measure.Sum("effort_answers", Unit.Count);

    /// <summary>Answers to the effort question that agree that it was easy.</summary>
    public static Measure EffortAgreements { get; } = Measure.Sum("effort_agreements", Unit.Count);

    /// <summary>One answer to the effort question, on the scale of the survey: a row value.</summary>
    public static Measure EffortScore { get; } = Measure.Sum("effort_score", Unit.Number);

    /// <summary>Positive reviews and testimonials received.</summary>
    public static Measure Testimonials { get; } = Measure.Sum("testimonials", Unit.Count);

    /// <summary>The rating of one review, on the scale of the source: a row value.</summary>
    public static Measure Rating { get; } = Measure.Sum("rating", Unit.Number);

    /// <summary>Messages received that ask for an answer.</summary>
    public static Measure InboundMessages { get; } = Measure.Sum("inbound_messages", Unit.Count);

    /// <summary>Messages received that were answered.</summary>
    public static Measure AnsweredMessages { get; } = Measure.Sum("answered_messages", Unit.Count);

    /// <summary>Conversations that customers opened.</summary>
    public static Measure Conversations { get; } = Measure.Sum("conversations", Unit.Count);

    /// <summary>Conversations that customers opened and that were answered.</summary>
    public static Measure AnsweredConversations { get; } = Measure.Sum("answered_conversations", Unit.Count);

    /// <summary>From one inbound message to the reply to it: a row value, blank where there was no reply.</summary>
    public static Measure ResponseTime { get; } = Measure.Sum("response_time", Unit.Duration);

    /// <summary>From the opening of a conversation to the first reply in it: a row value, blank where there was none.</summary>
    public static Measure FirstResponseTime { get; } = Measure.Sum("first_response_time", Unit.Duration);

    /// <summary>From one inbound message to the reply to it, business hours alone: a row value, blank where there was no reply.</summary>
    public static Measure BusinessResponseTime { get; } = Measure.Sum("business_response_time", Unit.Duration);

    /// <summary>Service requests handled.</summary>
    public static Measure HandledRequests { get; } = Measure.Sum("handled_requests", Unit.Count);

    /// <summary>Hours that service agents worked.</summary>
    public static Measure AgentHours { get; } = Measure.Sum("agent_hours", Unit.Number);

    /// <summary>Problems of customers solved through social media.</summary>
    public static Measure ResolvedContacts { get; } = Measure.Sum("resolved_contacts", Unit.Count);

    /// <summary>Contacts by telephone or mail that social media made needless.</summary>
    public static Measure DeflectedContacts { get; } = Measure.Sum("deflected_contacts", Unit.Count);

    /// <summary>What service through social media cost: agents and overhead, for the time spent there.</summary>
    public static Measure ServiceCost { get; } = Measure.Sum("service_cost", Unit.Money);

    /// <summary>What a contact through a traditional channel costs, overhead included: a row value.</summary>
    public static Measure TraditionalContactCost { get; } = Measure.Sum("traditional_contact_cost", Unit.Money);

    /// <summary>What a contact through social media costs, overhead included: a row value.</summary>
    public static Measure SocialContactCost { get; } = Measure.Sum("social_contact_cost", Unit.Money);

    /// <summary>Customers who bought in a period. Over periods it counts a customer once a period: it is a denominator, never a number of customers.</summary>
    public static Measure ActiveCustomers { get; } = Measure.Sum("active_customers", Unit.Count);

    /// <summary>Customers at the start of a period: the denominator of churn. Over periods it counts a customer once a period.</summary>
    public static Measure CustomersAtStart { get; } = Measure.Sum("customers_at_start", Unit.Count);

    /// <summary>Customers lost during a period.</summary>
    public static Measure LostCustomers { get; } = Measure.Sum("lost_customers", Unit.Count);

    /// <summary>For how many periods a customer stays: a row value, weighted by <see cref="ActiveCustomers"/>.</summary>
    public static Measure CustomerLifespan { get; } = Measure.Sum("customer_lifespan", Unit.Number);

    /// <summary>What one customer paid from first to last purchase: a row value, one row a customer.</summary>
    public static Measure LifetimeRevenue { get; } = Measure.Sum("lifetime_revenue", Unit.Money);

    private static Measure[] OfCustomers =>
    [
        Answers, Promoters, Detractors, SatisfactionAnswers, SatisfiedAnswers, SatisfactionScore, EffortAnswers, EffortAgreements,
        EffortScore, Testimonials, Rating, InboundMessages, AnsweredMessages, Conversations, AnsweredConversations, ResponseTime,
        FirstResponseTime, BusinessResponseTime, HandledRequests, AgentHours, ResolvedContacts, DeflectedContacts, ServiceCost,
        TraditionalContactCost, SocialContactCost, ActiveCustomers, CustomersAtStart, LostCustomers, CustomerLifespan, LifetimeRevenue,
    ];
}
