namespace SocialKpi;

/// <summary>Whose words a text in another language than English uses.</summary>
public enum Terms
{
    /// <summary>Those that the trade in that language uses.</summary>
    Settled,

    /// <summary>The English ones, as the language has no settled term.</summary>
    English,
}
