using System.Text;
using SocialKpi;

namespace KpiApi;

/// <summary>
/// One endpoint: <c>GET /brands/acme/kpis?kpi=click_through_rate&amp;kpi=saves_per_post&amp;grain=quarter&amp;by=platform</c> answers a table as JSON. What is asked
/// wrongly is answered with what was wrong and what there is.
/// </summary>
internal static class Api
{
    private static readonly Grain[] Grains = Enum.GetValues<Grain>();
    private static readonly string[] Parameters = ["kpi", "grain", "by"];

    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        foreach (Brand brand in Brand.All) brand.Register(builder.Services);

        WebApplication app = builder.Build();
        // Read now: a file that cannot be used stops the start, not the first request.
        foreach (Brand brand in Brand.All) _ = app.Services.GetRequiredKeyedService<Facts>(brand.Id);
        app.MapMethods("/brands/{brand}/kpis", [HttpMethods.Get, HttpMethods.Head], Answer);
        return app;
    }

    private static IResult Answer(string brand, string[] kpi, string[] by, string? grain, HttpRequest request, IServiceProvider services)
    {
        if (services.GetKeyedService<Catalog>(brand) is not { } catalog)
            return Refuse(StatusCodes.Status404NotFound, $"there is no brand '{brand}'; there are {string.Join(", ", Brand.All.Select(one => one.Id))}");
        if (request.Query.Keys.Except(Parameters, StringComparer.OrdinalIgnoreCase).ToArray() is [_, ..] unknown)
            return Refuse(StatusCodes.Status400BadRequest, $"'{string.Join("', '", unknown)}' is not known here; there are {string.Join(", ", Parameters)}");
        if (kpi.Length == 0)
            return Refuse(StatusCodes.Status400BadRequest, "no KPI is asked for; add one, such as ?kpi=click_through_rate");
        NameMatch[] names = [.. kpi.Select(name => catalog.Named(name))];
        if (names.Any(name => name.Only is null))
            return Refuse(StatusCodes.Status400BadRequest, string.Join("; ", names.Where(name => name.Only is null)));
        Grain? period = Grains.Where(one => string.Equals(one.ToString(), grain, StringComparison.OrdinalIgnoreCase)).Select(one => (Grain?)one).SingleOrDefault();
        if (period is null && grain is not null)
            return Refuse(StatusCodes.Status400BadRequest, $"'{grain}' is no grain; there are {string.Join(", ", Grains)}");
        if (by.Any(string.IsNullOrWhiteSpace) || by.Distinct().Count() < by.Length)
            return Refuse(StatusCodes.Status400BadRequest, $"by={string.Join("&by=", by)} names a dimension twice, or none; name each once, such as ?by=platform");

        try
        {
            KpiQuery query = KpiQuery.Of(names.Select(name => name.Only!)).On(services.GetRequiredKeyedService<ReportingCalendar>(brand));
            if (period is not null) query = query.By(period.Value);
            query = by.Aggregate(query, (soFar, dimension) => soFar.By(dimension));
            KpiTable table = services.GetRequiredKeyedService<Facts>(brand).Read(query);
            return Results.Text(table.ToJson(), "application/json", Encoding.UTF8);
        }
        catch (DefinitionException problem)
        {
            return Refuse(StatusCodes.Status400BadRequest, problem.Message);
        }
    }

    private static IResult Refuse(int status, string problem) => Results.Problem(statusCode: status, detail: problem);
}
