namespace SocialKpi.Tests.Benchmarking;

public sealed class SampleTextTests
{
    [Theory]
    [InlineData("2100", 2_100)]
    [InlineData("2,100", 2_100)]
    [InlineData("2.100", 2_100)]
    [InlineData("1 204", 1_204)]
    [InlineData("~40K", 40_000)]
    [InlineData("n=3", 3)]
    [InlineData("n ≥ 1,204, by e-mail", 1_204)]
    [InlineData("3 brands", 3)]
    [InlineData("27M posts, 273,000 accounts", 273_000)]
    [InlineData("22M posts, 56K+ pages, 35 industries", 56_000)]
    [InlineData("2,100 companies (150 x 14 industries); FB 25k-1M, others >= 5k", 2_100)]
    [InlineData("2.1B messages, 1M+ profiles", 1_000_000)]
    [InlineData("1.5 million creators", 1_500_000)]
    [InlineData("256 US client accounts, 553,000 USD spend, 18 industries", 256)]
    [InlineData("~850,000 posts, ~1,400 brands (all platforms)", 1_400)]
    [InlineData("252 posts, 26 large accounts", 26)]
    [InlineData("in 2025 200 brands", 200)]
    [InlineData("20+ industries (size not stated)", null)]
    [InlineData("70M posts, Jan 2024 - Dec 2025", null)]
    [InlineData("5-10 brands", null)]
    [InlineData("Hootsuite customers' accounts (size not stated)", null)]
    [InlineData("millions of posts", null)]
    [InlineData("mean=3 posts", null)]
    [InlineData("not stated", null)]
    [InlineData("99999999999999999999999 brands", null)]
    [InlineData("", null)]
    public void Accounts_WhatSourcesSay_IsReadWhereItIsANumberOfAccounts(string sample, int? accounts) => Assert.Equal(accounts, SampleText.Accounts(sample));
}
