namespace SocialKpi.Tests.Benchmarking;

public sealed class TimeDependenceTests
{
    /// <summary>A sum by a stock is a sum still: what a follower does in half a month is half of what it does in a month.</summary>
    [Theory]
    [InlineData("engagements / followers", "grows with time")]
    [InlineData("100 * (likes + comments) / followers", "grows with time")]
    [InlineData("account_reach / followers", "grows with time")]
    [InlineData("engagements / ((followers + followers.at(opening)) / 2)", "grows with time")]
    [InlineData("followers - followers.at(opening)", "grows with time")]
    [InlineData("followers / followers.at(opening) - 1", "grows with time")]
    [InlineData("engagements * impressions / post_reach", "grows with time")]
    [InlineData("impressions - followers", "grows with time")]
    [InlineData("impressions / impressions.at(trailing(28, day))", "grows with time")]
    [InlineData("clicks.at(to_date(year))", "grows with time")]
    [InlineData("clicks / clicks.at(to_date(year))", "grows with time")]
    [InlineData("clicks.at(to_date(year)) / clicks.at(to_date(year)).at(ago(1, year)) - 1", null)]
    [InlineData("followers / posts", "shrinks with time")]
    [InlineData("engagements / impressions", null)]
    [InlineData("likes / impressions + comments / impressions", null)]
    [InlineData("(engagements / followers) / posts", null)]
    [InlineData("impressions / days", null)]
    [InlineData("followers", null)]
    [InlineData("followers.at(opening)", null)]
    [InlineData("1000 / followers.at(opening)", null)]
    [InlineData("follows / followers.at(opening)", "grows with time")]
    [InlineData("engagements / engagements.at(previous) - 1", null)]
    [InlineData("mentions / mentions.at(across(\"brand\"))", null)]
    [InlineData("engagements.at(trailing(28, day))", null)]
    public void Of_AFormula_FollowsTheSumsInIt(string formula, string? change) => Assert.Equal(change, TimeDependence.Of(Catalog.Standard.Parse(formula))?.ToString());

    /// <summary>A stock read twice: what lies between both moments is the length of the period, of a step, or the same for every period.</summary>
    [Theory]
    [InlineData("followers - followers.at(previous)", "grows with time", null)]
    [InlineData("followers / followers.at(previous) - 1", "grows with time", null)]
    [InlineData("100 * (followers - followers.at(previous)) / followers.at(previous)", "grows with time", null)]
    [InlineData("followers.at(opening) - followers.at(opening).at(previous)", "grows with time", null)]
    [InlineData("followers - followers.at(opening)", "grows with time", "grows with time")]
    [InlineData("(followers - followers.at(opening)).at(previous)", "grows with time", "grows with time")]
    [InlineData("(followers + followers.at(opening)) / 2 - followers.at(opening)", "grows with time", "grows with time")]
    [InlineData("(followers - followers.at(opening)) / (followers + followers.at(opening))", "grows with time", "grows with time")]
    [InlineData("followers.at(opening) - followers.at(previous)", null, "grows with time")]
    [InlineData("followers - followers.at(opening).at(to_date(year))", "grows with time", "grows with time")]
    [InlineData("(followers - followers.at(opening)) / (followers.at(previous) - followers.at(opening).at(previous))", null, null)]
    [InlineData("followers - followers.at(ago(1, year))", null, null)]
    [InlineData("followers / followers.at(ago(28, day)) - 1", null, null)]
    [InlineData("(followers - followers.at(opening)).at(trailing(28, day))", null, null)]
    [InlineData("followers - followers.at(trailing(28, day))", null, null)]
    [InlineData("followers.at(across(\"account\")) - followers", null, null)]
    [InlineData("enrolled_customers - followers.at(opening)", null, null)]
    [InlineData("engagements / impressions - followers.at(opening)", null, null)]
    [InlineData("clicks / impressions - (clicks / impressions).at(previous)", null, null)]
    public void Of_AStockAtTwoMoments_IsWhatLiesBetweenThem(string formula, string? ofLengths, string? ofAPart)
    {
        Formula parsed = Formula.Parse(formula, [.. Catalog.Standard.Measures, Measure.Snapshot("enrolled_customers", Unit.Count, per: "account")]);

        Assert.Equal((ofLengths, ofAPart), (TimeDependence.Of(parsed)?.ToString(), TimeDependence.OfPart(parsed)?.ToString()));
    }

    /// <summary>
    /// Some of those who are reached come back, so there are fewer new ones the longer it takes: less than a sum, more than a stock. Of ids nobody knows
    /// whether they are agents, who come back every day, or orders, which never do.
    /// </summary>
    [Theory]
    [InlineData("account_reach", "grows with time")]
    [InlineData("impressions / account_reach", "grows with time")]
    [InlineData("1000 * spend / account_reach", "grows with time")]
    [InlineData("account_reach / impressions", "shrinks with time")]
    [InlineData("followers / account_reach", "shrinks with time")]
    [InlineData("impressions + account_reach", "grows with time")]
    [InlineData("account_reach + visitors", "grows with time")]
    [InlineData("unique_clicks / account_reach", "may grow or shrink with time (whoever comes back is counted once)")]
    [InlineData("agents", "may grow with time (whoever comes back is counted once)")]
    [InlineData("agents / followers", "may grow with time (whoever comes back is counted once)")]
    [InlineData("clicks / agents", "may grow with time (whoever comes back is counted once)")]
    [InlineData("agents / clicks", "may shrink with time (whoever comes back is counted once)")]
    [InlineData("clicks * agents", "grows with time")]
    [InlineData("account_reach / account_reach.at(previous) - 1", null)]
    [InlineData("(account_reach - account_reach.at(previous)) / account_reach.at(previous)", null)]
    [InlineData("(impressions / account_reach) / (impressions / account_reach).at(ago(1, year))", null)]
    [InlineData("account_reach / account_reach.at(across(\"brand\"))", null)]
    [InlineData("account_reach.at(trailing(28, day))", null)]
    public void Of_WhatIsCountedOnce_LiesBetweenAStockAndASum(string formula, string? change) => Assert.Equal(
        change, TimeDependence.Of(Formula.Parse(formula, [.. Catalog.Standard.Measures, Measure.Distinct("agents", of: "agent")]))?.ToString());

    /// <summary>The KPIs of the catalogue that count people or ids, each looked at by itself.</summary>
    [Fact]
    public void Of_TheCatalogue_WhatIsCountedOnce()
    {
        Kpi[] once = [.. Catalog.Standard.Kpis.Where(kpi => kpi.Formula.Measures.Any(measure => measure.Aggregation == Aggregation.Unique || measure.Aggregation == Aggregation.Distinct))];
        ILookup<string?, string> said = once.ToLookup(kpi => TimeDependence.Of(kpi.Formula)?.ToString(), kpi => kpi.Id);

        Assert.Equal(
            [
                "account_reach", "amplification_rate.by_account_reach", "click_through_rate.by_visitors", "conversion_rate.by_account_reach", "conversion_rate.by_visitors",
                "cost_per_mille.by_account_reach", "engagement_rate.by_account_reach", "frequency", "lead_generation_rate.by_visitors", "reach_rate.by_account_reach",
                "social_media_conversion_rate.by_account_reach",
            ],
            said["grows with time"].Order(StringComparer.Ordinal));
        Assert.Equal(
            ["brand_mentions.authors", "engaged_share_of_followers", "handled_requests_per_agent"],
            said["may grow with time (whoever comes back is counted once)"].Order(StringComparer.Ordinal));
        Assert.Equal(
            ["click_through_rate.unique", "conversion_rate.converting_visitors", "employee_advocacy_rate"],
            said["may grow or shrink with time (whoever comes back is counted once)"].Order(StringComparer.Ordinal));
        Assert.Equal(3, said.Count);
    }

    [Theory]
    [InlineData("account_reach.at(trailing(28, day))", 1)]
    [InlineData("impressions.at(trailing(28, day))", 1)]
    [InlineData("impressions.at(trailing(28, day)) / posts.at(trailing(28, day))", 0)]
    [InlineData("impressions / account_reach", 0)]
    [InlineData("followers / posts", -1)]
    [InlineData("clicks / impressions", 0)]
    public void OfRows_LooksIntoWindowsToo(string formula, int power) => Assert.Equal(power, TimeDependence.OfRows(Catalog.Standard.Parse(formula)));

    [Fact]
    public void Of_ManyTerms_IsDecidedAtOnce()
    {
        Formula sum = Enumerable.Range(0, 190).Aggregate((Formula)Measures.Followers, (all, _) => all + Measures.Followers);

        Assert.Null(TimeDependence.Of(sum));
        Assert.Equal("grows with time", TimeDependence.Of(sum + Measures.Likes)?.ToString());
    }
}
