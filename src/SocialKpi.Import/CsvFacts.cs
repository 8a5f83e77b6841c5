namespace SocialKpi.Import;

/// <summary>Reads CSV exports into <see cref="Facts"/>, with every row accounted for.</summary>
public static class CsvFacts
{
    /// <summary>Reads a file.</summary>
    /// <remarks>
    /// The file is read once, from start to end. A file with a header and no rows gives facts without rows, and a note.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="mapping">What its columns mean.</param>
    /// <param name="strict">Whether the first rejected row is an error; otherwise rejected rows are listed in the report.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> or <paramref name="mapping"/> is null, or the path is empty.</exception>
    /// <exception cref="ImportException">
    /// The file is empty, binary, in another encoding, lacks a mapped column, holds two currencies in one column, repeats a key
    /// that must be unique, never closes a quote, has a line or record over 1,000,000 characters; or a row is rejected in strict mode.
    /// </exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static CsvImport Read(string path, CsvMapping mapping, bool strict = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(mapping);
        using FileStream stream = File.OpenRead(path);
        return new CsvImporter(mapping, path, strict).Read(stream);
    }

    /// <summary>Reads a stream, which is left open and need not be seekable.</summary>
    /// <param name="stream">The bytes, from where the stream stands.</param>
    /// <param name="mapping">What the columns mean.</param>
    /// <param name="strict">Whether the first rejected row is an error; otherwise rejected rows are listed in the report.</param>
    /// <param name="name">What to call the stream in the report and in messages.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The stream cannot be read from.</exception>
    /// <exception cref="ImportException">As for a file.</exception>
    public static CsvImport Read(Stream stream, CsvMapping mapping, bool strict = false, string name = "stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(name);
        if (!stream.CanRead) throw new ArgumentException("The stream cannot be read from: give one that is open for reading.", nameof(stream));
        return new CsvImporter(mapping, name, strict).Read(stream);
    }
}
