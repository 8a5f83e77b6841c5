using System.Reflection;

namespace SocialKpi.Tests.House;

/// <summary>
/// The public types that people look at: those that write Markdown or HTML, that a notebook has a formatter for, or that are named
/// like a result. Parts of a result, which are rows of something that is shown as a whole, are named here one by one.
/// </summary>
internal static class ResultTypes
{
    public const string Formatter = "TypeFormatterSourceAttribute";

    private static readonly string[] Names =
        ["Reading", "Series", "Table", "Explanation", "Evaluation", "Standing", "Drivers", "Report", "Reconciliation", "Experiment", "Forecast", "Guide"];

    /// <summary>The results whose plain rows are called otherwise, and why.</summary>
    private static readonly Dictionary<Type, string> OtherRows = new()
    {
        // Its Rows are the cells by period and segment, each with a reading a KPI; plain are they one figure a row.
        [typeof(KpiTable)] = nameof(KpiTable.NarrowRows),
    };

    private static readonly string[] Parts = ["ReconciledReading", "GoalForecast", "KeyResultEvaluation"];

    public static IEnumerable<Type> All => Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsResult);

    /// <summary>
    /// The rows of a result for libraries of charts and tables; null when it has none. A result that is one thing (a reading, a standing, a goal,
    /// an import) has one row, so that the rows of several are one table; an explanation has those of what went into it.
    /// </summary>
    public static PropertyInfo? RowsOf(Type type) => type.GetProperty(OtherRows.GetValueOrDefault(type, "Rows")) is { PropertyType: { IsGenericType: true } list } rows
        && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && list.GenericTypeArguments[0] is { IsPublic: true } row && row.Name.EndsWith("Row", StringComparison.Ordinal) && row.GetMethod("<Clone>$") is not null
            ? rows : null;

    /// <summary>What a result type lacks.</summary>
    public static IEnumerable<string> Lacks(Type type)
    {
        if (type.GetMethods().Where(method => method.Name == "ToHtml").ToArray() is not [{ } html] || html.GetParameters().Length > 0 || html.ReturnType != typeof(string))
            yield return $"{type.Name} has not exactly one ToHtml, without parameters: hosts look for that one";
        if (!type.GetMethods().Any(method => method.Name == "ToMarkdown" && method.ReturnType == typeof(string) && method.GetParameters().All(parameter => parameter.IsOptional)))
            yield return $"{type.Name} has no ToMarkdown that can be called without arguments";
        if (type.GetMethod("ToString", [])!.DeclaringType == typeof(object))
            yield return $"{type.Name} has no text of its own";
        if (!HasFormatter(type))
            yield return $"{type.Name} has no {Formatter}: old kernels show its properties";
        if (RowsOf(type) is null)
            yield return $"{type.Name} has no Rows, a list of public records named …Row: libraries of charts and tables look for plain properties";
        if (typeof(System.Collections.IEnumerable).IsAssignableFrom(type))
            yield return $"{type.Name} is enumerable, so hosts show its items instead of it";
    }

    private static bool IsResult(Type type) => type is { IsClass: true, IsNested: false } && !(type.IsAbstract && type.IsSealed) && !Parts.Contains(type.Name)
        && (Writes(type, "ToMarkdown") || Writes(type, "ToHtml") || HasFormatter(type) || Names.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal)));

    private static bool Writes(Type type, string name) => type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(method => method.Name == name);

    private static bool HasFormatter(Type type) => type.GetCustomAttributes(inherit: true).Any(attribute => attribute.GetType().Name == Formatter);
}
