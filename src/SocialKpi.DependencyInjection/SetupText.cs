using System.Text;

namespace SocialKpi.DependencyInjection;

/// <summary>The bytes of a document, decoded without replacing any.</summary>
internal readonly record struct SetupText(byte[] Bytes)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SetupText Of(Stream stream)
    {
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return new SetupText(bytes.ToArray());
    }

    /// <exception cref="DefinitionException">A byte is none of UTF-8.</exception>
    public string Decode()
    {
        try
        {
            return Strict.GetString(Bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException problem)
        {
            throw new DefinitionException([new("encoding", FormattableString.Invariant($"byte {problem.Index + 1} is not UTF-8; save the document as UTF-8"))]);
        }
    }
}
