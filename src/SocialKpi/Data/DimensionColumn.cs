using System.Globalization;

namespace SocialKpi;

/// <summary>A dimension: each distinct text once, and for each row which one; a missing text has the code <see cref="Blank"/>.</summary>
internal sealed class DimensionColumn
{
    public const int Blank = -1;

    private DimensionColumn(string[] values, BorrowedColumn<int> codes) => (Values, Codes, HasBlanks) = (values, codes, codes.Span.Contains(Blank));

    public string[] Values { get; }

    public BorrowedColumn<int> Codes { get; }

    /// <summary>Whether the text of any row is missing.</summary>
    public bool HasBlanks { get; }

    /// <summary>A dimension of texts that are coded.</summary>
    public static DimensionColumn Of(TextCodes texts, int[] codes) => new([.. texts.Texts], codes);

    public static DimensionColumn From(Func<int, string?> textOf, RowSelection rows)
    {
        TextCodes texts = new();
        int[] codes = new int[rows.Count];
        for (int i = 0; i < codes.Length; i++) codes[i] = textOf(rows[i]) is { } text ? texts.CodeOf(text) : Blank;
        return Of(texts, codes);
    }

    /// <summary>A dimension that is coded already; its codes are read in place where no row was left out.</summary>
    public static DimensionColumn Coded(string name, IReadOnlyList<string> values, ReadOnlyMemory<int> codes, RowSelection rows, List<FactsIssue> issues)
    {
        Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
        for (int code = 0; code < values.Count; code++)
        {
            if (values[code] is not { } text) issues.Add(new(name, null, string.Create(CultureInfo.InvariantCulture, $"its value {code} is missing; a blank has the code {Blank} and no value")));
            else if (!codeOf.TryAdd(text, code)) issues.Add(new(name, null, string.Create(CultureInfo.InvariantCulture, $"'{text}' is its value {codeOf[text]} and its value {code}; list each value once")));
        }

        ReadOnlySpan<int> given = codes.Span;
        for (int row = 0; row < given.Length; row++)
        {
            if (given[row] < Blank || given[row] >= values.Count)
                issues.Add(new(name, row, string.Create(CultureInfo.InvariantCulture, $"the code {given[row]} has no value; codes run from 0 to {values.Count - 1}, and {Blank} is a blank")));
        }

        BorrowedColumn<int> column = new(codes);
        return new DimensionColumn([.. values], rows.IsAll ? column : column.Of(rows));
    }

    public string? TextOf(int code) => code == Blank ? null : Values[code];

    /// <summary>The text of a row; null where it is blank.</summary>
    public string? TextAt(int row) => TextOf(Codes[row]);
}
