namespace SocialKpi;

/// <summary>
/// The power of time that a figure goes with: 1 is that of a sum, 0 that of a stock. What is counted once however often it comes back goes with one between
/// both, near 0 for the agents of a team and near 1 for orders, and so does a sum since a longer period began. Divided by the same it goes with 0 again.
/// </summary>
internal sealed class TimePower
{
    private readonly (int Least, int Most, int OfRows) _known;
    private readonly (Measure? Once, Grain? Since, int Power)[] _between;
    private readonly bool _mixesIds;

    private TimePower((int Least, int Most, int OfRows) known, (Measure? Once, Grain? Since, int Power)[] between, bool mixesIds = false) =>
        (_known, _between, _mixesIds) = (known, between, mixesIds);

    public static TimePower None { get; } = new((0, 0, 0), []);

    public static TimePower Sum { get; } = new((1, 1, 1), []);

    /// <summary>That of people or ids that are counted once, null for a sum; and since when, null for the cell's own time.</summary>
    public static TimePower Between(Measure? once, Grain? since) => new((0, 0, 0), [(once, since, 1)]);

    /// <summary>Whether the length of the time does not matter.</summary>
    public bool IsNone => (Least, Most) == (0, 0);

    /// <summary>The power of the number of rows, as if nobody came back: whether more of the same makes it greater, or less where it is negative.</summary>
    public int OfRows => _known.OfRows + _between.Sum(part => part.Power);

    /// <summary>What to compare instead.</summary>
    public string Remedy => Least == Most ? "compare rates, or periods of one length" : "compare periods of one length";

    private int Least => _known.Least + _between.Sum(part => Math.Min(0, part.Power));

    private int Most => _known.Most + _between.Sum(part => Math.Max(0, part.Power));

    /// <summary>Of people it is taken for granted that some come back and some do not; of ids nobody knows whether any does.</summary>
    private bool HasIds => _mixesIds || _between.Any(part => part.Once?.Aggregation == Aggregation.Distinct);

    public TimePower Times(TimePower other) => Combined(other, 1);

    public TimePower Over(TimePower other) => Combined(other, -1);

    /// <summary>That of a sum or difference: what grows outgrows what does not.</summary>
    public TimePower And(TimePower other) =>
        IsNone ? other
        : other.IsNone || Over(other).IsNone ? this
        : new((Stronger(Least, other.Least), Stronger(Most, other.Most), Stronger(OfRows, other.OfRows)), [], HasIds || other.HasIds);

    /// <summary>What a longer time does to the figure: <c>grows with time</c>, <c>shrinks with time</c>, or where nobody knows that it may.</summary>
    public override string ToString()
    {
        bool isKnown = Least > 0 || Most < 0 || (!HasIds && (Least == 0 || Most == 0));
        string word = Least >= 0 ? "grow" : Most <= 0 ? "shrink" : "grow or shrink";
        return isKnown ? $"{word}s with time" : $"may {word} with time (whoever comes back is counted once)";
    }

    private static int Stronger(int one, int other) => Math.Max(one, other) > 0 ? Math.Max(one, other) : Math.Min(one, other);

    private TimePower Combined(TimePower other, int sign)
    {
        (int least, int most) = sign > 0 ? (other._known.Least, other._known.Most) : (-other._known.Most, -other._known.Least);
        return new(
            (_known.Least + least, _known.Most + most, _known.OfRows + (sign * other._known.OfRows)),
            [.. _between.Concat(other._between.Select(part => part with { Power = sign * part.Power }))
                .GroupBy(part => (part.Once, part.Since), part => part.Power)
                .Select(same => (same.Key.Once, same.Key.Since, Power: same.Sum())).Where(part => part.Power != 0)],
            _mixesIds || other._mixesIds);
    }
}
