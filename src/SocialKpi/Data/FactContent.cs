using NodaTime;

namespace SocialKpi;

/// <summary>What facts are made of.</summary>
internal sealed record FactContent(
    int RowCount, TimeColumn? Time, IReadOnlyDictionary<string, DimensionColumn> Dimensions, IReadOnlyDictionary<string, ValueColumn> Values)
{
    public int DuplicatesDropped { get; init; }

    /// <summary>The keys of the rows that stayed, so that a later export can replace them.</summary>
    public FactKey? Key { get; init; }

    public TimeBasis TimeBasis { get; init; }

    /// <summary>How many days a row must be old at its export for its figures to have settled; null when nothing was said.</summary>
    public int? YoungUnderDays { get; init; }

    /// <summary>The measures recorded here that are stocks: a figure of theirs is never the change of a day.</summary>
    public IReadOnlySet<string> Stocks { get; init; } = new HashSet<string>();

    /// <summary>The export date of all rows.</summary>
    public LocalDate? ExportedOn { get; init; }

    /// <summary>The export date of each row, where they differ.</summary>
    public LocalDate[]? ExportDates { get; init; }

    /// <summary>Which columns were converted to another currency, a sentence each.</summary>
    public IReadOnlyList<string> Conversions { get; init; } = [];

    /// <summary>What was joined as of each row.</summary>
    public IReadOnlyList<AsOfJoin> Joins { get; init; } = [];

    /// <summary>The rows that were younger at their export than the age that was said; null when none was.</summary>
    public RowMask? Young()
    {
        RowMask? young = null;
        for (int row = 0; YoungUnderDays is not null && row < RowCount; row++)
        {
            if (DayNumbers.NumberOf(ExportedOnOf(row)!.Value) - Time!.Days[row] < YoungUnderDays) RowMask.Set(ref young, row, RowCount);
        }

        return young;
    }

    public LocalDate? ExportedOnOf(int row) => ExportDates?[row] ?? ExportedOn;
}
