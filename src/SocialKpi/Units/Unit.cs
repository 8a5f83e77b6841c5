namespace SocialKpi;

/// <summary>
/// What a number means: its kind and, for money in one currency, that currency. Units are equal when both are.
/// The default is <see cref="Number"/>.
/// </summary>
/// <remarks>
/// <see cref="Money"/> (any currency, as definitions have it) is not money in <see cref="Currency.Unspecified"/>
/// (an amount whose currency nobody stated, as data may have it).
/// </remarks>
public readonly record struct Unit
{
    private const string MoneyPrefix = "money:";

    private Unit(UnitKind kind, Currency currency = default, bool isGenericMoney = false)
    {
        Kind = kind;
        Currency = currency;
        IsGenericMoney = isGenericMoney;
    }

    /// <summary>A plain number.</summary>
    public static Unit Number => default;

    /// <summary>A number of things.</summary>
    public static Unit Count => new(UnitKind.Count);

    /// <summary>A fraction of a whole: 0.03 is 3 %.</summary>
    public static Unit Ratio => new(UnitKind.Ratio);

    /// <summary>A difference of two ratios, as a fraction: 0.004 is 0.4 percentage points.</summary>
    public static Unit PercentagePoints => new(UnitKind.PercentagePoints);

    /// <summary>A score on a scale of its own, such as the net promoter score.</summary>
    public static Unit Points => new(UnitKind.Points);

    /// <summary>Generic money: an amount in one currency that is not known yet.</summary>
    public static Unit Money => new(UnitKind.Money, isGenericMoney: true);

    /// <summary>A length of time in seconds.</summary>
    public static Unit Duration => new(UnitKind.Duration);

    /// <summary>What sort of thing is measured.</summary>
    public UnitKind Kind { get; }

    /// <summary>The currency of money in one currency; <see cref="Currency.Unspecified"/> for every other unit.</summary>
    public Currency Currency { get; }

    /// <summary>Whether this is <see cref="Money"/>: money of which no currency is known yet.</summary>
    public bool IsGenericMoney { get; }

    /// <summary>Whether the unit is neither money nor a duration.</summary>
    public bool IsDimensionless => Kind is not (UnitKind.Money or UnitKind.Duration);

    /// <summary>Money in one currency.</summary>
    /// <param name="currency">The currency; <see cref="Currency.Unspecified"/> says that nobody stated it.</param>
    public static Unit MoneyIn(Currency currency) => new(UnitKind.Money, currency);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">Such as <c>ratio</c>, <c>money</c> or <c>money:EUR</c>; the case counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> names no unit.</exception>
    public static Unit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out Unit unit)
            ? unit
            : throw new FormatException(
                $"'{text}' is not a unit: write number, count, ratio, percentage_points, points, money, duration, " +
                "or money with its ISO 4217 code, such as money:EUR.");
    }

    /// <summary>Reads what <see cref="ToString"/> writes; false, and <see cref="Number"/>, for any other text.</summary>
    /// <param name="text">Such as <c>ratio</c>, <c>money</c> or <c>money:EUR</c>; the case counts.</param>
    /// <param name="unit">The unit read.</param>
    public static bool TryParse(string? text, out Unit unit)
    {
        Unit? known = text switch
        {
            "number" => Number,
            "count" => Count,
            "ratio" => Ratio,
            "percentage_points" => PercentagePoints,
            "points" => Points,
            "money" => Money,
            "duration" => Duration,
            _ when text is not null
                && text.StartsWith(MoneyPrefix, StringComparison.Ordinal)
                && Currency.TryParse(text[MoneyPrefix.Length..], out Currency currency) => MoneyIn(currency),
            _ => null,
        };
        unit = known.GetValueOrDefault();
        return known.HasValue;
    }

    /// <summary>The unit as machine text: <c>ratio</c>, <c>percentage_points</c>, <c>money</c>, <c>money:EUR</c>.</summary>
    public override string ToString() => Kind switch
    {
        UnitKind.Number => "number",
        UnitKind.Count => "count",
        UnitKind.Ratio => "ratio",
        UnitKind.PercentagePoints => "percentage_points",
        UnitKind.Points => "points",
        UnitKind.Money => IsGenericMoney ? "money" : MoneyPrefix + Currency.Code,
        _ => "duration",
    };
}
