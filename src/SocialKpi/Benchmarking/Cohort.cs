namespace SocialKpi;

/// <summary>
/// Who is compared with whom: accounts of one platform, industry, follower band, content format and region. A trait that is not
/// named (null, blank, or <c>all</c>, <c>all platforms</c> and the like) holds for all.
/// </summary>
/// <remarks>Cohorts are data: any text names an industry. Texts are compared without regard to case.</remarks>
public sealed record Cohort
{
    private static readonly CohortTrait[] Traits = Enum.GetValues<CohortTrait>();
    private static readonly string[] ForAll = ["all", "all networks", "all platforms", "all industries", "all formats", "all regions"];

    private Cohort(string? platform, string? industry, FollowerBand? followers, string? format, string? region) =>
        (Platform, Industry, Followers, Format, Region) = (Named(platform), Named(industry), followers, Named(format), Named(region));

    /// <summary>All accounts: nothing is named.</summary>
    public static Cohort Everyone { get; } = new(null, null, null, null, null);

    /// <summary>The network, such as <c>instagram</c>.</summary>
    public string? Platform { get; }

    /// <summary>The trade, such as <c>higher education</c>.</summary>
    public string? Industry { get; }

    /// <summary>How many followers an account has.</summary>
    public FollowerBand? Followers { get; }

    /// <summary>The format of the content, such as <c>reels</c>.</summary>
    public string? Format { get; }

    /// <summary>The country or part of the world.</summary>
    public string? Region { get; }

    /// <summary>The cohort of these traits; what is left out holds for all.</summary>
    public static Cohort Of(string? platform = null, string? industry = null, FollowerBand? followers = null, string? format = null, string? region = null) =>
        new(platform, industry, followers, format, region);

    /// <summary>The cohort that a segment speaks of: its values of dimensions that are called <c>platform</c>, <c>industry</c>, <c>format</c> or <c>region</c>.</summary>
    public static Cohort Of(Segment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return new(Value("platform"), Value("industry"), null, Value("format"), Value("region"));

        string? Value(string dimension) => segment.Names(dimension) ? segment[dimension] : null;
    }

    /// <summary>What a segment says beside the traits of its cohort, such as its brand.</summary>
    internal static Segment Beyond(Segment segment)
    {
        Cohort cohort = Of(segment);
        return segment.Dimensions.Count == 0 ? segment : segment.Dimensions
            .Where(dimension => !Traits.Any(trait => MachineText.Code(trait) == dimension && cohort.Text(trait) is not null))
            .Aggregate(Segment.Whole, (beyond, dimension) => beyond.And(dimension, segment[dimension]));
    }

    /// <summary>
    /// What must be given up to compare with an account of <paramref name="wanted"/>: the traits that it names and this cohort
    /// leaves open. Null when this cohort is of others: it names another value, or one that was not asked for.
    /// </summary>
    internal IReadOnlyList<CohortTrait>? RelaxedFor(Cohort wanted)
    {
        List<CohortTrait> relaxed = [];
        foreach (CohortTrait trait in Traits)
        {
            bool isNamed = Text(trait) is not null, isWanted = wanted.Text(trait) is not null;
            if (isNamed && !(isWanted && Fits(wanted, trait))) return null;
            if (isWanted && !isNamed) relaxed.Add(trait);
        }

        return relaxed;
    }

    /// <summary>Whether both name the same traits, without regard to case.</summary>
    public bool Equals(Cohort? other) => other is not null && Followers == other.Followers
        && Traits.All(trait => trait == CohortTrait.Followers || string.Equals(Text(trait), other.Text(trait), StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Followers);
        foreach (CohortTrait trait in Traits)
        {
            if (trait != CohortTrait.Followers) hash.Add(Text(trait), StringComparer.OrdinalIgnoreCase);
        }

        return hash.ToHashCode();
    }

    /// <summary>The traits that are named: <c>platform = instagram, followers = 10K-50K</c>, or <c>all</c>.</summary>
    public override string ToString()
    {
        string text = string.Join(", ", Traits.Where(trait => Text(trait) is not null).Select(trait => $"{MachineText.Code(trait)} = {DisplayText.Name(Text(trait)!)}"));
        return text.Length == 0 ? "all" : text;
    }

    /// <summary>The values of the traits that are named: <c>instagram, food &amp; drink, 10K-50K followers</c>.</summary>
    internal string Values => string.Join(", ", Traits.Where(trait => Text(trait) is not null).Select(trait => trait == CohortTrait.Followers ? $"{Text(trait)} followers" : DisplayText.Name(Text(trait)!)));

    internal string? Text(CohortTrait trait) => trait switch
    {
        CohortTrait.Platform => Platform,
        CohortTrait.Industry => Industry,
        CohortTrait.Followers => Followers?.ToString(),
        CohortTrait.Format => Format,
        _ => Region,
    };

    private bool Fits(Cohort wanted, CohortTrait trait) => trait == CohortTrait.Followers
        ? Followers!.Value.Contains(wanted.Followers!.Value)
        : string.Equals(Text(trait), wanted.Text(trait), StringComparison.OrdinalIgnoreCase);

    /// <summary>What a text names, without spaces around it; null when it names nothing: it is blank or says that the trait holds for all.</summary>
    internal static string? Named(string? text) => string.IsNullOrWhiteSpace(text) || ForAll.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) ? null : text.Trim();
}
