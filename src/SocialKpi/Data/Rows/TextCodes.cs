namespace SocialKpi;

/// <summary>Numbers texts in the order of their first appearance. Mutable; it belongs to one thread that reads a column.</summary>
internal sealed class TextCodes
{
    private const int Places = 256;

    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);

    // Rows mostly share few texts. Each has a place of its own among these as a rule, and is known there at a glance.
    private readonly (string? Text, int Code)[] _known = new (string?, int)[Places];

    /// <summary>The texts, in the order of their codes.</summary>
    public IReadOnlyCollection<string> Texts => _codeOf.Keys;

    public int CodeOf(string text)
    {
        ref (string? Text, int Code) known = ref _known[PlaceOf(text)];
        if (ReferenceEquals(known.Text, text) || string.Equals(known.Text, text, StringComparison.Ordinal)) return known.Code;
        if (!_codeOf.TryGetValue(text, out int code)) _codeOf.Add(text, code = _codeOf.Count);
        known = (text, code);
        return code;
    }

    private static int PlaceOf(string text)
    {
        if (text.Length == 0) return 0;
        unchecked
        {
            uint mixed = (text[0] * 0x9E3779B1u) ^ (text[text.Length / 2] * 0x85EBCA77u) ^ (text[^1] * 0xC2B2AE3Du) ^ ((uint)text.Length * 0x27D4EB2Fu);
            return (int)(mixed >> 24);
        }
    }
}
