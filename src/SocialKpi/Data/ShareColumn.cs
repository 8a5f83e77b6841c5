using System.Globalization;

namespace SocialKpi;

/// <summary>Reads a column of shares as fractions, and tells when it is written on the other scale than was said.</summary>
internal static class ShareColumn
{
    /// <summary>The shares as fractions; what contradicts the scale is added to <paramref name="issues"/>.</summary>
    public static IReadOnlyList<decimal?> AsFractions(string name, IReadOnlyList<decimal?> values, ShareScale scale, List<FactsIssue> issues)
    {
        decimal whole = scale == ShareScale.Percent ? 100 : 1;
        for (int row = 0; row < values.Count; row++)
        {
            if (values[row] is not { } share || (share >= 0 && share <= whole)) continue;
            string remedy = scale == ShareScale.Fraction && share is > 1 and <= 100 ? "; if the column is in per cent say ShareScale.Percent" : "; a part of a whole cannot lie there";
            issues.Add(new(name, row, string.Create(CultureInfo.InvariantCulture, $"{share} is no share from 0 to {whole}{remedy}")));
        }

        if (scale == ShareScale.Fraction) return values;
        if (values.Any(share => share > 0) && values.All(share => share is null or <= 1))
            issues.Add(new(name, null, "no share is above 1, as in a column of fractions; say ShareScale.Fraction, or divide by 100 yourself if all really are below 1 %"));
        return [.. values.Select(share => share / 100)];
    }
}
