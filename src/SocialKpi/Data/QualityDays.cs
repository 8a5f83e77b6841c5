using NodaTime;

namespace SocialKpi;

/// <summary>Finds the days of a daily series on which there is no row, or no figure.</summary>
internal static class QualityDays
{
    public static IEnumerable<QualityFinding> Missing(QualitySeries series)
    {
        for (int i = 1; i < series.Days.Count; i++)
        {
            LocalDate first = series.DayAfter(series.Days[i - 1].Day), last = series.Days[i].Day.PlusDays(-1);
            if (first > last) continue;
            int days = Period.DaysBetween(first, last) + 1;
            yield return new(QualityKind.MissingDays, null, series.Segment, Timeframe.Days(first, last), days, [], QualityText.Missing(days));
        }
    }

    /// <summary>One finding for each run of days that follow each other.</summary>
    public static IEnumerable<QualityFinding> Unknown(QualitySeries series, string name, ValueColumn column)
    {
        List<(LocalDate Day, int[] Rows)> run = [];
        foreach ((LocalDate Day, int[] Rows) day in series.Days)
        {
            bool unknown = Array.Exists(day.Rows, row => column.StatusAt(row) == RowStatus.Unknown) && !Array.Exists(day.Rows, row => column.IsKnown(row));
            if (run.Count > 0 && (!unknown || series.DayAfter(run[^1].Day) != day.Day))
            {
                yield return Of(series, name, run);
                run.Clear();
            }

            if (unknown) run.Add(day);
        }

        if (run.Count > 0) yield return Of(series, name, run);
    }

    private static QualityFinding Of(QualitySeries series, string name, List<(LocalDate Day, int[] Rows)> run) => new(
        QualityKind.UnknownDays, name, series.Segment, Timeframe.Days(run[0].Day, run[^1].Day), run.Count, run.SelectMany(day => day.Rows), QualityText.Unknown(name, run.Count));
}
