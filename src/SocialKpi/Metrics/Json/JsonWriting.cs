using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialKpi;

/// <summary>Writes definitions as JSON: indented, lines ended by \n, what has its default value left out; the same bytes for the same definition.</summary>
internal static class JsonWriting
{
    // Names in other languages stay readable; the text is data for a parser, not for a page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, Options)) write(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    public static void Text(this Utf8JsonWriter writer, string name, string text, string unless = "")
    {
        if (text != unless) writer.WriteString(name, text);
    }

    /// <summary>A number, or null where nobody knows it.</summary>
    public static void Number(this Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } known) writer.WriteNumber(name, known.WithoutTrailingZeros());
        else writer.WriteNull(name);
    }

    public static void Texts(this Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (string text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
