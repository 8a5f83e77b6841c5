using System.Security.Cryptography;
using System.Text;

namespace SocialKpi;

/// <summary>
/// A key performance indicator: a formula with its unit, the direction in which it gets better, its names and its
/// source. Plain immutable data with a hash, so that readings of different definitions can never be compared by mistake.
/// </summary>
/// <remarks>Two KPIs are equal when id and <see cref="Hash"/> are; labels and descriptions do not count.</remarks>
public sealed class Kpi : IEquatable<Kpi>
{
    private Kpi(string id, Formula formula, Unit unit, Direction direction)
    {
        (Id, Formula, Unit, Direction, Hash) = (id, formula, unit, direction, HashOf(formula, unit, direction));
        Leaves = [.. formula.Leaves()];
    }

    /// <summary>The id: lower-case words joined by dots, such as <c>engagement_rate.by_impressions</c>. Variants have their own.</summary>
    public string Id { get; }

    /// <summary>How it is calculated from merged measures.</summary>
    public Formula Formula { get; }

    /// <summary>Every measure of the formula in its order, repeated as often as it stands there: worked out once.</summary>
    internal IReadOnlyList<Measure> Leaves { get; }

    /// <summary>The unit of its value.</summary>
    public Unit Unit { get; }

    /// <summary>Which way it gets better.</summary>
    public Direction Direction { get; }

    /// <summary>The name people read, in English; the id when none was given.</summary>
    public string Label { get; private init; } = "";

    /// <summary>What stands in the head of a column, in English, such as <c>CTR</c>; the label when none was given.</summary>
    public string ShortName { get; private init; } = "";

    /// <summary>Other names of it. One name may belong to several KPIs.</summary>
    public IReadOnlyList<string> Aliases { get; private init; } = [];

    /// <summary>One line that says what it tells, in English.</summary>
    public string Description { get; private init; } = "";

    /// <summary>The group it is listed under, such as <c>engagement</c>.</summary>
    public string Category { get; private init; } = "";

    /// <summary>How near it stands to the result of the business.</summary>
    public KpiTier Tier { get; private init; }

    /// <summary>Where the definition comes from.</summary>
    public string Source { get; private init; } = "";

    /// <summary>How others define the same name, one sentence each.</summary>
    public IReadOnlyList<string> Disputes { get; private init; } = [];

    /// <summary>The texts in other languages than English.</summary>
    internal IReadOnlyDictionary<Language, KpiText> Translations { get; private init; } = new SortedDictionary<Language, KpiText>();

    /// <summary>SHA-256 of formula, measures, unit and direction, as 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Defines a KPI and checks it: the unit must follow from the formula.</summary>
    /// <param name="id">Lower-case words joined by dots.</param>
    /// <param name="formula">How it is calculated.</param>
    /// <param name="unit">The unit of its value; count ÷ count may be a ratio, points or a plain number, money ÷ count is money.</param>
    /// <param name="direction">Which way it gets better.</param>
    /// <param name="label">The name people read; the id when left out.</param>
    /// <param name="description">One line that says what it tells.</param>
    /// <param name="category">The group it is listed under.</param>
    /// <param name="tier">How near it stands to the result of the business.</param>
    /// <param name="source">Where the definition comes from.</param>
    /// <param name="disputes">How others define the same name.</param>
    /// <param name="shortName">What stands in the head of a column; the label when left out.</param>
    /// <param name="aliases">Other names of it.</param>
    /// <param name="texts">How it is called in other languages than English.</param>
    /// <exception cref="DefinitionException">The definition contradicts itself; all issues are listed.</exception>
    public static Kpi Define(
        string id,
        Formula formula,
        Unit unit,
        Direction direction = Direction.Neutral,
        string? label = null,
        string? description = null,
        string? category = null,
        KpiTier tier = KpiTier.Activity,
        string? source = null,
        IEnumerable<string>? disputes = null,
        string? shortName = null,
        IEnumerable<string>? aliases = null,
        IReadOnlyDictionary<Language, KpiText>? texts = null)
    {
        (disputes, aliases) = ([.. disputes ?? []], [.. aliases ?? []]);
        ArgumentNullException.ThrowIfNull(formula);
        if (!Enum.IsDefined(direction)) throw OutOfRange.Of(direction, "A direction is neutral, higher, lower or a range.");
        if (!Enum.IsDefined(tier)) throw OutOfRange.Of(tier, "A tier is activity, outcome or business.");
        List<DefinitionIssue> issues = KpiRules.Check(id, formula, unit);
        SortedDictionary<Language, KpiText> translations = [];
        foreach ((Language language, KpiText text) in texts ?? new Dictionary<Language, KpiText>())
        {
            if (language == Language.English || !Languages.All.Contains(language) || text is null)
                issues.Add(new($"KPI {id}", $"it has a text in {language}, but label, short name and description are the English one; texts are for Dutch, Swedish and Polish"));
            else translations.Add(language, text);
        }

        issues.AddRange(Broken(id,
            [("label", label), ("short name", shortName), ("description", description), ("category", category), ("source", source),
                .. disputes.Select(dispute => ("dispute", (string?)dispute)), .. aliases.Select(alias => ("alias", (string?)alias))]));
        DefinitionException.ThrowIfAny(issues);
        string name = string.IsNullOrWhiteSpace(label) ? id : label;
        return new Kpi(id, formula, unit, direction)
        {
            Label = name,
            ShortName = string.IsNullOrWhiteSpace(shortName) ? name : shortName,
            Aliases = [.. aliases.Where(alias => !string.IsNullOrWhiteSpace(alias)).Distinct()],
            Translations = translations,
            Description = description ?? "",
            Category = category ?? "",
            Tier = tier,
            Source = source ?? "",
            Disputes = [.. disputes],
        };
    }

    /// <summary>How it is called and described in a language; where nobody gave that, the English text, which says so (<see cref="Terms.English"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the languages.</exception>
    public KpiText TextIn(Language language)
    {
        if (!Languages.All.Contains(language)) throw OutOfRange.Of(language, "The languages are English, Dutch, Swedish and Polish.");
        return Translations.TryGetValue(language, out KpiText? text) ? text
            : new KpiText(Label, ShortName, Description, language == Language.English ? Terms.Settled : Terms.English);
    }

    /// <summary>
    /// Reads what <see cref="ToJson"/> writes, or what is written by hand: <c>id</c>, <c>formula</c> and <c>unit</c> must be there.
    /// A hash that is there must be that of the definition.
    /// </summary>
    /// <param name="json">The KPI; at most 10 million characters, so untrusted text is safe.</param>
    /// <param name="measures">The measures that its formula may name, beside those it brings.</param>
    /// <exception cref="DefinitionException">It is no KPI, or the hash is another one; all issues are listed, each with its line.</exception>
    public static Kpi FromJson(string json, IEnumerable<Measure>? measures = null)
    {
        List<DefinitionIssue> issues = [];
        Kpi? kpi = JsonText.Parse(json, issues) is { } value ? KpiJson.Read(value, new MeasureScope(measures ?? [], [], issues), issues) : null;
        DefinitionException.ThrowIfAny(issues);
        return kpi!;
    }

    /// <summary>The whole definition as JSON, with that of every measure in it, its texts and its hash.</summary>
    public string ToJson() => JsonWriting.Write(writer => KpiJson.Write(writer, this, new Dictionary<string, Measure>()));

    /// <summary>Whether both have the same id and the same hash.</summary>
    public static bool operator ==(Kpi? left, Kpi? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether id or hash differ.</summary>
    public static bool operator !=(Kpi? left, Kpi? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(Kpi? other) => other is not null && other.Id == Id && other.Hash == Hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Kpi);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Hash);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Whether both go by the same names, in every language, and carry the same notes; what they calculate is not compared.</summary>
    internal bool SaysTheSameAs(Kpi other) =>
        (Label, ShortName, Description, Category, Tier, Source) == (other.Label, other.ShortName, other.Description, other.Category, other.Tier, other.Source)
        && Disputes.SequenceEqual(other.Disputes) && Aliases.SequenceEqual(other.Aliases) && Translations.SequenceEqual(other.Translations);

    private static IEnumerable<DefinitionIssue> Broken(string id, IEnumerable<(string Name, string? Text)> texts) =>
        texts.Where(text => !UnicodeText.IsWhole(text.Text)).Select(text => new DefinitionIssue($"KPI {UnicodeText.Shown(id ?? "")}", $"its {text.Name} {UnicodeText.Rule}"));

    private static string HashOf(Formula formula, Unit unit, Direction direction)
    {
        IEnumerable<string> measures = formula.Leaves().SelectMany(leaf => leaf.Closure())
            .Select(measure => measure.Definition).Distinct().Order(StringComparer.Ordinal);
        string canonical = $"{formula}\n{string.Join('\n', measures)}\n{unit}\n{direction}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}
