using NodaTime;

namespace SocialKpi;

/// <summary>The local day of each row as a number, so that periods are looked up in a table instead of calculated.</summary>
internal sealed class DayNumbers
{
    private readonly int[] _numbers;

    private DayNumbers(int[] numbers)
    {
        _numbers = numbers;
        ReadOnlySpan<int> all = numbers;
        if (all.IsEmpty) return;
        (First, Last) = (int.MaxValue, int.MinValue);
        foreach (int number in all) (First, Last) = (Math.Min(First, number), Math.Max(Last, number));
    }

    public int Count => _numbers.Length;

    /// <summary>The number of the first day of any row.</summary>
    public int First { get; }

    /// <summary>The number of the last day of any row.</summary>
    public int Last { get; }

    public int this[int row] => _numbers[row];

    public ReadOnlySpan<int> Span => _numbers;

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
    public static int NumberOf(LocalDate day) => Period.DaysBetween(CommonEra.First, CommonEra.Iso(day));

    public static LocalDate DayOf(int number) => CommonEra.First.PlusDays(number);

    public DayNumbers Of(RowSelection rows) => new(new BorrowedColumn<int>(_numbers).Of(rows));

    public DayNumbers Followed(DayNumbers by) => new([.. _numbers, .. by._numbers]);
}
