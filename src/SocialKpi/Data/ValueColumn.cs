using System.Globalization;

namespace SocialKpi;

/// <summary>A recorded figure per row: scaled 64-bit integers with one number of decimals, and what is known of each.</summary>
internal sealed class ValueColumn
{
    private ValueColumn(Unit unit, int decimals, ScaledColumn scaled, RowStatus[] status) =>
        (Unit, Decimals, Scaled, Status) = (unit, decimals, scaled, status);

    public Unit Unit { get; }

    public int Decimals { get; }

    public ScaledColumn Scaled { get; }

    public RowStatus[] Status { get; }

    /// <summary>The column of these rows; figures that are not exact are added to <paramref name="issues"/>.</summary>
    public static ValueColumn From(string name, Unit unit, Func<int, decimal?> figureOf, Blank blank, RowSelection rows, List<FactsIssue> issues) =>
        From(name, unit, figureOf, _ => StatusOf(blank), rows, issues);

    /// <summary>The column of these rows, each with what is known of it where it has no figure.</summary>
    public static ValueColumn From(string name, Unit unit, Func<int, decimal?> figureOf, Func<int, RowStatus> blankOf, RowSelection rows, List<FactsIssue> issues)
    {
        long[] scaled = new long[rows.Count];
        byte[] decimals = new byte[rows.Count];
        RowStatus[] status = new RowStatus[rows.Count];
        for (int i = 0; i < scaled.Length; i++)
        {
            if (figureOf(rows[i]) is not { } figure) status[i] = blankOf(rows[i]);
            else if (ExactNumber.TryScale(figure, out scaled[i], out int places)) decimals[i] = (byte)places;
            else issues.Add(new(name, rows[i], string.Create(CultureInfo.InvariantCulture, $"{figure} has more than {ExactNumber.MaxDigits} digits; round it before it becomes a fact")));
        }

        int widest = decimals.Length == 0 ? 0 : decimals.Max();
        for (int i = 0; i < scaled.Length; i++)
        {
            Int128 aligned = scaled[i] * ExactNumber.PowerOfTen(widest - decimals[i]);
            if (Int128.Abs(aligned) <= long.MaxValue)
            {
                scaled[i] = (long)aligned;
                continue;
            }

            int other = rows[Array.IndexOf(decimals, (byte)widest)];
            issues.Add(new(name, rows[i], string.Create(CultureInfo.InvariantCulture, $"{figureOf(rows[i])} and the {widest} decimals of {figureOf(other)} in row {other + 1} need more than {ExactNumber.MaxDigits} digits together; record the column in one unit with fewer decimals")));
        }

        return new ValueColumn(unit, widest, scaled, status);
    }

    /// <summary>
    /// A column of integers, read in place where no row was left out and no blank must become a zero. Integers of more digits
    /// than a figure may have are added to <paramref name="issues"/>.
    /// </summary>
    public static ValueColumn Borrowed(string name, Unit unit, ScaledColumn integers, ReadOnlyMemory<bool> known, Blank blank, RowSelection rows, List<FactsIssue> issues)
    {
        RowStatus[] status = new RowStatus[rows.Count];
        bool inPlace = rows.IsAll;
        long limit = (long)ExactNumber.PowerOfTen(ExactNumber.MaxDigits);
        for (int i = 0; i < status.Length; i++)
        {
            int row = rows[i];
            bool isKnown = known.IsEmpty || known.Span[row];
            if (!isKnown) status[i] = StatusOf(blank);
            if (!isKnown && blank == Blank.Zero) inPlace = false;
            if (isKnown && (integers[row] <= -limit || integers[row] >= limit))
                issues.Add(new(name, row, string.Create(CultureInfo.InvariantCulture, $"{integers[row]} has more than {ExactNumber.MaxDigits} digits; round it before it becomes a fact")));
        }

        if (inPlace) return new ValueColumn(unit, 0, integers, status);
        long[] copied = new long[rows.Count];
        for (int i = 0; i < copied.Length; i++) copied[i] = known.IsEmpty || known.Span[rows[i]] ? integers[rows[i]] : 0;
        return new ValueColumn(unit, 0, copied, status);
    }

    /// <summary>The figure of a row; null where it is not known.</summary>
    public decimal? FigureAt(int row) => Status[row] == RowStatus.Known ? ExactNumber.ToDecimal(Scaled[row], Decimals) : null;

    private static RowStatus StatusOf(Blank blank) =>
        blank switch { Blank.Zero => RowStatus.Known, Blank.NotApplicable => RowStatus.NotApplicable, _ => RowStatus.Unknown };
}
