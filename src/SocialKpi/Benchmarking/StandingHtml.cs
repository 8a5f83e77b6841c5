namespace SocialKpi;

/// <summary>Lays standings out as HTML: the verdict in a word, a shape and a colour, and the place among the others as a dot on a line.</summary>
internal static class StandingHtml
{
    public static string Write(Standing standing)
    {
        Reading reading = standing.Reading;
        return HtmlSheet.Write(
            HtmlSheet.Title($"{reading.Kpi.Label}, {reading.Where}", StandingText.Origin(standing)),
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
                new HtmlCell(Markup.Name(standing.Reading.Segment[competitors.By]!)),
                new HtmlCell(Markup.Text(standing.Reading.ToString()), FigureHtml.Bar(standing.Reading, largest)),
                new HtmlCell(Markup.Text(standing.Centre?.ToString() ?? "–")),
                new HtmlCell(Markup.Text(standing.Difference?.ToString() ?? "–")),
                new HtmlCell(Verdict(standing), Markup.Text(notes.MarksOf(Competitors.NotesOf(standing)))),
            ]);
        }

        return HtmlSheet.Write(table.AddMore(ranking.Count - HtmlTable.MostRows).ToMarkup(), HtmlSheet.NumberedNotes(notes.Texts));
    }

    private static Markup Place(Standing standing) => standing.PercentileRank is { } rank
        ? Markup.Element("span", "margin:0 12px 0 0", InlineChart.Dot((double)rank.Percent / 100, 0.5, ToneOf(standing.Verdict), $"percentile rank {rank}, the median is marked"))
        : default;

    private static Markup Verdict(Standing standing)
    {
        Tone tone = ToneOf(standing.Verdict);
        string words = (standing.IsRefused, standing.Verdict) switch
        {
            (true, _) => "– not compared",
            (_, SocialKpi.Verdict.Better) => "● better",
            (_, SocialKpi.Verdict.Worse) => "○ worse",
            (_, SocialKpi.Verdict.Level) => "◐ level",
            _ => "",
        };
        return Markup.Element("span", $"font-weight:600;white-space:nowrap{(tone == Tone.Neutral ? "" : $";color:{Look.ColorOf(tone)}")}", Markup.Text(words));
    }

    private static Tone ToneOf(Verdict verdict) => verdict switch
    {
        SocialKpi.Verdict.Better => Tone.Good,
        SocialKpi.Verdict.Worse => Tone.Bad,
        _ => Tone.Neutral,
    };
}
