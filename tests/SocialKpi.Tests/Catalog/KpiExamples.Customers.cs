namespace SocialKpi.Tests.Catalogue;

internal static partial class KpiExamples
{
    private const string Delta = "mentions=2222;positive_mentions=544;negative_mentions=955;neutral_mentions=723";

    private static (string Id, string Rows, string Expected, string Source)[] OfCustomerExperience =>
    [
        ("positive_share.of_mentions", Delta, "0.244824482448", "airline-tweets, Delta: 544 of 2,222"),
        ("positive_share.without_neutral", Delta, "0.362908605737", "airline-tweets, Delta: 544 of 1,499"),
        ("net_sentiment", "mentions=2222;positive_mentions=544;negative_mentions=955", "-0.184968496850", "airline-tweets: Delta -18.4968496850 %"),
        ("net_sentiment.of_judged", "positive_mentions=50;negative_mentions=20;neutral_mentions=30", "0.3", "30 / 100"),
        ("net_sentiment.without_neutral", Delta, "-0.274182788526", "airline-tweets, Delta: (544 − 955) / 1,499"),
        ("net_sentiment.points", Delta, "-18.4968496850", "airline-tweets: Delta -18.4968496850 %"),
        ("net_sentiment.positive_to_negative", Delta, "0.569633507853", "airline-tweets, Delta: 544 : 955"),
        ("customer_satisfaction_score.top_two_box", "satisfied_answers=13;satisfaction_answers=19", "0.6842", "asknicely.com's counts 9, 4, 3, 2, 1: 13 of 19; it divides by 17"),
        ("customer_satisfaction_score.top_two_of_five", $"satisfaction_score={AskNicely}", "0.6842", "asknicely.com's counts 9, 4, 3, 2, 1: 13 of 19"),
        ("customer_satisfaction_score.top_two_of_ten", "satisfaction_score=10,9,8,7", "0.5", "10 and 9 of four"),
        ("customer_satisfaction_score.top_three_of_ten", "satisfaction_score=10,9,8,7", "0.75", "10, 9 and 8 of four"),
        ("customer_satisfaction_score.top_of_three", "satisfaction_score=3,3,2,1", "0.5", "two of four"),
        ("customer_satisfaction_score.mean", $"satisfaction_score={AskNicely}", "3.95", "asknicely.com's counts 9, 4, 3, 2, 1: 75 / 19; it prints 4.12"),
        ("customer_satisfaction_score.of_maximum_of_five", $"satisfaction_score={AskNicely}", "0.7895", "75 / (5 × 19)"),
        ("net_promoter_score", "answers=100;promoters=70;detractors=10", "60", "Reichheld 2003: 70 % promoters - 10 % detractors"),
        ("net_promoter_score.fraction", "answers=100;promoters=70;detractors=10", "0.6", "70 % − 10 %"),
        ("customer_effort_score.mean", "effort_score=7,5,6,2", "5", "20 / 4"),
        ("customer_effort_score.agreeing", "effort_agreements=36;effort_answers=48", "0.75", "36 / 48"),
        ("customer_testimonials", "testimonials=3,2", "5", "3 + 2"),
        ("customer_testimonials.average_rating", "rating=5,4,4,2", "3.75", "15 / 4"),
    ];

    private static (string Id, string Rows, string Expected, string Source)[] OfService =>
    [
        ("response_time.per_message", "response_time=5071,74,304,95,650", "304", "the middle of five; the slowest does not move it"),
        ("response_time.per_conversation", "first_response_time=60,300,1200,600", "450", "the mean of 300 and 600 seconds, the middle ones"),
        ("response_time.per_message.business_hours", "business_response_time=60,300,1200", "300", "the middle of three"),
        ("response_time.per_message.mean", "response_time=60,300,1200,600", "540", "2160 / 4 seconds"),
        ("response_time.per_conversation.mean", "first_response_time=60,300,1200", "520", "1560 / 3 seconds"),
        ("response_time.per_message.p90", "response_time=10,20,30,40,50,60,70,80,90,100,110", "100", "Hyndman and Fan, type 7: place 1 + 0.90 × 10 of eleven"),
        ("response_time.per_message.p95", "response_time=10,20,30,40,50,60,70,80,90,100,110", "105", "Hyndman and Fan, type 7: place 1 + 0.95 × 10 of eleven"),
        ("response_rate.per_message", "answered_messages=40,13;inbound_messages=50,16", "0.8030", "53 / 66"),
        ("response_rate.per_conversation", "answered_conversations=31;conversations=40", "0.775", "31 / 40"),
        ("handled_requests_per_agent", "agent:ann,bob,ann;handled_requests=5,4,9", "9", "18 requests, two agents"),
        ("handled_requests_per_agent.per_hour", "handled_requests=18,6;agent_hours=4,2", "4", "24 / 6 hours"),
        ("customer_service_cost_savings", "resolved_contacts=100,10;traditional_contact_cost=8,8;social_contact_cost=3,9", "490", "100 × 5 − 10 × 1"),
        ("customer_service_cost_savings.deflection", "deflected_contacts=40,5;traditional_contact_cost=8,10", "370", "40 × 8 + 5 × 10"),
        ("cost_per_resolution", "service_cost=200,100;resolved_contacts=50,10", "5", "300 / 60"),
    ];

    private static (string Id, string Rows, string Expected, string Source)[] OfValue =>
    [
        ("customer_lifetime_value.by_purchases", "revenue=20000;orders=200;active_customers=100;customer_lifespan=5", "1000", "qeeebo.com: 100 × 2 × 5 is 1,000; it prints 10,000"),
        ("customer_lifetime_value.by_purchases.margin_adjusted", "revenue=20000;orders=200;active_customers=100;customer_lifespan=5;gross_profit=8000", "400", "100 × 2 × 5 × 40 %"),
        ("customer_lifetime_value.by_churn", "revenue=5000;active_customers=100;lost_customers=5;customers_at_start=100", "1000", "50 / 5 %"),
        ("customer_lifetime_value.by_churn.margin_adjusted", "revenue=5000;active_customers=100;lost_customers=5;customers_at_start=100;gross_profit=2000", "400", "50 × 40 % / 5 %"),
        ("customer_lifetime_value.historical", "lifetime_revenue=100,250,40", "130", "390 / 3"),
    ];

    private static string AskNicely => "5,5,5,5,5,5,5,5,5,4,4,4,4,3,3,3,2,2,1";
}
