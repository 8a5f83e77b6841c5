using System.Globalization;
using NodaTime;

namespace SocialKpi;

/// <summary>The periods of a query that leaves none out.</summary>
internal static class DensePeriods
{
    private const int Most = 100_000;

    /// <summary>Every period from the first to the last; null when the query does not ask for them.</summary>
    /// <param name="query">The query.</param>
    /// <param name="first">Where rows begin, for a timeframe without start; null when that is not known.</param>
    /// <param name="last">Where rows end, for a timeframe without end; null when that is not known.</param>
    /// <exception cref="DefinitionException">There are too many.</exception>
    public static IReadOnlyList<Timeframe>? Of(KpiQuery query, LocalDateTime? first, LocalDateTime? last)
    {
        if (!query.IsDense || query.Grain is not { } grain) return null;
        Timeframe horizon = query.Horizon;
        if ((horizon.Start ?? first) is not { } start || (horizon.End ?? last) is not { } end) return [];
        Timeframe span = Timeframe.Between(start, end);
        Timeframe[] periods = [.. query.Calendar.Split(span, grain).Take(Most + 1)];
        return periods.Length <= Most ? periods : throw new DefinitionException([new("query", string.Create(
            CultureInfo.InvariantCulture, $"it asks for every {grain.ToString().ToLowerInvariant()} of {span}, which are more than {Most:#,0}; read a shorter timeframe or longer periods"))]);
    }
}
