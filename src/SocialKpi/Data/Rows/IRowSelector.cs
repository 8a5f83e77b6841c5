using NodaTime;

namespace SocialKpi;

/// <summary>A selector and what it takes to make a value of a column from what it gives; a struct, so that the loop over it is compiled for it.</summary>
internal interface IRowSelector<T, TValue>
{
    /// <summary>The value of a row.</summary>
    TValue Of(T row, int at);
}

/// <summary>Decimals as they are.</summary>
internal readonly struct DecimalSelector<T>(Func<T, decimal?> selector) : IRowSelector<T, decimal?>
{
    public decimal? Of(T row, int at) => selector(row);
}

/// <summary>Doubles by their shortest text; one that is no exact figure is an issue.</summary>
internal readonly struct DoubleSelector<T>(string column, Func<T, double?> selector, List<FactsIssue> issues) : IRowSelector<T, decimal?>
{
    public decimal? Of(T row, int at)
    {
        if (selector(row) is not { } number) return null;
        if (ExactNumber.TryFromDouble(number, out decimal exact)) return exact;
        lock (issues) return FigureSource.Exact(column, at, number, issues);
    }
}

/// <summary>Days as numbers.</summary>
internal readonly struct LocalDateSelector<T>(Func<T, LocalDate> selector) : IRowSelector<T, int>
{
    public int Of(T row, int at) => DayNumbers.NumberOf(selector(row));
}

/// <summary>Days as numbers.</summary>
internal readonly struct DateOnlySelector<T>(Func<T, DateOnly> selector) : IRowSelector<T, int>
{
    // Both count from the first day of the common era.
    public int Of(T row, int at) => selector(row).DayNumber;
}
