using System.Globalization;

namespace SocialKpi.DependencyInjection;

/// <summary>Something to read, with the name that its issues are told by.</summary>
internal sealed record SetupSource<T>(string Name, Func<Catalog, T> From)
    where T : class
{
    /// <summary>What it holds; null when it cannot be used, and then the issues say why.</summary>
    public T? Read(Catalog catalog, List<DefinitionIssue> issues)
    {
        try
        {
            return From(catalog);
        }
        catch (DefinitionException refusal)
        {
            issues.AddRange(refusal.Issues.Select(issue => issue with { Subject = $"{Name}, {issue.Subject}" }));
        }
        catch (BenchmarkException refusal)
        {
            issues.AddRange(refusal.Issues.Select(issue => new DefinitionIssue(Name + Place(issue), issue.Message)));
        }

        return null;
    }

    private static string Place(BenchmarkIssue issue) => string.Create(
        CultureInfo.InvariantCulture, $"{(issue.Row is { } row ? $", $[{row}]" : "")}{(issue.Field is { } field ? $"{(issue.Row is null ? ", $" : "")}.{field}" : "")}");
}
