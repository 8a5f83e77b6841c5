using System.Globalization;

namespace SocialKpi;

/// <summary>
/// How one figure moved against another: shares in percentage points, points in points, everything else in per cent of the
/// earlier one. It goes up or down, and where the KPI says which way is better, it is better or worse.
/// </summary>
internal sealed record FigureChange(string Text, int Sign, Tone Tone)
{
    private static readonly Formula One = Formula.Constant(1);

    /// <summary>
    /// From one reading to the next of the same KPI; null when there is nothing fair to say: a value is missing, a period is cut,
    /// currencies differ, both may be the same figure within their bounds, or a per cent of zero or of a negative figure would be needed.
    /// </summary>
    public static FigureChange? Between(Reading before, Reading now)
    {
        if (!before.HasValue || !now.HasValue || before.Unit != now.Unit || before.IsCut || now.IsCut || MayBeEqual(before, now)) return null;
        try
        {
            bool inUnit = now.Unit.Kind is UnitKind.Ratio or UnitKind.PercentagePoints or UnitKind.Points;
            if (!inUnit && (before.Value <= 0 || now.Value < 0)) return null;
            Quantity change = inUnit ? now.Quantity - before.Quantity : new Quantity((now.Value / before.Value) - 1, Unit.Ratio);
            return Of(change, inUnit ? 2 : 1, now.Kpi.Direction);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>What a reading says when its KPI is itself a change, such as audience growth; null when it is none, or when within its bounds nothing may have changed.</summary>
    public static FigureChange? Within(Reading reading) =>
        reading is { HasValue: true, Bounds: not { Lower: <= 0, Upper: >= 0 } } && IsChange(reading.Kpi.Formula) ? Of(reading.Quantity, 2, reading.Kpi.Direction) : null;

    /// <summary>Where it went, and whether that is good.</summary>
    public Markup Verdict => Mark(Sign, Tone, Word);

    /// <summary>The figure of the change and its verdict, small enough to stand beside the figure that changed.</summary>
    public Markup ToMarkup() => Sign == 0
        ? Markup.Element("span", $"{Look.Small};{Look.Quiet}", Markup.Text(Word))
        : Markup.Element("span", Look.Small, Markup.Text($"{Text} "), Verdict);

    /// <summary>A shape that points up or down, and the word, which says in black and white what the colour says.</summary>
    public static Markup Mark(int sign, Tone tone, string word) => Markup.Element(
        "span",
        tone == Tone.Neutral ? "" : $"color:{Look.ColorOf(tone)}",
        Markup.Text(string.Join(' ', new[] { sign > 0 ? "▲" : sign < 0 ? "▼" : "", word }.Where(part => part.Length > 0))));

    private static bool MayBeEqual(Reading before, Reading now)
    {
        if (before.Bounds is null && now.Bounds is null) return false;
        Bounds earlier = before.Bounds ?? new Bounds(before.Value, before.Value), later = now.Bounds ?? new Bounds(now.Value, now.Value);
        return earlier.Lower <= later.Upper && later.Lower <= earlier.Upper;
    }

    private string Word => Sign == 0 ? "unchanged" : Tone switch
    {
        Tone.Good => "better",
        Tone.Bad => "worse",
        _ => "",
    };

    private static FigureChange Of(Quantity change, int decimals, Direction direction)
    {
        int sign = Math.Sign(change.Value);

        // A change that is not zero must not look like zero.
        decimal least = change.Unit.Kind is UnitKind.Ratio or UnitKind.PercentagePoints ? 0.005m : 0.5m;
        for (int at = 0; at < decimals; at++) least /= 10;
        string text = change.ToString(Math.Abs(change.Value) < least ? null : string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), CultureInfo.InvariantCulture);
        Tone tone = (direction, sign) switch
        {
            (_, 0) => Tone.Neutral,
            (Direction.HigherIsBetter, > 0) or (Direction.LowerIsBetter, < 0) => Tone.Good,
            (Direction.HigherIsBetter, < 0) or (Direction.LowerIsBetter, > 0) => Tone.Bad,
            _ => Tone.Neutral,
        };
        return new FigureChange(sign > 0 ? $"+{text}" : text, sign, tone);
    }

    /// <summary><c>x / x.At(…) - 1</c>, or <c>x - x.At(…)</c>.</summary>
    private static bool IsChange(Formula formula) => formula switch
    {
        BinaryFormula { Operation: Operation.Subtract, Left: BinaryFormula { Operation: Operation.Divide } share } growth when growth.Right == One => IsElsewhere(share.Right, share.Left),
        BinaryFormula { Operation: Operation.Subtract } difference => IsElsewhere(difference.Right, difference.Left),
        _ => false,
    };

    private static bool IsElsewhere(Formula there, Formula here) => there is ContextFormula { Context: not AcrossContext } other && other.Inner == here;
}
