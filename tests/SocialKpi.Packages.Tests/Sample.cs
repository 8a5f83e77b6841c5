using SocialKpi.Tests.Support;

namespace SocialKpi.Packages.Tests;

/// <summary>A sample with what it prints, which is checked in: as a file-based app, as a notebook, or as both.</summary>
internal static class Sample
{
    private const string Accept = "ACCEPT_SAMPLES";

    public static IEnumerable<string> Apps => Topics("apps", "*.cs");

    public static IEnumerable<string> Scripts => Topics("apps", "*.fsx");

    public static IEnumerable<string> Notebooks => Topics("notebooks", "*.ipynb");

    public static IEnumerable<string> Expected => Topics("expected", "*.txt");

    public static string File(string folder, string name) => Repository.File("samples", folder, name);

    /// <summary>Puts the samples' files into a folder where their paths hold.</summary>
    public static void CopyTo(string folder, string part)
    {
        string target = Directory.CreateDirectory(Path.Combine(folder, part)).FullName;
        foreach (string file in Directory.EnumerateFiles(Repository.File("samples", part))) System.IO.File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Compares what a sample printed with the checked-in text.</summary>
    public static void AssertPrinted(string topic, string printed)
    {
        string file = File("expected", topic + ".txt");
        if (Environment.GetEnvironmentVariable(Accept) == "1") System.IO.File.WriteAllText(file, printed + "\n");
        Assert.True(System.IO.File.Exists(file), $"{Repository.Relative(file)} is missing; {Accept}=1 dotnet test writes it: look at what it holds");
        Assert.Equal(System.IO.File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd('\n'), printed);
    }

    private static IEnumerable<string> Topics(string folder, string pattern) => Repository.Files("samples/" + folder, pattern).Select(file => Path.GetFileNameWithoutExtension(file));
}
