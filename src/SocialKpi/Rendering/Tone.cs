namespace SocialKpi;

/// <summary>What a figure means for its reader. It is never said by colour alone: a word or a shape says it too.</summary>
internal enum Tone
{
    Neutral,
    Good,
    Warning,
    Bad,
}
