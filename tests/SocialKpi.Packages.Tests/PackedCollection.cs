using System.Diagnostics.CodeAnalysis;

namespace SocialKpi.Packages.Tests;

/// <summary>All tests of this project: they share one pack, and run one after another, as each starts builds.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "xUnit calls it a collection.")]
public sealed class PackedCollection : ICollectionFixture<PackedPackages>
{
    public const string Name = "packages";
}
