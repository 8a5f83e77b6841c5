namespace SocialKpi.Tests.Support;

/// <summary>Real data sets that lie beside the clone, in ../shared/data; a clone alone does not have them.</summary>
internal static class SharedData
{
    private static readonly string Folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository.Root, "..", "shared", "data"));

    /// <summary>Why a test on shared data cannot run here; null when it can.</summary>
    public static string? Missing { get; } = Directory.Exists(Folder) ? null : $"shared data are not beside this clone: {Folder} does not exist";

    public static string Path(string file) => System.IO.Path.Combine(Folder, file);
}

/// <summary>A fact on shared data, skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedData.Missing;
}

/// <summary>A theory on shared data, skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedData.Missing;
}
