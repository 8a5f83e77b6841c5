namespace SocialKpi;

/// <summary>Writes a result in one form for a notebook kernel, which calls it by the names of its members.</summary>
internal sealed class DisplayFormatter(string mimeType, Func<IDisplayed, string> write)
{
    public const string Html = "text/html";
    public const string Text = "text/plain";

    public string MimeType { get; } = mimeType;

    /// <summary>False for a value that is none of ours: the kernel then shows it in its own way.</summary>
    public bool Format(object? value, TextWriter writer)
    {
        if (value is not IDisplayed shown) return false;
        writer.Write(write(shown));
        return true;
    }
}
