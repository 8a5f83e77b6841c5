namespace SocialKpi.Hosts.Tests;

/// <summary>The HTML as a browser shows it. Pictures are kept beside the test's build; skipped with the reason where there is no browser.</summary>
public sealed class ChromiumTests
{
    /// <summary>Every result on one page, as cells of a notebook would show them, wide and as narrow as a telephone.</summary>
    [BrowserTheory]
    [InlineData(false, 1_000)]
    [InlineData(true, 1_000)]
    [InlineData(false, 400)]
    [InlineData(true, 400)]
    public void Every_result_stays_in_its_page_runs_nothing_and_fetches_nothing(bool dark, int width)
    {
        string body = string.Join("\n<br>\n", Shown.All.Values.Select(Shown.Html));
        PageSeen seen = Chromium.Open(body, dark, width, picture: $"results-{(dark ? "dark" : "light")}-{width}");
        Assert.Empty(seen.Fetched);
        Assert.False(seen.RanScript);
        Assert.True(seen.Width <= seen.Client, $"the page is {seen.Width} wide in a window of {seen.Client}");
        Assert.Equal(0, seen.Outside);
        Assert.Equal(0, seen.Hidden);
        Assert.Empty(seen.Turned);
        Assert.True(seen.Picture is { Exists: true, Length: > 20_000 });
    }

    [BrowserTheory]
    [InlineData("<img src=\"http://127.0.0.1:9/x.png\">")]
    [InlineData("<div style=\"background:url(http://127.0.0.1:9/x.png)\">x</div>")]
    [InlineData("<link rel=stylesheet href=\"http://127.0.0.1:9/x.css\">")]
    public void A_page_that_fetches_is_seen(string body) => Assert.NotEmpty(Chromium.Open(body, dark: false, 600).Fetched);

    [BrowserTheory]
    [InlineData("<script>window.pwned = 1</script>")]
    public void A_page_that_runs_something_is_seen(string body) => Assert.True(Chromium.Open(body, dark: false, 600).RanScript);

    [BrowserTheory]
    [InlineData("<div>שלום: 12 rows, 3 of them young</div>")]
    [InlineData("<div><bdi>שלום <bdi>a</bdi>: 12 rows</bdi></div>")]
    public void A_text_that_a_name_turns_is_seen(string body) => Assert.NotEmpty(Chromium.Open(body, dark: false, 600).Turned);

    [BrowserTheory]
    [InlineData("<div><bdi>שלום 123</bdi>: 12 rows, 3 of them young</div>")]
    public void A_name_of_its_own_turns_nothing(string body) => Assert.Empty(Chromium.Open(body, dark: false, 600).Turned);

    [BrowserTheory]
    [InlineData("<div style=\"width:900px\">x</div>")]
    public void A_page_that_overflows_is_seen(string body)
    {
        PageSeen seen = Chromium.Open(body, dark: false, 600);
        Assert.True(seen.Width > seen.Client);
        Assert.Equal(1, seen.Outside);
    }
}
