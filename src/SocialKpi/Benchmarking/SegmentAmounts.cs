namespace SocialKpi;

/// <summary>What one segment brings to a figure: to the sum, or to what is divided and to what it is divided by.</summary>
/// <param name="Top">Its part of the sum, or of what is divided.</param>
/// <param name="Bottom">Its part of what is divided by; zero for a sum.</param>
internal readonly record struct SegmentAmounts(Rational Top, Rational Bottom)
{
    /// <summary>Its own rate; null where it has nothing to divide by.</summary>
    public Rational? Rate => Bottom.IsZero ? null : Top / Bottom;

    public bool IsNothing => Top.IsZero && Bottom.IsZero;

    /// <summary>Its own figure, as a reading would have it; null where it has none.</summary>
    public Quantity? ValueOf(bool isRate, Unit unit) => (isRate ? Rate : Top)?.ToDecimal() is { } value ? new Quantity(value, unit) : null;

    public static SegmentAmounts Sum(IEnumerable<SegmentAmounts> amounts)
    {
        SegmentAmounts[] all = [.. amounts];
        return new SegmentAmounts(Rational.Sum([.. all.Select(one => one.Top)]), Rational.Sum([.. all.Select(one => one.Bottom)]));
    }

    /// <summary>
    /// What a reading rests on; null when that is not known. A measure that has no rows there, or does not apply there, is nothing in
    /// the total's sum too.
    /// </summary>
    public static SegmentAmounts? Of(Reading reading, AdditiveForm form)
    {
        if (reading.Absence is Absence.Suppressed or Absence.MixedCurrencies) return null;
        IReadOnlyList<ReadingInput> inputs = reading.Inputs;
        Rational[] leaves = new Rational[inputs.Count];
        for (int i = 0; i < leaves.Length; i++)
        {
            if (inputs[i].Value is { } known) leaves[i] = Rational.Of(known.Value);
            else if (inputs[i].Absence is not (Absence.NoRows or Absence.NotApplicable)) return null;
        }

        return new SegmentAmounts(form.Top(leaves), form.Bottom(leaves));
    }
}
