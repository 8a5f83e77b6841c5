namespace SocialKpi;

/// <summary>Lays standings out as HTML: the verdict in a shape, a word and a colour, and the place among the others as a dot on a line.</summary>
internal static class StandingHtml
{
    public static string Write(Standing standing)
    {
        Reading reading = standing.Reading;
        return HtmlSheet.Write(
            HtmlSheet.Title($"{DisplayText.Name(reading.Kpi.Label)}, {reading.Where}", StandingText.Origin(standing)),
            Markup.Element(
                "div", "margin:0 0 4px",
                Markup.Element("span", "font-weight:600;margin:0 12px 0 0", Markup.Text(reading.ToString())),
                Place(standing),
                Verdict(standing)),
            StandingText.Table(standing).ToHtml());
    }

    public static string Write(Competitors competitors, IReadOnlyList<Standing> ranking)
    {
        HtmlTable table = new(
        [
            new HtmlColumn(Markup.Text("rank")), new HtmlColumn(Markup.Name(competitors.By)), new HtmlColumn(Markup.Name(competitors.Kpi.ShortName), true),
            new HtmlColumn(Markup.Text("median of the others"), true), new HtmlColumn(Markup.Text("difference"), true), new HtmlColumn(Markup.Text("verdict")),
        ]);
        TableNotes notes = new();
        decimal? largest = FigureHtml.Largest(ranking.Select(standing => standing.Reading));
        foreach (Standing standing in ranking.Take(HtmlTable.MostRows))
        {
            table.Add(
            [
                new HtmlCell(Markup.Text(standing.Rank?.ToString() ?? "–")),
                new HtmlCell(Markup.Name(Segment.Named(standing.Reading.Segment[competitors.By]))),
                new HtmlCell(Markup.Text(standing.Reading.ToString()), FigureHtml.Bar(standing.Reading, largest)),
                new HtmlCell(Markup.Text(standing.Centre?.ToString() ?? "–")),
                new HtmlCell(standing.Difference is null ? Markup.Text("–") : Difference(standing)),
                new HtmlCell(Verdict(standing, $"{StandingText.OfFew(standing)} {notes.MarksOf(Competitors.NotesOf(standing))}".Trim())),
            ]);
        }

        return HtmlSheet.Write(table.AddMore(ranking.Count - HtmlTable.MostRows).ToMarkup(), HtmlSheet.NumberedNotes(notes.Texts));
    }

    private static Markup Place(Standing standing) => standing.PercentileRank is { } rank
        ? Markup.Element("span", "margin:0 12px 0 0", InlineChart.Dot((double)rank.Percent / 100, 0.5, ToneOf(standing.Verdict), $"percentile rank {rank}, the median is marked"))
        : default;

    /// <summary>The difference with its sign; nothing where there is none.</summary>
    public static Markup Difference(Standing standing) => standing.Difference is { } difference ? Markup.Text(EffectText.Signed(difference)) : default;

    /// <summary>Above or below by a shape, better or worse in a word and a colour, as the changes of a table are; then the marks of its notes.</summary>
    public static Markup Verdict(Standing standing, string marks = "")
    {
        string word = standing.IsRefused ? "– not compared" : StandingText.Verdict(standing);
        Markup mark = FigureChange.Mark(standing.Side, ToneOf(standing.Verdict), word);
        return Markup.Element("span", "white-space:nowrap", Markup.Element("span", "font-weight:600", mark), Markup.Text(marks.Length == 0 ? "" : $" {marks}"));
    }

    private static Tone ToneOf(Verdict verdict) => verdict switch
    {
        SocialKpi.Verdict.Better => Tone.Good,
        SocialKpi.Verdict.Worse => Tone.Bad,
        _ => Tone.Neutral,
    };
}
