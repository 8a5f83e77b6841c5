namespace SocialKpi.Import;

/// <summary>
/// What the columns of a CSV file mean: time, dimensions, measures and row values, with formats, blanks, currency, key, time basis and export date.
/// It is loaded from JSON, which the package README describes property by property.
/// </summary>
/// <remarks>A mapping is immutable and can be used from several threads and for many files.</remarks>
public sealed class CsvMapping
{
    internal CsvMapping(
        CsvLayout layout, NumberSigns? signs, TimeMapping? time, IReadOnlyList<FieldMapping> dimensions,
        IReadOnlyList<MeasureMapping> measures, IReadOnlyList<FieldMapping> values, KeyMapping? key, BasisMapping basis)
    {
        Layout = layout;
        Signs = signs ?? NumberSigns.Invariant;
        NamesCulture = signs is not null;
        Time = time;
        Dimensions = dimensions;
        MeasureMappings = measures;
        Values = values;
        Key = key;
        Basis = basis;
        Measures = [.. measures.Select(mapping => mapping.Measure)];
    }

    /// <summary>The measures it reads, in the order of the mapping: standard ones, and those it defines itself.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    internal CsvLayout Layout { get; }

    internal NumberSigns Signs { get; }

    /// <summary>Whether the number culture is said, and not assumed.</summary>
    internal bool NamesCulture { get; }

    internal TimeMapping? Time { get; }

    internal IReadOnlyList<FieldMapping> Dimensions { get; }

    internal IReadOnlyList<MeasureMapping> MeasureMappings { get; }

    internal IReadOnlyList<FieldMapping> Values { get; }

    internal KeyMapping? Key { get; }

    internal BasisMapping Basis { get; }

    /// <summary>Every column it reads, in no particular order, with repetitions.</summary>
    internal IEnumerable<ColumnName> Columns =>
        (Time is null ? [] : new[] { Time.Column })
        .Concat(Dimensions.Select(dimension => dimension.Column))
        .Concat(MeasureMappings.SelectMany(measure => measure.Source.Columns))
        .Concat(MeasureMappings.Select(measure => measure.Currency?.Column).OfType<ColumnName>())
        .Concat(Values.Select(value => value.Column))
        .Concat(Key?.Columns ?? [])
        .Concat(Basis.Export?.PerRow is { } export ? [export.Column] : []);

    /// <summary>Loads a mapping from a JSON file.</summary>
    /// <param name="path">The file, in UTF-8, or in UTF-16 with a byte order mark.</param>
    /// <param name="catalog">Where measure ids are looked up; null for <see cref="Catalog.Standard"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="MappingException">The mapping cannot be used; all its issues are listed.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static CsvMapping Load(string path, Catalog? catalog = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return MappingReader.Read(MappingText.Decode(File.ReadAllBytes(path), path), path, catalog ?? Catalog.Standard);
    }

    /// <summary>Reads a mapping from JSON text.</summary>
    /// <param name="json">The mapping; comments are allowed.</param>
    /// <param name="catalog">Where measure ids are looked up; null for <see cref="Catalog.Standard"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="MappingException">The mapping cannot be used; all its issues are listed.</exception>
    public static CsvMapping Parse(string json, Catalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return MappingReader.Read(json, "mapping", catalog ?? Catalog.Standard);
    }
}
