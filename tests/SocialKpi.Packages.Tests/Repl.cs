using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>The REPL csharprepl, where it is installed.</summary>
internal static class Repl
{
    private const string Version = "0.7.1";

    private static readonly string Installed = Repository.File("artifacts", "tools");

    /// <summary>The program; null when it is not there.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend(Installed)
        .SelectMany(folder => new[] { "csharprepl", "csharprepl.exe" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Why it cannot be run here; null when it can.</summary>
    public static string? Missing { get; } = Program is null ? $"csharprepl is not there; dotnet tool install csharprepl --version {Version} --tool-path {Repository.Relative(Installed)}" : null;
}
