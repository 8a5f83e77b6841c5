namespace SocialKpi.Tests.Laws;

/// <summary>
/// Quantiles as the paper tells them rather than as it calculates them: types 1 to 3 by the share of values that are not
/// greater, types 4 to 9 by a line through points, the k-th value at a height of its own.
/// Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996).
/// </summary>
internal static class NaiveQuantile
{
    public static NaiveRational Of(IReadOnlyList<NaiveRational> values, NaiveRational p, QuantileType type)
    {
        NaiveRational[] sorted = [.. values];
        Array.Sort(sorted, (a, b) => a.IsBelow(b) ? -1 : b.IsBelow(a) ? 1 : 0);
        int n = sorted.Length;
        NaiveRational At(int number) => sorted[Math.Clamp(number, 1, n) - 1];
        NaiveRational Ratio(int a, int b) => new(a, b);
        int FirstReaching() => Enumerable.Range(1, n).First(k => !Ratio(k, n).IsBelow(p));
        return type switch
        {
            QuantileType.InverseDistribution => At(FirstReaching()),
            QuantileType.AveragedInverseDistribution => Ratio(FirstReaching(), n).Equals(p)
                ? (At(FirstReaching()) + At(FirstReaching() + 1)) / Ratio(2, 1)
                : At(FirstReaching()),
            QuantileType.NearestEven => At((int)(p * Ratio(n, 1)).Round(0).Numerator),
            QuantileType.InterpolatedDistribution => Line(k => Ratio(k, n)),
            QuantileType.Hazen => Line(k => Ratio((2 * k) - 1, 2 * n)),
            QuantileType.Weibull => Line(k => Ratio(k, n + 1)),
            QuantileType.MedianUnbiased => Line(k => Ratio((3 * k) - 1, (3 * n) + 1)),
            QuantileType.NormalUnbiased => Line(k => Ratio((8 * k) - 3, (8 * n) + 2)),
            _ => n == 1 ? At(1) : Line(k => Ratio(k - 1, n - 1)),
        };

        NaiveRational Line(Func<int, NaiveRational> heightOf)
        {
            if (!heightOf(1).IsBelow(p))
                return At(1);
            for (int k = 1; k < n; k++)
            {
                if (!heightOf(k + 1).IsBelow(p))
                    return At(k) + ((At(k + 1) - At(k)) * (p - heightOf(k)) / (heightOf(k + 1) - heightOf(k)));
            }

            return At(n);
        }
    }
}
