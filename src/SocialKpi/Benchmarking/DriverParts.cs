namespace SocialKpi;

/// <summary>What the drivers of a change are made from: the segments of both sides, each with what it brings, or why that is not known.</summary>
internal sealed class DriverParts
{
    private readonly Unit _unit;

    private DriverParts(DriverEffects effects, Unit unit, IReadOnlyList<ExactDriver> drivers, IReadOnlyList<UnattributedSegment> unattributed) =>
        (Effects, _unit, Drivers, Unattributed) = (effects, unit, drivers, unattributed);

    public DriverEffects Effects { get; }

    /// <summary>Those with the greatest contribution first, whatever its sign, and the rest last; equal ones in the order of their values.</summary>
    public IReadOnlyList<ExactDriver> Drivers { get; }

    public IReadOnlyList<UnattributedSegment> Unattributed { get; }

    public static DriverParts Of(DriverEffects effects, AdditiveForm form, (DriverSide Side, string When) from, (DriverSide Side, string When) to)
    {
        List<ExactDriver> drivers = [];
        List<UnattributedSegment> unattributed = [];
        foreach (Segment segment in InOrder(from.Side.Segments.Union(to.Side.Segments), to.Side.Table.Query.Dimensions))
        {
            Reading before = from.Side.Of(segment), after = to.Side.Of(segment);
            if (AmountsOf(before, form) is { } amountsBefore && AmountsOf(after, form) is { } amountsAfter)
            {
                (bool wasThere, bool isThere) = (IsThere(before, amountsBefore), IsThere(after, amountsAfter));
                if (wasThere || isThere) drivers.Add(Driver(effects, segment, (wasThere, isThere), (amountsBefore, amountsAfter), (before, after)));
                else if (WhyNothing(before, after) is { } why) unattributed.Add(new UnattributedSegment(segment, why));
                continue;
            }

            // Of a stock that nobody read on either side there is nothing in either whole.
            if (IsUnread(before) && IsUnread(after)) continue;
            string[] reasons = [.. new[] { (Reading: before, from.When), (Reading: after, to.When) }
                .Where(side => AmountsOf(side.Reading, form) is null)
                .Select(side => $"{WhyUnknown(side.Reading)} {side.When}")];
            unattributed.Add(new UnattributedSegment(segment, string.Join(", ", reasons)));
        }

        Comparer<Rational> bySize = Comparer<Rational>.Create(Rational.Compare);
        return new DriverParts(effects, to.Side.Total.Unit, [.. drivers.OrderBy(driver => driver.Segment.IsRest).ThenByDescending(driver => driver.Contribution.Magnitude, bySize)], unattributed);
    }

    /// <summary>What of the change is left when every driver has its part.</summary>
    public Rational Remainder => Effects.Change - Effects.Contribution(SegmentAmounts.Sum(Drivers.Select(driver => driver.From)), SegmentAmounts.Sum(Drivers.Select(driver => driver.To)));

    /// <summary>Everything that is rounded.</summary>
    public IEnumerable<Rational> Terms => Drivers.SelectMany(driver => new[] { driver.Rate, driver.Volume }).Append(Effects.Change).Append(Remainder);

    /// <summary>These parts with all but the first segments merged into one: the effects of those add up.</summary>
    public DriverParts Top(int count)
    {
        ExactDriver[] named = [.. Drivers.Where(driver => !driver.Segment.IsRest).Take(count)];
        HashSet<Segment> names = [.. named.Select(driver => driver.Segment)];
        ExactDriver[] others = [.. Drivers.Where(driver => !names.Contains(driver.Segment))];
        if (others.Length == 0 || (others is [var only] && only.Segment.IsRest)) return this;
        SegmentAmounts from = SegmentAmounts.Sum(others.Select(driver => driver.From)), to = SegmentAmounts.Sum(others.Select(driver => driver.To));
        ExactDriver rest = new(Segment.Rest, DriverPresence.Both, from, to, Effects.Contribution(from, to), Rational.Sum([.. others.Select(driver => driver.Rate)]))
        {
            ValueFrom = from.ValueOf(Effects.IsRate, _unit),
            ValueTo = to.ValueOf(Effects.IsRate, _unit),
        };
        return new DriverParts(Effects, _unit, [.. named, rest], Unattributed);
    }

    private static ExactDriver Driver(DriverEffects effects, Segment segment, (bool Before, bool After) there, (SegmentAmounts Before, SegmentAmounts After) amounts, (Reading Before, Reading After) readings) =>
        new(segment, there switch
        {
            (true, true) => DriverPresence.Both,
            (false, true) => DriverPresence.Entered,
            _ => DriverPresence.Left,
        }, amounts.Before, amounts.After, effects.Contribution(amounts.Before, amounts.After), effects.Rate(amounts.Before, amounts.After))
        {
            ValueFrom = readings.Before.HasValue ? readings.Before.Quantity : null,
            ValueTo = readings.After.HasValue ? readings.After.Quantity : null,
        };

    /// <summary>
    /// What a segment brings on one side; null when that is not known. A stock without a value is not known: whether it went stale or has no rows is told apart only by how
    /// far back a table reads, and neither says that nothing is left of it.
    /// </summary>
    private static SegmentAmounts? AmountsOf(Reading reading, AdditiveForm form) => LacksStock(reading) ? null : SegmentAmounts.Of(reading, form);

    private static bool LacksStock(Reading reading) => reading.Inputs.Any(IsUnknownStock);

    private static bool IsUnread(Reading reading) => LacksStock(reading) && reading.Inputs.All(input => IsUnknownStock(input) || input.Absence == Absence.NoRows);

    private static bool IsUnknownStock(ReadingInput input) => input is { Measure.IsStock: true, Absence: Absence.NoRows or Absence.Stale or Absence.NotReported };

    private static string WhyUnknown(Reading reading) =>
        reading.Absence is not (Absence.Suppressed or Absence.MixedCurrencies) && LacksStock(reading) ? "not known" : (reading.Absence ?? Absence.NotReported).Describe();

    /// <summary>By the values of the dimensions, blank last, and the rest behind them: the same whether one table has the segments or two.</summary>
    private static IEnumerable<Segment> InOrder(IEnumerable<Segment> segments, IReadOnlyList<string> dimensions) => dimensions.Aggregate(
        segments.OrderBy(segment => segment.IsRest),
        (ordered, dimension) => ordered.ThenBy(segment => !segment.IsRest && segment[dimension] is null).ThenBy(segment => segment.IsRest ? null : segment[dimension], StringComparer.Ordinal));

    /// <summary>A rate of nothing by nothing has no part in the whole; a sum of 0 is a known figure.</summary>
    private static bool IsThere(Reading reading, SegmentAmounts amounts) => reading.HasValue || !amounts.IsNothing;

    /// <summary>Why a segment that has rows brings nothing on either side; null when it has no rows at all.</summary>
    private static string? WhyNothing(params Reading[] readings)
    {
        string[] reasons = [.. readings.Select(reading => reading.Absence).OfType<Absence>().Where(absence => absence != Absence.NoRows).Select(absence => absence.Describe()).Distinct()];
        return reasons.Length == 0 ? null : string.Join(", ", reasons);
    }
}
