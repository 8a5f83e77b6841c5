namespace SocialKpi.Packages.Tests;

/// <summary>A fact about native code, skipped with the reason where nothing links it, or what compiles it could not be fetched.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    // Visual Studio's own way to say where its linker is.
    private static readonly string Locator = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe");

    public NativeFactAttribute() => Skip = Packs.Missing(Packs.ForNativeCode) ?? MissingLinker(Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>Why nothing links native code here; null when something does.</summary>
    /// <param name="path">The folders of programs.</param>
    internal static string? MissingLinker(string path)
    {
        if (OperatingSystem.IsWindows()) return File.Exists(Locator) ? null : "there is no Visual Studio with its C++ tools, and native code is linked by them";
        return path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")))
            ? null : "there is neither clang nor gcc on the path, and native code is linked by one of them";
    }
}
