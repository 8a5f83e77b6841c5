namespace SocialKpi.Packages.Tests;

/// <summary>A fact about a trimmed program, skipped with the reason where what trims it could not be fetched.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TrimmedFactAttribute : FactAttribute
{
    public TrimmedFactAttribute() => Skip = Packs.Missing(Packs.ForTrimming);
}
