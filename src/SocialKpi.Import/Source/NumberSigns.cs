using System.Globalization;

namespace SocialKpi.Import;

/// <summary>How a culture writes numbers: its decimal sign, its group sign and how long its groups are.</summary>
internal sealed class NumberSigns
{
    private const string Spaces = " \u00A0\u202F";
    private const string Apostrophes = "'\u2019";

    private readonly string _groupSigns;
    private readonly int[] _groupSizes;

    public NumberSigns(CultureInfo culture)
    {
        Culture = culture.Name.Length == 0 ? "invariant" : culture.Name;
        NumberFormatInfo format = culture.NumberFormat;
        Decimal = format.NumberDecimalSeparator[0];
        string group = format.NumberGroupSeparator;

        // Files write an ordinary space or apostrophe where the culture prescribes a special one, and the reverse.
        _groupSigns = group.Length == 0 || group[0] == Decimal ? ""
            : Spaces.Contains(group[0], StringComparison.Ordinal) ? Spaces
            : Apostrophes.Contains(group[0], StringComparison.Ordinal) ? Apostrophes
            : group[..1];
        _groupSizes = format.NumberGroupSizes;
    }

    /// <summary>The invariant signs: <c>25,881.5</c>.</summary>
    public static NumberSigns Invariant { get; } = new(CultureInfo.InvariantCulture);

    public string Culture { get; }

    public char Decimal { get; }

    public bool IsGroup(char c) => _groupSigns.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether the integer digits are grouped as this culture groups them: from the right, the first group not empty and not beginning with 0.</summary>
    public bool AreGroupsInPlace(ReadOnlySpan<char> integer)
    {
        if (integer.IsEmpty || integer[0] == '0') return false;
        int sizeIndex = 0;
        int length = 0;
        char sign = '\0';
        for (int i = integer.Length - 1; i >= 0; i--)
        {
            if (!IsGroup(integer[i]))
            {
                length++;
                continue;
            }

            if (_groupSizes.Length == 0 || length != _groupSizes[sizeIndex] || (sign != '\0' && sign != integer[i])) return false;
            sign = integer[i];
            length = 0;
            sizeIndex = Math.Min(sizeIndex + 1, _groupSizes.Length - 1);
        }

        return length > 0 && length <= _groupSizes[sizeIndex];
    }
}
