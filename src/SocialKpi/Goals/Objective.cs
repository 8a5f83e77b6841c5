namespace SocialKpi;

/// <summary>
/// What somebody wants to achieve, in words, with the key results that show whether it is. Plain immutable data; contradictions are refused
/// when it is made, all at once, and what is only unwise is said in <see cref="Lints"/>.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed partial class Objective
{
    private const int MostWeight = ExpectedCurve.MostWeight;

    private Objective(string name, IReadOnlyList<KeyResult> keyResults, ObjectiveTerms terms) => (Name, KeyResults, Terms) = (name, keyResults, terms);

    /// <summary>What is to be achieved, in words.</summary>
    public string Name { get; }

    /// <summary>What shows that it is, in the order given.</summary>
    public IReadOnlyList<KeyResult> KeyResults { get; }

    /// <summary>Everything else that was agreed.</summary>
    public ObjectiveTerms Terms { get; }

    /// <summary>The id; empty when it has none.</summary>
    public string Id => Terms.Id;

    /// <summary>What is unwise about it, in a fixed order; of contributing objectives too.</summary>
    public IReadOnlyList<ObjectiveLint> Lints => [.. ObjectiveLints.Of(this), .. Terms.Contributing.SelectMany(objective => objective.Lints)];

    /// <summary>Makes an objective: <c>Objective.Of("Watch an hour a day", [goal, new KeyResult(other, weight: 2)])</c>.</summary>
    /// <param name="name">What is to be achieved, in words.</param>
    /// <param name="keyResults">What shows that it is. None or more than five are unwise, and allowed.</param>
    /// <param name="terms">What else is agreed.</param>
    /// <exception cref="DefinitionException">The objective contradicts itself; all issues are listed.</exception>
    public static Objective Of(string name, IEnumerable<KeyResult> keyResults, ObjectiveTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(keyResults);
        KeyResult[] given = [.. keyResults];
        foreach (KeyResult one in given) ArgumentNullException.ThrowIfNull(one, nameof(keyResults));
        Objective objective = new(name, given, terms ?? new());
        foreach (Objective one in objective.Terms.Contributing) ArgumentNullException.ThrowIfNull(one, nameof(terms));
        DefinitionException.ThrowIfAny([.. Problems(name, given, objective.Terms).Select(problem => new DefinitionIssue(string.IsNullOrWhiteSpace(name) ? "objective" : $"objective {name}", problem))]);
        return objective;
    }

    /// <summary>The same objective with other terms, checked again.</summary>
    /// <exception cref="DefinitionException">The terms contradict the objective or each other; all issues are listed.</exception>
    public Objective With(ObjectiveTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Of(Name, KeyResults, terms);
    }

    /// <summary>The name as it is shown, isolated where it is written from right to left.</summary>
    public override string ToString() => DisplayText.Name(Name);

    /// <summary>This objective and all that contribute to it.</summary>
    internal IEnumerable<Objective> WithContributing() => [this, .. Terms.Contributing.SelectMany(objective => objective.WithContributing())];

    /// <summary>What contradicts itself in an objective that would be made of these.</summary>
    internal static IEnumerable<string> Problems(string name, IReadOnlyList<KeyResult> keyResults, ObjectiveTerms terms)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return "it has no name; say what is to be achieved";
        string id = terms.Id;
        if (id.Length > 0 && !Identifier.IsDotted(id.Replace('-', '_'))) yield return $"'{id}' is not an id: {Identifier.Rule}; words may be joined by dots and hyphens";
        if (terms.Weight is <= 0 or > MostWeight) yield return $"its weight is {terms.Weight.ToPlainText()}; give one above 0, of at most {MostWeight}";
        if (!Enum.IsDefined(terms.RollUp)) yield return "this is not a way to roll up statuses; give Worst, WeightedMean, RoundedMean or Latest";
        foreach (KeyResult one in keyResults.Where(one => one.Weight is <= 0 or > MostWeight)) yield return $"the key result '{one}' weighs {one.Weight.ToPlainText()}; give it a weight above 0, of at most {MostWeight}, or leave it out";
        foreach (string problem in CheckIn.Problems([.. terms.CheckIns, .. keyResults.SelectMany(one => one.CheckIns)])) yield return problem;
        foreach (IGrouping<string, KeyResult> same in keyResults.Where(one => one.Goal.Id.Length > 0).GroupBy(one => one.Goal.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return $"{same.Count()} key results have the id '{same.Key}'; give each its own";
        foreach (KeyResult one in keyResults.Where(one => one.Goal.Terms.Objective.Length > 0 && one.Goal.Terms.Objective != id))
            yield return $"the key result '{one}' says that it serves the objective '{one.Goal.Terms.Objective}', not '{id}'; give both the same id, or leave it out of the goal";
        foreach (IReadOnlyList<string> circle in ObjectiveAlignment.Circles(ObjectiveAlignment.Serving(terms))) yield return ObjectiveAlignment.Words(circle);
        foreach (IGrouping<string, ObjectiveTerms> same in ObjectiveAlignment.WithContributing(terms).Where(one => one.Id.Length > 0).GroupBy(one => one.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return $"{same.Count()} objectives have the id '{same.Key}', so one would contribute to itself or count twice; give each its own";
    }
}
