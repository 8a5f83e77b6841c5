namespace SocialKpi;

/// <summary>What there is to read of a result, in the three forms in which it is shown: a sentence, a table where there is one, notes.</summary>
/// <param name="Sentence">What it comes to; null where that is said elsewhere.</param>
/// <param name="Table">The segments.</param>
/// <param name="Notes">What must be known beside it.</param>
internal sealed record EffectSheet(string? Sentence, Grid? Table, IReadOnlyList<string> Notes)
{
    public static EffectSheet Of(Refusal refusal) => new(refusal.Text, null, []);

    /// <param name="width">The columns of the display, which no line leaves; null for whole lines.</param>
    public string ToText(int? width = null) => Join(
        sentence => width is { } columns ? string.Join('\n', DisplayText.Wrapped(DisplayText.Visible(sentence), columns, "  ")) : DisplayText.Visible(sentence), Table?.ToText(width), "\n");

    public string ToMarkdown() => Join(MarkdownTable.Escape, Table?.ToMarkdown(), "\n\n");

    public string ToHtml() => HtmlSheet.Write(ToMarkup());

    public Markup ToMarkup() => Markup.Join([Sentence is null ? default : HtmlSheet.Line(Sentence), Table?.ToHtml() ?? default, .. Notes.Select(HtmlSheet.Note)]);

    private string Join(Func<string, string> escape, string? table, string separator) =>
        string.Join("\n\n", new[] { Sentence is null ? null : escape(Sentence), table, Notes.Count == 0 ? null : string.Join(separator, Notes.Select(escape)) }.OfType<string>());
}
