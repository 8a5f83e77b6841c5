namespace SocialKpi.Tests.Support;

/// <summary>The clone that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files under a folder that people write: nothing that a build puts into bin or obj, and no packages of others.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        string start = File(folder);
        return Directory.Exists(start) ? Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal) : [];

        bool IsSource(string file) => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "artifacts" or "BenchmarkDotNet.Artifacts" or "TestResults");
    }

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "SocialKpi.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds SocialKpi.sln.");
    }
}
