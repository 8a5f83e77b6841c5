using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SocialKpi.Import;

/// <summary>Reads a mapping from JSON, strictly, and reports everything that is wrong with it at once.</summary>
internal sealed class MappingReader
{
    private static readonly Dictionary<string, Duplicates> DuplicateRules = new()
    {
        ["refuse"] = Duplicates.Refuse,
        ["keep-first"] = Duplicates.KeepFirst,
        ["keep-last"] = Duplicates.KeepLast,
    };

    private static readonly Dictionary<string, TimeBasis> Bases = new()
    {
        ["per-period"] = TimeBasis.PerPeriod,
        ["lifetime-at-publish"] = TimeBasis.LifetimeAtPublish,
    };

    private readonly List<MappingIssue> _issues = [];
    private readonly Catalog _catalog;
    private IReadOnlySet<string> _blanks = new HashSet<string>();

    private MappingReader(Catalog catalog) => _catalog = catalog;

    public static CsvMapping Read(string json, string source, Catalog catalog)
    {
        MappingReader reader = new(catalog);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            CsvMapping mapping = reader.Read(new MappingNode(document.RootElement, "$", reader._issues));
            return reader._issues.Count == 0 ? mapping : throw new MappingException(source, reader._issues);
        }
        catch (InvalidOperationException)
        {
            // The only text that is JSON and cannot be read as a string.
            throw new MappingException(source, [new MappingIssue("$", "holds half of a surrogate pair (\\uD800 to \\uDFFF): write the character itself.")]);
        }
        catch (JsonException exception)
        {
            throw new MappingException(source, [new MappingIssue("$", JsonMistake.Describe(json, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0))]);
        }
    }

    private CsvMapping Read(MappingNode root)
    {
        Dictionary<string, MappingNode> parts = root.Known(
            "separator", "encoding", "headerLine", "culture", "blanks", "time", "dimensions", "measures", "values", "key", "basis", "exported", "youngUnderDays");
        if (parts.TryGetValue("blanks", out MappingNode blanks)) _blanks = Blanks(blanks);

        CsvLayout layout = new(
            parts.TryGetValue("separator", out MappingNode separator) ? Separator(separator) : null,
            parts.TryGetValue("encoding", out MappingNode encoding) ? encoding.Word(TextEncoding.All.ToDictionary(known => known.Name)) : null,
            parts.TryGetValue("headerLine", out MappingNode headerLine) ? headerLine.Ordinal() : null);
        NumberSigns? signs = parts.TryGetValue("culture", out MappingNode culture) ? Signs(culture) : null;
        TimeMapping? time = parts.TryGetValue("time", out MappingNode timeNode) ? Time(timeNode) : null;
        List<FieldMapping> dimensions = parts.TryGetValue("dimensions", out MappingNode dimensionNode) ? Dimensions(dimensionNode) : [];
        MeasureMappingReader measureReader = new(_catalog, Column);
        List<MeasureMapping> measures = parts.TryGetValue("measures", out MappingNode measureNode) ? measureReader.Read(measureNode) : [];
        List<FieldMapping> values = parts.TryGetValue("values", out MappingNode valueNode) ? Values(valueNode) : [];
        KeyMapping? key = parts.TryGetValue("key", out MappingNode keyNode) ? Key(keyNode) : null;
        TimeBasis basis = parts.TryGetValue("basis", out MappingNode basisNode) ? basisNode.Word(Bases) : TimeBasis.PerPeriod;
        ExportMapping? export = parts.TryGetValue("exported", out MappingNode exportNode) ? Export(exportNode) : null;
        int? youngUnderDays = parts.TryGetValue("youngUnderDays", out MappingNode youngNode) ? YoungUnder(youngNode, parts.ContainsKey("time"), parts.ContainsKey("exported"), basis) : null;

        // A name stands for one thing only: filters and segments name fields without saying which kind they are.
        string[] names = [.. dimensions.Select(field => field.Name), .. values.Select(field => field.Name), .. measures.Select(measure => measure.Measure.Id)];
        foreach (string name in names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
            root.Issue($"'{name}' is the name of two of its dimensions, measures and values: rename one.");
        if (measures.Count + values.Count == 0 && _issues.Count == 0) root.Issue("names neither measures nor values: there is nothing to read.");

        return new CsvMapping(layout, signs, time, dimensions, measures, values, key, new(basis, export, youngUnderDays));
    }

    private static char? Separator(MappingNode node)
    {
        if (node.Text() is not { } text) return null;
        if (text.Length == 1 && SeparatorName.IsSeparator(text[0])) return text[0];
        node.Issue("must be one character that separates fields, such as \",\", \";\", \"\\t\" or \"|\".");
        return null;
    }

    private static NumberSigns Signs(MappingNode node)
    {
        if (node.Text() is not { } name || name == "invariant") return NumberSigns.Invariant;
        try
        {
            if (name.Length > 0) return new NumberSigns(CultureInfo.GetCultureInfo(name, predefinedOnly: true));
        }
        catch (CultureNotFoundException)
        {
        }

        node.Issue(HasCultureData()
            ? $"'{name}' is not a culture known here: write \"invariant\" or a name such as \"nl-NL\"."
            : $"'{name}' cannot be looked up: this process runs without culture data (globalization-invariant mode), where only \"invariant\" is known. Set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0 and InvariantGlobalization to false, with ICU installed; or write the numbers of the file as 25,881.5.");
        return NumberSigns.Invariant;
    }

    /// <summary>In globalization-invariant mode not even the commonest culture is known.</summary>
    private static bool HasCultureData()
    {
        try
        {
            return CultureInfo.GetCultureInfo("en-US", predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static HashSet<string> Blanks(MappingNode node) =>
        node.Elements(mayBeEmpty: true).Select(element => element.Text()?.Trim()).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>A column: its name alone, or an object, whose properties are given when it holds more than the column.</summary>
    private ColumnName? Column(MappingNode owner, Dictionary<string, MappingNode>? properties = null)
    {
        if (owner.Kind == JsonValueKind.String) return owner.Name() is { } simple ? new ColumnName(simple, null, _blanks) : null;
        properties ??= owner.Known("column", "occurrence", "blanks");
        int? occurrence = properties.TryGetValue("occurrence", out MappingNode occurrenceNode) ? occurrenceNode.Ordinal() : null;
        IReadOnlySet<string> blanks = properties.TryGetValue("blanks", out MappingNode blanksNode) ? Blanks(blanksNode) : _blanks;
        if (properties.TryGetValue("column", out MappingNode column)) return column.Name() is { } name ? new ColumnName(name, occurrence, blanks) : null;
        if (owner.Kind == JsonValueKind.Object) owner.Issue("names no \"column\".");
        return null;
    }

    private TimeMapping? Time(MappingNode node)
    {
        Dictionary<string, MappingNode> properties = node.Known("column", "occurrence", "blanks", "format", "zone", "endsOn");
        ColumnName? column = Column(node, properties);
        TimeFormat? format = Format(node, properties, isOfRows: true);
        DateTimeZone? zone = null;
        if (properties.TryGetValue("zone", out MappingNode zoneNode) && zoneNode.Text() is { } zoneName)
        {
            zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneName);
            if (zone is null) zoneNode.Issue($"'{zoneName}' is not a time zone of the tz database, such as Europe/Amsterdam or UTC.{Similar.Hint(zoneName, DateTimeZoneProviders.Tzdb.Ids)}");
            else if (format?.Kind == TimeKind.Date) zoneNode.Issue("belongs to moments, and the format has dates only: leave it out.");
        }
        else if (format?.Kind == TimeKind.Instant)
        {
            node.Issue("has a format with an offset, so it needs the \"zone\" in whose days the rows are counted, such as Europe/Amsterdam or UTC.");
        }

        return column is null || format is null ? null : new TimeMapping(column, format, zone);
    }

    /// <summary>The format of a time; of those of rows the file may leave out the year, which the mapping then says.</summary>
    private static TimeFormat? Format(MappingNode node, Dictionary<string, MappingNode> properties, bool isOfRows)
    {
        TimeFormat? format = null;
        if (properties.TryGetValue("format", out MappingNode formatNode))
        {
            LocalDate? endsOn = properties.TryGetValue("endsOn", out MappingNode endNode) ? LastDay(endNode) : null;
            if (formatNode.Text() is { } text && (format = TimeFormat.Create(text, endsOn, out string problem)) is null) formatNode.Issue($"{problem}.");
            if (format is { HasYear: true } && properties.ContainsKey("endsOn")) endNode.Issue("says of which year times are, and the format has the year: leave it out.");
            if (format is { HasYear: false } && !properties.ContainsKey("endsOn"))
                formatNode.Issue($"'{format.Text}' has no year (yyyy), and a year is never guessed{(isOfRows ? ": say with \"endsOn\" on which day the file ends, such as \"2026-03-31\"" : "")}.");
        }
        else if (node.Kind == JsonValueKind.Object)
        {
            node.Issue("names no \"format\", such as \"yyyy-MM-dd\" or \"dd-MM-yyyy HH:mm\".");
        }

        return format;
    }

    private static LocalDate? LastDay(MappingNode node)
    {
        // The first row may be of the year before.
        if (node.Text() is not { } text) return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: > 2 and < 9999 } day }) return day;
        node.Issue($"'{text}' is no day such as \"2026-03-31\".");
        return null;
    }

    /// <summary>The day of the export: one for the whole file, or a column with one for each row.</summary>
    private ExportMapping? Export(MappingNode node)
    {
        if (node.Kind == JsonValueKind.String)
        {
            if (LocalDatePattern.Iso.Parse(node.Text()!) is { Success: true, Value: var day }) return new ExportMapping(day, null);
            node.Issue("is no day such as \"2026-03-31\", nor an object with the \"column\" and \"format\" of one.");
            return null;
        }

        Dictionary<string, MappingNode> properties = node.Known("column", "occurrence", "blanks", "format");
        ColumnName? column = Column(node, properties);
        TimeFormat? format = Format(node, properties, isOfRows: false);
        if (format is not null && format.Kind != TimeKind.Date) properties["format"].Issue("must be one of days, such as \"yyyy-MM-dd\": an export has a day.");
        return column is null || format?.Kind != TimeKind.Date ? null : new ExportMapping(null, new TimeMapping(column, format, null));
    }

    private static int? YoungUnder(MappingNode node, bool hasTime, bool hasExport, TimeBasis basis)
    {
        List<string> missing = [];
        if (!hasTime) missing.Add("a \"time\"");
        if (!hasExport) missing.Add("the day it was \"exported\"");
        if (basis != TimeBasis.LifetimeAtPublish) missing.Add("the \"basis\" \"lifetime-at-publish\"");
        if (missing.Count > 0) node.Issue($"says how old a row must be at its export, so the mapping needs {string.Join(" and ", missing)} too.");
        return node.Ordinal();
    }

    private List<FieldMapping> Dimensions(MappingNode node)
    {
        List<FieldMapping> dimensions = [];
        foreach ((string name, MappingNode child) in node.Properties())
        {
            if (string.IsNullOrWhiteSpace(name)) child.Issue("has no name.");
            if (Column(child) is { } column) dimensions.Add(new(name, column, Blank.Unknown));
        }

        return dimensions;
    }

    private List<FieldMapping> Values(MappingNode node)
    {
        List<FieldMapping> values = [];
        foreach ((string name, MappingNode child) in node.Properties())
        {
            if (MeasureMappingReader.Define(name, Unit.Number, child) is null) continue;
            bool isShort = child.Kind == JsonValueKind.String;
            Dictionary<string, MappingNode> properties = isShort ? [] : child.Known("column", "occurrence", "blanks", "blank");
            ColumnName? column = isShort ? Column(child) : Column(child, properties);
            Blank blank = properties.TryGetValue("blank", out MappingNode blankNode) ? blankNode.Word(MeasureMappingReader.BlankWords) : Blank.Unknown;
            if (column is not null) values.Add(new(name, column, blank));
        }

        return values;
    }

    private KeyMapping? Key(MappingNode node)
    {
        Dictionary<string, MappingNode> properties = node.Known("columns", "duplicates");
        List<ColumnName> columns = [];
        if (properties.TryGetValue("columns", out MappingNode columnsNode))
        {
            foreach (MappingNode element in columnsNode.Elements())
            {
                if (Column(element) is { } column) columns.Add(column);
            }
        }
        else if (node.Kind == JsonValueKind.Object)
        {
            node.Issue("names no \"columns\".");
        }

        if (properties.TryGetValue("duplicates", out MappingNode rule)) return new KeyMapping(columns, rule.Word(DuplicateRules));
        if (node.Kind == JsonValueKind.Object) node.Issue("says nothing of \"duplicates\": refuse, keep-first or keep-last.");
        return null;
    }
}
