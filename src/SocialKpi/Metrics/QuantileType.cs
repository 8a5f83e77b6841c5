namespace SocialKpi;

/// <summary>
/// How a quantile is read between two values: the nine definitions of Hyndman and Fan, numbered as in R and NumPy. On many
/// rows they agree; on few they do not, so a percentile names its own. The default is <see cref="Linear"/>.
/// </summary>
/// <remarks>Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361–365.</remarks>
public enum QuantileType
{
    /// <summary>Type 7, the default of R, NumPy and spreadsheets (PERCENTILE.INC): of n values the k-th stands at (k − 1) ÷ (n − 1), linear between.</summary>
    Linear = 0,

    /// <summary>Type 1: the smallest value that at least the share p of all values does not exceed. Always a value that occurs.</summary>
    InverseDistribution,

    /// <summary>Type 2: as type 1, but the mean of both neighbours where p falls exactly between two values.</summary>
    AveragedInverseDistribution,

    /// <summary>Type 3: the value whose number is nearest to n × p; the even number where two are as near. Always a value that occurs.</summary>
    NearestEven,

    /// <summary>Type 4: the k-th of n values stands at k ÷ n, linear between.</summary>
    InterpolatedDistribution,

    /// <summary>Type 5, Hazen's: the k-th of n values stands at (k − 1/2) ÷ n, linear between.</summary>
    Hazen,

    /// <summary>Type 6, Weibull's (PERCENTILE.EXC): the k-th of n values stands at k ÷ (n + 1), linear between.</summary>
    Weibull,

    /// <summary>Type 8, which Hyndman and Fan advise: the k-th of n values stands at (k − 1/3) ÷ (n + 1/3), linear between.</summary>
    MedianUnbiased,

    /// <summary>Type 9: the k-th of n values stands at (k − 3/8) ÷ (n + 1/4), linear between.</summary>
    NormalUnbiased,
}
