using System.Numerics;

namespace SocialKpi;

/// <summary>The figures of a measure, row by row, exact: integers of one number of decimals.</summary>
/// <param name="Scaled">The figure of each row times ten to the power of <paramref name="Decimals"/>; only where it is known.</param>
/// <param name="Decimals">The number of decimals.</param>
/// <param name="Status">What each row can say.</param>
/// <param name="Currencies">The currencies that went into it; more than one never becomes a figure.</param>
internal sealed record RowNumbers(BigInteger[] Scaled, int Decimals, RowStatus[] Status, IReadOnlyList<Currency> Currencies);
