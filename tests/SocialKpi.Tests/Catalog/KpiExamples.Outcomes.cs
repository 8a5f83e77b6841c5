namespace SocialKpi.Tests.Catalogue;

internal static partial class KpiExamples
{
    private static (string Id, string Rows, string Expected, string Source)[] OfVideo =>
    [
        ("video_view_rate", "views=300,100;impressions=1000,1000", "0.2", "400 / 2000"),
        ("video_view_rate.two_seconds", "two_second_views=500;impressions=1000", "0.5", "500 / 1000"),
        ("hook_rate", "three_second_views=250,150;impressions=1000,600", "0.25", "400 / 1600"),
        ("video_view_rate.six_seconds", "six_second_views=200;impressions=1000", "0.2", "200 / 1000"),
        ("video_view_rate.fifteen_seconds", "fifteen_second_views=100;impressions=1000", "0.1", "100 / 1000"),
        ("video_view_rate.thruplays", "thruplays=150;impressions=1000", "0.15", "150 / 1000"),
        ("video_view_rate.thirty_seconds", "thirty_second_views=50;impressions=1000", "0.05", "50 / 1000"),
        ("hold_rate", "thruplays=60,40;three_second_views=250,150", "0.25", "100 / 400"),
        ("video_completion_rate.by_starts", "video_completions=30,10;video_starts=100,100", "0.2", "40 / 200"),
        ("video_completion_rate.by_impressions", "video_completions=40;impressions=1000", "0.04", "40 / 1000"),
        ("video_completion_rate.by_views", "video_completions=40;views=160", "0.25", "40 / 160"),
        ("watch_time", "watch_time=3600,1800", "5400", "an hour and half an hour, in seconds"),
        ("average_view_duration", "watch_time=3600,1800;views=100,20", "45", "5400 / 120 seconds"),
        ("average_view_duration.by_engaged_views", "watch_time=3600;engaged_views=60", "60", "3600 / 60 seconds"),
        ("average_percentage_viewed", "watch_time=600,900;views=20,10;video_duration=60,120", "0.625", "1500 / (20 × 60 + 10 × 120); the mean of 50 % and 75 % weighted by views would be 58.3 %"),
        ("average_percentage_viewed.mean_by_views", "watch_time=600,900;views=20,10;video_duration=60,120", "0.583", "(20 × 50 % + 10 × 75 %) / 30"),
        ("story_exits", "story_exits=3,4", "7", "3 + 4"),
        ("story_taps", "story_taps=30,40", "70", "30 + 40"),
        ("story_replies", "story_replies=1,2", "3", "1 + 2"),
        ("story_completion_rate", "story_exits=30,10;impressions=100,100", "0.8", "1 − 40 / 200"),
    ];

    private static (string Id, string Rows, string Expected, string Source)[] OfTraffic =>
    [
        ("clicks", "clicks=38165", "38165", "facebook-ads-kag, column Clicks"),
        ("clicks.link", "link_clicks=20,5", "25", "20 + 5"),
        ("clicks.all", "all_clicks=40,60", "100", "40 + 60"),
        ("clicks.outbound", "outbound_clicks=18,4", "22", "18 + 4"),
        ("click_through_rate", "clicks=38165;impressions=213434828", "0.000178813366", "facebook-ads-kag: 0.0178813366 %"),
        ("click_through_rate.link", "link_clicks=20,0;impressions=400,600", "0.02", "20 / 1000; the row without a click counts"),
        ("click_through_rate.all_clicks", "all_clicks=50,10;impressions=400,600", "0.06", "60 / 1000"),
        ("click_through_rate.unique", "unique_clicks=45;account_reach=900", "0.05", "45 of 900 people"),
        ("click_through_rate.thumbnail", "thumbnail_views=40,3;thumbnail_impressions=900,100", "0.043", "43 / 1000"),
        ("click_through_rate.by_visitors", "clicks=30;visitors=600", "0.05", "30 / 600"),
        ("social_visits", "social_sessions=200,50", "250", "200 + 50"),
        ("social_share_of_visits", "social_sessions=60,40;sessions=400,600", "0.1", "Plantracker's 10 %: 100 / 1000"),
        ("bounce_rate.ga4", "engaged_sessions=300,100;sessions=500,500", "0.6", "1 − 400 / 1000"),
        ("bounce_rate.single_page", "single_page_sessions=300,150;sessions=500,500", "0.45", "450 / 1000"),
        ("bounce_rate.by_entrances", "single_page_sessions=300;entrances=750", "0.4", "300 / 750"),
        ("bounce_rate.under_15_seconds", "sessions_under_15_seconds=250;sessions=1000", "0.25", "250 / 1000"),
        ("session_engagement_rate", "engaged_sessions=300,100;sessions=500,500", "0.4", "400 / 1000"),
    ];

    private static (string Id, string Rows, string Expected, string Source)[] OfConversion =>
    [
        ("conversions", "conversions=3264", "3264", "facebook-ads-kag, column Total_Conversion"),
        ("conversion_rate", "conversions=12;clicks=300", "0.04", "conversions / clicks, 12 / 300"),
        ("conversion_rate.by_sessions", "conversions=12,8;sessions=300,500", "0.025", "20 / 800"),
        ("conversion_rate.by_visitors", "conversions=12;visitors=240", "0.05", "12 / 240"),
        ("conversion_rate.by_account_reach", "conversions=12;account_reach=6000", "0.002", "12 / 6000"),
        ("conversion_rate.converting_sessions", "converting_sessions=10,6;sessions=300,500", "0.02", "16 / 800"),
        ("conversion_rate.converting_visitors", "converting_visitors=9;visitors=300", "0.03", "9 / 300"),
        ("social_media_conversion_rate.by_social_visits", "social_conversions=5;social_sessions=250", "0.02", "5 / 250"),
        ("social_media_conversion_rate.share_of_conversions", "social_conversions=5;conversions=20", "0.25", "5 / 20"),
        ("social_media_conversion_rate.by_account_reach", "social_conversions=5;account_reach=10000", "0.0005", "5 / 10000"),
        ("social_media_conversion_rate.by_followers", "account:a,b;social_conversions=5,1;followers=1000,2000", "0.002", "6 / 3000"),
        ("leads", "leads=7,5", "12", "7 + 5"),
        ("lead_generation_rate.by_visitors", "leads=12;visitors=400", "0.03", "12 / 400"),
        ("lead_generation_rate.by_clicks", "leads=7,5;clicks=100,140", "0.05", "12 / 240"),
        ("lead_to_customer_rate", "new_customers=2,1;leads=7,5", "0.25", "3 / 12"),
        ("recruitment_conversion.by_applicants", "qualified_applicants=6;applicants=40", "0.15", "6 / 40"),
        ("recruitment_conversion.by_clicks", "qualified_applicants=6;clicks=300", "0.02", "6 / 300"),
        ("revenue", "revenue=10,20.50", "30.50", "10 + 20.50"),
        ("average_order_value", "revenue=120,30.50;orders=3,1", "37.625", "150.50 / 4"),
        ("economic_value_per_session", "goal_value=90;social_sessions=360", "0.25", "90 / 360"),
    ];

    private static (string Id, string Rows, string Expected, string Source)[] OfPaid =>
    [
        ("spend", "spend=58705.229958205", "58705.229958205", "facebook-ads-kag, column Spent"),
        ("cost_per_click", "spend=58705.229958205;clicks=38165", "1.5381954660", "facebook-ads-kag"),
        ("cost_per_click.link", "spend=30,20;link_clicks=20,0", "2.5", "50 / 20; the spend without a click counts"),
        ("cost_per_click.all_clicks", "spend=30,20;all_clicks=40,60", "0.5", "50 / 100"),
        ("cost_per_mille", "spend=58705.229958205;impressions=213434828", "0.2750499087", "facebook-ads-kag"),
        ("cost_per_mille.viewable", "spend=30;viewable_impressions=4000", "7.5", "1000 × 30 / 4000"),
        ("cost_per_mille.by_account_reach", "spend=2280;account_reach=56930", "40.0491832", "campaign-ab-test, control group, first day: 2,280 for 56,930 people"),
        ("cost_per_action", "spend=58705.229958205;conversions=3264", "17.9856709431", "facebook-ads-kag: 58705.229958205 / 3264"),
        ("cost_per_action.fully_loaded", "total_cost=1200;conversions=40", "30", "1200 / 40"),
        ("cost_per_acquisition", "spend=2280;new_customers=618", "3.6893203883", "campaign-ab-test, control group, first day: 2,280 for 618 purchases"),
        ("cost_per_acquisition.fully_loaded", "total_cost=900,600;new_customers=10,15", "60", "1500 / 25"),
        ("customer_acquisition_cost", "sales_and_marketing_cost=5000,3000;new_customers=30,10", "200", "8000 / 40"),
        ("cost_per_lead", "spend=300;leads=12", "25", "300 / 12"),
        ("cost_per_lead.fully_loaded", "total_cost=600;leads=12", "50", "600 / 12"),
        ("cost_per_engagement", "spend=30,20;engagements=60,40", "0.5", "50 / 100"),
        ("cost_per_view", "spend=50;views=2500", "0.02", "50 / 2500"),
        ("cost_per_view.completed", "spend=50;video_completions=500", "0.1", "50 / 500"),
        ("cost_per_view.thruplays", "spend=50;thruplays=1000", "0.05", "50 / 1000"),
        ("cost_per_follower", "spend=50;follows=40", "1.25", "50 / 40"),
        ("return_on_ad_spend", "revenue=3500;spend=100", "35", "amandaai.com's figures: 3,500 on 100"),
        ("break_even_return_on_ad_spend", "revenue=400;gross_profit=100", "4", "1 / 25 % margin"),
        ("return_on_investment", "revenue=10000;spend=1000", "9", "sendoffice.com prints 90 %; (10,000 - 1,000) / 1,000 is 900 %"),
        ("return_on_investment.with_savings", "revenue=1500;cost_savings=500;spend=1000", "1", "(1500 + 500 − 1000) / 1000"),
        ("return_on_investment.margin_adjusted", "gross_profit=1500;spend=1000", "0.5", "(1500 − 1000) / 1000"),
        ("return_on_investment.fully_loaded", "revenue=1500;total_cost=2000", "-0.25", "(1500 − 2000) / 2000"),
        ("return_on_investment.fully_loaded.with_savings", "revenue=1500;cost_savings=1500;total_cost=2000", "0.5", "(1500 + 1500 − 2000) / 2000"),
        ("return_on_investment.cost_to_return", "spend=1000;revenue=4000", "0.25", "NSMA: 1 : 4"),
    ];
}
