using NodaTime;

namespace SocialKpi;

/// <summary>The local day of each row as a number, so that periods are looked up in a table instead of calculated.</summary>
internal sealed class DayNumbers
{
    private readonly int[] _numbers;

    /// <summary>How many days of a year without a leap day lie before each month.</summary>
    private static ReadOnlySpan<short> DaysBefore => [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

    private DayNumbers(int[] numbers)
    {
        _numbers = numbers;
        (long first, long last) = ScaledColumn.RangeOf<int>(numbers);
        (First, Last) = ((int)first, (int)last);
    }

    public int Count => _numbers.Length;

    /// <summary>The number of the first day of any row.</summary>
    public int First { get; }

    /// <summary>The number of the last day of any row.</summary>
    public int Last { get; }

    public int this[int row] => _numbers[row];

    public ReadOnlySpan<int> Span => _numbers;

    public static DayNumbers Of(int[] numbers) => new(numbers);

    public static DayNumbers Of(int count, Func<int, LocalDate> dayOf)
    {
        int[] numbers = new int[count];
        (LocalDate day, int number) = (CommonEra.First, 0);
        for (int row = 0; row < numbers.Length; row++)
        {
            // Rows of one day mostly follow one another.
            LocalDate next = dayOf(row);
            if (next != day) (day, number) = (next, NumberOf(next));
            numbers[row] = number;
        }

        return new DayNumbers(numbers);
    }

    /// <summary>The number of a day: how many days after the first of the common era it lies.</summary>
    public static int NumberOf(LocalDate day)
    {
        if (day.Calendar != CalendarSystem.Iso || day.Year < 1) return Period.DaysBetween(CommonEra.First, CommonEra.Iso(day));

        // Reading rows spends much of its time here, so the days are counted by hand.
        (int years, int month) = (day.Year - 1, day.Month);
        int leapDay = month > 2 && (day.Year & 3) == 0 && (day.Year % 100 != 0 || day.Year % 400 == 0) ? 1 : 0;
        return (years * 365) + (years / 4) - (years / 100) + (years / 400) + DaysBefore[month - 1] + leapDay + day.Day - 1;
    }

    public static LocalDate DayOf(int number) => CommonEra.First.PlusDays(number);

    public DayNumbers Of(RowSelection rows) => new(new BorrowedColumn<int>(_numbers).Of(rows));

    public DayNumbers Followed(DayNumbers by) => new([.. _numbers, .. by._numbers]);
}
