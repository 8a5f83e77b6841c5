namespace SocialKpi;

/// <summary>What a draft leaves open of itself: what is measured, how much, and by when. In a fixed order.</summary>
internal static class SmartLints
{
    /// <param name="draft">The draft.</param>
    /// <param name="readsWords">Whether its words are read too; what they say is advice and leaves nothing open.</param>
    public static IEnumerable<SmartLint> Of(GoalDraft draft, bool readsWords = false) => [.. Specific(draft, readsWords), .. Measurable(draft), .. SmartTimes.Of(draft)];

    /// <summary>
    /// The KPI of the catalogue that is the mean of a post of what this one sums; null when there is none. People won count as people, however
    /// many posts it took.
    /// </summary>
    public static Kpi? PerPost(Kpi? kpi) => kpi is null or { Category: "audience" } ? null : Kpis.All.FirstOrDefault(one => one.Formula is BinaryFormula { Operation: Operation.Divide } mean && mean.Left == kpi.Formula && mean.Right == Measures.Posts);

    /// <summary>Whether nobody could say what is reached without knowing where it starts.</summary>
    public static bool NeedsBaseline(GoalDraft draft)
    {
        if (draft.Shape == GoalShape.RecurringGrowth) return true;
        bool moves = draft.Shape is null ? draft.Per is null || IsGrowth(draft) : draft.IsMovement;
        return moves && !(draft.AddsUp && (draft.SettledForm is null or GoalTargetForm.Level or GoalTargetForm.Zones));
    }

    private static IEnumerable<SmartLint> Specific(GoalDraft draft, bool readsWords)
    {
        if (draft.HasSteps)
        {
            if (draft.Steps.Count == 0 && draft.Terms.Name.Length == 0) yield return Open("metric-missing", "it does not say what is to be done; name it or its steps", SmartAnswer.Absent);
        }
        else if (draft.Kpi is null)
        {
            yield return draft.Metric.Length == 0
                ? Open("metric-missing", "it does not say what is measured; name a KPI, such as engagement_rate.by_impressions", SmartAnswer.Absent)
                : Open("metric-undefined", $"no formula is chosen: {Catalog.Standard.Named(draft.Metric)}");
        }

        if (IsTemplate(draft)) yield return Open("template-not-goal", "no number and no date in it is known, so it is a form to fill in; write them");
        if (draft.OtherResults.Count > 0)
            yield return Open("two-results-in-one", $"it asks for {draft.OtherResults.Count + 1} results at once ({string.Join("; ", draft.OtherResults)}); make a goal of each");
        else if (readsWords && (GoalWords.HasTwoResults(draft.Text) || GoalWords.HasTwoResults(draft.Terms.Name)))
            yield return Open("two-results-in-one", "its words seem to ask for two results at once; make a goal of each");
        if (draft.Kpi is null || draft.HasSteps) yield break;

        if (draft.Segments is null or [])
            yield return Open("platform-missing", "it does not say on which platform or account; name them, or say that all are meant (Segment.Whole)");
        if (draft.Segments is { Count: > 1 } && draft.Combination is null)
            yield return Open("scope-sum-or-each", $"{string.Join(" and ", draft.Segments)} may be summed or each be meant; say Sum, Each or Separate");
        if (draft.IsPerPost is null && PerPost(draft.Kpi) is { } mean)
            yield return Open("sum-or-per-post", $"posting more makes the sum {draft.Kpi.Id} larger by itself; say that the sum is meant, or use {mean.Id}");
        if (draft.DenominatorDate.Length == 0 && DividesByStock(draft.Kpi.Formula))
            yield return Open("denominator-date-unstated", $"{draft.Kpi.Id} divides by a figure that changes from day to day; say of when it is, such as the end of the period");
        if (draft.Through.Length > 0 && draft.Attribution.Length == 0)
            yield return Open("attribution-rule-missing", $"it does not say when a result counts as come through {draft.Through}; name the rule, such as the last click before the purchase");

        static SmartLint Open(string code, string message, SmartAnswer atMost = SmartAnswer.Partial) => new(code, SmartLetter.Specific, message) { AtMost = atMost };
    }

    private static IEnumerable<SmartLint> Measurable(GoalDraft draft)
    {
        if (draft.HasSteps)
        {
            if (draft.Shape == GoalShape.Milestones && draft.Steps.Count == 0) yield return Open("quantity-missing", "it names no step; name each, so that they can be counted", SmartAnswer.Absent);
            yield break;
        }

        foreach (SmartLint lint in Numbers(draft)) yield return lint;
        if (IsGrowth(draft)) yield return Open("compound-growth", Compound(draft));
        else if (draft.Shape is null) yield return Open("direction-missing", "it does not say whether the figure should rise, fall or be kept; say which");
        bool changes = draft.Shape is null ? draft.Per is null : draft.IsMovement;
        if (changes && draft.SettledForm is null && draft.Amount is { } amount)
        {
            if (draft.IsInPercent || (draft.Kpi is { } kpi && amount.Quantity is null && GoalDraft.IsRatio(kpi.Unit)))
                yield return Open("relative-or-points", $"{amount} may be a part of the baseline, percentage points, or the figure to arrive at; say Relative, PercentagePoints or Level");
            else yield return Open("level-or-delta", $"{amount} may be the figure to arrive at or what is to be added; say Level or Gain");
        }

        if ((draft.IsKept || draft.Shape == GoalShape.RecurringGrowth) && draft.Per is null)
            yield return Open("frequency-missing", "it does not say in which periods; say per day, week, month, quarter or year");
        if (NeedsBaseline(draft) && draft.Baseline is null && draft.BaselinePeriod is null)
            yield return Open("baseline-missing", "it does not say where it starts from; measure it first, and write the figure and of when it is");

        static SmartLint Open(string code, string message, SmartAnswer atMost = SmartAnswer.Partial) => new(code, SmartLetter.Measurable, message) { AtMost = atMost };
    }

    private static IEnumerable<SmartLint> Numbers(GoalDraft draft)
    {
        DraftAmount?[] asked = draft.Shape switch
        {
            GoalShape.EstablishBaseline => [],
            GoalShape.InRange => [draft.Lower, draft.Upper],
            _ => [draft.Amount],
        };
        if (asked.Contains(null)) yield return new("quantity-missing", SmartLetter.Measurable, "it does not say how much; write the number") { AtMost = SmartAnswer.Absent };
        DraftAmount[] open = [.. asked.Append(draft.Baseline).OfType<DraftAmount>().Where(amount => amount.Quantity is null)];
        string[] letters = [.. open.Where(amount => amount.IsPlaceholder).Select(amount => Quoted(amount.Text))];
        if (letters.Length > 0) yield return new("quantity-placeholder", SmartLetter.Measurable, $"{string.Join(" and ", letters)} stand{(letters.Length == 1 ? "s" : "")} for a number; write it");
        foreach (DraftAmount amount in open.Where(amount => !amount.IsPlaceholder))
            yield return new("quantity-ambiguous", SmartLetter.Measurable, QuantityJson.WhyNone(amount.Text, draft.UnitOf(amount)) ?? $"{Quoted(amount.Text)} is not one number; write which is meant");
    }

    /// <summary>Per cent again and again, without it being said whether each is on top of the one before.</summary>
    private static bool IsGrowth(GoalDraft draft) => draft.Shape is null && draft.Per is not null && draft.Amount?.Quantity?.Unit.Kind == UnitKind.Ratio;

    private static bool IsTemplate(GoalDraft draft)
    {
        DraftAmount?[] numbers = [draft.Amount, draft.Lower, draft.Upper, draft.Baseline];
        bool isDated = draft.Start is not null || draft.Due is not null || draft.DueIn is not null || draft.DueDay is not null || draft.Length is not null || draft.BaselinePeriod is not null;
        return !isDated && numbers.Any(number => number is { IsPlaceholder: true }) && !numbers.Any(number => number is { IsPlaceholder: false });
    }

    private static bool DividesByStock(Formula formula) => formula is BinaryFormula binary
        && ((binary.Operation == Operation.Divide && HasStock(binary.Right) && !HasStock(binary.Left)) || DividesByStock(binary.Left) || DividesByStock(binary.Right));

    private static bool HasStock(Formula formula) => formula switch
    {
        Measure measure => measure.IsStock,
        BinaryFormula binary => HasStock(binary.Left) || HasStock(binary.Right),
        _ => false,
    };

    private static string Compound(GoalDraft draft)
    {
        (Quantity rate, string per) = (draft.Amount!.Quantity!.Value, MachineText.Code(draft.Per!.Value));
        try
        {
            decimal twelve = DecimalPower.Of(1 + rate.Value, 12);
            string example = draft.Baseline?.Quantity is { } start
                ? $"{start} become {start with { Value = decimal.Round(start.Value * twelve) }} in twelve {per}s, each on top of the one before, and {start with { Value = start.Value * (1 + (12 * rate.Value)) }} when each is of the start"
                : $"twelve {per}s of {rate} are {new Quantity(twelve - 1, Unit.Ratio)}, each on top of the one before, and {new Quantity(12 * rate.Value, Unit.Ratio)} when each is of the start";
            return $"{example}; say RecurringGrowth for the first, or Increase to a level";
        }
        catch (OverflowException)
        {
            return $"{rate} each {per} may be on top of the one before or of the start; say RecurringGrowth for the first, or Increase to a level";
        }
    }

    private static string Quoted(string text) => $"'{text}'";
}
