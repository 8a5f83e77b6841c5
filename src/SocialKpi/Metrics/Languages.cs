namespace SocialKpi;

/// <summary>The languages and their ISO 639 codes: en, nl, sv, pl.</summary>
public static class Languages
{
    /// <summary>All of them, English first.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.English, Language.Dutch, Language.Swedish, Language.Polish];

    /// <summary>The code of a language: <c>nl</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the languages.</exception>
    public static string Code(this Language language) => language switch
    {
        Language.English => "en",
        Language.Dutch => "nl",
        Language.Swedish => "sv",
        Language.Polish => "pl",
        _ => throw OutOfRange.Of(language, "The languages are English, Dutch, Swedish and Polish."),
    };

    /// <summary>The language of a code in lower case; null when there is none.</summary>
    public static Language? Find(string code) => All.Select(language => (Language?)language).FirstOrDefault(language => language!.Value.Code() == code);
}
