using System.Globalization;

namespace SocialKpi;

/// <summary>A recorded figure per row: scaled 64-bit integers with one number of decimals, and what is known of each.</summary>
internal sealed class ValueColumn
{
    private ValueColumn(Unit unit, int decimals, long[] scaled, RowStatus[] status) =>
        (Unit, Decimals, Scaled, Status) = (unit, decimals, scaled, status);

    public Unit Unit { get; }

    public int Decimals { get; }

    public long[] Scaled { get; }

    public RowStatus[] Status { get; }

    /// <summary>The column of these rows; figures that are not exact are added to <paramref name="issues"/>.</summary>
    public static ValueColumn From(string name, Unit unit, IReadOnlyList<decimal?> figures, Blank blank, IReadOnlyList<int> rows, List<FactsIssue> issues)
    {
        long[] scaled = new long[rows.Count];
        byte[] decimals = new byte[rows.Count];
        RowStatus[] status = new RowStatus[rows.Count];
        for (int i = 0; i < scaled.Length; i++)
        {
            if (figures[rows[i]] is not { } figure)
            {
                status[i] = blank switch { Blank.Zero => RowStatus.Known, Blank.NotApplicable => RowStatus.NotApplicable, _ => RowStatus.Unknown };
                continue;
            }

            if (ExactNumber.TryScale(figure, out scaled[i], out int places)) decimals[i] = (byte)places;
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
            issues.Add(new(name, rows[i], string.Create(CultureInfo.InvariantCulture, $"{figures[rows[i]]} and the {widest} decimals of {figures[other]} in row {other + 1} need more than {ExactNumber.MaxDigits} digits together; record the column in one unit with fewer decimals")));
        }

        return new ValueColumn(unit, widest, scaled, status);
    }
}
