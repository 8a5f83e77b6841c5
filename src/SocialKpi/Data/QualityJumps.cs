using System.Numerics;
using NodaTime;

namespace SocialKpi;

/// <summary>Finds the days on which a figure moves far more than it usually does. Integers throughout, so nothing is rounded.</summary>
internal static class QualityJumps
{
    public static IEnumerable<QualityFinding> Find(QualitySeries series, string name, ValueColumn column, decimal factor)
    {
        Change[] changes = [.. Changes(series, column)];
        BigInteger[] sizes = [.. changes.Select(change => BigInteger.Abs(change.Size)).Where(size => !size.IsZero).Order()];
        if (sizes.Length == 0) yield break;

        // The mean of both middle sizes, which are the same one in an odd number of them; kept twice as large, so that it is whole.
        BigInteger twiceMedian = sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2];
        BigInteger limit = twiceMedian * ExactNumber.Unscaled(factor);
        BigInteger scale = 2 * BigInteger.Pow(10, factor.Scale);
        string usual = QualityText.Exact(twiceMedian * 5, column.Decimals + 1, column.Unit);
        foreach (Change change in changes.Where(change => BigInteger.Abs(change.Size) * scale > limit))
        {
            string from = QualityText.Exact(change.From, column.Decimals, column.Unit), to = QualityText.Exact(change.To, column.Decimals, column.Unit);
            yield return new(QualityKind.Jump, name, series.Segment, Timeframe.Day(change.Day), change.Rows.Length, change.Rows, QualityText.Jump(name, from, to, usual, factor));
        }
    }

    private static IEnumerable<Change> Changes(QualitySeries series, ValueColumn column)
    {
        (LocalDate Day, long Value)? previous = null;
        foreach ((LocalDate day, int[] rows) in series.Days)
        {
            // A day whose rows contradict each other has no figure.
            long[] values = [.. rows.Where(row => column.IsKnown(row)).Select(row => column.Scaled[row]).Distinct()];
            if (values is not [long value])
            {
                previous = null;
                continue;
            }

            if (previous is { } before && series.DayAfter(before.Day) == day) yield return new(day, rows, before.Value, value);
            previous = (day, value);
        }
    }

    private sealed record Change(LocalDate Day, int[] Rows, BigInteger From, BigInteger To)
    {
        public BigInteger Size => To - From;
    }
}
