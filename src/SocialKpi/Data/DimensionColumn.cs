namespace SocialKpi;

/// <summary>A dimension: each distinct text once, and for each row which one; a missing text has the code <see cref="Blank"/>.</summary>
internal sealed class DimensionColumn
{
    public const int Blank = -1;

    private DimensionColumn(string[] values, int[] codes) => (Values, Codes) = (values, codes);

    public string[] Values { get; }

    public int[] Codes { get; }

    public static DimensionColumn From(IReadOnlyList<string?> texts, IReadOnlyList<int> rows)
    {
        Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
        int[] codes = new int[rows.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            if (texts[rows[i]] is not { } text)
            {
                codes[i] = Blank;
                continue;
            }

            if (!codeOf.TryGetValue(text, out int code)) codeOf.Add(text, code = codeOf.Count);
            codes[i] = code;
        }

        return new DimensionColumn([.. codeOf.Keys], codes);
    }

    /// <summary>The values of several dimensions as one text a row; blank where any of them is.</summary>
    public static DimensionColumn Together(IReadOnlyList<DimensionColumn> dimensions)
    {
        if (dimensions.Count == 1) return dimensions[0];
        int[] rows = [.. Enumerable.Range(0, dimensions[0].Codes.Length)];
        return From(
            [.. rows.Select(row => dimensions.Any(dimension => dimension.Codes[row] == Blank) ? null : string.Join(", ", dimensions.Select(dimension => QuotedText.Write(dimension.TextOf(dimension.Codes[row])!))))],
            rows);
    }

    public string? TextOf(int code) => code == Blank ? null : Values[code];
}
