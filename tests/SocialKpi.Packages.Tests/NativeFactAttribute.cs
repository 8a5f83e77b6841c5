namespace SocialKpi.Packages.Tests;

/// <summary>A fact about native code, skipped with the reason where nothing links it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    private static readonly string[] Linkers = ["clang", "gcc"];

    public NativeFactAttribute()
    {
        if (OperatingSystem.IsLinux() && !HasLinker) Skip = "there is neither clang nor gcc on the path, and native code is linked by one of them";
    }

    private static bool HasLinker => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => Linkers.Any(linker => File.Exists(Path.Combine(folder, linker))));
}
