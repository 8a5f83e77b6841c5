using System.Globalization;

namespace SocialKpi;

/// <summary>A recorded figure per row: scaled integers with one number of decimals, and on which rows there is none.</summary>
internal sealed class ValueColumn
{
    private ValueColumn(Unit unit, int decimals, ScaledColumn scaled, RowMask? unknown, RowMask? notApplicable) =>
        (Unit, Decimals, Scaled, Unknown, NotApplicable) = (unit, decimals, scaled, unknown, notApplicable);

    public Unit Unit { get; }

    public int Decimals { get; }

    public ScaledColumn Scaled { get; }

    /// <summary>The rows on which the figure is not known; null when there is none.</summary>
    public RowMask? Unknown { get; }

    /// <summary>The rows that have no such figure; null when there is none.</summary>
    public RowMask? NotApplicable { get; }

    /// <summary>The column of these rows; figures that are not exact are added to <paramref name="issues"/>.</summary>
    public static ValueColumn From(string name, Unit unit, Func<int, decimal?> figureOf, Blank blank, RowSelection rows, List<FactsIssue> issues) =>
        From(name, unit, figureOf, _ => StatusOf(blank), rows, issues);

    /// <summary>The column of these rows, each with what is known of it where it has no figure.</summary>
    public static ValueColumn From(string name, Unit unit, Func<int, decimal?> figureOf, Func<int, RowStatus> blankOf, RowSelection rows, List<FactsIssue> issues)
    {
        long[] scaled = new long[rows.Count];
        byte[] decimals = new byte[rows.Count];
        (RowMask? unknown, RowMask? notApplicable) = (null, null);
        for (int i = 0; i < scaled.Length; i++)
        {
            if (figureOf(rows[i]) is not { } figure) Mark(blankOf(rows[i]), i, rows.Count, ref unknown, ref notApplicable);
            else if (ExactNumber.TryScale(figure, out scaled[i], out int places)) decimals[i] = (byte)places;
            else issues.Add(new(name, rows[i], string.Create(CultureInfo.InvariantCulture, $"{figure} has more than {ExactNumber.MaxDigits} digits; round it before it becomes a fact")));
        }

        int widest = decimals.Length == 0 ? 0 : decimals.Max();
        for (int i = 0; i < scaled.Length; i++)
        {
            if (decimals[i] == widest || scaled[i] == 0) continue;
            Int128 aligned = scaled[i] * ExactNumber.PowerOfTen(widest - decimals[i]);
            if (Int128.Abs(aligned) <= long.MaxValue)
            {
                scaled[i] = (long)aligned;
                continue;
            }

            int other = rows[Array.IndexOf(decimals, (byte)widest)];
            issues.Add(new(name, rows[i], string.Create(CultureInfo.InvariantCulture, $"{figureOf(rows[i])} and the {widest} decimals of {figureOf(other)} in row {other + 1} need more than {ExactNumber.MaxDigits} digits together; record the column in one unit with fewer decimals")));
        }

        return new ValueColumn(unit, widest, ScaledColumn.AsNarrowAsCanBe(scaled), unknown, notApplicable);
    }

    /// <summary>
    /// A column of scaled integers, read in place where no row was left out and no blank must become a zero. Integers of more digits
    /// than a figure may have are added to <paramref name="issues"/>.
    /// </summary>
    public static ValueColumn Borrowed(string name, Unit unit, int decimals, ScaledColumn integers, ReadOnlyMemory<bool> known, Blank blank, RowSelection rows, List<FactsIssue> issues)
    {
        (RowMask? unknown, RowMask? notApplicable) = (null, null);
        ReadOnlySpan<bool> isKnown = known.Span;
        bool hasBlanks = isKnown.Contains(false);
        bool inPlace = rows.IsAll && !(hasBlanks && blank == Blank.Zero);
        for (int i = 0; hasBlanks && i < rows.Count; i++)
        {
            if (!isKnown[rows[i]]) Mark(StatusOf(blank), i, rows.Count, ref unknown, ref notApplicable);
        }

        long limit = (long)ExactNumber.PowerOfTen(ExactNumber.MaxDigits);
        for (int i = 0; (integers.Least <= -limit || integers.Greatest >= limit) && i < rows.Count; i++)
        {
            int row = rows[i];
            if ((!hasBlanks || isKnown[row]) && (integers[row] <= -limit || integers[row] >= limit))
                issues.Add(new(name, row, string.Create(CultureInfo.InvariantCulture, $"{integers[row]} has more than {ExactNumber.MaxDigits} digits; round it before it becomes a fact")));
        }

        if (inPlace) return new ValueColumn(unit, decimals, integers, unknown, notApplicable);
        long[] copied = new long[rows.Count];
        for (int i = 0; i < copied.Length; i++) copied[i] = !hasBlanks || isKnown[rows[i]] ? integers[rows[i]] : 0;
        return new ValueColumn(unit, decimals, ScaledColumn.AsNarrowAsCanBe(copied), unknown, notApplicable);
    }

    /// <summary>What is known of a row.</summary>
    public RowStatus StatusAt(int row) => Unknown is { } unknown && unknown[row] ? RowStatus.Unknown
        : NotApplicable is { } notApplicable && notApplicable[row] ? RowStatus.NotApplicable
        : RowStatus.Known;

    public bool IsKnown(int row) => StatusAt(row) == RowStatus.Known;

    /// <summary>The figure of a row; null where it is not known.</summary>
    public decimal? FigureAt(int row) => IsKnown(row) ? ExactNumber.ToDecimal(Scaled[row], Decimals) : null;

    private static void Mark(RowStatus status, int row, int rows, ref RowMask? unknown, ref RowMask? notApplicable)
    {
        if (status == RowStatus.Unknown) RowMask.Set(ref unknown, row, rows);
        else if (status == RowStatus.NotApplicable) RowMask.Set(ref notApplicable, row, rows);
    }

    private static RowStatus StatusOf(Blank blank) =>
        blank switch { Blank.Zero => RowStatus.Known, Blank.NotApplicable => RowStatus.NotApplicable, _ => RowStatus.Unknown };
}
