using System.Net;
using System.Text;
using System.Text.Json;
using KpiApi;
using Microsoft.AspNetCore.Builder;
using SocialKpi.Tests.Support;

namespace SocialKpi.DependencyInjection.Tests;

/// <summary>The sample host, on a real port of this machine.</summary>
public sealed class KpiApiTests : IAsyncLifetime, IDisposable
{
    private readonly WebApplication _app = Api.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning"]);
    private readonly HttpClient _client = new();

    public async Task InitializeAsync()
    {
        // As in a host that speaks the language of whoever asks.
        string[] cultures = [.. Cultures.Names];
        _app.UseRequestLocalization(cultures);
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_table_is_answered_as_JSON_by_the_calendar_of_the_brand()
    {
        JsonElement table = await Get("/brands/acme/kpis?kpi=click_through_rate&kpi=saves_per_post&grain=quarter&by=platform", HttpStatusCode.OK);

        Assert.Equal(["click_through_rate", "saves_per_post"], table.GetProperty("kpis").EnumerateArray().Select(kpi => kpi.GetProperty("id").GetString()));
        Assert.Equal(["FY2026-Q4", "FY2027-Q1"], table.GetProperty("period_totals").EnumerateArray().Select(row => row.GetProperty("period").GetString()));
        JsonElement[] total = [.. table.GetProperty("total").GetProperty("readings").EnumerateArray()];
        // (90 + 120 + 10 + 100 + 140) clicks of (9,000 + 4,000 + 1,000 + 8,000 + 5,000) impressions: where clicks are not known, impressions do not count.
        Assert.Equal(460m / 27_000m, total[0].GetProperty("value").GetDecimal());
        // Of the three posts that can be saved.
        Assert.Equal(94m / 3m, total[1].GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task Brands_have_their_own_KPIs_calendars_and_currencies()
    {
        JsonElement nord = await Get("/brands/nord/kpis?kpi=clicks_per_post&kpi=cost_per_click&grain=quarter", HttpStatusCode.OK);
        Assert.Equal(["2026-Q2", "2026-Q3"], nord.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("period").GetString()));
        Assert.Equal("money:SEK", nord.GetProperty("total").GetProperty("readings")[1].GetProperty("unit").GetString());

        Assert.Contains("clicks_per_post", await Problem("/brands/acme/kpis?kpi=clicks_per_post", HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/brands/nobody/kpis?kpi=click_through_rate", HttpStatusCode.NotFound, "there are acme, nord")]
    [InlineData("/brands/ACME/kpis?kpi=click_through_rate", HttpStatusCode.NotFound, "there is no brand 'ACME'")]
    [InlineData("/brands/acme/kpis", HttpStatusCode.BadRequest, "no KPI is asked for")]
    [InlineData("/brands/acme/kpis?kpi=", HttpStatusCode.BadRequest, "there is no KPI ''")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&kpi=click_through_rate", HttpStatusCode.BadRequest, "named twice")]
    [InlineData("/brands/acme/kpis?kpi=nothing&kpi=click_through_rates", HttpStatusCode.BadRequest, "'nothing'; there is no KPI 'click_through_rates'; did you mean 'click_through_rate'")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&grian=month&from=2026", HttpStatusCode.BadRequest, "'grian', 'from' is not known here; there are kpi, grain, by")]
    [InlineData("/brands/acme/kpis?kpi=clik_through_rate", HttpStatusCode.BadRequest, "did you mean 'click_through_rate'")]
    [InlineData("/brands/acme/kpis?kpi=ctr", HttpStatusCode.BadRequest, "use the id of the one you mean")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&by=country", HttpStatusCode.BadRequest, "country")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&by=platform&by=platform", HttpStatusCode.BadRequest, "by=platform&by=platform names a dimension twice")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&by=", HttpStatusCode.BadRequest, "such as ?by=platform")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&grain=77", HttpStatusCode.BadRequest, "there are Hour, Day")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&grain=", HttpStatusCode.BadRequest, "'' is no grain")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&grain=month&grain=day", HttpStatusCode.BadRequest, "is no grain")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&grain=hour", HttpStatusCode.BadRequest, "hour")]
    [InlineData("/brands/acme/kpis?kpi=followers", HttpStatusCode.BadRequest, "followers")]
    public async Task What_is_asked_wrongly_is_answered_with_the_remedy(string path, HttpStatusCode status, string says) =>
        Assert.Contains(says, await Problem(path, status), StringComparison.Ordinal);

    [Fact]
    public async Task The_head_of_a_table_is_answered_too_and_nothing_can_be_written()
    {
        const string path = "/brands/acme/kpis?kpi=click_through_rate";
        using HttpRequestMessage asked = new(HttpMethod.Head, new Uri(path, UriKind.Relative));
        using HttpResponseMessage head = await _client.SendAsync(asked);
        using HttpResponseMessage whole = await _client.GetAsync(new Uri(path, UriKind.Relative));
        using HttpResponseMessage written = await _client.PostAsync(new Uri(path, UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("application/json; charset=utf-8", head.Content.Headers.ContentType!.ToString());
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, written.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public async Task A_table_is_the_same_bytes_and_a_problem_the_same_words_under_every_culture(string culture)
    {
        foreach (string path in new[] { "/brands/acme/kpis?kpi=click_through_rate&kpi=cost_per_click&grain=month&by=platform", "/brands/acme/kpis?kpi=i&grain=MINUTE", "/brands/acme/kpis?kpi=click_through_rate&grain=minute" })
            Assert.Equal(await Bytes(path, null), await Bytes(path, culture));

        async Task<byte[]> Bytes(string path, string? language)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (language is not null) request.Headers.Add("Accept-Language", language);
            using HttpResponseMessage response = await _client.SendAsync(request);
            string body = await response.Content.ReadAsStringAsync();
            using JsonDocument json = JsonDocument.Parse(body);
            // Every answer of a host has a trace of its own in a problem.
            string text = json.RootElement.TryGetProperty("detail", out JsonElement detail) ? detail.GetString()! : body;
            return Encoding.UTF8.GetBytes(text);
        }
    }

    private async Task<string> Problem(string path, HttpStatusCode status) => (await Get(path, status)).GetProperty("detail").GetString()!;

    private async Task<JsonElement> Get(string path, HttpStatusCode status)
    {
        using HttpResponseMessage response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {body}");
        using JsonDocument json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }
}
