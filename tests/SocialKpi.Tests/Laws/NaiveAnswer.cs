namespace SocialKpi.Tests.Laws;

/// <summary>What the oracle finds: a decimal made step by step, the exact fraction beside it, or the reason why there is none.</summary>
/// <param name="IsSteady">Whether no step cancelled digits or came near the smallest decimals, so that both must agree closely.</param>
/// <param name="Span">Between which values it lies: the value itself unless people were counted more than once.</param>
/// <param name="IsConstant">Whether no measure went into it.</param>
internal readonly record struct NaiveAnswer(
    decimal Value, NaiveRational Exact, Currency? Currency, Absence? Absence, bool IsSteady, NaiveSpan Span, bool IsConstant = false)
{
    public static NaiveAnswer None(Absence absence) => new(0, default, null, absence, false, default);

    public static NaiveAnswer Of(NaiveRational exact, Currency? currency) => exact.Nearest() is { } value
        ? new(value, exact, currency, null, true, NaiveSpan.Point(value))
        : None(SocialKpi.Absence.OutOfRange);
}
