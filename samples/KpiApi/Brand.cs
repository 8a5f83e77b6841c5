using SocialKpi;
using SocialKpi.Import;

namespace KpiApi;

/// <summary>A brand of the sample: the folder with its definitions and its posts.</summary>
internal sealed record Brand(string Id, ReportingCalendar Calendar)
{
    public static IReadOnlyList<Brand> All { get; } =
    [
        new("acme", ReportingCalendar.Iso.WithFiscalYearFrom(month: 7)),
        new("nord", ReportingCalendar.Iso),
    ];

    /// <summary>Registers what the brand is read with, and its facts, under its id.</summary>
    public void Register(IServiceCollection services)
    {
        using FileStream kpis = File.OpenRead(PathOf("kpis.json"));
        services.AddKeyedSocialKpi(Id, setup => setup.Calendar(Calendar).Define(kpis, $"{Id}/kpis.json"));
        services.AddKeyedSingleton(Id, (provider, key) =>
            CsvFacts.Read(PathOf("posts.csv"), CsvMapping.Load(PathOf("posts.json"), provider.GetRequiredKeyedService<Catalog>(key)), strict: true).Facts);
    }

    private string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", Id, name);
}
