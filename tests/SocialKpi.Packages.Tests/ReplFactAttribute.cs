namespace SocialKpi.Packages.Tests;

/// <summary>A fact about csharprepl, skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReplFactAttribute : FactAttribute
{
    public ReplFactAttribute() => Skip = Repl.Missing;
}
