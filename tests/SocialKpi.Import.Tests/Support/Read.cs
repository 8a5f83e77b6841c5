namespace SocialKpi.Import.Tests;

/// <summary>Single figures out of facts, for assertions.</summary>
internal static class Read
{
    /// <summary>The sum of a measure over all rows on which it is known; null when there is none.</summary>
    public static decimal? Total(this CsvImport import, string measure, Unit? unit = null) =>
        Value(import.Facts.Read(KpiQuery.Of(Sum(measure, unit ?? Unit.Count)).SummingIndependently()).Total.Readings[0]);

    /// <summary>The sum of a measure in one segment.</summary>
    public static decimal? In(this CsvImport import, string dimension, string? value, string measure = "clicks") =>
        Value(import.Facts.Read(KpiQuery.Of(Sum(measure, Unit.Count)).By(dimension).SummingIndependently())[Sum(measure, Unit.Count), Segment.Of(dimension, value)]);

    /// <summary>The sum of a measure in one period.</summary>
    public static decimal? In(this CsvImport import, Timeframe period, Grain grain, string measure = "clicks") =>
        Value(import.Facts.Read(KpiQuery.Of(Sum(measure, Unit.Count)).By(grain))[Sum(measure, Unit.Count), period]);

    private static Kpi Sum(string measure, Unit unit) => Kpi.Define(measure, Measure.Sum(measure, unit), unit);

    private static decimal? Value(Reading reading) => reading.HasValue ? reading.Value : null;
}
