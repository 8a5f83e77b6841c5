namespace SocialKpi;

/// <summary>One text in the languages of the catalogue.</summary>
internal sealed record Phrase(string English, string Dutch, string Swedish, string Polish)
{
    public string In(Language language) => language switch
    {
        Language.English => English,
        Language.Dutch => Dutch,
        Language.Swedish => Swedish,
        Language.Polish => Polish,
        _ => throw OutOfRange.Of(language, "The languages are English, Dutch, Swedish and Polish."),
    };
}
