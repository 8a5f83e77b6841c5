using System.Text;

namespace SocialKpi;

/// <summary>
/// Something counted or recorded per row (impressions, clicks, spend), with its unit and how it merges. A measure is
/// the leaf of formulas: <c>Measures.Clicks / Measures.Impressions</c>.
/// </summary>
/// <remarks>
/// Two measures are equal when id, unit, aggregation, row value and conditions are. A definition is checked when it is
/// made; everything that is wrong with it is in one <see cref="DefinitionException"/>.
/// </remarks>
public sealed class Measure : Formula
{
    private Measure(string id, Unit unit, Aggregation aggregation, Formula? rowValue, IReadOnlyList<Condition> conditions)
        : base(1 + (rowValue?.Depth ?? 0), 1 + (rowValue?.Size ?? 0)) =>
        (Id, Unit, Aggregation, RowValue, Conditions) = (id, unit, aggregation, rowValue, conditions);

    /// <summary>The id: lower-case letters, digits and underscores.</summary>
    public string Id { get; }

    /// <summary>What one of it means; money in a definition is generic, its currency comes with the data.</summary>
    public Unit Unit { get; }

    /// <summary>How row values become one figure.</summary>
    public Aggregation Aggregation { get; }

    /// <summary>
    /// What is taken from each row: a formula over other measures, evaluated row by row. Null for a recorded measure,
    /// whose row value is the column of its own id.
    /// </summary>
    public Formula? RowValue { get; }

    /// <summary>The conditions a row must meet to take part; all of them. Empty for most measures.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>A recorded measure that adds up: the sum of the column of this id.</summary>
    /// <exception cref="DefinitionException">The id is not well formed.</exception>
    public static Measure Sum(string id, Unit unit) => Define(id, unit, Aggregation.Sum, null, []);

    /// <summary>
    /// The sum over rows of a row formula, for instance <c>likes + comments</c>. A quotient is rounded once a row, half-even, to 18
    /// decimals; the rows are then summed exactly. A row whose denominator is zero is left out and counted in a caveat.
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
    /// A quotient is rounded once a row, half-even, to 18 decimals. Rows whose denominator is zero are left out and counted in a caveat.
    /// </summary>
    /// <exception cref="DefinitionException">The id, the units or the row formula do not fit.</exception>
    public static Measure Mean(string id, Unit unit, Formula of) => Define(id, unit, Aggregation.Mean, NotNull(of), []);

    /// <summary>
    /// This measure over the rows that meet a condition, under an id of its own: promoters are
    /// <c>answers.Where(Condition.Between("response", 9, 10), id: "promoters")</c>.
    /// </summary>
    /// <remarks>Rows where the condition's field is missing are unknown: they are neither in nor out.</remarks>
    /// <exception cref="DefinitionException">The id is not well formed or is this measure's own.</exception>
    public Measure Where(Condition condition, string id)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (id == Id) throw new DefinitionException([new DefinitionIssue(Id, "a measure under a condition needs an id of its own, so that formulas can tell them apart")]);
        return Define(id, Unit, Aggregation, RowValue ?? this, [.. Conditions, condition]);
    }

    /// <summary>The full definition as canonical text; equal measures have equal definitions.</summary>
    internal string Definition
    {
        get
        {
            StringBuilder text = new();
            text.Append(Id).Append(':').Append(Unit).Append('=').Append(Aggregation).Append('(').Append(RowValue is null ? Id : RowValue.ToString()).Append(')');
            if (Conditions.Count > 0) text.Append(" where ").AppendJoin(" and ", Conditions);
            return text.ToString();
        }
    }

    /// <summary>This measure and every measure its row value is made of.</summary>
    internal IEnumerable<Measure> Closure() => [this, .. RowValue?.Leaves().SelectMany(leaf => leaf.Closure()) ?? []];

    /// <inheritdoc/>
    public override bool Equals(Formula? other) =>
        ReferenceEquals(this, other) || (other is Measure measure && measure.Id == Id && measure.Unit == Unit
            && measure.Aggregation == Aggregation && measure.RowValue == RowValue && measure.Conditions.SequenceEqual(Conditions));

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    internal override IEnumerable<Measure> Leaves() => [this];

    internal override void Write(StringBuilder text, Func<Measure, string> leafText, Func<Context, string> contextText) => text.Append(leafText(this));

    private static Measure Define(string id, Unit unit, Aggregation aggregation, Formula? rowValue, IReadOnlyList<Condition> conditions)
    {
        List<DefinitionIssue> issues = [];
        string subject = string.IsNullOrWhiteSpace(id) ? "measure" : $"measure {id}";
        if (!Identifier.IsWord(id)) issues.Add(new(subject, $"'{id}' is not an id: {Identifier.Rule}"));
        foreach (Measure recorded in rowValue?.RecordedMeasures.Where(leaf => !Identifier.IsWord(leaf.Id)) ?? [])
            issues.Add(new(subject, $"'{recorded.Id}' is not the id of a row value: {Identifier.Rule}"));
        if (aggregation.Refuses(unit) is { } refusal) issues.Add(new(subject, refusal));
        if (rowValue is not null) RowFormula.Check(subject, rowValue, aggregation == Aggregation.Count ? null : unit, issues);
        DefinitionException.ThrowIfAny(issues);
        return new Measure(id, unit, aggregation, rowValue, conditions);
    }

    /// <summary>A row value by its id, which is checked with the measure that reads it.</summary>
    private static Measure Recorded(string of, Unit unit = default) => new(of ?? "", unit, Aggregation.Sum, null, []);

    private static Formula NotNull(Formula of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return of;
    }
}
