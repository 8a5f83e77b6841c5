namespace SocialKpi.Packages.Tests;

/// <summary>What is not on a machine is said, in place of a test that fails.</summary>
public sealed class PacksTests
{
    [Fact]
    public void A_pack_that_is_not_there_is_named_with_the_command_that_fetches_it()
    {
        string missing = Packs.Missing(["No.Such.Pack"])!;

        Assert.StartsWith("No.Such.Pack 10.", missing, StringComparison.Ordinal);
        Assert.Contains("dotnet restore tests/SocialKpi.Packages.Tests/Packs/Packs.proj", missing, StringComparison.Ordinal);
        Assert.Null(Packs.Missing([]));
    }

    [Fact]
    public void Nothing_that_links_is_said()
    {
        if (!OperatingSystem.IsWindows()) Assert.Contains("neither clang nor gcc", NativeFactAttribute.MissingLinker(AppContext.BaseDirectory), StringComparison.Ordinal);
    }
}
