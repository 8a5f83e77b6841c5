using System.Text.Json;

namespace SocialKpi.Import;

/// <summary>Reads the measures of a mapping.</summary>
internal sealed class MeasureMappingReader(Catalog catalog, Func<MappingNode, Dictionary<string, MappingNode>?, ColumnName?> column)
{
    public static readonly IReadOnlyDictionary<string, Blank> BlankWords = new Dictionary<string, Blank>
    {
        ["unknown"] = Blank.Unknown,
        ["zero"] = Blank.Zero,
        ["not_applicable"] = Blank.NotApplicable,
    };

    private static readonly string[] Sources = ["column", "count", "sum"];

    private static readonly string[] OfColumns = ["occurrence", "blanks"];

    private static readonly string[] Tests = ["equals", "in", "between", "atLeast", "atMost", "missing"];

    public List<MeasureMapping> Read(MappingNode node)
    {
        List<MeasureMapping> measures = [];
        foreach ((string id, MappingNode child) in node.Properties())
        {
            if (Read(id, child) is { } measure) measures.Add(measure);
        }

        return measures;
    }

    private MeasureMapping? Read(string id, MappingNode node)
    {
        bool isShort = node.Kind == JsonValueKind.String;
        Dictionary<string, MappingNode> properties = isShort
            ? []
            : node.Known("column", "occurrence", "blanks", "blank", "count", "sum", "currency", "currencyColumn", "unit");
        if (!isShort && node.Kind != JsonValueKind.Object) return null;

        Measure? measure = Find(id, node, properties);
        MeasureSource? source = Source(node, isShort, properties);
        Blank blank = properties.TryGetValue("blank", out MappingNode blankNode) ? blankNode.Word(BlankWords) : Blank.Unknown;
        if (measure is null) return null;
        CurrencySource? currency = Currency(node, measure, properties);
        return source is null ? null : new MeasureMapping(measure, source, currency, blank);
    }

    private Measure? Find(string id, MappingNode node, Dictionary<string, MappingNode> properties)
    {
        Measure? standard = catalog.FindMeasure(id);
        if (!properties.TryGetValue("unit", out MappingNode unitNode))
        {
            if (standard is null)
                node.Issue($"'{id}' is not a standard measure.{Similar.Hint(id, catalog.Measures.Select(measure => measure.Id))} To define your own, summed over rows, give it a \"unit\", such as \"count\".");
            return standard is null ? null : Recorded(standard, node);
        }

        if (unitNode.Text() is not { } text) return null;
        if (!Unit.TryParse(text, out Unit unit))
        {
            unitNode.Issue($"'{text}' is not a unit: write count, number, money, duration, ratio or points.");
            return null;
        }

        if (unit.Kind == UnitKind.Money && unit != Unit.Money)
        {
            unitNode.Issue("must be \"money\" alone: the currency is said in \"currency\" or \"currencyColumn\".");
            return null;
        }

        if (standard is null) return Define(id, unit, node);
        if (standard.Unit == unit) return Recorded(standard, node);
        unitNode.Issue($"'{id}' is a standard measure in {standard.Unit}: leave the unit out, or take an id of your own.");
        return null;
    }

    /// <summary>The measure if it is a column of facts; what is computed from other columns cannot be read from one.</summary>
    private static Measure? Recorded(Measure measure, MappingNode node)
    {
        if (measure.IsRecorded) return measure;
        node.Issue($"'{measure.Id}' is computed from {measure.Dimension ?? measure.RowValue?.ToString()}: map these instead.");
        return null;
    }

    /// <summary>A measure of the mapping's own, summed over rows.</summary>
    public static Measure? Define(string id, Unit unit, MappingNode node)
    {
        try
        {
            return Measure.Sum(id, unit);
        }
        catch (DefinitionException exception)
        {
            foreach (DefinitionIssue issue in exception.Issues) node.Issue($"{issue.Message}.");
            return null;
        }
    }

    private MeasureSource? Source(MappingNode node, bool isShort, Dictionary<string, MappingNode> properties)
    {
        if (isShort) return column(node, null) is { } name ? new MeasureSource.Cell(name) : null;
        string[] named = [.. Sources.Where(properties.ContainsKey)];
        if (named.Length != 1)
        {
            node.Issue(named.Length == 0 ? "names no \"column\", \"count\" or \"sum\"." : $"names {string.Join(" and ", named)}: keep one.");
            return null;
        }

        if (named[0] == "column") return column(node, properties) is { } cell ? new MeasureSource.Cell(cell) : null;
        foreach (string foreign in OfColumns.Where(properties.ContainsKey))
            properties[foreign].Issue($"belongs to a column: write it inside \"{named[0]}\".");
        MappingNode source = properties[named[0]];
        if (named[0] == "sum")
        {
            List<ColumnName> parts = [.. source.Elements().Select(element => column(element, null)).OfType<ColumnName>()];
            return parts.Count > 0 ? new MeasureSource.Sum(parts) : null;
        }

        if (source.Kind != JsonValueKind.Object) return source.True() ? new MeasureSource.Rows() : null;
        Dictionary<string, MappingNode> count = source.Known(["column", "occurrence", "blanks", .. Tests]);
        ColumnName? counted = column(source, count);
        Condition? condition = Test(source, counted?.Name ?? "column", count);
        return counted is null || condition is null ? null : new MeasureSource.RowsWhere(counted, condition);
    }

    private static Condition? Test(MappingNode node, string field, Dictionary<string, MappingNode> properties)
    {
        string[] named = [.. Tests.Where(properties.ContainsKey)];
        if (named.Length != 1)
        {
            node.Issue($"needs one of {string.Join(", ", Tests)}{(named.Length > 1 ? $", and names {string.Join(" and ", named)}" : "")}.");
            return null;
        }

        MappingNode test = properties[named[0]];
        switch (named[0])
        {
            case "equals":
                return Equal(field, [test]);
            case "in":
                return Equal(field, test.Elements());
            case "between":
                IReadOnlyList<MappingNode> bounds = test.Elements();
                if (bounds.Count != 2)
                {
                    if (bounds.Count > 0) test.Issue("needs two numbers, the lowest and the highest that count.");
                    return null;
                }

                if (bounds[0].Number() is not { } low || bounds[1].Number() is not { } high) return null;
                if (low <= high) return Condition.Between(field, low, high);
                test.Issue("needs the lower number first.");
                return null;
            case "atLeast":
                return test.Number() is { } atLeast ? Condition.AtLeast(field, atLeast) : null;
            case "atMost":
                return test.Number() is { } atMost ? Condition.AtMost(field, atMost) : null;
            default:
                return test.True() ? Condition.Missing(field) : null;
        }
    }

    private static Condition? Equal(string field, IReadOnlyList<MappingNode> values)
    {
        if (values.Count == 0) return null;
        if (values[0].Kind == JsonValueKind.Number)
        {
            decimal[] numbers = [.. values.Select(value => value.Number()).OfType<decimal>()];
            return numbers.Length == values.Count ? Condition.In(field, numbers) : null;
        }

        string[] texts = [.. values.Select(value => value.Text()?.Trim()).OfType<string>()];
        return texts.Length == values.Count ? Condition.In(field, texts) : null;
    }

    private CurrencySource? Currency(MappingNode node, Measure measure, Dictionary<string, MappingNode> properties)
    {
        bool isStated = properties.TryGetValue("currency", out MappingNode stated);
        bool hasColumn = properties.TryGetValue("currencyColumn", out MappingNode columnNode);
        if (measure.Unit.Kind != UnitKind.Money)
        {
            if (isStated) stated.Issue($"belongs to money, and '{measure.Id}' is in {measure.Unit}.");
            if (hasColumn) columnNode.Issue($"belongs to money, and '{measure.Id}' is in {measure.Unit}.");
            return null;
        }

        if (isStated == hasColumn)
        {
            node.Issue(isStated
                ? "names both \"currency\" and \"currencyColumn\": keep one."
                : "is money and needs its \"currency\", such as \"EUR\" (\"XXX\" when it is not stated), or a \"currencyColumn\".");
            return null;
        }

        if (hasColumn) return column(columnNode, null) is { } name ? new CurrencySource(default, name) : null;
        if (stated.Text() is not { } code) return null;
        if (SocialKpi.Currency.TryParse(code, out Currency currency)) return new CurrencySource(currency, null);
        stated.Issue($"'{code}' is not an ISO 4217 currency code: write three capitals such as EUR, or XXX when the currency is not stated.");
        return null;
    }
}
