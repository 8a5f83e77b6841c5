using System.Text;

namespace SocialKpi;

/// <summary>
/// Something counted or recorded per row (impressions, clicks, spend), with its unit and how it merges. A measure is
/// the leaf of formulas: <c>Measures.Clicks / Measures.Impressions</c>.
/// </summary>
/// <remarks>
/// Two measures are equal when id, unit, aggregation, row value or dimension, and conditions are. A definition is checked when it is
/// made; everything that is wrong with it is in one <see cref="DefinitionException"/>.
/// </remarks>
public sealed class Measure : Formula
{
    private Measure(string id, Unit unit, Aggregation aggregation, Formula? rowValue, IReadOnlyList<Condition> conditions, string? dimension = null)
        : base(1 + (rowValue?.Depth ?? 0), 1 + (rowValue?.Size ?? 0)) =>
        (Id, Unit, Aggregation, RowValue, Conditions, Dimension) = (id, unit, aggregation, rowValue, conditions, dimension);

    /// <summary>The id: lower-case letters, digits and underscores.</summary>
    public string Id { get; }

    /// <summary>What one of it means; money in a definition is generic, its currency comes with the data.</summary>
    public Unit Unit { get; }

    /// <summary>How row values become one figure.</summary>
    public Aggregation Aggregation { get; }

    /// <summary>
    /// What is taken from each row: a formula over other measures, evaluated row by row. Null for a recorded measure,
    /// whose row value is the column of its own id, and for one that counts the ids of a dimension.
    /// </summary>
    public Formula? RowValue { get; }

    /// <summary>The dimension whose different ids are counted; null for every other measure.</summary>
    public string? Dimension { get; }

    /// <summary>For a stock, the dimensions whose values together name an entity, whose last known values are summed; empty for every other measure.</summary>
    public IReadOnlyList<string> Per => (Aggregation as SnapshotAggregation)?.Per ?? [];

    /// <summary>Whether it has a value at a moment, of each entity, instead of adding up over time.</summary>
    internal bool IsStock => Aggregation is SnapshotAggregation;

    /// <summary>
    /// Of the shares of a stock, the dimensions whose values are its parts, such as the countries of an audience; a later list of one
    /// whole replaces the earlier one. Empty for anything else.
    /// </summary>
    internal IReadOnlyList<string> PartDimensions =>
        IsStock && RowValue is { } formula && formula.Leaves().Any(leaf => leaf.Aggregation == Aggregation.Share)
        && formula.Leaves().FirstOrDefault(leaf => leaf.IsStock && leaf.Per.All(Per.Contains)) is { } whole ? [.. Per.Except(whole.Per, StringComparer.Ordinal)] : [];

    /// <summary>Whether facts record it as a column of its own id; every other measure is calculated from what they record.</summary>
    public bool IsRecorded => RowValue is null && Dimension is null;

    /// <summary>The conditions a row must meet to take part; all of them. Empty for most measures.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>A recorded measure that adds up: the sum of the column of this id.</summary>
    /// <exception cref="DefinitionException">The id is not well formed.</exception>
    public static Measure Sum(string id, Unit unit) => Define(id, unit, Aggregation.Sum, null, []);

    /// <summary>
    /// The sum over rows of a row formula, for instance <c>likes + comments</c>. The formula is exact within a row and rounded once at
    /// its end, half-even, to 18 decimals; the rows are then summed exactly. A row whose denominator is zero is left out and counted in a caveat.
    /// </summary>
    /// <exception cref="DefinitionException">The id, the units or the row formula do not fit.</exception>
    public static Measure Sum(string id, Unit unit, Formula of) => Define(id, unit, Aggregation.Sum, NotNull(of), []);

    /// <summary>The number of rows on which a recorded row value is known, for instance answers with a score.</summary>
    /// <param name="id">The id of the measure.</param>
    /// <param name="of">The id of the recorded row value.</param>
    /// <exception cref="DefinitionException">An id is not well formed.</exception>
    public static Measure Count(string id, string of) => Define(id, Unit.Count, Aggregation.Count, Recorded(of), []);

    /// <summary>The mean of a recorded row value, for instance of survey scores.</summary>
    /// <param name="id">The id of the measure.</param>
    /// <param name="unit">The unit of the row value and of the mean.</param>
    /// <param name="of">The id of the recorded row value.</param>
    /// <exception cref="DefinitionException">An id is not well formed.</exception>
    public static Measure Mean(string id, Unit unit, string of) => Define(id, unit, Aggregation.Mean, Recorded(of, unit), []);

    /// <summary>
    /// The mean over rows of a row formula: the mean of per-post rates is <c>Mean(…, of: engagements / post_reach)</c>.
    /// The formula is exact within a row and rounded once at its end, half-even, to 18 decimals. Rows whose denominator is zero are left out and counted in a caveat.
    /// </summary>
    /// <exception cref="DefinitionException">The id, the units or the row formula do not fit.</exception>
    public static Measure Mean(string id, Unit unit, Formula of) => Define(id, unit, Aggregation.Mean, NotNull(of), []);

    /// <summary>
    /// The median of a recorded row value, for instance of response times: the middle value of all rows of a cell, or the mean
    /// of both middle ones (quantile type 7). A total is the median of all its rows, never a median of medians.
    /// </summary>
    /// <remarks>Rounding and missing values are as for <see cref="Percentile(string, Unit, string, decimal, QuantileType)"/>, of which it is the one at 50.</remarks>
    /// <param name="id">The id of the measure.</param>
    /// <param name="unit">The unit of the row value and of the median.</param>
    /// <param name="of">The id of the recorded row value.</param>
    /// <exception cref="DefinitionException">An id is not well formed.</exception>
    public static Measure Median(string id, Unit unit, string of) => Define(id, unit, Aggregation.Median, Recorded(of, unit), []);

    /// <summary>The median over rows of a row formula, such as a rate of each post; rows as for <see cref="Mean(string, Unit, Formula)"/>.</summary>
    /// <exception cref="DefinitionException">The id, the units or the row formula do not fit.</exception>
    public static Measure Median(string id, Unit unit, Formula of) => Define(id, unit, Aggregation.Median, NotNull(of), []);

    /// <summary>
    /// A percentile of a recorded row value, for instance the time within which 90 percent of messages were answered. A total is
    /// the percentile of all its rows, never one of percentiles.
    /// </summary>
    /// <remarks>
    /// The place between two values is exact; the result is rounded once, half-even, to 28 digits where a decimal cannot hold it
    /// exactly. Rows without the value are left out and counted in a caveat; without rows there is no percentile, and money in
    /// different currencies has none either.
    /// </remarks>
    /// <param name="id">The id of the measure.</param>
    /// <param name="unit">The unit of the row value and of the percentile.</param>
    /// <param name="of">The id of the recorded row value.</param>
    /// <param name="percent">0 (the least value) to 100 (the greatest), both included.</param>
    /// <param name="type">What lies between two values; part of the definition.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage lies outside 0 to 100, or the type is none.</exception>
    /// <exception cref="DefinitionException">An id is not well formed.</exception>
    public static Measure Percentile(string id, Unit unit, string of, decimal percent, QuantileType type = QuantileType.Linear) =>
        Define(id, unit, Aggregation.Percentile(Quantile.At(percent, type)), Recorded(of, unit), []);

    /// <summary>A percentile over rows of a row formula; rows as for <see cref="Mean(string, Unit, Formula)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentage lies outside 0 to 100, or the type is none.</exception>
    /// <exception cref="DefinitionException">The id, the units or the row formula do not fit.</exception>
    public static Measure Percentile(string id, Unit unit, Formula of, decimal percent, QuantileType type = QuantileType.Linear) =>
        Define(id, unit, Aggregation.Percentile(Quantile.At(percent, type)), NotNull(of), []);

    /// <summary>
    /// The number of different ids in a dimension, exact: <c>Measure.Distinct("customers", of: "customer_id")</c>. An id that
    /// stands in several cells counts once in their total.
    /// </summary>
    /// <remarks>
    /// A blank id is unknown: its row is left out and counted in a caveat. An empty text is an id of its own, and upper and
    /// lower case differ. When no row meets the conditions the number is 0.
    /// </remarks>
    /// <param name="id">The id of the measure.</param>
    /// <param name="of">The name of the dimension that holds the ids.</param>
    /// <exception cref="DefinitionException">The id is not well formed, or the dimension has no name.</exception>
    public static Measure Distinct(string id, string of) => Define(id, Unit.Count, Aggregation.Distinct, null, [], of ?? "");

    /// <summary>
    /// A stock, such as followers: the last known value of each entity, then summed over the entities. It never adds up over
    /// time: <c>Measure.Snapshot("followers", Unit.Count, per: "account")</c>.
    /// </summary>
    /// <remarks>
    /// A value stays good for a while: where a cell has none of an entity, the last one from before it is carried forward, which a
    /// caveat says. A value that is older than <paramref name="staleAfterDays"/> at the end of the cell, or at the last day of
    /// which anything is known, is left out, and the entity is named. Blanks are unknown and never replace a known value; two
    /// different values of one entity at one moment have no figure (<see cref="Absence.Conflicting"/>). A segment or a condition
    /// reads the rows that are in it: an entity that changes its group counts in both, with its last value in each, and once in the total.
    /// </remarks>
    /// <param name="id">The id of the measure and of the recorded column.</param>
    /// <param name="unit">What one of it means.</param>
    /// <param name="per">The dimension that names the entities: each has one value at a time.</param>
    /// <param name="staleAfterDays">How many days a value is carried forward, 1 to 3,660.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is out of range.</exception>
    /// <exception cref="DefinitionException">The id is not well formed, or the dimension has no name.</exception>
    public static Measure Snapshot(string id, Unit unit, string per, int staleAfterDays = SnapshotAggregation.UsualDays) =>
        Define(id, unit, Aggregation.Snapshot([per ?? ""], staleAfterDays), null, []);

    /// <summary>
    /// A stock that is calculated on each row, or whose entities several dimensions name together: the people behind the shares
    /// of an audience are <c>share * audience</c>, per account and country.
    /// </summary>
    /// <param name="id">The id of the measure.</param>
    /// <param name="unit">What one of it means.</param>
    /// <param name="of">The row formula.</param>
    /// <param name="per">The dimensions whose values together name an entity.</param>
    /// <param name="staleAfterDays">How many days a value is carried forward, 1 to 3,660.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is out of range.</exception>
    /// <exception cref="DefinitionException">The id, the units, the row formula or the dimensions do not fit.</exception>
    public static Measure Snapshot(string id, Unit unit, Formula of, IReadOnlyList<string> per, int staleAfterDays = SnapshotAggregation.UsualDays) =>
        Define(id, unit, Aggregation.Snapshot(per, staleAfterDays), NotNull(of), []);

    /// <summary>
    /// A part of a whole, recorded as a fraction, such as the share of an audience that lives in a country. It has a figure in its
    /// row alone; weighted by what it is a part of it becomes a stock of people, which merges.
    /// </summary>
    /// <param name="id">The id of the recorded column.</param>
    /// <exception cref="DefinitionException">The id is not well formed.</exception>
    public static Measure Share(string id) => Define(id, Unit.Ratio, Aggregation.Share, null, []);

    /// <summary>
    /// People counted beforehand, such as the reach that a platform reports. One row alone is exact. Several rows may count the
    /// same person, so their sum is a gross figure: it has <see cref="Reading.Bounds"/>, the largest row and the sum, and a caveat.
    /// </summary>
    /// <param name="id">The id of the measure and of the recorded column.</param>
    /// <exception cref="DefinitionException">The id is not well formed.</exception>
    public static Measure Unique(string id) => Define(id, Unit.Count, Aggregation.Unique, null, []);

    /// <summary>
    /// This measure over the rows that meet a condition, under an id of its own: promoters are
    /// <c>answers.Where(Condition.Between("response", 9, 10), id: "promoters")</c>.
    /// </summary>
    /// <remarks>
    /// Rows where the condition's field is missing are unknown: they are neither in nor out. A row that does not meet the condition has
    /// nothing of the measure. It adds nothing to a sum and is no part of a mean or percentile. In the formula of a row such a measure counts as
    /// nothing beside another one in a sum, with the constants that were added to it, and a product or quotient of it is nothing too: the
    /// mean of <c>video_views / reach</c> is that over videos, while other posts neither lower it nor count as zeros.
    /// </remarks>
    /// <exception cref="DefinitionException">The id is not well formed or is this measure's own.</exception>
    public Measure Where(Condition condition, string id)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (id == Id) throw new DefinitionException([new DefinitionIssue(Id, "a measure under a condition needs an id of its own, so that formulas can tell them apart")]);
        return Define(id, Unit, Aggregation, IsRecorded ? this : RowValue, [.. Conditions, condition], Dimension);
    }

    /// <summary>Reads what <see cref="ToJson"/> writes, or what is written by hand: only <c>id</c> must be there.</summary>
    /// <param name="json">The measure; at most 10 million characters, so untrusted text is safe.</param>
    /// <param name="measures">The measures that its row formula may name.</param>
    /// <exception cref="DefinitionException">It is no measure; all issues are listed, each with its line.</exception>
    public static Measure FromJson(string json, IEnumerable<Measure>? measures = null)
    {
        List<DefinitionIssue> issues = [];
        Measure? measure = JsonText.Parse(json, issues) is { } value ? MeasureJson.Read(value, new MeasureScope(measures ?? [], [], issues), issues) : null;
        DefinitionException.ThrowIfAny(issues);
        return measure!;
    }

    /// <summary>The whole definition as JSON, with that of every measure in its row formula.</summary>
    public string ToJson() => JsonWriting.Write(writer => MeasureJson.Write(writer, this, new Dictionary<string, Measure>()));

    /// <summary>The full definition as canonical text; equal measures have equal definitions.</summary>
    internal string Definition
    {
        get
        {
            StringBuilder text = new();
            text.Append(Id).Append(':').Append(Unit).Append('=').Append(Aggregation.Definition)
                .Append('(').Append(Dimension is null ? RowValue?.ToString() ?? Id : QuotedText.Write(Dimension)).Append(')');
            if (Conditions.Count > 0) text.Append(" where ").AppendJoin(" and ", Conditions);
            return text.ToString();
        }
    }

    /// <summary>This measure and every measure its row value is made of.</summary>
    internal IEnumerable<Measure> Closure() => [this, .. RowValue?.Leaves().SelectMany(leaf => leaf.Closure()) ?? []];

    /// <inheritdoc/>
    public override bool Equals(Formula? other) =>
        ReferenceEquals(this, other) || (other is Measure measure && measure.Id == Id && measure.Unit == Unit
            && measure.Aggregation == Aggregation && measure.RowValue == RowValue && measure.Dimension == Dimension && measure.Conditions.SequenceEqual(Conditions));

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    internal override IEnumerable<Measure> Leaves() => [this];

    internal override void Write(StringBuilder text, Func<Measure, string> leafText, Func<Context, string> contextText) => text.Append(leafText(this));

    /// <summary>Any measure, checked; what reads definitions makes them all alike.</summary>
    internal static Measure Define(string id, Unit unit, Aggregation aggregation, Formula? rowValue, IReadOnlyList<Condition> conditions, string? dimension = null)
    {
        List<DefinitionIssue> issues = [];
        string subject = SubjectOf(id);
        CheckId(subject, id, issues);
        foreach (Measure recorded in rowValue?.RecordedMeasures.Where(leaf => !Identifier.IsWord(leaf.Id)) ?? [])
            issues.Add(new(subject, $"'{UnicodeText.Shown(recorded.Id)}' is not the id of a row value: {Identifier.Rule}"));
        if (aggregation.Refuses(unit) is { } refusal) issues.Add(new(subject, refusal));
        if (rowValue is not null) RowFormula.Check(subject, rowValue, aggregation, aggregation == Aggregation.Count ? null : unit, issues);
        if (aggregation is SnapshotAggregation { Per: var per } && (per.Count == 0 || per.Any(string.IsNullOrWhiteSpace))) issues.Add(new(subject, "it is a stock, but of what is not said; name the dimension of its entities, such as account"));
        if (dimension is not null && string.IsNullOrWhiteSpace(dimension)) issues.Add(new(subject, "it counts different ids, but of which dimension is not said; name one"));
        string[] names = aggregation is SnapshotAggregation stock ? [.. stock.Per] : [dimension ?? ""];
        issues.AddRange(names.Where(name => !UnicodeText.IsWhole(name)).Select(_ => new DefinitionIssue(subject, $"the name of its dimension {UnicodeText.Rule}")));
        DefinitionException.ThrowIfAny(issues);
        return new Measure(id, unit, aggregation, rowValue, conditions, dimension);
    }

    /// <summary>What is wrong with an id, which is known without the rest.</summary>
    internal static void CheckId(string subject, string? id, List<DefinitionIssue> issues)
    {
        if (!Identifier.IsWord(id)) issues.Add(new(subject, $"'{UnicodeText.Shown(id ?? "")}' is not an id: {Identifier.Rule}"));
    }

    internal static string SubjectOf(string? id) => string.IsNullOrWhiteSpace(id) ? "measure" : $"measure {UnicodeText.Shown(id)}";

    /// <summary>A row value by its id, which is checked with the measure that reads it.</summary>
    internal static Measure Recorded(string of, Unit unit = default) => new(of ?? "", unit, Aggregation.Sum, null, []);

    private static Formula NotNull(Formula of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return of;
    }
}
