using NodaTime;
using SocialKpi;

namespace KpiReport;

/// <summary>The period before the latest one of a table, with which both standings and drivers compare it.</summary>
internal static class PeriodBefore
{
    /// <summary>Why there is nothing to compare: no rows, or a period before of which the query reads only the end; null when there is.</summary>
    /// <param name="table">A table; one without periods has its timeframe to compare.</param>
    public static string? WhyNone(KpiTable table)
    {
        if (table.Query.Grain is null) return null;
        if (Latest(table) is null) return "no rows";
        return Within(table) is var (start, before) && before.Start < start && before.Intersect(table.Query.Timeframe) is { } end
            ? $"no period before, as of {before} only {end} is read"
            : null;
    }

    /// <summary>Whether the query reads nothing of it: as contexts and drivers do, standings look for it beyond the timeframe.</summary>
    public static bool IsElsewhere(KpiTable table) => Within(table) is var (start, before) && before.End <= start;

    /// <summary>The latest period that has rows; null when none has.</summary>
    public static Timeframe? Latest(KpiTable table) => table.Query.Grain is not null && table.Rows is [.., var last] ? last.Period : null;

    /// <summary>Where the query begins to read, and the period before; null when it reads from the first row on.</summary>
    private static (LocalDateTime Start, Timeframe Before)? Within(KpiTable table) => table.Query.Timeframe.Start is { } start && Latest(table) is { } latest
        ? (start, table.Query.Calendar.Shift(latest, -1, table.Query.Grain!.Value))
        : null;
}
