using System.Text;
using System.Text.Json;

namespace SocialKpi.DependencyInjection;

/// <summary>The bytes of a document, decoded without replacing any; null where its stream could not be read.</summary>
internal readonly record struct SetupText(byte[]? Bytes)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SetupText Of(Stream stream)
    {
        if (!stream.CanRead) return new SetupText(null);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return new SetupText(bytes.ToArray());
    }

    /// <exception cref="DefinitionException">The stream was closed, the document is empty, or a byte is none of a text in UTF-8.</exception>
    public string Decode()
    {
        if (Bytes is null) throw Refusal("stream", "it is closed or not open for reading; give it open");
        try
        {
            string text = Strict.GetString(Bytes).TrimStart('\uFEFF');
            if (Bytes.AsSpan().IndexOf((byte)0) is >= 0 and int at) throw Refusal("encoding", FormattableString.Invariant($"byte {at + 1} is 0, as in UTF-16; save the document as UTF-8"));
            return string.IsNullOrWhiteSpace(text) ? throw Refusal("document", "it is empty; give the stream before it is read elsewhere, or leave the document out") : text;
        }
        catch (DecoderFallbackException problem)
        {
            throw Refusal("encoding", FormattableString.Invariant($"byte {problem.Index + 1} is not UTF-8; save the document as UTF-8"));
        }
    }

    /// <summary>The document with nothing but its list of measures. What is wrong with the whole is told when all of it is read.</summary>
    /// <exception cref="DefinitionException">It cannot be decoded.</exception>
    public string MeasuresAlone()
    {
        const string none = "{}";
        try
        {
            using JsonDocument document = JsonDocument.Parse(Decode(), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("measures", out JsonElement measures)
                ? $$"""{ "measures": {{measures.GetRawText()}} }""" : none;
        }
        catch (JsonException)
        {
            return none;
        }
    }

    private static DefinitionException Refusal(string subject, string message) => new([new DefinitionIssue(subject, message)]);
}
