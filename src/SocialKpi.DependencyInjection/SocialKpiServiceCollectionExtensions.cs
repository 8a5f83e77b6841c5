using SocialKpi;
using SocialKpi.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what SocialKpi is configured with, in the container of an application.</summary>
public static class SocialKpiServiceCollectionExtensions
{
    private static readonly Type[] Registered = [typeof(Catalog), typeof(ReportingCalendar), typeof(GoalPlan), typeof(BenchmarkSet)];

    /// <summary>
    /// Registers one <see cref="Catalog"/>, <see cref="ReportingCalendar"/>, <see cref="GoalPlan"/> and <see cref="BenchmarkSet"/>, each a
    /// singleton. Everything is read and checked here, not when it is first asked for.
    /// </summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="setup">Says what they hold; left out, the standard catalogue and calendar, no goals and no benchmarks.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="DefinitionException">
    /// Something is wrong with what they should hold; the issues of all documents are listed, each with its source. A KPI whose definition is refused
    /// is unknown to the goals and benchmarks that name it, and they say so too.
    /// </exception>
    /// <exception cref="InvalidOperationException">One of them is registered already: a second registration would hide the first.</exception>
    public static IServiceCollection AddSocialKpi(this IServiceCollection services, Action<KpiSetup>? setup = null) => Add(services, null, setup);

    /// <summary>The same as <see cref="AddSocialKpi"/> for one of several brands: services of this key, taken by <c>[FromKeyedServices("brand")]</c>.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="serviceKey">The brand, such as its id.</param>
    /// <param name="setup">Says what they hold; left out, the standard catalogue and calendar, no goals and no benchmarks.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="DefinitionException">Something is wrong with what they should hold; the issues of all documents are listed, each with its source.</exception>
    /// <exception cref="InvalidOperationException">One of them is registered under this key already.</exception>
    public static IServiceCollection AddKeyedSocialKpi(this IServiceCollection services, object serviceKey, Action<KpiSetup>? setup = null)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return Add(services, serviceKey, setup);
    }

    private static IServiceCollection Add(IServiceCollection services, object? key, Action<KpiSetup>? setup)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.FirstOrDefault(service => Registered.Contains(service.ServiceType) && Equals(service.ServiceKey, key)) is { } there)
        {
            throw new InvalidOperationException(key is null
                ? $"A {there.ServiceType.Name} is registered already. Say all in one AddSocialKpi, or give each brand its key with AddKeyedSocialKpi."
                : FormattableString.Invariant($"A {there.ServiceType.Name} is registered already under the key '{key}'. Say all in one AddKeyedSocialKpi, or use another key."));
        }

        KpiSetup told = new(key);
        setup?.Invoke(told);
        SetupResult result = told.Read();
        return services
            .AddKeyedSingleton(key, result.Catalog)
            .AddKeyedSingleton(key, result.Calendar)
            .AddKeyedSingleton(key, result.Plan)
            .AddKeyedSingleton(key, result.Benchmarks);
    }
}
