namespace SocialKpi.Import;

/// <summary>A decimal number of at most 18 digits: <c>Units ÷ 10^Decimals</c>, without trailing zero decimals.</summary>
internal readonly record struct ExactNumber(long Units, int Decimals)
{
    public const int MaxDigits = 18;

    private const long Limit = 1_000_000_000_000_000_000;

    /// <summary>Whether this number is further from zero than another.</summary>
    public bool IsLargerThan(ExactNumber other) => Decimals == other.Decimals
        ? Math.Abs(Units) > Math.Abs(other.Units)
        : Math.Abs(ToDecimal()) > Math.Abs(other.ToDecimal());

    public decimal ToDecimal()
    {
        ulong magnitude = (ulong)Math.Abs(Units);
        return new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, Units < 0, (byte)Decimals);
    }

    /// <summary>The exact sum, or null when it has more than 18 digits.</summary>
    public static ExactNumber? Sum(ExactNumber a, ExactNumber b)
    {
        int decimals = Math.Max(a.Decimals, b.Decimals);
        Int128 sum = Scaled(a) + Scaled(b);
        while (decimals > 0 && sum % 10 == 0)
        {
            sum /= 10;
            decimals--;
        }

        return Int128.Abs(sum) < Limit ? new ExactNumber((long)sum, decimals) : null;

        Int128 Scaled(ExactNumber number)
        {
            Int128 units = number.Units;
            for (int i = number.Decimals; i < decimals; i++) units *= 10;
            return units;
        }
    }
}
