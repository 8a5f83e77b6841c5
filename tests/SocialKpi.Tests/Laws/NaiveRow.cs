using NodaTime;

namespace SocialKpi.Tests.Laws;

internal enum NaiveStatus
{
    Known,
    Unknown,
    NotApplicable,
    Undefined,
}

/// <summary>A figure of one row as the oracle sees it: known (a blank that means zero is known), unknown or not applicable.</summary>
internal readonly record struct NaiveFigure(NaiveStatus Status, decimal Value = 0);

/// <summary>One row as the oracle sees it.</summary>
internal sealed record NaiveRow(
    IReadOnlyDictionary<string, string?> Dimensions, IReadOnlyDictionary<string, NaiveFigure> Figures, LocalDateTime? Time, Currency Currency)
{
    /// <summary>The value of a dimension; weekday and hour come from the time.</summary>
    public string? Text(string dimension) => Dimensions.TryGetValue(dimension, out string? text) ? text
        : dimension == TimeDimension.Weekday ? $"{(int)Time!.Value.DayOfWeek}"
        : dimension == TimeDimension.HourOfDay ? $"{Time!.Value.Hour:00}"
        : throw new KeyNotFoundException(dimension);

    /// <summary>Whether the row meets a condition; null when the field is missing, so that nobody knows.</summary>
    public bool? Meets(Condition condition)
    {
        if (!Figures.TryGetValue(condition.Field, out NaiveFigure figure))
        {
            string? text = Text(condition.Field);
            return condition.Operator == ConditionOperator.Missing ? text is null
                : text is null ? null
                : condition.Texts.Contains(text);
        }

        bool known = figure.Status == NaiveStatus.Known;
        return condition.Operator switch
        {
            ConditionOperator.Missing => !known,
            _ when !known => null,
            ConditionOperator.Is or ConditionOperator.In => condition.Numbers.Contains(figure.Value),
            ConditionOperator.Between => condition.Numbers[0] <= figure.Value && figure.Value <= condition.Numbers[1],
            ConditionOperator.AtLeast => figure.Value >= condition.Numbers[0],
            _ => figure.Value <= condition.Numbers[0],
        };
    }
}
