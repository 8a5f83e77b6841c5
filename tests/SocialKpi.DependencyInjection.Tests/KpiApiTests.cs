using System.Net;
using System.Text.Json;
using KpiApi;
using Microsoft.AspNetCore.Builder;

namespace SocialKpi.DependencyInjection.Tests;

/// <summary>The sample host, on a real port of this machine.</summary>
public sealed class KpiApiTests : IAsyncLifetime, IDisposable
{
    private readonly WebApplication _app = Api.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning"]);
    private readonly HttpClient _client = new();

    public async Task InitializeAsync()
    {
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
    [InlineData("/brands/acme/kpis", HttpStatusCode.BadRequest, "no KPI is asked for")]
    [InlineData("/brands/acme/kpis?kpi=clik_through_rate", HttpStatusCode.BadRequest, "did you mean 'click_through_rate'")]
    [InlineData("/brands/acme/kpis?kpi=ctr", HttpStatusCode.BadRequest, "use the id of the one you mean")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&by=country", HttpStatusCode.BadRequest, "country")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&by=platform&by=platform", HttpStatusCode.BadRequest, "platform")]
    [InlineData("/brands/acme/kpis?kpi=click_through_rate&grain=77", HttpStatusCode.BadRequest, "there are Hour, Day")]
    [InlineData("/brands/acme/kpis?kpi=followers", HttpStatusCode.BadRequest, "followers")]
    public async Task What_is_asked_wrongly_is_answered_with_the_remedy(string path, HttpStatusCode status, string says) =>
        Assert.Contains(says, await Problem(path, status), StringComparison.Ordinal);

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
