namespace SocialKpi;

/// <summary>A step of a calculation: a number with its currency, or why there is none. The arithmetic of missing values lives here.</summary>
internal readonly record struct Figure
{
    private Figure(decimal value, Currency? currency, Absence? absence) => (Value, Currency, Absence) = (value, currency, absence);

    /// <summary>Whether it comes from constants alone, which never make up for a part that is not applicable.</summary>
    private bool IsConstant { get; init; }

    public decimal Value { get; private init; }

    /// <summary>The currency of money that came with one.</summary>
    public Currency? Currency { get; }

    public Absence? Absence { get; }

    /// <summary>Between which values the true figure lies; null when it is this one, or when nobody can say.</summary>
    public Bounds? Bounds { get; private init; }

    /// <summary>Whether it is not the true figure but one that counts somebody more than once.</summary>
    private bool IsGross { get; init; }

    /// <summary>This figure as a gross one, of which only bounds are known.</summary>
    public Figure Between(decimal lower, decimal upper) => this with { Bounds = new Bounds(lower, upper), IsGross = true };

    public static Figure Of(decimal? value, Currency? currency) =>
        value is { } known ? new(known, currency, null) : Absent(SocialKpi.Absence.OutOfRange);

    public static Figure Constant(decimal value) => new(value, null, null) { IsConstant = true };

    public static Figure Absent(Absence absence) => new(0, null, absence);

    public static Figure Combine(Operation operation, Figure left, Figure right)
    {
        Figure result = operation switch
        {
            Operation.Add => left.Plus(right),
            Operation.Subtract => left.Plus(right.Negated()),
            Operation.Multiply => left.Times(right),
            _ => left.DividedBy(right),
        };
        bool isGross = result.Absence is null && (left.IsGross || right.IsGross);
        return result with { IsConstant = left.IsConstant && right.IsConstant, IsGross = isGross, Bounds = isGross ? BoundsOf(operation, left, right) : null };
    }

    /// <summary>A part that does not apply is nothing beside one that does, and an exact one lies where it is.</summary>
    private static Bounds? BoundsOf(Operation operation, Figure left, Figure right) =>
        left.Span is { } a && right.Span is { } b ? SocialKpi.Bounds.Combine(operation, a, b) : null;

    private Bounds? Span => Absence is not null ? new Bounds(0, 0) : IsGross ? Bounds : new Bounds(Value, Value);

    public Figure DividedBy(Figure divisor)
    {
        if (Obstacle(divisor) is { } absence) return Absent(absence);
        if (divisor.Value == 0) return Absent(SocialKpi.Absence.ZeroDenominator);
        Currency? currency = divisor.Currency is null ? Currency : null;
        try
        {
            decimal quotient = Value / divisor.Value;

            // A quotient too small for a decimal would come out as a false 0.
            return quotient == 0 && Value != 0 ? Absent(SocialKpi.Absence.OutOfRange) : new(quotient, currency, null);
        }
        catch (OverflowException)
        {
            return Absent(SocialKpi.Absence.OutOfRange);
        }
    }

    private Figure Times(Figure factor)
    {
        if (Obstacle(factor) is { } absence) return Absent(absence);
        try
        {
            decimal product = Value * factor.Value;
            bool falseZero = product == 0 && Value != 0 && factor.Value != 0;
            return falseZero ? Absent(SocialKpi.Absence.OutOfRange) : new(product, Currency ?? factor.Currency, null);
        }
        catch (OverflowException)
        {
            return Absent(SocialKpi.Absence.OutOfRange);
        }
    }

    private Figure Plus(Figure other)
    {
        // A part that is not applicable counts as nothing beside one that is.
        if (Absence == SocialKpi.Absence.NotApplicable && !other.IsConstant) return other;
        if (other.Absence == SocialKpi.Absence.NotApplicable && !IsConstant) return this;
        if (Obstacle(other) is { } absence) return Absent(absence);
        try
        {
            return new(Value + other.Value, Currency ?? other.Currency, null);
        }
        catch (OverflowException)
        {
            return Absent(SocialKpi.Absence.OutOfRange);
        }
    }

    private Figure Negated() => this with { Value = -Value };

    private Absence? Obstacle(Figure other)
    {
        if (Absence is not null) return Absence;
        if (other.Absence is not null) return other.Absence;
        bool mixed = Currency is { } mine && other.Currency is { } theirs && mine != theirs;
        return mixed ? SocialKpi.Absence.MixedCurrencies : null;
    }
}
