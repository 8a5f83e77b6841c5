namespace SocialKpi;

/// <summary>
/// A currency, by its ISO 4217 code. Two currencies are equal when their codes are. The default is
/// <see cref="Unspecified"/> (XXX): there is a currency, but nobody said which.
/// </summary>
public readonly record struct Currency
{
    private const string UnspecifiedCode = "XXX";

    // Null stands for XXX, so that the default is a legal value equal to Of("XXX").
    private readonly string? _code;

    private Currency(string code) => _code = code == UnspecifiedCode ? null : code;

    /// <summary>XXX: the currency is not stated. It adds up with itself and with no other currency.</summary>
    public static Currency Unspecified => default;

    /// <summary>Australian dollar.</summary>
    public static Currency AUD => new("AUD");

    /// <summary>Brazilian real.</summary>
    public static Currency BRL => new("BRL");

    /// <summary>Canadian dollar.</summary>
    public static Currency CAD => new("CAD");

    /// <summary>Swiss franc.</summary>
    public static Currency CHF => new("CHF");

    /// <summary>Chinese yuan renminbi.</summary>
    public static Currency CNY => new("CNY");

    /// <summary>Czech koruna.</summary>
    public static Currency CZK => new("CZK");

    /// <summary>Danish krone.</summary>
    public static Currency DKK => new("DKK");

    /// <summary>Euro.</summary>
    public static Currency EUR => new("EUR");

    /// <summary>Pound sterling.</summary>
    public static Currency GBP => new("GBP");

    /// <summary>Indian rupee.</summary>
    public static Currency INR => new("INR");

    /// <summary>Japanese yen.</summary>
    public static Currency JPY => new("JPY");

    /// <summary>Norwegian krone.</summary>
    public static Currency NOK => new("NOK");

    /// <summary>Polish złoty.</summary>
    public static Currency PLN => new("PLN");

    /// <summary>Swedish krona.</summary>
    public static Currency SEK => new("SEK");

    /// <summary>Turkish lira.</summary>
    public static Currency TRY => new("TRY");

    /// <summary>US dollar.</summary>
    public static Currency USD => new("USD");

    /// <summary>The ISO 4217 code: three letters A–Z.</summary>
    public string Code => _code ?? UnspecifiedCode;

    /// <summary>
    /// How many decimals the smallest unit of this currency has: 2 for the euro, 0 for the yen, 3 for the Kuwaiti dinar.
    /// Where the standard names none (XXX, precious metals) it is 2 by convention.
    /// </summary>
    public int MinorDigits => CurrencyCodes.MinorDigits[Code];

    /// <summary>The currency of an ISO 4217 code in upper case.</summary>
    /// <param name="code">Three letters A–Z: an active code, or one withdrawn since 2020.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not such a code.</exception>
    public static Currency Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (TryParse(code, out Currency currency)) return currency;

        string upper = code.Trim().ToUpperInvariant();
        string remedy = CurrencyCodes.MinorDigits.ContainsKey(upper)
            ? $"write {upper}."
            : "give three upper-case letters such as EUR or USD, or XXX when the currency is not known.";
        throw new ArgumentException($"'{code}' is not an ISO 4217 currency code: {remedy}", nameof(code));
    }

    /// <summary>Reads an ISO 4217 code in upper case; false, and <see cref="Unspecified"/>, for any other text.</summary>
    /// <param name="text">The code, without spaces around it.</param>
    /// <param name="currency">The currency read.</param>
    public static bool TryParse(string? text, out Currency currency)
    {
        bool known = text is not null && CurrencyCodes.MinorDigits.ContainsKey(text);
        currency = known ? new Currency(text!) : Unspecified;
        return known;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
