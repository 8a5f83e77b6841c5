namespace SocialKpi.Tests.Catalogue;

internal static partial class KpiExamples
{
    private static (string Id, string Rows, string Expected, string Source)[] OfAwareness =>
    [
        ("posts", "posts=1,1,1", "3", "counting"),
        ("posts_per_day", "posts=60,30;days=10,20", "3", "90 posts in 30 days"),
        ("posts_per_week", "posts=12;days=28", "3", "12 posts in four weeks"),
        ("share_of_posts.by_type", "type:Photo,Status,Link,Video;posts=426,45,22,7", "0.852", "facebook-posts-uci: 426 of 500 posts are photos"),
        ("employee_advocacy_rate", "active_advocates=12;enrolled_advocates=80", "0.15", "12 / 80"),
        ("impressions", "impressions=1000,250", "1250", "1000 + 250"),
        ("views", "views=1000,250", "1250", "1000 + 250"),
        ("engaged_views", "engaged_views=700,50", "750", "700 + 50"),
        ("account_reach", "account_reach=4868", "4868", "allegro-api #13293: one count is exact"),
        ("post_reach.gross", "post_reach=800,200", "1000", "800 + 200, a person who saw both counted twice"),
        ("average_reach_per_post", "post_reach=6951680;posts=500", "13903.36", "facebook-posts-uci: 6,951,680 people over 500 posts"),
        ("average_reach_per_day", "post_reach=800,200;days=2,3", "200", "Orlo: 1000 / 5 days"),
        ("reach_rate.by_followers_at_publish", "post_reach=300,900;followers_at_publish=1000,2000", "0.4", "1200 / 3000; the mean of 30 % and 45 % would be 37.5 %"),
        ("reach_rate.by_account_reach", "account:a;account_reach=4500;followers=3000", "1.5", "4500 / 3000, above 100 %"),
        ("frequency", "impressions=82702;account_reach=56930", "1.45269629", "campaign-ab-test, control group, first day: 82,702 / 56,930"),
        ("mentions", "mentions=2420", "2420", "airline-tweets, Southwest"),
        ("brand_mentions", "tagged_mentions=30;untagged_mentions=12", "42", "30 + 12: tagged or not"),
        ("brand_mentions.tagged", "tagged_mentions=30,4", "34", "30 + 4"),
        ("brand_mentions.authors", "author:ann,bob,ann;mentions=1,1,1", "2", "Ann twice, Bob once"),
        ("share_of_voice.by_mentions", "brand:southwest,others;mentions=2420,12220", "0.165300546448", "airline-tweets: Southwest 16.5300546448 %"),
        ("share_of_voice.by_impressions", "brand:own,rival;impressions=300,900", "0.25", "300 / 1200"),
        ("share_of_voice.by_post_reach", "brand:own,rival;post_reach=200,800", "0.2", "200 / 1000"),
        ("share_of_voice.by_spend", "brand:own,rival;spend=50.50,151.50", "0.25", "50.50 / 202"),
        ("share_of_engagement", "brand:own,rival,third;engagements=30,50,20", "0.3", "30 / 100"),
        ("profile_visits", "profile_visits=4,104", "108", "4 + 104"),
        ("profile_visit_to_follow_rate", "follows=13;profile_visits=248", "0.0524193548", "platform-exports/x-account-overview: 13 new follows, 248 profile visits"),
        ("earned_media_value.by_impressions", "impressions=20000,10000;market_cost_per_mille=5,8", "180", "20 × 5 + 10 × 8"),
        ("earned_media_value.by_impressions_and_engagements", "impressions=20000;market_cost_per_mille=5;engagements=300;market_cost_per_engagement=0.10", "130", "20 × 5 + 300 × 0.10"),
    ];

    private static (string Id, string Rows, string Expected, string Source)[] OfAudience =>
    [
        ("followers", "account:a,b;followers=5013,100", "5113", "5013 + 100, two accounts"),
        ("follows", "follows=1,5", "6", "1 + 5"),
        ("unfollows", "unfollows=2,1", "3", "2 + 1"),
        ("net_new_followers", "follows=13;unfollows=2", "11", "platform-exports/x-account-overview: 13 new follows, 2 unfollows"),
        ("net_new_followers.closing_less_opening", "account:a,a;time:2025-03-25,2026-02-27;followers=37,5013", "4976", "platform-exports/tiktok, 37 followers to 5,013"),
        ("audience_growth_rate", "account:a,a;time:2025-03-25,2026-02-27;followers=37,5013", "134.486486486486", "platform-exports/tiktok, 37 followers to 5,013: 5013 / 37 - 1"),
        ("audience_growth_rate.by_total_audience", "account:a;follows=60;unfollows=10;followers=1000", "0.05", "Hootsuite: (60 − 10) / 1000"),
        ("audience_growth_rate.gained_by_opening", "account:a,a;time:2026-01-31,2026-02-28;followers=1000,1050;follows=9,60;unfollows=0,10", "0.06", "Keyhole: 60 / 1000, the 9 of January left out"),
        ("followers_per_post", "follows=12,3;posts=4,6", "1.5", "15 / 10"),
        ("unfollow_rate", "account:a,a;time:2026-01-31,2026-02-28;followers=1000,1050;unfollows=3,10", "0.01", "10 / 1000, the 3 of January left out"),
        ("follower_quality.real_followers", "account:a,b;real_followers=800,100;followers=1000,200", "0.75", "900 / 1200"),
        ("engaged_share_of_followers", "account:a,a,a;follower:ann,bob,ann;followers=40,40,40", "0.05", "Plantracker's 5 %: two of 40 followers, Ann counted once"),
        ("share_of_audience.by_age", "account:a,a;age:18-24,25-34;audience_share=60,40;audience=500,500", "0.6", "one account: the share that it lists"),
        ("share_of_audience.by_gender", "account:a,a,b,b;gender:female,male,female,male;audience_share=50,50,100,0;audience=300,300,100,100", "0.625", "(150 + 100) / 400"),
        ("share_of_audience.by_country", "account:big,big,small,small;country:NL,BE,NL,BE;audience_share=80,20,10,90;audience=9000,9000,1000,1000", "0.73", "(7200 + 100) / 10,000; the mean of 80 % and 10 % would be 45 %"),
        ("share_of_audience.by_interest", "account:a,b;interest:sports,sports;audience_share=30,10;audience=200,600", "0.15", "(60 + 60) / 800"),
    ];
}
