using System.Globalization;

namespace SocialKpi;

/// <summary>How much of a goal is expected to be done by any moment of its period: 0 at the start, 1 at the end.</summary>
/// <remarks>Plain data: two curves are equal when their texts are.</remarks>
public sealed class ExpectedCurve : IEquatable<ExpectedCurve>
{
    // So that no sum of weights becomes too large to hold.
    internal const int MostWeight = 1_000_000_000;

    private readonly (decimal Elapsed, decimal Progress)[] _points;

    private ExpectedCurve(ExpectedCurveKind kind, string text, params (decimal, decimal)[] points) => (Kind, Text, _points) = (kind, text, points);

    /// <summary>The same every day.</summary>
    public static ExpectedCurve Linear { get; } = new(ExpectedCurveKind.Linear, "linear");

    /// <summary>The same rate every day, each on top of the day before: a little at first, more later. Start and target are above zero.</summary>
    public static ExpectedCurve Compound { get; } = new(ExpectedCurveKind.Compound, "compound");

    /// <summary>Nothing is expected before the deadline.</summary>
    public static ExpectedCurve None { get; } = new(ExpectedCurveKind.None, "none");

    /// <summary>What kind of curve.</summary>
    public ExpectedCurveKind Kind { get; }

    /// <summary>The points between the ends of a piecewise curve, or the weights of a cumulative one (with 0 in the other place); empty for others.</summary>
    internal IReadOnlyList<(decimal Elapsed, decimal Progress)> Points => _points;

    private string Text { get; }

    /// <summary>Straight lines through points, from 0 at the start to 1 at the end.</summary>
    /// <param name="points">How much of the period has passed and what is expected then, both between 0 and 1, in order and never falling.</param>
    /// <exception cref="DefinitionException">The points are out of order, fall or lie outside; all issues are listed.</exception>
    public static ExpectedCurve Piecewise(params IEnumerable<(decimal Elapsed, decimal Progress)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        (decimal Elapsed, decimal Progress)[] given = [.. points];
        DefinitionException.ThrowIfAny([.. PiecewiseProblems(given).Select(problem => new DefinitionIssue("piecewise curve", problem))]);
        return new ExpectedCurve(
            ExpectedCurveKind.Piecewise, $"piecewise({string.Join(", ", given.Select(point => Write(point.Elapsed) + " → " + Write(point.Progress)))})", given);
    }

    /// <summary>A profile of the work: the period in equal parts, each with its weight, such as twelve months with their seasons.</summary>
    /// <param name="weights">A weight a part, 0 or more and not all 0; two parts or more. Only their proportion counts.</param>
    /// <exception cref="DefinitionException">There are too few weights, or one is negative, or all are zero; all issues are listed.</exception>
    public static ExpectedCurve Cumulative(params IEnumerable<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        decimal[] given = [.. weights];
        List<DefinitionIssue> issues = [];
        if (given.Length < 2) issues.Add(new("cumulative curve", "it has fewer than two parts; give a weight for each part of the period"));
        if (given.Any(weight => weight < 0)) issues.Add(new("cumulative curve", "a weight is negative; give 0 or more"));
        if (given.Any(weight => weight > MostWeight)) issues.Add(new("cumulative curve", $"a weight is above {MostWeight}; only their proportion counts, so give smaller ones"));
        if (given.Length > 0 && given.All(weight => weight == 0)) issues.Add(new("cumulative curve", "all weights are 0; give at least one above 0"));
        DefinitionException.ThrowIfAny(issues);
        return new ExpectedCurve(ExpectedCurveKind.Cumulative, $"cumulative({string.Join(", ", given.Select(Write))})", [.. given.Select(weight => (0m, weight))]);
    }

    /// <summary>Whether both expect the same.</summary>
    public static bool operator ==(ExpectedCurve? left, ExpectedCurve? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they expect different things.</summary>
    public static bool operator !=(ExpectedCurve? left, ExpectedCurve? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(ExpectedCurve? other) => other is not null && other.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExpectedCurve);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The curve in words: <c>linear</c>, <c>piecewise(0.5 → 0.3)</c>.</summary>
    public override string ToString() => Text;

    /// <summary>The progress expected when so much of the period has passed; null when nothing is.</summary>
    /// <param name="elapsed">From 0 to 1.</param>
    /// <param name="growth">The target divided by the start, for a compound curve.</param>
    internal decimal? At(decimal elapsed, decimal growth)
    {
        if (elapsed <= 0) return Kind == ExpectedCurveKind.None ? null : 0;
        if (elapsed >= 1) return 1;
        return Kind switch
        {
            ExpectedCurveKind.Linear => elapsed,
            ExpectedCurveKind.Compound => (DecimalPower.Of(growth, elapsed) - 1) / (growth - 1),
            ExpectedCurveKind.Piecewise => OnPoints(elapsed),
            ExpectedCurveKind.Cumulative => OnProfile(elapsed),
            _ => null,
        };
    }

    private decimal OnPoints(decimal elapsed)
    {
        (decimal Elapsed, decimal Progress) from = (0, 0);
        foreach ((decimal Elapsed, decimal Progress) to in _points)
        {
            if (elapsed <= to.Elapsed) return Between(from, to, elapsed);
            from = to;
        }

        return Between(from, (1, 1), elapsed);
    }

    private decimal OnProfile(decimal elapsed)
    {
        decimal place = elapsed * _points.Length, whole = 0, done = 0;
        for (int part = 0; part < _points.Length; part++)
        {
            decimal weight = _points[part].Progress;
            whole += weight;
            done += weight * Math.Clamp(place - part, 0, 1);
        }

        return done / whole;
    }

    private static decimal Between((decimal Elapsed, decimal Progress) from, (decimal Elapsed, decimal Progress) to, decimal elapsed) =>
        from.Progress + ((to.Progress - from.Progress) * (elapsed - from.Elapsed) / (to.Elapsed - from.Elapsed));

    private static IEnumerable<string> PiecewiseProblems((decimal Elapsed, decimal Progress)[] points)
    {
        if (points.Length == 0) yield return "it has no point between start and end; give one, or use ExpectedCurve.Linear";
        (decimal Elapsed, decimal Progress) last = (0, 0);
        foreach ((decimal Elapsed, decimal Progress) point in points)
        {
            string at = $"the point {Write(point.Elapsed)} → {Write(point.Progress)}";
            if (point.Elapsed is <= 0 or >= 1) yield return $"{at} does not lie between start and end; give a part of the period above 0 and below 1";
            else if (point.Elapsed <= last.Elapsed) yield return $"{at} is not after the one before; give points in order of time";
            if (point.Progress is < 0 or > 1) yield return $"{at} expects something outside 0 to 1; give a part of the goal";
            else if (point.Progress < last.Progress) yield return $"{at} expects less than the one before; progress that is expected never falls";
            last = (Math.Max(point.Elapsed, last.Elapsed), Math.Max(point.Progress, last.Progress));
        }
    }

    private static string Write(decimal number) => number.WithoutTrailingZeros().ToString(CultureInfo.InvariantCulture);
}
