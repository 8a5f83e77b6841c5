namespace SocialKpi;

/// <summary>Makes quantities of numbers, each method naming the unit its number is given in: <c>3.2m.Percent()</c>.</summary>
public static class Quantities
{
    private const int SecondsPerMinute = 60;
    private const int SecondsPerHour = 3_600;
    private const int SecondsPerDay = 86_400;

    /// <summary>A ratio given in percent: 3.2 gives the fraction 0.032.</summary>
    /// <remarks>Exact unless the number has more than 26 decimals.</remarks>
    public static Quantity Percent(this decimal percent) => new(percent / 100, Unit.Ratio);

    /// <inheritdoc cref="Percent(decimal)"/>
    public static Quantity Percent(this int percent) => Percent((decimal)percent);

    /// <summary>A difference of ratios given in percentage points: 0.4 gives the fraction 0.004.</summary>
    /// <remarks>Exact unless the number has more than 26 decimals.</remarks>
    public static Quantity PercentagePoints(this decimal points) => new(points / 100, Unit.PercentagePoints);

    /// <inheritdoc cref="PercentagePoints(decimal)"/>
    public static Quantity PercentagePoints(this int points) => PercentagePoints((decimal)points);

    /// <summary>A score in points, such as a net promoter score of 8.3.</summary>
    public static Quantity Points(this decimal points) => new(points, Unit.Points);

    /// <inheritdoc cref="Points(decimal)"/>
    public static Quantity Points(this int points) => Points((decimal)points);

    /// <summary>A number of things; a fraction is allowed, since an average or a goal may have one.</summary>
    public static Quantity AsCount(this decimal count) => new(count, Unit.Count);

    /// <inheritdoc cref="AsCount(decimal)"/>
    public static Quantity AsCount(this int count) => AsCount((decimal)count);

    /// <inheritdoc cref="AsCount(decimal)"/>
    public static Quantity AsCount(this long count) => AsCount((decimal)count);

    /// <summary>A plain number without a unit.</summary>
    public static Quantity AsNumber(this decimal number) => new(number, Unit.Number);

    /// <inheritdoc cref="AsNumber(decimal)"/>
    public static Quantity AsNumber(this int number) => AsNumber((decimal)number);

    /// <summary>A duration in seconds.</summary>
    public static Quantity Seconds(this decimal seconds) => new(seconds, Unit.Duration);

    /// <inheritdoc cref="Seconds(decimal)"/>
    public static Quantity Seconds(this int seconds) => Seconds((decimal)seconds);

    /// <summary>A duration given in minutes of 60 seconds.</summary>
    /// <exception cref="OverflowException">The seconds are outside the range of <see cref="decimal"/>.</exception>
    public static Quantity Minutes(this decimal minutes) => Seconds(minutes * SecondsPerMinute);

    /// <inheritdoc cref="Minutes(decimal)"/>
    public static Quantity Minutes(this int minutes) => Minutes((decimal)minutes);

    /// <summary>A duration given in hours of 3,600 seconds.</summary>
    /// <exception cref="OverflowException">The seconds are outside the range of <see cref="decimal"/>.</exception>
    public static Quantity Hours(this decimal hours) => Seconds(hours * SecondsPerHour);

    /// <inheritdoc cref="Hours(decimal)"/>
    public static Quantity Hours(this int hours) => Hours((decimal)hours);

    /// <summary>A duration given in days of 86,400 seconds, whatever a calendar day has.</summary>
    /// <exception cref="OverflowException">The seconds are outside the range of <see cref="decimal"/>.</exception>
    public static Quantity Days(this decimal days) => Seconds(days * SecondsPerDay);

    /// <inheritdoc cref="Days(decimal)"/>
    public static Quantity Days(this int days) => Days((decimal)days);

    /// <summary>An amount of money in a currency: <c>12.40m.Of(Currency.EUR)</c>.</summary>
    /// <param name="amount">Whole units of the currency: euros, not cents.</param>
    /// <param name="currency">The currency.</param>
    public static Quantity Of(this decimal amount, Currency currency) => new(amount, Unit.MoneyIn(currency));

    /// <inheritdoc cref="Of(decimal, Currency)"/>
    public static Quantity Of(this int amount, Currency currency) => Of((decimal)amount, currency);
}
