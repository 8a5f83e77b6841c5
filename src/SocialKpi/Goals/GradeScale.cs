using System.Globalization;

namespace SocialKpi;

/// <summary>
/// Grades of scores. A score is rounded first, halves in the way that the scale names, and then has the highest grade that begins at or
/// below it; so every score from 0 to 1 has one, and 0.65 is yellow or green by what is stated, not by accident.
/// </summary>
/// <remarks>Immutable and thread-safe. Two scales are equal when their texts are.</remarks>
public sealed class GradeScale : IEquatable<GradeScale>
{
    private GradeScale(string name, IReadOnlyList<Grade> grades, int decimals, MidpointRounding midpoint) =>
        (Name, Grades, Decimals, Midpoint) = (name, grades, decimals, midpoint);

    /// <summary>
    /// Google: red 0.0–0.3, yellow 0.4–0.6, green 0.7–1.0, of scores with one decimal; halves are rounded away from zero, so that 0.65 is 0.7
    /// and green. Source: Google's OKR playbook, which prints the bands and not how halves are rounded.
    /// </summary>
    public static GradeScale Google { get; } = Of("Google", [new("red", 0), new("yellow", 0.4m), new("green", 0.7m)], decimals: 1, MidpointRounding.AwayFromZero);

    /// <summary>Whose scale it is.</summary>
    public string Name { get; }

    /// <summary>The grades, from the lowest.</summary>
    public IReadOnlyList<Grade> Grades { get; }

    /// <summary>To how many decimals a score is rounded first.</summary>
    public int Decimals { get; }

    /// <summary>How halves are rounded.</summary>
    public MidpointRounding Midpoint { get; }

    /// <summary>Makes a scale.</summary>
    /// <param name="name">Whose scale it is.</param>
    /// <param name="grades">The grades, from the lowest, which begins at 0.</param>
    /// <param name="decimals">To how many decimals a score is rounded first, 0 to 10.</param>
    /// <param name="midpoint">How halves are rounded.</param>
    /// <exception cref="DefinitionException">The grades leave a gap, overlap or have no name; all issues are listed.</exception>
    public static GradeScale Of(string name, IEnumerable<Grade> grades, int decimals, MidpointRounding midpoint)
    {
        ArgumentNullException.ThrowIfNull(grades);
        Grade[] given = [.. grades];
        foreach (Grade grade in given) ArgumentNullException.ThrowIfNull(grade, nameof(grades));
        DefinitionException.ThrowIfAny([.. Problems(name, given, decimals, midpoint).Select(problem => new DefinitionIssue("grade scale", problem))]);
        return new GradeScale(name, given, decimals, midpoint);
    }

    /// <summary>The score as it is graded.</summary>
    public decimal Round(decimal score) => decimal.Round(score, Decimals, Midpoint);

    /// <summary>The grade of a score.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The score is not 0 to 1.</exception>
    public Grade GradeOf(decimal score)
    {
        if (score is < 0 or > 1) throw OutOfRange.Of(score, "A score is 0 to 1.");
        decimal rounded = Round(score);
        return Grades.Last(grade => grade.From <= rounded);
    }

    /// <summary>Whether both are the same scale.</summary>
    public static bool operator ==(GradeScale? left, GradeScale? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different scales.</summary>
    public static bool operator !=(GradeScale? left, GradeScale? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(GradeScale? other) =>
        other is not null && (other.Name, other.Decimals, other.Midpoint) == (Name, Decimals, Midpoint) && other.Grades.SequenceEqual(Grades);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GradeScale);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The scale in words: <c>Google: red from 0, yellow from 0.4, green from 0.7, 1 decimal away_from_zero</c>.</summary>
    public override string ToString()
    {
        string grades = string.Join(", ", Grades.Select(grade => string.Create(CultureInfo.InvariantCulture, $"{grade.Name} from {grade.From.WithoutTrailingZeros()}")));
        return string.Create(CultureInfo.InvariantCulture, $"{Name}: {grades}, {Decimals} decimal{(Decimals == 1 ? "" : "s")} {MachineText.Code(Midpoint)}");
    }

    private static IEnumerable<string> Problems(string name, Grade[] grades, int decimals, MidpointRounding midpoint)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return "it has no name; say whose scale it is";
        if (decimals is < 0 or > 10) yield return string.Create(CultureInfo.InvariantCulture, $"scores would be rounded to {decimals} decimals; give 0 to 10");
        if (!Enum.IsDefined(midpoint)) yield return "this is not a way to round halves; give one, such as AwayFromZero";
        if (grades.Length == 0 || grades[0].From != 0) yield return "its lowest grade does not begin at 0, so that low scores would have none; begin at 0";
        foreach (Grade grade in grades.Where(grade => string.IsNullOrWhiteSpace(grade.Name))) yield return $"the grade from {grade.From.ToPlainText()} has no name; give it one";
        foreach ((Grade low, Grade high) in grades.Zip(grades.Skip(1)).Where(pair => pair.First.From >= pair.Second.From))
            yield return $"{high.Name} begins at {high.From.ToPlainText()}, and {low.Name} before it at {low.From.ToPlainText()}; give grades from the lowest";
        foreach (Grade grade in grades.Where(grade => grade.From > 1)) yield return $"{grade.Name} begins at {grade.From.ToPlainText()}, which no score reaches; give 0 to 1";
    }
}
